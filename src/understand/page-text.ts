import { READING_NOTES } from "../source/reading-notes";
import { splitBlocks } from "../text/blocks";
import { headings } from "../text/headings";

/**
 * Characters that nobody sees and a model reads: direction marks, tags, fillers, soft hyphens. The two joiners and
 * the plain variation selectors stay; Persian and emoji need them.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const isJoiner = (character: string): boolean => /^(?:\u200c|\u200d|\ufe0e|\ufe0f)$/.test(character);

export function withoutInvisible(text: string): string {
	return text.replace(INVISIBLE, (character) => (isJoiner(character) ? character : ""));
}

/** The captured text: no properties, no reading notes. */
export function pageText(note: string): string {
	const { from, to } = captured(note);
	return note.slice(from, to).trim();
}

/** The reader's own notes, as the note has them; "" where there are none. */
export function readingNotes(note: string): string {
	const heading = notesHeading(note);
	return heading === undefined ? "" : note.slice(heading.from, heading.end).replace(/^.*(\r?\n|$)/, "").trim();
}

/** Words of callouts and quotes as they read; for showing, never for writing. */
export function withoutQuoteSigns(notes: string): string {
	return notes
		.split("\n")
		.map((line) => line.replace(/^[> ]*>[ ]?/, "").replace(/^\[![\w-]+\][+-]?[ ]*/, ""))
		.join("\n");
}

export function captured(note: string): Readonly<{ from: number; to: number }> {
	const first = splitBlocks(note)[0];
	const from = first?.kind === "frontmatter" ? first.to : 0;
	return { from, to: Math.max(from, notesHeading(note)?.from ?? note.length) };
}

function notesHeading(note: string) {
	const known = READING_NOTES.map((words) => words.toLowerCase());
	return headings(note).filter((heading) => known.includes(heading.text.trim().toLowerCase())).pop();
}

/** What the reader marked in the captured text, in order. */
export function highlights(note: string): readonly Readonly<{ words: string; from: number; to: number }>[] {
	const { from, to } = captured(note);
	const prose = splitBlocks(note).filter(({ kind, ...block }) => kind !== "code" && kind !== "math" && block.from >= from && block.to <= to);
	return prose.flatMap((block) =>
		[...note.slice(block.from, block.to).matchAll(/==([^=\n](?:[^=]|=(?!=))*)==/g)].map((match) => {
			const at = block.from + match.index;
			return { words: (match[1] ?? "").trim(), from: at + 2, to: at + match[0].length - 2 };
		}),
	);
}
