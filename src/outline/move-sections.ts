import { fail, ok, type Result } from "../result";
import { difference } from "./add-cards";
import { Arrangement, bottomOf, firstFreeTop } from "./arrange";
import { changeCanvas, type CanvasDocument, type CanvasValue } from "./canvas-document";
import type { GroupNode } from "./canvas-node";
import { noSuch, written, type EditRefusal } from "./edit-refusal";
import { allSections, sectionById, type Outline, type OutlineSection } from "./outline";
import { GAP } from "./place-cards";

/** One section, with everything in it, before another or to the end of a parent. */
export function moveSection(
	canvas: CanvasDocument,
	outline: Outline,
	intent: Readonly<{ section: string; before: string | null; parent?: string | null }>,
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

/**
 * A whole order at once: what stands at its place already stays, the rest goes under each other behind it. One by
 * one, every section but the first would be moved again with each that comes before it.
 */
export function orderSections(
	canvas: CanvasDocument,
	outline: Outline,
	{ sections, parent: parentId }: Readonly<{ sections: readonly string[]; parent: string | null }>,
): Result<string, EditRefusal> {
	const parent = parentId === null ? null : sectionById(outline, parentId);
	if (parentId !== null && parent === null) return noSuch(parentId);
	const all = new Map(allSections(outline).map((section) => [section.group.id, section]));
	const missing = sections.find((id) => !all.has(id));
	if (missing !== undefined) return noSuch(missing);
	if (sections.some((id) => within(all.get(id), parentId))) return fail({ kind: "into-itself" });
	const now = (parent?.sections ?? outline.sections).map((section) => section.group.id);
	const target = withFollowers(now, sections);
	const firstOther = target.findIndex((id, index) => now[index] !== id);
	if (firstOther === -1) return ok(canvas.text);
	const above = target.slice(0, firstOther).flatMap((id) => {
		const group = all.get(id)?.group;
		return group === undefined ? [] : [bottomOf(group)];
	});
	const first = all.get(now[firstOther] ?? "")?.group;
	const free = firstFreeTop(outline, parent?.group ?? null, null);
	const top = first === undefined ? free.y : Math.max(first.y, ...above.map((bottom) => bottom + 2 * GAP));
	const arrangement = new Arrangement(outline);
	arrangement.stack(target.slice(firstOther), parentId, first?.x ?? free.x, top);
	return written(changeCanvas(canvas, { set: sides(arrangement, outline) }));
}

/** The wanted order; a section that is not in it comes behind the one it stands behind now. */
function withFollowers(now: readonly string[], wanted: readonly string[]): readonly string[] {
	const isWanted = new Set(wanted);
	const target = [...wanted];
	now.forEach((id, index) => {
		if (isWanted.has(id)) return;
		const before = index === 0 ? -1 : target.indexOf(now[index - 1] ?? "");
		target.splice(before + 1, 0, id);
	});
	return target;
}

function targetParent(
	outline: Outline,
	intent: Readonly<{ section: string; before: string | null; parent?: string | null }>,
	before: OutlineSection | null,
): string | null {
	if (before !== null) return sectionParent(outline, before.group);
	if (intent.parent !== undefined) return intent.parent;
	return outline.parents.get(intent.section)?.id ?? null;
}

function sectionParent(outline: Outline, group: GroupNode): string | null {
	return outline.parents.get(group.id)?.id ?? null;
}

function within(section: OutlineSection | undefined, id: string | null): boolean {
	return section !== undefined && id !== null && allSections({ sections: [section] }).some((each) => each.group.id === id);
}

/** Only sides that differ, only of nodes in the file. */
export function sides(arrangement: Arrangement, outline: Outline): Readonly<Record<string, CanvasValue>> {
	const set: Record<string, CanvasValue> = {};
	const moves = arrangement.moves();
	for (const node of outline.nodes) {
		const box = moves.get(node.id);
		if (box !== undefined) set[node.id] = difference(node, box);
	}
	return set;
}
