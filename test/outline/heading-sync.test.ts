import fc from "fast-check";
import { parseCanvas } from "../../src/outline/canvas-document";
import { editOutline } from "../../src/outline/edit-outline";
import { remember } from "../../src/outline/heading-sync";
import { allSections, readOutline } from "../../src/outline/outline";
import { headings } from "../../src/text/headings";
import { syncHeadings } from "../doors/draft";
import { canvasOf, card, countingIds, group, layOut, shapes } from "./canvases";

function tree(canvas: string): readonly string[] {
	const parsed = parseCanvas(canvas);
	if (!parsed.ok) throw new Error(parsed.error.kind);
	return allSections(readOutline(parsed.value)).map((section) => `${"#".repeat(section.level)} ${section.heading}`);
}

function titles(draft: string): readonly string[] {
	return headings(draft)
		.filter((heading) => heading.level > 1)
		.map((heading) => `${"#".repeat(heading.level)} ${heading.text}`);
}

function sync(canvas: string, draft: string, from: "canvas" | "draft", answers = {}) {
	const synced = syncHeadings(canvas, draft, { from, answers });
	if ("refused" in synced) throw new Error("refused");
	return synced;
}

const three = canvasOf([group("a", "Alpha", 0, 0, 1000, 260), group("b", "Beta", 0, 340, 1000, 260), group("c", "Gamma", 0, 680, 1000, 260)]);
const draft = "# Title\n\nLead.\n\n## Alpha\n\nText of alpha.\n\n### Detail\n\nMore.\n\n## Beta\n\n```\n## no heading\n```\n\n## Gamma\n\nLast, without line end.";
/** Both sides have said the same. */
const known = remember(three, draft);

