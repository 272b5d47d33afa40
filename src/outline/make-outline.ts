import type { Source } from "../source/source";
import { changeCanvas, newCanvas, type CanvasDocument, type CanvasValue } from "./canvas-document";
import { CARD_HEIGHT, CARD_WIDTH, GAP } from "./place-cards";

const COLUMNS = 3;
const SECTION_WIDTH = COLUMNS * (CARD_WIDTH + GAP) + GAP;
const NOTE_HEIGHT = 120;

export type OutlineWords = Readonly<{
	tray: string;
	/** What the text card of every section asks for. */
	readerShouldUnderstand: string;
	/** Heading of the section that is made where no source has a category. */
	firstSection: string;
}>;

/**
 * A new canvas from kept sources: a section a category in one column (order cannot be misread), the card
 * for the reader on top, cards in rows of three; sources without a category wait in the tray at the left.
 */
export function makeOutline(kept: readonly Source[], words: OutlineWords, newId: () => string): string {
	return newCanvas(outlineNodes(kept, words, newId));
}

/** A blank canvas filled as a new one is made. Null: `nodes` is there and is no list. */
export function fillOutline(
	canvas: CanvasDocument,
	kept: readonly Source[],
	words: OutlineWords,
	newId: () => string,
): string | null {
	const remove = canvas.nodes.map(({ id }) => id);
	return changeCanvas(canvas, { remove, add: outlineNodes(kept, words, newId) });
}

function outlineNodes(kept: readonly Source[], words: OutlineWords, newId: () => string): readonly CanvasValue[] {
	const shelves = new Map<string, Source[]>();
	for (const source of [...kept].sort(byClipping)) {
		const shelf = shelves.get(source.category.trim());
		if (shelf === undefined) shelves.set(source.category.trim(), [source]);
		else shelf.push(source);
	}
	const waiting = shelves.get("") ?? [];
	shelves.delete("");
	if (shelves.size === 0) shelves.set(words.firstSection, []);
	const groups: CanvasValue[] = [];
	const cards: CanvasValue[] = [];
	groups.push(...tray(waiting, words.tray, newId, cards));
	let y = 0;
	for (const [heading, sources] of shelves) {
		const rows = Math.max(1, Math.ceil(sources.length / COLUMNS));
		const height = GAP + NOTE_HEIGHT + GAP + rows * (CARD_HEIGHT + GAP);
		groups.push({ id: newId(), type: "group", x: 0, y, width: SECTION_WIDTH, height, label: heading });
		const note = { x: GAP, y: y + GAP, width: SECTION_WIDTH - 2 * GAP, height: NOTE_HEIGHT };
		cards.push({ id: newId(), type: "text", text: words.readerShouldUnderstand, ...note });
		sources.forEach((source, index) => {
			const row = Math.floor(index / COLUMNS);
			const place = {
				x: GAP + (index % COLUMNS) * (CARD_WIDTH + GAP),
				y: y + GAP + NOTE_HEIGHT + GAP + row * (CARD_HEIGHT + GAP),
			};
			cards.push(fileNode(newId(), source.path, place));
		});
		y += height + 2 * GAP;
	}
	return [...groups, ...cards];
}

function tray(
	waiting: readonly Source[],
	label: string,
	newId: () => string,
	cards: CanvasValue[],
): readonly CanvasValue[] {
	if (waiting.length === 0) return [];
	const width = CARD_WIDTH + 2 * GAP;
	const x = -width - 2 * GAP;
	const height = GAP + waiting.length * (CARD_HEIGHT + GAP);
	waiting.forEach((source, index) => {
		cards.push(fileNode(newId(), source.path, { x: x + GAP, y: GAP + index * (CARD_HEIGHT + GAP) }));
	});
	return [{ id: newId(), type: "group", x, y: 0, width, height, label, winnow: { tray: true } }];
}

function fileNode(id: string, file: string, place: Readonly<{ x: number; y: number }>): CanvasValue {
	return { id, type: "file", file, ...place, width: CARD_WIDTH, height: CARD_HEIGHT };
}

/** Behind every ISO date. */
const UNDATED = "\uffff";

/** Oldest first, undated last, then by path: the same sources give the same canvas on every device. */
function byClipping(a: Source, b: Source): number {
	const [first, second] = [a.created ?? UNDATED, b.created ?? UNDATED];
	if (first !== second) return first < second ? -1 : 1;
	return a.path < b.path ? -1 : 1;
}
