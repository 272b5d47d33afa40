import type { Box } from "./canvas-node";

/** About a card: a card touches few cells, a cell few cards. */
const CELL = 400;
/** A group over more cells is kept in one list: a canvas of a million pixels must not fill the memory. */
const MAX_CELLS = 4096;

/** What lies where, to ask quickly whether a place is free. Touching edges do not overlap. */
export class Space {
	private readonly cells = new Map<string, Box[]>();
	private readonly wide: Box[] = [];

	constructor(boxes: readonly Box[]) {
		for (const box of boxes) this.add(box);
	}

	add(box: Box): void {
		const keys = cellsOf(box);
		if (keys === null) this.wide.push(box);
		for (const key of keys ?? []) {
			const cell = this.cells.get(key);
			if (cell === undefined) this.cells.set(key, [box]);
			else cell.push(box);
		}
	}

	isFree(box: Box): boolean {
		if (this.wide.some((other) => overlaps(other, box))) return false;
		const keys = cellsOf(box) ?? [...this.cells.keys()];
		return keys.every((key) => this.cells.get(key)?.every((other) => !overlaps(other, box)) ?? true);
	}
}

/** Boxes without an area overlap like a point: nothing is put on them. */
export function overlaps(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Null: too many. */
function cellsOf(box: Box): readonly string[] | null {
	const left = Math.floor(box.x / CELL);
	const right = Math.floor((box.x + box.width) / CELL);
	const top = Math.floor(box.y / CELL);
	const bottom = Math.floor((box.y + box.height) / CELL);
	if ((right - left + 1) * (bottom - top + 1) > MAX_CELLS) return null;
	const keys: string[] = [];
	for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) keys.push(`${x} ${y}`);
	return keys;
}
