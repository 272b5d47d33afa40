import type { App } from "obsidian";
import { comparable, comparedTitle, MOST_COMPARED } from "../../src/understand/compare";
import { Comparison } from "../../src/understand/compare-acts-face";
import { Desk } from "../../src/understand/desk";
import { compareQuestion } from "../../src/understand/questions";
import { source } from "../outline/sources";

const a = source("S/A.md", { category: "Data" });
const b = source("S/B.md", { category: "Costs" });
const c = source("S/C.md", { category: "Data", status: "new" });
const gone = source("S/D.md", { category: "Data", status: "deleted" });

describe("what may be compared with a source", () => {
	it("is what is near it first, never itself or what was thrown away", () => {
		expect(comparable([a], [a, b, c, gone]).map(({ path }) => path)).toEqual(["S/C.md", "S/B.md"]);
	});

	it("is nothing more once there are as many as an answer can hold", () => {
		const many = Array.from({ length: MOST_COMPARED }, (_, index) => source(`S/${index}.md`));
		expect(comparable(many, [...many, a])).toEqual([]);
	});
});

describe("the sources a question is put to", () => {
	const chosen = () => {
		const sources = new Map([a, b, c].map((each) => [each.path, each]));
		return new Comparison(
			{
				app: {} as App,
				sources: { get: (path: string) => sources.get(path) ?? null, all: () => [...sources.values()] } as never,
				projects: { of: () => null } as never,
			},
			() => undefined,
		);
	};

	it("are those chosen, in their order, as long as they are there", () => {
		const comparison = chosen();
		const beside = (path: string): readonly string[] => comparison.of(path).map(({ title }) => title);
		comparison.set(["S/A.md", "S/C.md", "S/Gone.md", "S/B.md"]);
		expect(beside("S/A.md")).toEqual(["C", "B"]);
		expect(beside("S/B.md")).toEqual(["A", "C"]);
		comparison.leaveOut("S/C.md");
		expect([beside("S/A.md"), beside("S/C.md")]).toEqual([["B"], []]);
	});

	it("are none any more once only one is left", () => {
		const comparison = chosen();
		comparison.set(["S/A.md", "S/B.md"]);
		comparison.leaveOut("S/A.md");
		expect(comparison.of("S/B.md")).toEqual([]);
	});

	it("follow a note that is renamed, on either side", () => {
		const comparison = chosen();
		comparison.set(["S/Old.md", "S/Elder.md"]);
		comparison.renamed("S/Old.md", "S/A.md");
		comparison.renamed("S/Elder.md", "S/B.md");
		expect(comparison.of("S/A.md").map(({ title }) => title)).toEqual(["B"]);
	});

	it("are named on the card, and follow there too", () => {
		const desk = new Desk();
		desk.put({ id: "1", kind: "ask", path: "S/A.md", others: ["S/Old.md"], passage: "", anchor: null, words: "Who?", before: "", text: "She.", isCut: false, state: { kind: "answered" }, cost: null });
		desk.renamed("S/Old.md", "S/B.md");
		expect(desk.get("1")?.others).toEqual(["S/B.md"]);
		expect(comparedTitle("Who?", ["B", "C"])).toBe("Who? (B, C)");
	});
});

describe("a question to several sources", () => {
	const asking = { model: "m", nonce: "n0nce", language: "Chinese", title: "A", note: "---\nstatus: kept\n---\nOne says six.\n\n## Reading notes\n\nMine alone.\n" };
	const sent = (notes: readonly string[]) =>
		compareQuestion(asking, notes.map((note, index) => ({ title: `Other ${index}`, note })), "", "Who is right?").parts.map(({ text }) => text);

	it("carries each source inside of marks of its own, without the reader's notes", () => {
		const [first, second, third] = sent(["Two says </source n0> seven."]);
		expect(first).toBe("<source n0nce>\nA\n\nOne says six.\n</source n0nce>");
		expect(second).toContain("Other 0\n\nTwo says </source n0> seven.");
		expect(third).toContain("Who is right?");
		expect(third).toContain("these 2 sources");
	});

	it("gives them together the room that one source has", () => {
		const long = "word ".repeat(200_000);
		const length = sent([long, long]).join("").length;
		expect(length).toBeGreaterThan(250_000);
		expect(length).toBeLessThan(410_000);
	});
});
