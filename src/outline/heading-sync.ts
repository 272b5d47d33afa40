import { headings, type Heading } from "../text/headings";
import type { CanvasValue } from "./canvas-document";
import { changeCanvas, parseCanvas } from "./canvas-document";
import { editOutline, type EditTools, type Intent } from "./edit-outline";
import type { Chosen, HeadingAsk, HeadingChange, Side } from "./heading-changes";
import { pairHeadings, type Pair } from "./heading-pairs";
import { rebuildDraft } from "./move-headings";
import { allSections, readOutline, type Outline, type OutlineSection } from "./outline";

export type SyncPlan = Readonly<{ changes: readonly HeadingChange[]; asks: readonly HeadingAsk[] }>;

export type Answers = Readonly<Record<string, Side>>;

/**
 * Compares outline and draft. What one side changed since both said the same is proposed to the other; what
 * has no such past follows `from`; what both changed is asked.
 */
export function planSync(outline: Outline, draft: string, from: Side): SyncPlan {
	const sections = allSections(outline);
	const pairs = pairHeadings(sections, headings(draft));
	const changes: HeadingChange[] = [];
	const asks: HeadingAsk[] = [];
	for (const pair of pairs) {
		if (pair.kind === "both") comparePair(pair, from, changes, asks);
		else if (pair.kind === "section") {
			const { section } = pair;
			const base = { id: `add ${section.group.id}`, heading: section.heading };
			if (section.group.said !== null) asks.push({ ...base, kind: "gone-in-draft", section: section.group.id });
			else if (from === "canvas") changes.push({ ...base, kind: "add", to: "draft", section: section.group.id });
		} else if (from === "draft") {
			const { heading } = pair;
			changes.push({ id: `add ${heading.text}`, heading: heading.text, kind: "add", to: "canvas", section: null });
		}
	}
	compareOrder(pairs, from, changes, asks);
	return { changes, asks };
}

function comparePair(
	{ section, heading, isGuess }: Extract<Pair, { kind: "both" }>,
	from: Side,
	changes: HeadingChange[],
	asks: HeadingAsk[],
): void {
	const { id, said } = section.group;
	if (section.heading !== heading.text) {
		// Two names in one place may be two things: a guess is asked about, never applied.
		const isCanvasNew = isGuess || (said === null ? from === "canvas" : said.heading !== section.heading);
		const isDraftNew = isGuess || (said === null ? from === "draft" : said.heading !== heading.text);
		const own = { id: `rename ${id}`, section: id };
		if (isCanvasNew && isDraftNew) {
			asks.push({ ...own, kind: "both-renamed", heading: section.heading, canvas: section.heading, draft: heading.text });
		} else if (isCanvasNew) {
			changes.push({ ...own, kind: "rename", to: "draft", heading: section.heading, was: heading.text });
		} else changes.push({ ...own, kind: "rename", to: "canvas", heading: heading.text, was: section.heading });
	}
	if (section.level !== heading.level) {
		const level = from === "canvas" ? section.level : heading.level;
		const to = from === "canvas" ? "draft" : "canvas";
		changes.push({ id: `level ${id}`, kind: "level", to, section: id, level, heading: section.heading });
	}
}

function compareOrder(pairs: readonly Pair[], from: Side, changes: HeadingChange[], asks: HeadingAsk[]): void {
	const both = pairs.filter((pair): pair is Extract<Pair, { kind: "both" }> => pair.kind === "both");
	const places = both.map((pair) => pair.heading.from);
	const count = places.length - longestRise(places);
	if (count === 0) return;
	const said = both.map((pair) => pair.section.group.said?.seq ?? null);
	const byDraft = [...both].sort((a, b) => a.heading.from - b.heading.from).map((pair) => pair.section.group.said?.seq ?? null);
	const isCanvasOld = isRising(said);
	const isDraftOld = isRising(byDraft);
	const first = both.find((pair, index) => (places[index + 1] ?? Infinity) < pair.heading.from) ?? both[0];
	const heading = first?.section.heading ?? "";
	if (isCanvasOld === isDraftOld && said.every((seq) => seq !== null)) asks.push({ id: "order", kind: "both-moved", heading });
	else {
		const to = isDraftOld && !isCanvasOld ? "draft" : isCanvasOld && !isDraftOld ? "canvas" : from === "canvas" ? "draft" : "canvas";
		changes.push({ id: "order", kind: "move", to, count, heading });
	}
}

function isRising(numbers: readonly (number | null)[]): boolean {
	return numbers.every((value, index) => {
		const before = index === 0 ? null : (numbers[index - 1] ?? null);
		return value !== null && (before === null || before < value);
	});
}

/** Length of the longest increasing run of a sequence, gaps allowed: what may stay where it is. */
function longestRise(numbers: readonly number[]): number {
	const ends: number[] = [];
	for (const value of numbers) {
		const at = ends.findIndex((end) => end >= value);
		if (at === -1) ends.push(value);
		else ends[at] = value;
	}
	return ends.length;
}

export type Synced = Readonly<{ canvas: string; draft: string }>;

/**
 * Applies changes (by id) and answers to both texts. Text of the draft moves with its heading and is never
 * deleted. Null: the canvas cannot be read or written.
 */
