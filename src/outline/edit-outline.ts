import { ok, type Result } from "../result";
import { addCards, freshIds } from "./add-cards";
import { Arrangement, firstFreeTop } from "./arrange";
import { changeCanvas, parseCanvas, type CanvasDocument } from "./canvas-document";
import { noSuch, written, type EditRefusal } from "./edit-refusal";
import { moveSection, orderSections, sides } from "./move-sections";
import { readOutline, sectionById, type Outline } from "./outline";
import { CARD_HEIGHT, CARD_WIDTH, GAP } from "./place-cards";

/** One thing the author does to the outline. Ids are node ids. */
export type Intent = Readonly<
	| { kind: "add-card"; file: string; section: string | null }
	| { kind: "add-section"; heading: string; parent: string | null }
	| { kind: "rename"; section: string; heading: string }
	/** Before a section, which decides the new parent; null: to the end of `parent` (of its own where absent). */
	| { kind: "move-section"; section: string; before: string | null; parent?: string | null }
	/** These sections, in this order, become or stay parts of `parent`; its other sections follow the one they followed. */
	| { kind: "order-sections"; sections: readonly string[]; parent: string | null }
	/** Takes a card off the canvas; its edges go with it. */
	| { kind: "remove-card"; node: string }
	/** Removes the group, never its cards. */
	| { kind: "ungroup"; section: string }
	| { kind: "noop" }
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
		case "order-sections":
			return orderSections(canvas, outline, intent);
		case "remove-card":
			if (!canvas.nodes.some((node) => node.id === intent.node)) return noSuch(intent.node);
			return written(changeCanvas(canvas, { remove: [intent.node] }));
		case "ungroup":
			if (sectionById(outline, intent.section) === null) return noSuch(intent.section);
			return written(changeCanvas(canvas, { remove: [intent.section] }));
	}
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
