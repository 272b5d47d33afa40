import { judgeEdit } from "../../src/refine/guard";
import { readingsOf } from "../../src/refine/draft-target-face";
import { localPass } from "../../src/refine/local-pass";
import { PASSES } from "../../src/refine/passes";
import { askedBlocks, buildRequest } from "../../src/refine/prompt";
import { wholeRange, windowsOf } from "../../src/refine/ranges";
import { takeSnapshot, type Snapshot } from "../../src/refine/snapshot";
import { context } from "./demo";

const MODELS = { tighten: "small", questions: "large", budget: null };
const OPTIONS = {
	model: "small",
	brief: [],
	myWords: [],
	protectedPassages: [],
	wishes: "",
	sources: [],
	nonce: "abcdefghijkl",
};

const readings = (snapshot: Snapshot) => readingsOf(snapshot, wholeRange(snapshot), PASSES, MODELS);

function requestOf(snapshot: Snapshot, at = 0): string {
	const reading = readings(snapshot)[at];
	if (reading === undefined) return "";
	const { pass, range, shown } = reading;
	return buildRequest(snapshot, pass, range, OPTIONS, shown)
		.parts.map(({ text }) => text)
		.join("\n");
}

/** What the guard says to cutting these words from the block that holds them. */
function cutting(snapshot: Snapshot, q: string): string {
	const block = snapshot.blocks.find((one) => snapshot.textOf(one).includes(q));
	const value = { b: block?.id ?? 0, k: "filler" as const, q, r: "", why: "", ref: null };
	return judgeEdit(snapshot, { value, oddKind: null }, context({ pass: "cut" }), "s1").verdict;
}

describe("a draft of thirty words", () => {
	const snapshot = takeSnapshot(
		"Basically, this is a short note. It has no heading, no brief and no project. It is still worth a look.\n",
	);

	it("is read in one call a pass", () => {
		expect(readings(snapshot)).toHaveLength(PASSES.length);
		expect(requestOf(snapshot)).toContain("[1] Basically, this is");
		expect(requestOf(snapshot)).toContain("Answer for blocks 1-1 only.");
	});

	it("asks for nothing that is not there: no brief, no words, no sources", () => {
		expect(requestOf(snapshot)).not.toMatch(/in the author's words|must stay|<source/);
	});

	it("can be tightened", () => {
		expect(cutting(snapshot, "Basically, ")).toBe("apply");
	});
});

describe("a draft with nothing in it", () => {
	it.each(["", "\n\n", "---\na: 1\n---\n", "%% only a note to myself %%\n", "```\ncode\n```\n"])(
		"asks nothing: %j",
		(text) => {
			const snapshot = takeSnapshot(text);
			expect(askedBlocks(snapshot)).toHaveLength(0);
			expect(localPass(snapshot, []).findings).toHaveLength(0);
		},
	);
});

describe("a draft without headings", () => {
	const paragraph =
		"Nobody had told it that the price had changed, and so it went on saying what it knew. ".repeat(
			12,
		);
	const snapshot = takeSnapshot(
		Array.from({ length: 60 }, (_, at) => `${at}. ${paragraph}`).join("\n\n"),
	);

	it("is cut between paragraphs, and every paragraph is asked about once", () => {
		const cut = readings(snapshot).filter(({ pass }) => pass.id === "cut");
		expect(cut.length).toBeGreaterThan(1);
		const asked = cut.flatMap(({ range }) =>
			askedBlocks(snapshot).filter(({ id }) => id >= range.from && id <= range.to),
		);
		expect(asked.map(({ id }) => id)).toEqual(askedBlocks(snapshot).map(({ id }) => id));
	});
});

describe("a draft beyond what a request can show", () => {
	const section = (nth: number): string =>
		`## Part ${nth}\n\n${"The run kept learning while nobody in the room looked at its slope. ".repeat(900)}`;
	const snapshot = takeSnapshot(Array.from({ length: 9 }, (_, at) => section(at)).join("\n\n"));

	it("is split at headings, and no request shows more than its window", () => {
		const windows = windowsOf(snapshot, wholeRange(snapshot));
		expect(windows.length).toBeGreaterThan(1);
		for (const { range } of windows) expect(snapshot.block(range.from)?.kind).toBe("heading");
		const [first, second] = windows;
		const text = requestOf(snapshot);
		expect(text).toContain(`[${first?.range.from}]`);
		expect(text).not.toContain(`[${second?.range.from}]`);
	});
});

describe.each([
	["a comment", "%%"],
	["a formula", "$$"],
	["a fence", "```"],
])("a draft in which nobody closed %s", (_name, mark) => {
	const snapshot = takeSnapshot(
		`Basically, the first part is prose.\n\n${mark}\nBasically, this is not.\n\nNor, basically, is this.\n`,
	);

	it("says so once", () => {
		expect(snapshot.unclosed).toHaveLength(1);
	});

	it("protects all behind it, and what stands before stays prose", () => {
		expect(cutting(snapshot, "Basically, the first")).not.toBe("block");
		expect(cutting(snapshot, "Basically, this is")).toBe("block");
		expect(cutting(snapshot, "Nor, basically, is")).toBe("block");
	});
});
