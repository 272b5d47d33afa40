/** The block that shows the project page; without the plugin it is an empty code block. */
const PAGE = "```winnow\n```\n";

/**
 * Puts the page block on top of a new project note, and the author's answers under the questions of the brief.
 * @param text as `projectFiles` makes it: frontmatter, then one heading a question.
 * @param answers in the order of the questions; "" leaves one open.
 */
export function withAnswers(
	text: string,
	questions: readonly string[],
	answers: readonly string[],
): string {
	let result = text;
	questions.forEach((question, index) => {
		const answer = answers[index]?.trim() ?? "";
		const heading = `## ${question}\n`;
		const at = result.lastIndexOf(heading);
		if (answer === "" || at === -1) return;
		const end = at + heading.length;
		result = `${result.slice(0, end)}\n${inert(answer)}\n${result.slice(end)}`;
	});
	const body = result.indexOf("## ");
	return body === -1
		? `${result}\n${PAGE}`
		: `${result.slice(0, body)}${PAGE}\n${result.slice(body)}`;
}

/** An answer's lines must not end its section: a heading mark at their start is escaped. */
function inert(answer: string): string {
	return answer.replace(/^(\s{0,3})(#{1,6}\s)/gm, "$1\\$2");
}
