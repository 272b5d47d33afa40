import { splitBlocks, type BlockKind } from "../text/blocks";
import type { Edit, Span } from "../text/edit";

const CLOSED: ReadonlySet<BlockKind> = new Set<BlockKind>(["code", "math", "table", "html", "comment", "frontmatter", "rule"]);
/** What stands before the words of a line: quote marks, list marks, a task's box, a heading's signs. */
const BEFORE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[.\][ \t]+)?(?:#{1,6}[ \t]+)?/;

/**
 * Marks the selected words with `==…==`, or takes the marks off where all of them are marked. Line by line: a mark
 * does not reach over paragraphs, and list or quote signs stay outside. Empty: nothing there can be marked.
 */
export function toggleHighlight(text: string, selection: Span): readonly Edit[] {
	const pieces = piecesOf(text, selection);
	const isMarked = pieces.length > 0 && pieces.every((piece) => marksAround(text, piece) !== null);
	if (isMarked) {
		return pieces.flatMap((piece) => {
			const { from, to } = marksAround(text, piece) ?? piece;
			return [
				{ from, to: from + 2, text: "" },
				{ from: to - 2, to, text: "" },
			];
		});
	}
	return pieces.flatMap((piece): readonly Edit[] => {
		if (marksAround(text, piece) !== null) return [];
		const words = text.slice(piece.from, piece.to);
		// Marks inside would end the new one.
		return [{ ...piece, text: `==${words.replaceAll("==", "")}==` }];
	});
}

function piecesOf(text: string, selection: Span): readonly Span[] {
	const pieces: Span[] = [];
	for (const block of splitBlocks(text)) {
		if (CLOSED.has(block.kind) || block.to <= selection.from || block.from >= selection.to) continue;
		const lineStart = text.lastIndexOf("\n", block.from - 1) + 1;
		for (let from = lineStart; from < block.to; ) {
			const end = text.indexOf("\n", from);
			const to = end === -1 ? text.length : end;
			const piece = trimmed(text, from, to, selection);
			if (piece !== null && !pieces.some((other) => other.from === piece.from)) pieces.push(piece);
			from = to + 1;
		}
	}
	return pieces;
}

function trimmed(text: string, lineFrom: number, lineTo: number, selection: Span): Span | null {
	const line = text.slice(lineFrom, lineTo);
	let from = Math.max(lineFrom + (BEFORE.exec(line)?.[0].length ?? 0), selection.from);
	let to = Math.min(lineTo, selection.to);
	while (from < to && /\s/.test(text.charAt(from))) from++;
	while (to > from && /\s/.test(text.charAt(to - 1))) to--;
	return from < to && !/^=+$/.test(text.slice(from, to)) ? { from, to } : null;
}

/** The marked span, marks included, whether they stand inside or outside the selected words. */
function marksAround(text: string, { from, to }: Span): Span | null {
	if (to - from > 4 && text.startsWith("==", from) && text.startsWith("==", to - 2)) {
		return text.slice(from + 2, to - 2).includes("==") ? null : { from, to };
	}
	const isOutside = text.slice(Math.max(0, from - 2), from) === "==" && text.startsWith("==", to);
	return isOutside && !text.slice(from, to).includes("==") ? { from: from - 2, to: to + 2 } : null;
}
