import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeEdit } from "../../src/refine/guard";
import { prepareSource } from "../../src/refine/guard-case";
import { parseAnswer } from "../../src/refine/pasted-answer";
import { plan } from "../../src/refine/plan";
import { startReview } from "../../src/refine/decisions";
import { reviewed } from "../../src/refine/review";
import { stateOf } from "../../src/refine/review-shown";
import { shieldsOf } from "../../src/refine/shields";
import { takeSnapshot, type Snapshot, type SnapshotBlock } from "../../src/refine/snapshot";
import { applyEdits } from "../../src/text/edit";
import { splitBlocks } from "../../src/text/blocks";
import { describeWithShared } from "../shared";
import { context, DEMO } from "./demo";

/** The note after a person accepted, one by one, all that can be accepted of an answer. */
function acceptAll(snapshot: Snapshot, answer: string): string {
	const parsed = parseAnswer(answer);
	if (!parsed.ok) return snapshot.text;
	const passes = ["cut", "connect", "typos", "edit"] as const;
	const suggestions = parsed.value.edits.map((one, at) =>
		judgeEdit(snapshot, one, context({ pass: passes[at % passes.length] ?? "edit" }), `s${at}`),
	);
	let review = reviewed(startReview(snapshot.hash), {
		kind: "arrive",
		suggestions,
		questions: [],
	});
	for (const { id } of suggestions)
		review = reviewed(review, { kind: "decide", id, decision: { kind: "accept" } });
	return applyEdits(snapshot.text, plan(review, snapshot.text).changes);
}

/** Everything of a note that no model may change. */
function protectedBytes(text: string): string[] {
	return splitBlocks(text).flatMap((block) => {
		const inside = text.slice(block.from, block.to);
		if (/^(?:frontmatter|code|math|comment|html|linkdef)$/.test(block.kind)) return [inside];
		const spans = shieldsOf(inside, block.kind).filter((shield) => shield.kind === "span");
		return spans.map((shield) => shield.text).sort();
	});
}

const PIECES = [
	"a",
	" ",
	"not ",
	"\n\n",
	"[[x]]",
	"`",
	"$$",
	"%%",
	"<b>",
	"http://a.example",
	"#tag",
	"](",
	"[^a]",
	"it",
	"the old",
	"缓存",
	"。",
	"**",
	"\u200b",
	"{{",
	"^a",
	"- ",
	"|",
];
const anyReplacement = fc.oneof(
	fc.constant(""),
	fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((list) => list.join("")),
);

const DEMO_SHOT = takeSnapshot(DEMO);
const anyEdit = fc
	.tuple(
		fc.nat(14),
		fc.nat(200),
		fc.nat(60),
		anyReplacement,
		fc.constantFrom("wordy", "repeat", "typo", "x"),
		fc.boolean(),
	)
	.map(([b, start, length, text, k, isMiddle]) => {
		const block = DEMO_SHOT.block(b);
		const words = block === null ? "nothing" : DEMO_SHOT.textOf(block);
		const q = words.slice(start % words.length, (start % words.length) + length + 3);
		const r = isMiddle ? q.slice(0, q.length >> 1) + text + q.slice((q.length >> 1) + 3) : text;
		return { b, k, q, r, why: "", ref: null };
	});

describe("whatever a model answers", () => {
	it("protected bytes stay, even if a person accepts all that is offered", () => {
		const law = fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
			const after = acceptAll(DEMO_SHOT, JSON.stringify({ edits, notes: [] }));
			expect(protectedBytes(after)).toEqual(protectedBytes(DEMO));
		});
		fc.assert(law, { numRuns: 1500 });
	});

	it("any JSON leaves the note as it is or changes prose alone", () => {
		const law = fc.property(fc.json(), (json) => {
			expect(protectedBytes(acceptAll(DEMO_SHOT, json))).toEqual(protectedBytes(DEMO));
		});
		fc.assert(law);
	});
});

type Item = Readonly<{
	id: string;
	title: string;
	answer: unknown;
	pass?: "cut";
	source?: string;
	expect: Readonly<{ result: string; offered?: number[]; offeredMax?: number }>;
	orOffered?: boolean;
	orRejected?: boolean;
	orPartial?: unknown;
	orParsedEmpty?: boolean;
}>;

type Part = string | Readonly<{ repeat: string; times: number }>;

function spelledOut(answer: unknown): string {
	if (typeof answer === "string") return answer;
	const { concat } = answer as Readonly<{ concat?: Part[] }>;
	if (concat === undefined) return JSON.stringify(answer);
	return concat
		.map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times)))
		.join("");
}

describeWithShared("the answers of corpora/hostile", (shared) => {
	const folder = join(shared, "corpora/hostile/model-answers");
	const draft = readFileSync(join(folder, "draft.md"), "utf8");
	const items = (
		JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as { items: Item[] }
	).items;
	const numbered = (
		JSON.parse(readFileSync(join(folder, "blocks.json"), "utf8")) as {
			blocks: { b: number; kind: string; text: string }[];
		}
	).blocks;
	const blocks: SnapshotBlock[] = numbered.map(({ b, kind, text }) => {
		const from = draft.indexOf(text);
		const ours = kind === "footnotes" ? "footnote" : kind;
		return { id: b, kind: ours, from, to: from + text.length };
	});
	const snapshot = takeSnapshot(draft, blocks);

	it.each(items.map((item) => [`${item.id} ${item.title}`, item] as const))(
		"%s",
		(_name, item) => {
			const parsed = parseAnswer(spelledOut(item.answer));
			if (item.expect.result === "rejected") {
				const isEmpty =
					parsed.ok && parsed.value.edits.length === 0 && item.orParsedEmpty === true;
				expect(!parsed.ok || isEmpty || item.orPartial !== undefined).toBe(true);
				return;
			}
			if (!parsed.ok) {
				expect(item.orRejected).toBe(true);
				return;
			}
			const sources =
				item.source === undefined ? [] : [prepareSource({ id: "s1", text: item.source })];
			const suggestions = parsed.value.edits.slice(0, 50).map((one, at) => {
				const pass = item.pass ?? (one.oddKind === null ? "edit" : "cut");
				return judgeEdit(snapshot, one, context({ pass, sources }), `s${at}`);
			});
			let review = reviewed(startReview(snapshot.hash), {
				kind: "arrive",
				suggestions,
				questions: [],
			});
			let offered = 0;
			for (const one of review.suggestions) {
				if (stateOf(review, one) !== "open") continue;
				offered++;
				review = reviewed(review, {
					kind: "decide",
					id: one.id,
					decision: { kind: "accept" },
				});
			}
			const most = item.expect.offeredMax ?? item.expect.offered?.length ?? 0;
			expect(offered).toBeLessThanOrEqual(item.orOffered === true ? 1 : most);
			if (item.expect.offeredMax === undefined && item.orOffered !== true)
				expect(offered).toBe(most);
		},
	);
});
