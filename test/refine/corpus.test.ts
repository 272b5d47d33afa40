import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { guard, guardNote, prepare, reanchor, resolveQuote } from "../doors/refine";
import { makeAnchor } from "../../src/text/anchor";
import { describeWithShared } from "../shared";

type Labelled = Readonly<{
	id: string;
	pass: "cut";
	model: unknown;
	origin: string;
	expect: Readonly<{ verdicts: string[]; range?: [number, number]; result?: string }>;
}>;
type AnswerFile = Readonly<{
	draft: string;
	blocks: [number, string, number, number][];
	sources: { id: string; text: string }[];
	suggestions: Labelled[];
	notes: Labelled[];
}>;

const PASSING = ["apply", "amber", "show"];

describeWithShared("the labelled answers of corpora/refine", (shared) => {
	const folder = join(shared, "corpora/refine");
	const files = readdirSync(join(folder, "answers")).map((name) => {
		const file = JSON.parse(readFileSync(join(folder, "answers", name), "utf8")) as AnswerFile;
		const draft = readFileSync(join(folder, "drafts", `${file.draft}.md`), "utf8");
		const blocks = file.blocks.map(([id, kind, from, to]) => ({ id, kind, from, to }));
		const base = { pass: "cut" as const, blocks, sources: file.sources };
		return { file, draft, context: { ...base, prepared: prepare(draft, base) } };
	});

	const judged = files.flatMap(({ file, draft, context }) => [
		...file.suggestions.map((one) => ({
			one,
			said: guard(draft, one.model, { ...context, pass: one.pass }),
		})),
		...file.notes.map((one) => ({
			one,
			said: guardNote(draft, one.model, { ...context, pass: one.pass }),
		})),
	]);

	it("let nothing bad through", () => {
		const through = judged.filter(({ one, said }) => {
			const mayPass = one.expect.verdicts.some((verdict) => PASSING.includes(verdict));
			return !mayPass && PASSING.includes(said.verdict);
		});
		expect(through.map(({ one }) => one.id)).toEqual([]);
	});

	it("let mends of planted faults pass", () => {
		const mends = judged.filter(({ one }) => one.origin === "truth");
		const passed = mends.filter(({ said }) => PASSING.includes(said.verdict));
		expect(passed.length / mends.length).toBeGreaterThan(0.97);
	});

	it("leave the text as it should be, byte for byte", () => {
		const wrong = judged.filter(({ one, said }) => {
			if (
				!("replacement" in said) ||
				one.expect.result === undefined ||
				!PASSING.includes(said.verdict)
			)
				return false;
			return said.replacement !== one.expect.result;
		});
		expect(wrong.map(({ one }) => one.id)).toEqual([]);
	});

	it("have quotes that are found again, also in a moved note", () => {
		for (const { draft, context } of files) {
			for (const block of context.blocks.filter(
				(one) => one.kind === "paragraph" && one.to - one.from > 80,
			)) {
				const words = draft.slice(block.from + 10, block.from + 60);
				const place = resolveQuote(draft, block, words);
				if (place === null || words.trim() !== words) continue;
				expect([place.from, place.to]).toEqual([block.from + 10, block.from + 60]);
				const moved = reanchor(`A new line.\n\n${draft}`, makeAnchor(draft, place, block));
				expect(moved === null || moved.from === place.from + 13).toBe(true);
			}
		}
	});
});