describe("outline and draft", () => {
	it("say the same: nothing is proposed and no byte changes", () => {
		expect(sync(known, draft, "canvas")).toMatchObject({ canvas: known, draft, changes: [], asks: [] });
		const sectionsOnly = draft.replace("### Detail", "Detail");
		expect(sync(known, sectionsOnly, "draft")).toMatchObject({ canvas: known, draft: sectionsOnly, changes: [], asks: [] });
	});

	it("a heading renamed on the canvas is renamed in the draft, whichever way is asked", () => {
		const renamed = known.replace('"label":"Beta"', '"label":"Better"');
		for (const from of ["canvas", "draft"] as const) {
			expect(sync(renamed, draft, from).draft).toBe(draft.replace("## Beta", "## Better"));
		}
	});

	it("a heading renamed in the draft is renamed on the canvas", () => {
		const synced = sync(known, draft.replace("## Beta", "## Better"), "canvas");
		expect(tree(synced.canvas)).toEqual(["## Alpha", "## Better", "## Gamma"]);
		expect(synced.draft).toBe(draft.replace("## Beta", "## Better"));
	});

	it("renamed on both sides: asks, and does nothing without an answer", () => {
		const canvas = known.replace('"label":"Beta"', '"label":"Canvas says"');
		const other = draft.replace("## Beta", "## Draft says");
		const asked = sync(canvas, other, "canvas");
		expect(asked.asks).toMatchObject([{ kind: "both-renamed", canvas: "Canvas says", draft: "Draft says" }]);
		expect([asked.canvas, asked.draft]).toEqual([canvas, other]);
		const id = asked.asks[0]?.id ?? "";
		expect(sync(canvas, other, "canvas", { [id]: "canvas" }).draft).toContain("## Canvas says");
		expect(tree(sync(canvas, other, "canvas", { [id]: "draft" }).canvas)).toContain("## Draft says");
	});

	it("a section moves with its whole text, sub-headings that are no sections included", () => {
		const moved = editOutline(known, { kind: "move-section", section: "a", before: null }, { newId: countingIds(), trayLabel: "" });
		if (!moved.ok) throw new Error("refused");
		const synced = sync(moved.value, draft, "canvas");
		expect(titles(synced.draft)).toEqual(["## Beta", "## Gamma", "## Alpha", "### Detail"]);
		expect(synced.draft).toContain("# Title\n\nLead.\n\n## Beta");
		expect(synced.draft).toContain("## Alpha\n\nText of alpha.\n\n### Detail\n\nMore.");
		expect(synced.draft).toContain("Last, without line end.\n\n## Alpha");
	});

	it("an order changed in the draft is taken over by the canvas", () => {
		const parts = draft.split(/(?=^## (?:Alpha|Beta|Gamma))/m);
		const other = [parts[0], parts[2], parts[1], parts[3]].join("");
		expect(tree(sync(known, other, "canvas").canvas)).toEqual(["## Beta", "## Alpha", "## Gamma"]);
	});

	it("an order of two columns is taken over with every card, and what stands right already stays", () => {
		const count = 12;
		const nodes = Array.from({ length: count }, (_, index) => {
			const [x, y] = [(index % 2) * 1300, Math.floor(index / 2) * 700];
			return [group(`g${index}`, `Part ${index}`, x, y, 1160, 600), card(`c${index}`, `S/${index}.md`, x + 40, y + 40)];
		}).flat();
		const text = (order: readonly number[]) => order.map((index) => `## Part ${index}\n\nText ${index}.\n`).join("\n");
		const numbers = Array.from({ length: count }, (_, index) => index);
		const canvas = remember(canvasOf(nodes), text(numbers));
		const wanted = [0, 1, 2, 7, 5, 3, 11, 4, 6, 8, 9, 10];
		const synced = sync(canvas, text(wanted), "draft");
		expect(tree(synced.canvas)).toEqual(wanted.map((index) => `## Part ${index}`));
		const parsed = parseCanvas(synced.canvas);
		if (!parsed.ok) throw new Error("refused");
		const outline = readOutline(parsed.value);
		for (const index of numbers) expect(outline.parents.get(`c${index}`)?.id).toBe(`g${index}`);
		for (const index of [0, 1, 2]) expect(outline.nodes.find((node) => node.id === `g${index}`)).toMatchObject({ x: (index % 2) * 1300, y: Math.floor(index / 2) * 700 });
	});

	it("a nesting turned inside out in the draft is taken over", () => {
		const nested = canvasOf([group("a", "Outer", 0, 0, 1000, 800), group("b", "Inner", 40, 400, 800, 300)]);
		const before = remember(nested, "## Outer\n\nx\n\n### Inner\n\ny\n");
		const synced = sync(before, "## Inner\n\ny\n\n### Outer\n\nx\n", "draft");
		expect(tree(synced.canvas)).toEqual(["## Inner", "### Outer"]);
	});

	it("a section that is new gets its heading at its place", () => {
		const added = editOutline(known, { kind: "add-section", heading: "Delta", parent: null }, { newId: countingIds(), trayLabel: "" });
		if (!added.ok) throw new Error("refused");
		const first = editOutline(added.value, { kind: "move-section", section: "0000000000000001", before: "b" }, { newId: countingIds(), trayLabel: "" });
		if (!first.ok) throw new Error("refused");
		expect(titles(sync(first.value, draft, "canvas").draft)).toEqual(["## Alpha", "### Detail", "## Delta", "## Beta", "## Gamma"]);
	});

	it("a heading taken out of the draft is asked about; its cards never go", () => {
		const without = draft.replace("## Gamma\n\n", "");
		const asked = sync(known, without, "canvas");
		expect(asked.asks).toMatchObject([{ kind: "gone-in-draft", section: "c" }]);
		expect(asked.canvas).toBe(known);
		expect(tree(sync(known, without, "canvas", { [asked.asks[0]?.id ?? ""]: "draft" }).canvas)).toEqual(["## Alpha", "## Beta"]);
	});

	it("works without memory: pairs by text, and adds what is missing", () => {
		const synced = sync(three, "## Beta\n\nText.\n", "canvas");
		expect(titles(synced.draft)).toEqual(["## Alpha", "## Beta", "## Gamma"]);
		expect(synced.draft).toContain("Text.");
	});

	it("without memory, two names in one place are asked about, never changed", () => {
		const other = draft.replace("## Beta", "## Something else");
		const asked = sync(three, other, "canvas");
		expect(asked.asks).toMatchObject([{ kind: "both-renamed", canvas: "Beta", draft: "Something else" }]);
		expect(asked.draft).toBe(other);
	});

	it("canvas → headings → canvas keeps titles, order and nesting", () => {
		const law = fc.property(shapes, (forest) => {
			const canvas = canvasOf(layOut(forest));
			const written = sync(canvas, "", "canvas").draft;
			expect(titles(written)).toEqual(tree(canvas));
			expect(tree(sync(canvasOf([]), written, "draft").canvas)).toEqual(tree(canvas));
		});
		fc.assert(law, { numRuns: 80 });
	});

	it("never loses or invents a line of the author's text", () => {
		const law = fc.property(shapes, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), (forest, moves) => {
			let canvas = canvasOf(layOut(forest));
			let text = sync(canvas, "", "canvas").draft.replace(/^(#+ .*)$/gm, "$1\n\nWords under $1 stay.\n\n- one\n- two\n");
			canvas = remember(canvas, text);
			const lines = (one: string) => one.split("\n").filter((line) => line.trim() !== "").map((line) => line.replace(/^#+ /, "")).sort();
			const before = lines(text);
			for (const [one, other] of moves) {
				const parsed = parseCanvas(canvas);
				if (!parsed.ok) throw new Error("broken");
				const sections = allSections(readOutline(parsed.value));
				const intent = { kind: "move-section" as const, section: sections[one % sections.length]?.group.id ?? "", before: sections[other % sections.length]?.group.id ?? "" };
				const edited = editOutline(canvas, intent, { newId: countingIds(), trayLabel: "" });
				if (!edited.ok) continue;
				const synced = sync(edited.value, text, "canvas");
				({ canvas, draft: text } = synced);
				expect(titles(text)).toEqual(tree(canvas));
			}
			expect(lines(text)).toEqual(before);
		});
		fc.assert(law, { numRuns: 80 });
	});
});
