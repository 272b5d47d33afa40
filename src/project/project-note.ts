/** The block that shows the project page; without the plugin it is an empty code block. */
const PAGE = "```winnow\n```\n";

/**
 * The body of a new project note: the page, then the questions of the brief with the author's answers.
 * @param answers in the order of the questions; "" or none leaves one open.
 */
export function projectNoteBody(questions: readonly string[], answers: readonly string[]): string {
	const brief = questions.map((question, index) => {
		const answer = answers[index]?.trim() ?? "";
		return answer === "" ? `## ${question}\n` : `## ${question}\n\n${inert(answer)}\n`;
	});
	return [PAGE, ...brief].join("\n");
}

/** No line of an answer may end its section or swallow the next: headings, rules, fences and comments are escaped. */
function inert(answer: string): string {
	return answer
		.replace(/\r\n?/g, "\n")
		.replace(/^([ \t]{0,3})(?=#{1,6}(?:\s|$)|=+[ \t]*$|-{2,}[ \t]*$|`{3}|~{3})/gm, "$1\\")
		.replace(/%(?=%)/g, "% ");
}
