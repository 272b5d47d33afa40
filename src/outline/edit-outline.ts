import { fail, ok, type Result } from "../result";
import { addCards, difference, freshIds } from "./add-cards";
import { Arrangement, bottomOf, firstFreeTop } from "./arrange";
import { changeCanvas, parseCanvas, type CanvasDocument, type CanvasFault, type CanvasValue } from "./canvas-document";
import type { GroupNode } from "./canvas-node";
import { allSections, readOutline, sectionById, type Outline, type OutlineSection } from "./outline";
import { CARD_HEIGHT, CARD_WIDTH, GAP } from "./place-cards";

/** One thing the author does to the outline. Ids are node ids. */
export type Intent = Readonly<
	| { kind: "add-card"; file: string; section: string | null }
	| { kind: "add-section"; heading: string; parent: string | null }
	| { kind: "rename"; section: string; heading: string }
	/** Before a section, which decides the new parent; null: to the end of `parent` (of its own where absent). */
	| { kind: "move-section"; section: string; before: string | null; parent?: string | null }
	/** Takes a card off the canvas; its edges go with it. */
	| { kind: "remove-card"; node: string }
	/** Removes the group, never its cards. */
	| { kind: "ungroup"; section: string }
	| { kind: "noop" }
>;

export type EditRefusal = Readonly<
	| CanvasFault
	| { kind: "no-such-node"; id: string }
	/** A section into itself or its own part. */
	| { kind: "into-itself" }
	| { kind: "odd-file" }
>;

/** Names and ids come from outside: the core knows neither language nor chance. */
export type EditTools = Readonly<{ newId(): string; trayLabel: string }>;

/** Applies one intent to what stands in the file now. The same text comes back where nothing changes. */
export function editOutline(text: string, intent: Intent, tools: EditTools): Result<string, EditRefusal> {
	const parsed = parseCanvas(text);
	if (!parsed.ok) return parsed;
	const canvas = parsed.value;
	const outline = readOutline(canvas);
	switch (intent.kind) {
		case "noop":
			return ok(text);
		case "add-card":
			return addCard(canvas, outline, intent, tools);
		case "add-section":
			return addSection(canvas, outline, intent, tools);
		case "rename":
			return rename(canvas, outline, intent.section, intent.heading);
		case "move-section":
			return moveSection(canvas, outline, intent);
		case "remove-card":
			if (!canvas.nodes.some((node) => node.id === intent.node)) return noSuch(intent.node);
			return written(changeCanvas(canvas, { remove: [intent.node] }));
		case "ungroup":
			if (sectionById(outline, intent.section) === null) return noSuch(intent.section);
			return written(changeCanvas(canvas, { remove: [intent.section] }));
	}
}

function noSuch(id: string): Result<string, EditRefusal> {
	return fail({ kind: "no-such-node", id });
}

function written(text: string | null): Result<string, EditRefusal> {
	return text === null ? fail({ kind: "odd-file" }) : ok(text);
}

function addCard(
	canvas: CanvasDocument,
	outline: Outline,
	{ file, section }: Readonly<{ file: string; section: string | null }>,
	tools: EditTools,
): Result<string, EditRefusal> {
	const target = section === null ? null : sectionById(outline, section);
	if (section !== null && target === null) return noSuch(section);
	return written(addCards(canvas, outline, target, [file], tools.newId, tools.trayLabel)?.text ?? null);
}

function rename(canvas: CanvasDocument, outline: Outline, id: string, heading: string): Result<string, EditRefusal> {
	const section = sectionById(outline, id);
	if (section === null) return noSuch(id);
	if (section.heading === heading) return ok(canvas.text);
	return written(changeCanvas(canvas, { set: { [id]: { label: heading } } }));
}

/** Room for a first row of cards. */
const NEW_SECTION = { width: 3 * (CARD_WIDTH + GAP) + GAP, height: CARD_HEIGHT + 2 * GAP };

function addSection(
	canvas: CanvasDocument,
	outline: Outline,
	{ heading, parent }: Readonly<{ heading: string; parent: string | null }>,
	tools: EditTools,
): Result<string, EditRefusal> {
	const target = parent === null ? null : sectionById(outline, parent);
	if (parent !== null && target === null) return noSuch(parent);
	const id = freshIds(canvas, tools.newId)();
	const place = firstFreeTop(outline, target?.group ?? null, null);
	const room = target === null ? NEW_SECTION.width : target.group.width - (place.x - target.group.x) - GAP;
	const width = Math.min(NEW_SECTION.width, Math.max(CARD_WIDTH + 2 * GAP, room));
	const arrangement = new Arrangement(outline);
	arrangement.addGroup(id, { ...place, width, height: NEW_SECTION.height }, parent);
	arrangement.stack([id], parent, place.x, place.y);
	const group = { id, type: "group", ...arrangement.box(id), label: heading };
	return written(changeCanvas(canvas, { add: [group], set: sides(arrangement, outline) }));
}

function moveSection(
	canvas: CanvasDocument,
	outline: Outline,
	intent: Extract<Intent, { kind: "move-section" }>,
): Result<string, EditRefusal> {
	const section = sectionById(outline, intent.section);
	if (section === null) return noSuch(intent.section);
	const before = intent.before === null ? null : sectionById(outline, intent.before);
	if (intent.before !== null && before === null) return noSuch(intent.before);
	const parentId = targetParent(outline, intent, before);
	const parent = parentId === null ? null : sectionById(outline, parentId);
	if (parentId !== null && parent === null) return noSuch(parentId);
	if (within(section, parentId) || before?.group.id === section.group.id) return fail({ kind: "into-itself" });
	const siblings = (parent?.sections ?? outline.sections).filter((each) => each.group.id !== section.group.id);
	const at = before === null ? siblings.length : siblings.findIndex((each) => each.group.id === before.group.id);
	const isThere = (parent?.sections ?? outline.sections)[at]?.group.id === section.group.id;
	if (isThere) return ok(canvas.text);
	const first = siblings[at];
	const above = siblings.slice(0, at).map((each) => bottomOf(each.group));
	const free = firstFreeTop(outline, parent?.group ?? null, section.group.id);
	const left = first?.group.x ?? free.x;
	const top = first === undefined ? free.y : Math.max(first.group.y, ...above.map((bottom) => bottom + 2 * GAP));
	const arrangement = new Arrangement(outline);
	const order = [section, ...siblings.slice(at)].map((each) => each.group.id);
	arrangement.stack(order, parentId, left, top);
	return written(changeCanvas(canvas, { set: sides(arrangement, outline) }));
}

function targetParent(
	outline: Outline,
	intent: Extract<Intent, { kind: "move-section" }>,
	before: OutlineSection | null,
): string | null {
	if (before !== null) return sectionParent(outline, before.group);
	if (intent.parent !== undefined) return intent.parent;
	return outline.parents.get(intent.section)?.id ?? null;
}

function sectionParent(outline: Outline, group: GroupNode): string | null {
	return outline.parents.get(group.id)?.id ?? null;
}

function within(section: OutlineSection, id: string | null): boolean {
	return id !== null && allSections({ sections: [section] }).some((each) => each.group.id === id);
}

/** Only sides that differ, only of nodes in the file. */
function sides(arrangement: Arrangement, outline: Outline): Readonly<Record<string, CanvasValue>> {
	const set: Record<string, CanvasValue> = {};
	const moves = arrangement.moves();
	for (const node of outline.nodes) {
		const box = moves.get(node.id);
		if (box !== undefined) set[node.id] = difference(node, box);
	}
	return set;
}
