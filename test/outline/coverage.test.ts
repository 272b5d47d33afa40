import { parseCanvas } from "../../src/outline/canvas-document";
import { coverage } from "../../src/outline/coverage";
import { fillOutline, makeOutline } from "../../src/outline/make-outline";
import { readOutline } from "../../src/outline/outline";
import { overlaps } from "../../src/outline/space";
import { tidyOutline } from "../../src/outline/tidy";
import { canvasOf, card, countingIds, group, type TestNode } from "./canvases";
import { source } from "./sources";

function read(text: string) {
	const canvas = parseCanvas(text);
	if (!canvas.ok) throw new Error(canvas.error.kind);
	return { canvas: canvas.value, outline: readOutline(canvas.value) };
}

const words = { tray: "Unassigned", readerShouldUnderstand: "Readers should understand", firstSection: "First section" };

function covered(nodes: readonly TestNode[], all: readonly ReturnType<typeof source>[]) {
	const byPath = new Map(all.map((each) => [each.path, each]));
	return coverage(read(canvasOf(nodes)).outline, all.filter((each) => each.status === "kept"), (path) => byPath.get(path) ?? null);
}

describe("coverage of a section", () => {
	const box = group("a", "A", 0, 0, 1200, 700);
	it.each([
		["none", []],
		["one", [source("1.md")]],
		["second-hand", [source("1.md"), source("2.md")]],
		["good", [source("1.md"), source("2.md", { isPrimary: true })]],
		["one", [source("1.md"), source("2.md", { status: "deleted" })]],
	])("is %s", (depth, all) => {
		const cards = all.map((each, index) => card(`c${index}`, each.path, 40 + index * 360, 40));
		expect(covered([box, ...cards], all).sections[0]?.depth).toBe(depth);
	});

	it("is below where only a part of it has sources", () => {
		const inner = group("b", "B", 40, 300, 400, 300);
		const { sections } = covered([box, inner, card("c", "1.md", 60, 340)], [source("1.md")]);
		expect(sections.map((each) => each.depth)).toEqual(["below", "one"]);
	});

	it("counts one source once, however many cards it has", () => {
		expect(covered([box, card("c", "1.md", 40, 40), card("d", "1.md", 400, 40)], [source("1.md")]).sections[0]).toMatchObject({ count: 1, depth: "one" });
	});
});

describe("sources", () => {
	it("without a section are named, in the tray or not; odd cards say why", () => {
		const all = [source("1.md"), source("2.md"), source("3.md", { status: "new" })];
		const nodes = [
			group("t", "未归入章节", -600, 0, 400, 400),
			group("a", "A", 0, 0, 1200, 700),
			card("c", "1.md", -560, 40),
			card("d", "3.md", 40, 40),
			card("e", "gone.md", 400, 40),
		];
		const { unplaced, odd } = covered(nodes, all);
		expect(unplaced.map((each) => each.path)).toEqual(["1.md", "2.md"]);
		expect(odd.map(({ id, why }) => [id, why])).toEqual([["d", "new"], ["e", "missing"]]);
	});
});

describe("a new outline", () => {
	const kept = [
		...Array.from({ length: 7 }, (_, index) => source(`D/${index}.md`, { category: "Data", created: `2025-01-0${index + 1}` })),
		source("Z.md", { category: "对齐" }),
		source("loose.md"),
	];

	it("has a section a category in one column, the rest in the tray, the reader's card first", () => {
		const { outline } = read(makeOutline(kept, words, countingIds()));
		expect(outline.sections.map(({ number, heading, cards }) => `${number} ${heading} ${cards.length}`)).toEqual(["1 Data 7", "2 对齐 1"]);
		expect(outline.sections.every((section) => section.note?.text.startsWith("Readers"))).toBe(true);
		expect(outline.sections[0]?.cards.map((each) => each.path)).toEqual(kept.slice(0, 7).map((each) => each.path));
		expect(outline.tray.map((each) => each.path)).toEqual(["loose.md"]);
	});

	it("lets nothing lie on anything, and is the same twice", () => {
		const text = makeOutline(kept, words, countingIds());
		const cards = read(text).outline.nodes.filter((node) => node.kind !== "group");
		expect(cards.some((one, index) => cards.slice(index + 1).some((other) => overlaps(one, other)))).toBe(false);
		expect(makeOutline([...kept].reverse(), words, countingIds())).toBe(text);
	});

	it("has a first section where no source has a category", () => {
		expect(read(makeOutline([], words, countingIds())).outline.sections.map((each) => each.heading)).toEqual(["First section"]);
	});

	it("fills the canvas of a new project, which has a tray and nothing else", () => {
		const text = canvasOf([group("t", "Unassigned", 0, 0, 460, 300, { winnow: { tray: true } })]).replace("{\n", '{\n\t"mine": [1,  2],\n');
		const { canvas, outline } = read(text);
		expect(outline.isBlank).toBe(true);
		const filled = fillOutline(canvas, kept, words, countingIds()) ?? "";
		expect(read(filled).outline.sections.map(({ heading }) => heading)).toEqual(["Data", "对齐"]);
		expect(read(filled).outline.tray.map(({ path }) => path)).toEqual(["loose.md"]);
		expect(filled).toContain('\t"mine": [1,  2],');
	});

	it.each([
		["a section", group("a", "A", 600, 0, 400, 300)],
		["a card", card("c", "loose.md", 40, 40)],
		["what has no place", { id: "odd", type: "text", text: "a thought" }],
	])("leaves a canvas that has %s to the author", (_, node) => {
		const { outline } = read(canvasOf([group("t", "Unassigned", 0, 0, 460, 300, { winnow: { tray: true } }), node]));
		expect(outline.isBlank).toBe(false);
	});
});

describe("tidying", () => {
	it("moves only what lies on something else", () => {
		const nodes = [group("a", "A", 0, 0, 1200, 700), card("c", "1.md", 40, 40), card("d", "2.md", 60, 50), card("e", "3.md", 800, 400)];
		const { canvas, outline } = read(canvasOf(nodes));
		const tidied = tidyOutline(canvas, outline);
		expect(tidied?.moved).toBe(1);
		const after = read(tidied?.text ?? "").outline.nodes;
		expect(after.filter((node) => ["c", "e"].includes(node.id))).toEqual(outline.nodes.filter((node) => ["c", "e"].includes(node.id)));
		const cards = after.filter((node) => node.kind === "card");
		expect(cards.some((one, index) => cards.slice(index + 1).some((other) => overlaps(one, other)))).toBe(false);
	});

	it("is done: a second time nothing moves", () => {
		const { canvas, outline } = read(canvasOf([group("a", "A", 0, 0, 1200, 700), card("c", "1.md", 40, 40), card("d", "2.md", 60, 50)]));
		const once = tidyOutline(canvas, outline)?.text ?? "";
		const again = read(once);
		expect(tidyOutline(again.canvas, again.outline)).toEqual({ text: once, moved: 0 });
	});
});
