const COMMENT = /%%(?:[^%]|%(?!%))*%%/g;
/** Marks at a line's start that are no words: quotes, headings, list items and their boxes, in this order. */
const LINE_START =
	/^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+)?(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/gm;

/**
 * A piece of Markdown as its reader sees it, on one line: for lists and search, never to be written back.
 * @param numbers footnotes by key, as they are shown; a reference not among them is left out.
 */
export function plainWords(
	markdown: string,
	numbers: ReadonlyMap<string, number> = new Map(),
): string {
	return markdown
		.replace(COMMENT, "")
		.replace(LINE_START, "")
		.replace(/!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^()\n]*\)/g, "")
		.replace(/\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]/g, "$1")
		.replace(/\[\^([^\]\s]+)\]/g, (_, key: string) => String(numbers.get(key) ?? ""))
		.replace(/\[([^\]\n]*)\]\([^()\n]*\)/g, "$1")
		.replace(/`+|\*\*|__|~~|==/g, "")
		.replace(/(^|[^\p{L}\p{N}_\\])_(?=\S)|([^\s\\])_(?![\p{L}\p{N}_])/gmu, "$1$2")
		.replace(
			/\\([!-/:-@[-`{-~])|\s\*(?=\s)|\*/g,
			(whole: string, mark?: string) => mark ?? (whole === "*" ? "" : whole),
		)
		.replace(/[ \t]*\|[ \t]*/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
