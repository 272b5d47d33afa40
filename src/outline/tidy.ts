import { difference } from "./add-cards";
import { changeCanvas, type CanvasDocument, type CanvasValue } from "./canvas-document";
import type { Box, CanvasNode } from "./canvas-node";
import type { Outline } from "./outline";
import { boxOf, CARD_HEIGHT, CARD_WIDTH, GAP } from "./place-cards";
import { overlaps, Space } from "./space";

export type Tidied = Readonly<{ text: string; moved: number }>;

/**
 * Moves only cards that lie on other cards of their section: each to the next free place of its own size
 * beside or under the others. Sections stay; a card without room stays. Null: an odd file.
 */
export function tidyOutline(canvas: CanvasDocument, outline: Outline): Tidied | null {
	const set: Record<string, CanvasValue> = {};
	const placed: CanvasNode[] = [];
	let nodes = outline.nodes;
	for (const node of outline.nodes) {
		if (node.kind === "group") continue;
		const section = outline.parents.get(node.id) ?? null;
		if (section !== null && placed.some((other) => overlaps(other, node))) {
			const others = nodes.filter((other) => other.id !== node.id && !(other.kind === "group" && overlaps(section, other) && other.width * other.height >= section.width * section.height));
			const free = freePlace(section, node, new Space(others));
			if (free !== null) {
				set[node.id] = difference(node, free);
				const moved = { ...node, ...free };
				nodes = nodes.map((other) => (other.id === node.id ? moved : other));
				placed.push(moved);
				continue;
			}
		}
		placed.push(node);
	}
	const text = changeCanvas(canvas, { set });
	return text === null ? null : { text, moved: Object.keys(set).length };
}

/** The first free place in a section for a box of this size, on the grid of cards. */
function freePlace(section: Box, box: Box, space: Space): Box | null {
	for (let y = section.y + GAP; y + box.height <= section.y + section.height; y += CARD_HEIGHT + GAP) {
		for (let x = section.x + GAP; x + box.width <= section.x + section.width; x += CARD_WIDTH + GAP) {
			const place = { ...boxOf(box), x, y };
			if (space.isFree(place)) return place;
		}
	}
	return null;
}
