import { blocksOf } from "./kind-text";

/** Blocks of a page that a note does not hold yet, in the page's order; marks, blanks and punctuation do not count. */
export function newBlocks(note: string, page: string): readonly string[] {
	const known = new Set(blocksOf(note).map(lettersOf));
	const whole = lettersOf(note);
	return blocksOf(page).filter((block) => {
		const letters = lettersOf(block);
		if (letters === "" || known.has(letters)) return false;
		// A paragraph that the reader split or put into a quote is still known.
		return letters.length < 40 || !whole.includes(letters);
	});
}

function lettersOf(text: string): string {
	return text
		.replace(/\]\([^()\s]*\)/g, "]")
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A note with blocks at its end; what stands there stays byte for byte. */
export function withBlocks(note: string, blocks: readonly string[]): string {
	if (blocks.length === 0) return note;
	const eol = note.includes("\r\n") ? "\r\n" : "\n";
	const gap = note === "" || note.endsWith(eol + eol) ? "" : note.endsWith("\n") ? eol : eol + eol;
	return note + gap + blocks.join("\n\n").replaceAll("\n", eol) + eol;
}
