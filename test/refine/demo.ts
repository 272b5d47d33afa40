import { judgeEdit } from "../../src/refine/guard";
import { prepareSource, type GuardContext } from "../../src/refine/guard-case";
import { parseEdit, parseNote } from "../../src/refine/protocol";
import { judgeNote } from "../../src/refine/rules-note";
import { takeSnapshot, type Snapshot } from "../../src/refine/snapshot";
import type { Question, Suggestion } from "../../src/refine/suggestion";

/** A draft with all that a guard must leave alone. Blocks are numbered as the splitter does. */
export const DEMO = [
	"---",
	"title: Caches",
	"---",
	"",
	"# Why caches lie",
	"",
	"In order to understand a cache, perhaps you should first watch one fail. It is important to note that a cache is, in a very real sense, a promise. See [[Promises]] and the `get()` call[^a].",
	"",
	"%% sources: [[A]], [[B]] %%",
	"",
	"The old value stays until somebody clears it. Nobody clears it in 30 seconds.",
	"",
	"- An item that is not really very long.",
	"- Another **bold** item — with a dash.",
	"",
	"```js",
	"cache.get('x');",
	"```",
	"",
	"$$",
	"x^2",
	"$$",
	"",
	"The old value stays until somebody clears it. That is the the point.",
	"",
	"缓存是一种承诺，需要指出的是，它可能会过期。没有人会马上清除它。",
	"",
	"[^a]: Smith, [[Get]], 2020. “Always get before you set.”",
	"",
].join("\n");

export function context(change: Partial<GuardContext> = {}): GuardContext {
	return { pass: "cut", sources: [], myWords: [], protectedPassages: [], ...change };
}

/** The number of the block that holds these words. */
export function blockWith(snapshot: Snapshot, words: string): number {
	const block = snapshot.blocks.find((one) => snapshot.textOf(one).includes(words));
	if (block === undefined) throw new Error(`no block with ${words}`);
	return block.id;
}

type Asked = Readonly<{
	q: string;
	r?: string;
	k?: string;
	ref?: string;
	b?: number;
	draft?: string;
	id?: string;
}>;

/** Judges an edit on the demo draft (or another), in the block its quote stands in. */
export function judged(asked: Asked, change: Partial<GuardContext> = {}): Suggestion {
	const snapshot = takeSnapshot(asked.draft ?? DEMO);
	const b = asked.b ?? blockWith(snapshot, asked.q.slice(0, 12));
	const parsed = parseEdit({
		b,
		k: asked.k ?? "wordy",
		q: asked.q,
		r: asked.r ?? "",
		why: "",
		ref: asked.ref ?? null,
	});
	if (!parsed.ok) throw new Error(parsed.error.field);
	return judgeEdit(snapshot, parsed.value, context(change), asked.id ?? "s1");
}

export function asked(
	ask: string,
	change: Readonly<{ src?: string; sources?: string[] }> = {},
): Question {
	const snapshot = takeSnapshot(DEMO);
	const q = "The old value stays";
	const parsed = parseNote({
		b: blockWith(snapshot, q),
		k: "missing_step",
		q,
		ask,
		src: change.src ?? null,
	});
	if (!parsed.ok) throw new Error(parsed.error.field);
	const sources = (change.sources ?? []).map((id) => prepareSource({ id, text: "Some text" }));
	return judgeNote(snapshot, parsed.value, context({ pass: "logic", sources }), "q1");
}

/** "verdict: key, key" */
export function verdictOf(one: Pick<Suggestion | Question, "verdict" | "reasons">): string {
	const keys = one.reasons.map((why) => why.key);
	return keys.length === 0 ? one.verdict : `${one.verdict}: ${[...new Set(keys)].join(", ")}`;
}