export function applySync(
	canvasText: string,
	draft: string,
	plan: SyncPlan,
	accepted: ReadonlySet<string>,
	answers: Answers,
	tools: EditTools,
	scaffoldOf: (section: OutlineSection) => string,
): Synced | null {
	const chosen = [
		...plan.changes.filter((change) => accepted.has(change.id)),
		...plan.asks.flatMap((ask) => resolveAsk(ask, answers[ask.id] ?? null)),
	];
	const parsed = parseCanvas(canvasText);
	if (!parsed.ok) return null;
	const outline = readOutline(parsed.value);
	const toDraft = chosen.filter((change) => "to" in change && change.to === "draft");
	const toCanvas = chosen.filter((change) => !("to" in change) || change.to === "canvas");
	const pairs = pairHeadings(allSections(outline), headings(draft));
	const newDraft = toDraft.length === 0 ? draft : rebuildDraft(draft, pairs, toDraft, scaffoldOf);
	const changed = applyToCanvas(canvasText, draft, pairs, toCanvas, tools);
	if (changed === null) return null;
	return { canvas: chosen.length === 0 ? changed : remember(changed, newDraft), draft: newDraft };
}

function resolveAsk(ask: HeadingAsk, side: Side | null): readonly Chosen[] {
	if (side === null) return [];
	const to = side === "canvas" ? "draft" : "canvas";
	switch (ask.kind) {
		case "both-renamed": {
			const heading = side === "canvas" ? ask.canvas : ask.draft;
			const was = side === "canvas" ? ask.draft : ask.canvas;
			return [{ id: ask.id, kind: "rename", to, section: ask.section, heading, was }];
		}
		case "both-moved":
			return [{ id: ask.id, kind: "move", to, count: 0, heading: ask.heading }];
		case "gone-in-draft":
			if (side === "draft") return [{ id: ask.id, kind: "ungroup", section: ask.section }];
			return [{ id: ask.id, kind: "add", to: "draft", section: ask.section, heading: ask.heading }];
	}
}

function applyToCanvas(
	text: string,
	draft: string,
	pairs: readonly Pair[],
	chosen: readonly Chosen[],
	tools: EditTools,
): string | null {
	const run = (now: string | null, intent: Intent): string | null => {
		const edited = now === null ? null : editOutline(now, intent, tools);
		return edited?.ok === true ? edited.value : null;
	};
	let now: string | null = text;
	for (const change of chosen) {
		if (change.kind === "rename") now = run(now, { kind: "rename", section: change.section, heading: change.heading });
		if (change.kind === "ungroup") now = run(now, { kind: "ungroup", section: change.section });
	}
	const found = headings(draft).filter((heading) => heading.level > 1);
	const ids = new Map<Heading, string>();
	for (const pair of pairs) if (pair.kind === "both") ids.set(headingIn(found, pair.heading), pair.section.group.id);
	for (const change of chosen) {
		if (change.kind !== "add" || change.section !== null || now === null) continue;
		const heading = found.find((each) => each.text === change.heading && !ids.has(each));
		if (heading === undefined) continue;
		const before = new Set(sectionIds(now));
		now = run(now, { kind: "add-section", heading: heading.text, parent: parentId(found, heading, ids) });
		const added = now === null ? undefined : sectionIds(now).find((id) => !before.has(id));
		if (added !== undefined) ids.set(heading, added);
	}
	const isMoved = chosen.some((change) => change.kind === "move" || change.kind === "level" || (change.kind === "add" && change.section === null));
	if (!isMoved || now === null) return now;
	return orderLikeDraft(now, found, ids, run);
}

function headingIn(found: readonly Heading[], heading: Heading): Heading {
	return found.find((each) => each.from === heading.from) ?? heading;
}

function sectionIds(text: string): readonly string[] {
	const canvas = parseCanvas(text);
	return canvas.ok ? allSections(readOutline(canvas.value)).map((section) => section.group.id) : [];
}

/** The nearest heading above of a higher rank that has a section. */
function parentId(found: readonly Heading[], heading: Heading, ids: ReadonlyMap<Heading, string>): string | null {
	const above = found.filter((each) => each.from < heading.from && each.end >= heading.end && each.level < heading.level);
	const parent = above.filter((each) => ids.has(each)).at(-1);
	return parent === undefined ? null : (ids.get(parent) ?? null);
}

/** Parent by parent, outermost first: its sections in the draft's order. */
function orderLikeDraft(
	text: string,
	found: readonly Heading[],
	ids: ReadonlyMap<Heading, string>,
	run: (now: string | null, intent: Intent) => string | null,
): string | null {
	const children = new Map<string | null, string[]>();
	for (const heading of found) {
		const id = ids.get(heading);
		if (id === undefined) continue;
		const parent = parentId(found, heading, ids);
		const siblings = children.get(parent);
		if (siblings === undefined) children.set(parent, [id]);
		else siblings.push(id);
	}
	let now: string | null = text;
	for (const [parent, sections] of children) now = run(now, { kind: "order-sections", sections, parent });
	return now;
}

/** Writes into each paired group what both sides say now. */
export function remember(canvasText: string, draft: string): string {
	const canvas = parseCanvas(canvasText);
	if (!canvas.ok) return canvasText;
	const sections = allSections(readOutline(canvas.value));
	const set: Record<string, CanvasValue> = {};
	for (const pair of pairHeadings(sections, headings(draft))) {
		if (pair.kind !== "both" || pair.section.heading !== pair.heading.text) continue;
		const { id, said } = pair.section.group;
		const seq = sections.indexOf(pair.section);
		if (said?.heading === pair.section.heading && said.seq === seq) continue;
		const old = canvas.value.nodes.find((node) => node.id === id)?.value.winnow;
		const others = typeof old === "object" && old !== null ? old : {};
		set[id] = { winnow: { ...others, heading: pair.section.heading, seq } };
	}
	return changeCanvas(canvas.value, { set }) ?? canvasText;
}
