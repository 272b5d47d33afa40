import { mergeInto } from "../../src/inbox/merge-copies";
import { nearTexts, sketchOf } from "../../src/inbox/near-texts";
import { sameWorks } from "../../src/inbox/same-works";
import { source } from "./sources";

const groups = (found: readonly (readonly { path: string }[])[]): string[] =>
	found.map((group) => group.map(({ path }) => path).join(" "));

describe("copies", () => {
	it("are sources of one address, DOI or arXiv id, also by way of a third", () => {
		const sources = [
			source("a", { url: "https://www.example.org/x?utm_source=n" }),
			source("b", { url: "https://example.org/x", doi: "10.1000/182" }),
			source("c", { doi: "https://doi.org/10.1000/182" }),
			source("d", { url: "https://arxiv.org/abs/2203.15556v2" }),
			source("e", { arxiv: "2203.15556" }),
			source("f", { url: "https://example.org/y" }),
		];
		expect(groups(sameWorks(sources))).toEqual(["a b c", "d e"]);
	});

	it("are not notes without a work", () => {
		expect(sameWorks([source("a"), source("b")])).toEqual([]);
	});
});

describe("texts", () => {
	const text = Array.from({ length: 400 }, (_, index) => `word${(index * 7919) % 1009}`);
	const other = Array.from({ length: 400 }, (_, index) => `other${(index * 104_729) % 997}`);

	function near(texts: Readonly<Record<string, readonly string[]>>): string[] {
		const steps = nearTexts(
			Object.entries(texts).map(([path, words]) => sketchOf(path, `---\nsource: ${path}\n---\n${words.join(" ")}`)),
		);
		for (;;) {
			const step = steps.next();
			if (step.done === true) return step.value.map((group) => group.join(" "));
		}
	}

	it("are nearly the same with a few words changed", () => {
		const changed = text.map((word, index) => (index % 150 === 0 ? "x" : word));
		expect(near({ a: text, b: other, c: changed })).toEqual(["a c"]);
	});

	it("are not with half of them changed, or too short to tell", () => {
		expect(near({ a: text, b: [...text.slice(0, 200), ...other.slice(0, 200)] })).toEqual([]);
		expect(near({ a: ["so", "it", "is"], b: ["so", "it", "is"] })).toEqual([]);
	});

	it("are found among 3,000, however many copies there are", () => {
		const many = Object.fromEntries(
			Array.from({ length: 3000 }, (_, at) => [
				`n${at}`,
				at % 40 === 0 ? text : Array.from({ length: 60 }, (_word, index) => `w${at}x${index}`),
			]),
		);
		const [group = "", ...others] = near(many);
		expect(group.split(" ")).toHaveLength(75);
		expect(others).toEqual([]);
	});

	it("do not count their layout, nor their properties", () => {
		const words = text.join(" ");
		const steps = nearTexts([
			sketchOf("a", `---\ntitle: a\n---\n# ${words}`),
			sketchOf("b", `\n\n> **${words.replaceAll(" ", "**\n> **")}**`),
		]);
		let step = steps.next();
		while (step.done !== true) step = steps.next();
		expect(step.value).toEqual([["a", "b"]]);
	});
});

describe("keeping one of several copies", () => {
	it("throws the others away with a reason that names it, and leaves those thrown away before", () => {
		const kept = source("a", { title: "On dough", status: "kept" });
		const group = [kept, source("b"), source("c", { status: "deleted", reason: "a list" })];
		expect(mergeInto(kept, group, (title) => `Same as ${title}`)).toEqual({
			paths: ["b"],
			change: { kind: "delete", reason: "Same as On dough" },
		});
	});
});
