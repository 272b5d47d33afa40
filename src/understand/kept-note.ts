/** The first words a reader needs to see which passage is meant. */
export function shortQuote(passage: string, characters = 60): string {
	const line = passage.replace(/\s+/g, " ").trim();
	const cut = [...line].slice(0, characters).join("");
	return cut.length < line.length ? `${cut.trimEnd()}…` : line;
}

/**
 * A callout with the passage it belongs to and the answer. Every line begins with `>`, so that nothing an answer says
 * can end the callout.
 * @param passage "" for a question to the whole source.
 */
export function keptCallout(kind: "note" | "question", title: string, passage: string, answer: string): string {
	// Half a comment would hide what follows the callout.
	const isHalf = (passage.split("%%").length - 1) % 2 === 1;
	const words = isHalf ? passage.replaceAll("%%", "% %") : passage;
	const quoted = passage === "" ? [] : [...words.trim().split(/\r\n?|\n/).map((line) => `> ${line}`), ""];
	const lines = [...quoted, ...harmless(answer).trim().split("\n")];
	return [`> [!${kind}] ${harmless(title).replace(/\s+/g, " ").trim()}`, ...lines.map((line) => `> ${line}`.trimEnd())].join("\n");
}

/**
 * A model's words as Markdown that does nothing: no links, embeds, tags of HTML, templates, queries, comments or
 * fenced code. Emphasis, lists and formulas stay.
 */
export function harmless(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replace(/\\?([[\]])/g, "\\$1")
		.replace(/&(?=#?\w+;)/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/[`~]{3,}/g, "'''")
		// Queries of Dataview stand in code after one of these signs.
		.replace(/`(?=\s*\$?=)/g, "'")
		.replace(/%%/g, "% %")
		// Tags, and fields of Dataview, would be facts of the vault.
		.replace(/(^|[^\p{L}\p{N}\\#&])#(?=[^\s#])/gmu, "$1\\#")
		.replace(/::/g, ":\\:")
		.replace(/\{\{/g, "{ {")
		.replace(/\b(https?|obsidian|javascript|file|data):(?=\S)/gi, "$1: ");
}
