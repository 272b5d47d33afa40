import type { CanvasDocument, CanvasValue } from "./canvas-document";
import { changeCanvas } from "./canvas-document";
import type { Box, CanvasNode, GroupNode } from "./canvas-node";
import type { Outline, OutlineSection } from "./outline";
import { allSections } from "./outline";
import { boundsOf, boxOf, CARD_HEIGHT, CARD_WIDTH, GAP, placeCards } from "./place-cards";

/** Where each new card went. */
export type Added = Readonly<{
	text: string;
	placed: readonly string[];
	/** The section had no room: they lie in the tray. */
	inTray: readonly string[];
	/** Already there. */
	known: readonly string[];
}>;

/**
 * Puts notes into a section (null: the tray). What is in it already is not added again, and nothing that
 * exists moves. Null: the file holds something else under `nodes`.
 * @param newId gives 16 hex digits as the app's ids have; asked again where the canvas has that id.
 */
export function addCards(
	canvas: CanvasDocument,
	outline: Outline,
	section: OutlineSection | null,
	paths: readonly string[],
	newId: () => string,
	trayLabel: string,
): Added | null {
	const there = new Set((section?.cards ?? everywhere(outline)).map((card) => card.path));
	const wanted = [...new Set(paths)];
	const known = wanted.filter((path) => there.has(path));
	const missing = wanted.filter((path) => !there.has(path));
	if (missing.length === 0) return { text: canvas.text, placed: [], inTray: [], known };
	const ids = freshIds(canvas, newId);
	const set: Record<string, CanvasValue> = {};
	const add: CanvasValue[] = [];
	let nodes = outline.nodes;
	let waiting = missing;
	if (section !== null) {
		const { boxes, grown } = placeCards(nodes, section.group, waiting.length);
		if (grown !== null) set[section.group.id] = difference(section.group, grown);
		nodes = nodes.map((node) => (node.id === section.group.id && grown !== null ? { ...node, ...grown } : node));
		boxes.forEach((box, index) => add.push(cardNode(ids(), waiting[index] ?? "", box)));
		nodes = [...nodes, ...boxes.map((box, index) => placedCard(box, index, nodes.length))];
		waiting = waiting.slice(boxes.length);
	}
	const placed = missing.slice(0, missing.length - waiting.length);
	const trayed = new Set(outline.tray.map((card) => card.path));
	const forTray = waiting.filter((path) => !trayed.has(path));
	if (forTray.length > 0) putInTray(outline.trayGroup, nodes, forTray, ids, trayLabel, add, set);
	const text = changeCanvas(canvas, { add, set });
	return text === null ? null : { text, placed, inTray: waiting, known };
}

function everywhere(outline: Outline): readonly Readonly<{ path: string }>[] {
	return [...allSections(outline).flatMap((section) => section.cards), ...outline.tray, ...outline.loose];
}

function putInTray(
	group: GroupNode | null,
	nodes: readonly CanvasNode[],
	paths: readonly string[],
	ids: () => string,
	label: string,
	add: CanvasValue[],
	set: Record<string, CanvasValue>,
): void {
	let left = paths;
	if (group !== null) {
		const { boxes, grown } = placeCards(nodes, group, left.length);
		if (grown !== null) set[group.id] = difference(group, grown);
		boxes.forEach((box, index) => add.push(cardNode(ids(), left[index] ?? "", box)));
		left = left.slice(boxes.length);
		if (left.length === 0) return;
	}
	// No tray, or a full one between other things: a new one where nothing can be, left of everything.
	const around = boundsOf(nodes); // a tray that grew did so down or right, never to the left
	const height = GAP + left.length * (CARD_HEIGHT + GAP);
	const width = CARD_WIDTH + 2 * GAP;
	const tray = { x: around === null ? 0 : around.x - 2 * GAP - width, y: around?.y ?? 0, width, height };
	add.push({ id: ids(), type: "group", ...tray, label, winnow: { tray: true } });
	left.forEach((path, index) => {
		const y = tray.y + GAP + index * (CARD_HEIGHT + GAP);
		add.push(cardNode(ids(), path, { x: tray.x + GAP, y, width: CARD_WIDTH, height: CARD_HEIGHT }));
	});
}

function placedCard(box: Box, index: number, count: number): CanvasNode {
	return { ...boxOf(box), id: `new ${index}`, at: count + index, kind: "other" };
}

function cardNode(id: string, file: string, box: Box): CanvasValue {
	return { id, type: "file", file, ...boxOf(box) };
}

/** Only the sides that changed are written. */
export function difference(before: Box, after: Box): CanvasValue {
	const sides = ["x", "y", "width", "height"] as const;
	return Object.fromEntries(sides.filter((side) => before[side] !== after[side]).map((side) => [side, after[side]]));
}

/** Ids the canvas does not have. */
export function freshIds(canvas: CanvasDocument, newId: () => string): () => string {
	const taken = new Set(canvas.nodes.map((node) => node.id));
	return () => {
		let id = newId();
		while (taken.has(id)) id = newId();
		taken.add(id);
		return id;
	};
}
