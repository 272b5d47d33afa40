import fc from "fast-check";
import {
	pageSegments,
	type PageSuggestion,
	type PageView,
	type Segment,
} from "../../src/refine/page-segments";
import type { Decision } from "../../src/refine/decisions";
import type { SuggestionState } from "../../src/refine/review-shown";
import { editsFor } from "../../src/refine/rivals";
import { applyEdits } from "../../src/text/edit";
import { blockWith, DEMO, judged } from "./demo";
import { takeSnapshot } from "../../src/refine/snapshot";

const snapshot = takeSnapshot(DEMO);
const block = snapshot.block(blockWith(snapshot, "In order to understand"));
if (block === null) throw new Error("no block");
const ORDER = judged({ q: "In order to understand", r: "To understand", id: "order" });
const NOTE = judged({ q: "It is important to note that a cache is", r: "A cache is", id: "note" });
const VERY = judged({ q: "in a very real sense", r: "in a real sense", id: "very" });

const shown = (
	one: typeof ORDER,
	state: SuggestionState,
	decision: Decision | null = state === "accepted" ? { kind: "accept" } : null,
): PageSuggestion => ({
	suggestion: one,
	state,
	edits: decision === null ? [] : editsFor(one, decision),
});
const cut = (list: readonly PageSuggestion[], focused: string | null, view: PageView = "changes") =>
	pageSegments(DEMO, block, list, focused, view);
const read = (segments: readonly Segment[], without: readonly Segment["kind"][] = []): string =>
	segments
		.filter(({ kind }) => !without.includes(kind))
		.map(({ text }) => text)
		.join("");
const text = snapshot.textOf(block);

describe("a paragraph on the page", () => {
	it("shows every word of the focused suggestion that goes and comes", () => {
		const segments = cut([shown(ORDER, "open"), shown(NOTE, "open")], "order");
		expect(
			segments
				.filter(({ kind }) => kind === "removed")
				.map((one) => one.text)
				.join(""),
		).toContain("In order to");
		expect(read(segments, ["added"])).toBe(text);
		expect(read(segments, ["removed"])).toBe(
			applyEdits(DEMO.slice(0, block.to), ORDER.changes).slice(block.from),
		);
	});

	it("only marks the places of the others", () => {
		const segments = cut([shown(ORDER, "open"), shown(NOTE, "amber")], "order");
		expect(segments.find(({ kind }) => kind === "place")).toMatchObject({
			id: "note",
			state: "amber",
		});
	});

	it("reads accepted ones as they will read", () => {
		const segments = cut([shown(ORDER, "accepted"), shown(NOTE, "rejected")], null);
		expect(read(segments)).toBe(
			applyEdits(DEMO.slice(0, block.to), ORDER.changes).slice(block.from),
		);
	});

	it("shows nothing of what is rejected, blocked or put aside", () => {
		for (const state of ["rejected", "blocked", "aside"] as const)
			expect(cut([shown(ORDER, state)], null)).toEqual([{ kind: "plain", text }]);
	});

	it("before: as it was, after: as it will be, without marks", () => {
		const list = [shown(ORDER, "accepted"), shown(VERY, "open")];
		expect(cut(list, "order", "before")).toEqual([{ kind: "plain", text }]);
		expect(new Set(cut(list, "very", "after").map(({ kind }) => kind)).has("place")).toBe(
			false,
		);
	});

	it("never loses or doubles a word of the author's, whatever is decided", () => {
		const states = fc.constantFrom<SuggestionState>(
			"open",
			"amber",
			"accepted",
			"rejected",
			"stale",
			"rival",
			"aside",
		);
		const overlapping = judged({
			q: "a cache is, in a very real sense, a promise",
			r: "a cache is a promise",
			id: "long",
		});
		const all = [ORDER, NOTE, VERY, overlapping];
		fc.assert(
			fc.property(
				fc.array(states, { minLength: 4, maxLength: 4 }),
				fc.constantFrom(null, "order", "note", "very", "long"),
				(given, focused) => {
					const list = all.map((one, index) => shown(one, given[index] ?? "open"));
					if (given.includes("accepted")) return;
					expect(read(cut(list, focused), ["added"])).toBe(text);
				},
			),
		);
	});
});
