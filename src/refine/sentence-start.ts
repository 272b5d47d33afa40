import type { Edit } from "../text/edit";

/** A sentence begins here: the text's begin, an empty line or the end of another sentence stands before. */
const START = /(?:^|\n[ \t]*\n|[.!?]["\u201d)]?\s|[。！？”]\s?)[ \t]*$/;
/** A word all in lower case: "iPhone" and file names are written so on purpose. */
const LOWER_WORD = /^\p{Ll}[\p{Ll}\p{M}'\u2019-]*(?![\p{L}\p{N}_.]*[\p{L}\p{N}_])/u;

/** What opens a sentence after a cut gets the capital that went: models leave it out. */
export function opened(source: string, edits: readonly Edit[]): readonly Edit[] {
	return edits.map((edit) => {
		if (edit.text !== "" || !/^\p{Lu}/u.test(source.slice(edit.from, edit.to))) return edit;
		const before = source.slice(Math.max(0, edit.from - 8), edit.from);
		const next = LOWER_WORD.exec(source.slice(edit.to, edit.to + 40))?.[0] ?? "";
		const isMet = edits.some(
			(other) => other !== edit && other.from <= edit.to + next.length && other.to >= edit.to,
		);
		if (next === "" || isMet || !isStart(before, edit.from)) return edit;
		const [first = ""] = [...next];
		return { ...edit, to: edit.to + first.length, text: first.toLocaleUpperCase("en") };
	});
}

function isStart(before: string, at: number): boolean {
	return START.test(at > before.length ? ` ${before}` : before);
}
