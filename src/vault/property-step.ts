import { hashText } from "../text/hash";
import { findFrontmatter, lineEnd } from "./frontmatter-block";
import { scanEntries, type Entry } from "./frontmatter-entries";
import type { PropertyChanges, Written } from "./safe-vault";
import type { PropertyPlace, Step } from "./undo-log";

/** The name under which a step holds the two fences themselves, where a change put the block there. */
export const FENCES = "";

type Block = Readonly<{ text: string; from: number; to: number; entries: readonly Entry[] }>;
type PropertyStep = Extract<Step, { kind: "properties" }>;

/** A note's share of an act, from what the write did. Null: nothing was written. */
export function stepOf(written: Written, changes: PropertyChanges): Step | null {
	if (written.before === written.after) return null;
	const before = blockOf(written.before);
	const after = blockOf(written.after);
	if (after === null || (before === null && findFrontmatter(written.before).kind !== "none")) {
		return { kind: "text", path: written.path, before: written.before, after: written.after };
	}
	const rawBefore: Record<string, string | null> = {};
	const rawAfter: Record<string, string | null> = {};
	const places: Record<string, PropertyPlace> = {};
	const names = new Set([...(before?.entries ?? []), ...after.entries].map(({ name }) => name));
	for (const name of names) {
		const [old, now] = [rawOf(before, name), rawOf(after, name)];
		if (old === now) continue;
		rawBefore[name] = old;
		rawAfter[name] = now;
		const holder = old === null ? after : now === null ? before : null;
		if (holder !== null) places[name] = placeOf(holder, name);
	}
	if (before === null) {
		rawBefore[FENCES] = null;
		rawAfter[FENCES] = fencesOf(written.after, after);
	}
	return {
		kind: "properties",
		path: written.path,
		before: rawBefore,
		after: rawAfter,
		places,
		values: changes,
		notes: { before: hashText(written.before), after: hashText(written.after) },
	};
}

/** The step that does again what `step` took back, and the other way round. */
export function reversed(step: PropertyStep): PropertyStep {
	const { before, after, notes } = step;
	return {
		...step,
		before: after,
		after: before,
		...(notes === undefined ? {} : { notes: { before: notes.after, after: notes.before } }),
	};
}

/** Whether a note says anything else than the step left in it. Unknown of steps of earlier versions: no. */
export function isChangedSince(text: string, { notes }: PropertyStep): boolean {
	return notes !== undefined && hashText(text) !== notes.after;
}

/**
 * Writes a step's raw lines back where the note still says what the step left. Removed properties return to
 * their place: below the property they stood below, with as many lines of comment between.
 * Null: the note says something else by now, or cannot be read; it stays as it is.
 */
export function restoreProperties(text: string, step: PropertyStep): string | null {
	const names = Object.keys(step.before).filter((name) => name !== FENCES);
	const found = findFrontmatter(text);
	const fencesNow = step.after[FENCES];
	const fencesThen = step.before[FENCES];
	if (found.kind === "none" && typeof fencesThen === "string") {
		if (names.some((name) => (step.after[name] ?? null) !== null)) return null;
		const lines = names.map((name) => step.before[name] ?? "").join("");
		const half = fencesThen.length / 2;
		return (
			text.slice(0, found.at) +
			fencesThen.slice(0, half) +
			lines +
			fencesThen.slice(half) +
			text.slice(found.at)
		);
	}
	if (found.kind !== "block") return null;
	let block = found.text;
	// Removed ones first, then those that return in the order they stood in.
	const ordered = [...names].sort(
		(a, b) => Number(step.before[a] !== null) - Number(step.before[b] !== null),
	);
	for (const name of ordered) {
		const entries = scanEntries(block);
		if (!entries.ok) return null;
		const entry = entries.value.find((one) => one.name === name);
		const now = entry === undefined ? null : block.slice(entry.from, entry.to);
		if (now !== (step.after[name] ?? null)) return null;
		const from = entry?.from ?? returnTo(block, entries.value, step.places?.[name]);
		block = block.slice(0, from) + (step.before[name] ?? "") + block.slice(entry?.to ?? from);
	}
	const half = fencesNow === undefined || fencesNow === null ? 0 : fencesNow.length / 2;
	// The act made the block, and nothing of anybody else is in it: the fences go too.
	if (fencesThen === null && half > 0 && block === "" && fencesNow === fencesOf(text, found)) {
		return text.slice(0, found.from - half) + text.slice(found.to + half);
	}
	return text.slice(0, found.from) + block + text.slice(found.to);
}

function placeOf(block: Block, name: string): PropertyPlace {
	const index = block.entries.findIndex((entry) => entry.name === name);
	const above = block.entries[index - 1];
	const from = above?.to ?? 0;
	const to = block.entries[index]?.from ?? from;
	return { below: above?.name ?? null, lines: block.text.slice(from, to).split("\n").length - 1 };
}

/** Offset in the block. Without a known place: the end. */
function returnTo(
	block: string,
	entries: readonly Entry[],
	place: PropertyPlace | undefined,
): number {
	if (place === undefined) return block.length;
	const above = entries.find((entry) => entry.name === place.below);
	if (above === undefined && place.below !== null) return block.length;
	let at = above?.to ?? 0;
	for (let line = 0; line < place.lines && at < block.length; line++) {
		if (entries.some((entry) => entry.from === at)) break; // the comments between are gone
		at = lineEnd(block, at).next;
	}
	return at;
}

function blockOf(text: string): Block | null {
	const block = findFrontmatter(text);
	if (block.kind !== "block") return null;
	const entries = scanEntries(block.text);
	return entries.ok
		? { text: block.text, from: block.from, to: block.to, entries: entries.value }
		: null;
}

function rawOf(block: Block | null, name: string): string | null {
	const entry = block?.entries.find((one) => one.name === name);
	return entry === undefined || block === null ? null : block.text.slice(entry.from, entry.to);
}

/** Both fences with their line ends; the halves are equal. "" where the closing one ends the file. */
function fencesOf(text: string, block: Pick<Block, "from" | "to">): string {
	const opening = text.slice(text.startsWith("\ufeff") ? 1 : 0, block.from);
	return text.startsWith(opening, block.to) ? opening + opening : "";
}
