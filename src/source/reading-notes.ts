import { headings } from "../text/headings";

/** The heading under which a reader's notes stand, in every language Winnow was ever shipped in. */
export const READING_NOTES = ["Reading notes", "阅读笔记"] as const;

/**
 * Puts a block of Markdown at the end of the reading notes, and nothing else. Without the heading one is made at the
 * note's end. Line ends are the note's own.
 * @param heading in the person's language, for a new one.
 */
export function appendReadingNote(text: string, block: string, heading: string): string {
	const eol = /\r\n/.test(text) ? "\r\n" : "\n";
	const addition = block.trim().replace(/\r?\n/g, eol);
	const known = headings(text).find((one) => isReadingNotes(one.text, heading));
	if (known === undefined)
		return `${joined(text, `## ${heading}`, eol)}${eol}${eol}${addition}${eol}`;
	const before = text.slice(0, known.end);
	const after = text.slice(known.end);
	return joined(before, addition, eol) + eol + (after === "" ? "" : eol + after);
}

function isReadingNotes(words: string, heading: string): boolean {
	const folded = words.trim().toLowerCase();
	return [heading, ...READING_NOTES].some((one) => one.toLowerCase() === folded);
}

/** With one blank line between; blank lines at the end of what stands there are the only thing taken away. */
function joined(text: string, addition: string, eol: string): string {
	const words = text.replace(/\s+$/, "");
	return words === "" ? addition : `${words}${eol}${eol}${addition}`;
}
