import type { Box, CanvasNode, GroupNode } from "./canvas-node";
import { isInside, parentsOf } from "./membership";
import { Space } from "./space";

export const CARD_WIDTH = 320;
export const CARD_HEIGHT = 180;
export const GAP = 40;

/** Where new cards go. `grown`: the section's new rectangle, null where it stays. `left`: cards without room. */
export type Placing = Readonly<{ boxes: readonly Box[]; grown: Box | null; left: number }>;

/**
 * Finds room for `count` cards in a section: the first free cells of its grid, then the section grows down
 * into free space, else to the right. No other node is moved or resized, and none changes its section.
 */
export function placeCards(nodes: readonly CanvasNode[], section: GroupNode, count: number): Placing {
	const obstacles = nodes.filter((node) => node.id !== section.id && !isAround(node, section));
	const space = new Space(obstacles);
	const inside = takeCells(space, section, count);
	const missing = count - inside.length;
	if (missing === 0) return { boxes: inside, grown: null, left: 0 };
	const parent = parentsOf(nodes).get(section.id) ?? null;
	const grown = grow(nodes, section, parent, space, missing);
	if (grown === null) return { boxes: inside, grown: null, left: missing };
	// Cells may come free over the old edge, too: count again in the whole new rectangle.
	const more = takeCells(space, grown, missing);
	return { boxes: [...inside, ...more], grown, left: missing - more.length };
}

/** A group that holds the section as a whole is no obstacle inside it. */
function isAround(node: CanvasNode, section: Box): boolean {
	return node.kind === "group" && isInside(section, node);
}

/** Free cells of a box's grid, row by row; each found one is taken. */
function takeCells(space: Space, box: Box, count: number): readonly Box[] {
	const found: Box[] = [];
	const right = box.x + box.width - GAP;
	const bottom = box.y + box.height - GAP;
	for (let y = box.y + GAP; y + CARD_HEIGHT <= bottom && found.length < count; y += CARD_HEIGHT + GAP) {
		for (let x = box.x + GAP; x + CARD_WIDTH <= right && found.length < count; x += CARD_WIDTH + GAP) {
			const cell = { x, y, width: CARD_WIDTH, height: CARD_HEIGHT };
			if (!space.isFree(cell)) continue;
			space.add(cell);
			found.push(cell);
		}
	}
	return found;
}

function grow(
	nodes: readonly CanvasNode[],
	section: GroupNode,
	parent: GroupNode | null,
	space: Space,
	missing: number,
): Box | null {
	const before = parentsOf(nodes);
	const isAllowed = (box: Box, strip: Box): boolean =>
		space.isFree(strip) && (parent === null || isInside(box, parent)) && keepsSections(nodes, section, box, before);
	const columns = Math.max(0, Math.floor((section.width - GAP) / (CARD_WIDTH + GAP)));
	if (columns > 0) {
		const last = lastRowEnd(section);
		const rows = Math.ceil(missing / columns);
		const height = last + rows * (CARD_HEIGHT + GAP) - section.y;
		const box = { ...boxOf(section), height: Math.max(section.height, height) };
		const strip = { ...box, y: section.y + section.height, height: box.height - section.height };
		if (isAllowed(box, strip)) return box;
	}
	const rows = Math.max(1, Math.floor((section.height - GAP) / (CARD_HEIGHT + GAP)));
	const width = lastColumnEnd(section) + Math.ceil(missing / rows) * (CARD_WIDTH + GAP) - section.x;
	const height = Math.max(section.height, CARD_HEIGHT + 2 * GAP);
	const box = { ...boxOf(section), width: Math.max(section.width, width), height };
	const right = { ...box, x: section.x + section.width, width: box.width - section.width };
	const below = { ...box, y: section.y + section.height, height: height - section.height };
	return space.isFree(below) && isAllowed(box, right) ? box : null;
}

/** Bottom of the last whole row of the grid that lies in the section, its gap included. */
function lastRowEnd(box: Box): number {
	const rows = Math.max(0, Math.floor((box.height - GAP) / (CARD_HEIGHT + GAP)));
	return box.y + GAP + rows * (CARD_HEIGHT + GAP);
}

function lastColumnEnd(box: Box): number {
	const columns = Math.max(0, Math.floor((box.width - GAP) / (CARD_WIDTH + GAP)));
	return box.x + GAP + columns * (CARD_WIDTH + GAP);
}

function keepsSections(
	nodes: readonly CanvasNode[],
	section: GroupNode,
	box: Box,
	before: ReadonlyMap<string, GroupNode | null>,
): boolean {
	const after = parentsOf(nodes.map((node) => (node.id === section.id ? { ...node, ...box } : node)));
	return [...before].every(([id, parent]) => after.get(id)?.id === parent?.id);
}

export function boxOf({ x, y, width, height }: Box): Box {
	return { x, y, width, height };
}

/** The smallest box around all; null for none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
	if (boxes.length === 0) return null;
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const box of boxes) {
		left = Math.min(left, box.x);
		top = Math.min(top, box.y);
		right = Math.max(right, box.x + box.width);
		bottom = Math.max(bottom, box.y + box.height);
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}
