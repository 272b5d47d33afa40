import { parseCanvas } from "../../src/outline/canvas-document";
import { readOutline } from "../../src/outline/outline";
import { treeIntent } from "../../src/outline/tree-keys";
import { readPassages } from "../../src/draft/passage-shelf";
import { passages } from "../../src/draft/passages";
import { updateSourceLines } from "../../src/draft/scaffold";
import { sectionState, shownFromElsewhere } from "../../src/draft/section-state";
import { parseSourceLine } from "../../src/draft/source-line";
import { pairHeadings } from "../../src/outline/heading-pairs";
import { allSections } from "../../src/outline/outline";
import { headings } from "../../src/text/headings";
import { canvasOf, card, group } from "../outline/canvases";
import { source } from "../outline/sources";

const canvas = parseCanvas(
	canvasOf([
		group("a", "Data", 0, 0, 1120, 600),
		group("b", "Filters", 40, 300, 1000, 260),
		card("c", "S/One.md", 40, 40),
		card("d", "S/Two.md", 80, 340),
	]),
);
if (!canvas.ok) throw new Error("broken");
const outline = readOutline(canvas.value);

const draft = `# T

Lead.

## Data

%% 来源： [[Other]] %%

Words of mine.[^one] %% gap: more %%

> Quoted without a source.

### Detail

Deeper.

## Notes

[^one]: Ada, [[One]], 2025. “the first words of it …”
[^never]: Nobody.
`;

function at(words: string) {
	return sectionState({
		draft,
		offset: draft.indexOf(words),
		outline,
		resolve: (target) => (target.startsWith("S/") ? target : `S/${target}.md`),
		source: (path) => source(path),
		passages: () => ({ list: [{ kind: "highlight", from: 0, to: 9, words: "the first words of it and what follows them here", place: "" }], isUnmarked: false }),
	});
}

describe("the section under the cursor", () => {
	it("has its cards, what is cited here, and what is not in order", () => {
		const state = at("Words of mine");
		expect(state.place).toMatchObject({ index: 1, count: 3, section: { heading: "Data" } });
		expect(state.sources.map((each) => [each.source.path, each.citedHere])).toEqual([["S/One.md", 1]]);
		expect(state).toMatchObject({ unquoted: 1, faults: 1, words: 8 });
	});

	it("is found for a sub-heading that is no section", () => {
		expect(at("Deeper").sources.map((each) => each.source.path)).toEqual(["S/One.md"]);
	});

	it("reads the sources line in any shipped language where the outline has no such section", () => {
		expect(parseSourceLine("%% 来源： [[Other|x]] · [[Two#h]] %%")).toEqual(["Other", "Two"]);
		expect(parseSourceLine("%% resources: [[Other]] %%")).toBeNull();
		expect(at("## Notes").sources).toEqual([]);
		expect(at("Lead").place.heading).toBeNull();
	});
});

describe("sources lines", () => {
	it("follow the outline, and nothing else in the draft changes", () => {
		const pairs = pairHeadings(allSections(outline), headings(draft));
		const words = { sources: "sources", untitled: "Untitled", linkTo: (path: string) => `[[${path}]]` };
		const updated = updateSourceLines(draft, pairs, words);
		expect(updated).toBe(draft.replace("%% 来源： [[Other]] %%", "%% sources: [[S/One.md]] %%"));
		expect(updateSourceLines(updated, pairHeadings(allSections(outline), headings(updated)), words)).toBe(updated);
	});
});

describe("passages of a source", () => {
	it("are highlights and quotes; code, comments and callouts are none", () => {
		const note = "---\na: ==x==\n---\n\nText ==with **bold** [link](u) words== here.\n\n> A quote\n> of two lines.\n\n> [!note]\n> Mine.\n\n`==code==` ==中文高亮==\n\n```\n==no==\n```\n\n%% ==no== %%\n";
		expect(passages(note).map((each) => [each.kind, each.words])).toEqual([
			["highlight", "with bold link words"],
			["quote", "A quote of two lines."],
			["highlight", "中文高亮"],
		]);
	});

	it("know the heading they stand under, as it reads", () => {
		const note = "==first==\n\n# T\n\n## 3.1 On **loss**\n\n==second==\n\n> third\n";
		expect(passages(note).map((each) => [each.words, each.place])).toEqual([
			["first", ""],
			["second", "3.1 On loss"],
			["third", "3.1 On loss"],
		]);
	});

	it("are the note's beginning where nothing is marked", () => {
		expect(readPassages("# T\n\nFirst paragraph.\n\nSecond.\n")).toMatchObject({ isUnmarked: true, list: [{ words: "First paragraph." }] });
	});
});

describe("keys of the section list", () => {
	const key = (id: string, name: string, altKey = true) => treeIntent(outline, id, { key: name, altKey });
	it("move, nest and ungroup", () => {
		expect(key("b", "ArrowLeft")).toEqual({ kind: "move-section", section: "b", before: null, parent: null });
		expect(key("b", "ArrowUp")).toBeNull();
		expect(key("a", "ArrowRight")).toBeNull();
		expect(key("b", "Delete", false)).toEqual({ kind: "ungroup", section: "b" });
	});
});

describe("a source of another section", () => {
	const uses = new Map([["S/One.md", [{ key: "one", text: "Ada, One. “three short words”", at: [7, 70] }]]]);
	const passage = { kind: "highlight", from: 0, to: 17, words: "three short words", place: "" } as const;
	const shown = (path: string) => shownFromElsewhere(source(path), uses, { list: [passage], isUnmarked: false });

	it("says how often the draft cites it, and by which footnote its passage is used", () => {
		const { citedHere, passages } = shown("S/One.md");
		expect([citedHere, passages[0]?.use?.key, passages[0]?.isUsedHere]).toEqual([2, "one", false]);
	});

	it("is not cited where the draft has no footnote for it", () => {
		expect([shown("S/Two.md").citedHere, shown("S/Two.md").passages[0]?.use]).toEqual([0, null]);
	});
});
