import type { Metafile } from "esbuild";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { reviewed } from "../../src/refine/review";
import { storeReview } from "../../src/refine/review-state";
import { meterOf } from "../../src/refine/meter";
import { knownUnits, pairOf, ringNote } from "../../src/refine/rings";
import { takeSnapshot } from "../../src/refine/snapshot";
import { isCjkText } from "../../src/text/script";
import { countWords } from "../../src/text/words";
import * as door from "../doors/refine";
import { goal, goalMs, missing, told } from "./goals";
import { judgedAll, reviewOf } from "./judged-draft";
import { longDraft } from "./long-draft";
import { medianMs } from "./setup";

/*
 * The goals of Refine, each beside its value: how well the guard, the resolver and the rings do on labelled answers and
 * real edits (with the scorers and corpora of ../shared), and what a review of 20,000 words costs. Milliseconds belong
 * to this machine and are only told; ratios stand in refine.bench.ts, the modal in refine-modal.bench.ts.
 */

type Counts = Readonly<{ n: number; ok: number }>;
type GuardScore = Readonly<{
	precision: number;
	recall: number;
	range: Counts;
	result: Counts;
	origins: Readonly<Record<string, Counts>>;
	hunks: Readonly<Record<string, Readonly<{ n: number; passed: number; clean: number }>>>;
	humanBlocked: number;
	humanProseBlocked: number;
	sections: Readonly<Record<string, Readonly<{ n: number; passed: number }>>>;
}>;
type Placed = Readonly<{ n: number; found: number; wrong: number; fuzzy: number }>;
type Followed = Readonly<{ n: number; intact: number; found: number; wrong: number }>;
type Scorers = Readonly<{
	score(runner: unknown, corpus: string): Promise<GuardScore>;
	spans(corpus: string, per: number): unknown;
	LOOSE: ReadonlySet<string>;
	scoreMangled(resolve: unknown, spans: unknown): Readonly<Record<string, Placed>>;
	scoreEdited(reanchor: unknown, spans: unknown): Readonly<Record<string, Followed>>;
	readEdited(folder: string): readonly TextPair[];
	readPairs(file: string): readonly (TextPair & Readonly<{ condition: string }>)[];
	prose(text: string): string;
}>;
type TextPair = Readonly<{ set: string; before: string; after: string }>;

const shared = join(process.cwd(), "..", "shared");
const corpus = join(shared, "corpora", "refine");
if (existsSync(corpus)) {
	const found = await scorers();
	await guardGoals(found);
	placeGoals(found);
	noteGoals(found);
} else missing("guard, resolver and rings", "../shared");
costGoals();
await sizeGoals();

async function scorers(): Promise<Scorers> {
	const from = async (name: string): Promise<object> =>
		(await import(pathToFileURL(join(shared, "bench", "refine", name)).href)) as object;
	const names = ["score-guard.mjs", "score-resolve.mjs", "metrics.mjs", "lib/text.mjs"];
	const parts = await Promise.all(names.map(from));
	return Object.assign({}, ...parts) as Scorers;
}

async function guardGoals({ score }: Scorers): Promise<void> {
	let key = "";
	let context: Parameters<typeof door.guard>[2] | null = null;
	const said = await score(
		{
			ringSection: door.ringSection,
			run(one: Asked) {
				if (context === null || key !== one.key) {
					const base = { pass: one.pass, blocks: one.blocks, sources: one.sources };
					context = { ...base, prepared: door.prepare(one.draft, base) };
					key = one.key;
				}
				const own = { ...context, pass: one.pass };
				return one.type === "note"
					? door.guardNote(one.draft, one.input, own)
					: door.guard(one.draft, one.input, own);
			},
		},
		corpus,
	);
	const share = (name: string): number => {
		const origin = said.origins[name];
		return origin === undefined ? Number.NaN : origin.ok / origin.n;
	};
	goal("bad labelled suggestions and questions stopped", said.recall, ">=", 0.99);
	goal("what is stopped was rightly stopped", said.precision, ">=", 0.97);
	goal("hostile answers stopped", share("hostile"), ">=", 1);
	goal("mends of planted faults that pass", share("truth"), ">=", 0.97);
	goal("text after a redressed edit byte for byte", said.result.ok / said.result.n, ">=", 0.995);
	goal("human hunks passing ring 1, prose only", 1 - said.humanProseBlocked / 100, ">=", 0.85);
	goal("human hunks passing ring 1, all", 1 - said.humanBlocked / 100, ">=", 0.7);
	const human = (name: string): boolean => name.startsWith("human/") && !name.endsWith("_zh");
	const sections = (isIn: (name: string) => boolean): number => {
		const chosen = Object.entries(said.sections).filter(([name]) => isIn(name));
		const sum = (of: "n" | "passed"): number =>
			chosen.reduce((all, [, counts]) => all + counts[of], 0);
		return sum("passed") / sum("n");
	};
	goal("human English sections passing ring 2", sections(human), ">=", 0.9);
	goal(
		"GPT-4o major sections passing ring 2",
		sections((name) => name.endsWith("/major/gpt")),
		"<=",
		0,
	);
	goal(
		"DeepSeek major",
		sections((name) => name.endsWith("/major/deepseek")),
		"<=",
		0,
	);
	goal(
		"Llama major",
		sections((name) => name.endsWith("/major/llama70b")),
		"<=",
		0,
	);
	goal(
		"GPT-4 rewrite",
		sections((name) => name.endsWith("gpt4_rewrite")),
		"<=",
		0,
	);
}

type Asked = Readonly<{
	type: "edit" | "note";
	key: string;
	draft: string;
	pass: "cut";
	blocks: Parameters<typeof door.prepare>[1]["blocks"];
	sources: Parameters<typeof door.prepare>[1]["sources"];
	input: unknown;
}>;

function placeGoals({ spans, scoreMangled, scoreEdited, LOOSE }: Scorers): void {
	const list = spans(corpus, 80);
	const mangled = Object.entries(scoreMangled(door.resolveQuote, list)).filter(
		([kind]) => !LOOSE.has(kind),
	);
	const sum = (of: keyof Placed): number =>
		mangled.reduce((all, [, placed]) => all + placed[of], 0);
	goal("mangled quotes placed", sum("found") / sum("n"), ">=", 0.995);
	goal("mangled quotes placed wrongly", sum("wrong") / sum("n"), "<=", 0.001);
	const limits = { light: [0.995, 0.002], medium: [0.98, 0.01], heavy: [0.9, 0.01] } as const;
	for (const [level, followed] of Object.entries(scoreEdited(door.reanchor, list))) {
		const [found, wrong] = limits[level as keyof typeof limits];
		goal(`anchors found after ${level} edits`, followed.found / followed.intact, ">=", found);
		goal(`anchors wrong after ${level} edits`, followed.wrong / followed.n, "<=", wrong);
	}
}

/** Ring 3 on whole documents, and on texts of about 1,200 words where there are only short ones. */
function noteGoals({ readEdited, readPairs, prose }: Scorers): void {
	const isGreen = (before: string, after: string): boolean =>
		ringNote(pairOf(before, after, knownUnits(before)), isCjkText(before)).level === "green";
	const human = readEdited(join(corpus, "edited")).filter(({ set }) => !set.endsWith("_zh"));
	const green = human.filter((one) => isGreen(prose(one.before), prose(one.after)));
	goal("human documents green in ring 3", green.length / human.length, ">=", 0.85);
	const minor = readPairs(join(corpus, "pairs_sample.jsonl")).filter(
		({ set, condition }) => set === "APT-Eval" && condition === "minor/gpt",
	);
	const long = joined(minor, 1200);
	const passed = long.filter(({ before, after }) => isGreen(before, after));
	goal("GPT-4o minor green in ring 3", passed.length / long.length, "<=", 0);
}

function joined(pairs: readonly TextPair[], words: number): readonly Omit<TextPair, "set">[] {
	const found: { before: string; after: string }[] = [];
	let before = "";
	let after = "";
	for (const pair of pairs) {
		before += `${pair.before}\n\n`;
		after += `${pair.after}\n\n`;
		if (countWords(before) < words) continue;
		found.push({ before, after });
		before = after = "";
	}
	return found;
}

function costGoals(): void {
	const draft = longDraft(20_000, 683);
	goalMs(
		"snapshot of 20,000 words with its word sets",
		medianMs(() => takeSnapshot(draft.text).vocabulary()),
		100,
	);
	const snapshot = takeSnapshot(draft.text);
	judgedAll(snapshot, draft.edits.slice(0, 1));
	goalMs(
		"parse, place and judge 40 suggestions on it",
		medianMs(() => judgedAll(snapshot, draft.edits.slice(0, 40))),
		50,
	);
	const review = reviewOf(draft);
	const meter = meterOf(snapshot);
	let now = review;
	const keys = review.suggestions.slice(0, 400).map(({ id }) => {
		const started = process.cpuUsage();
		now = reviewed(now, { kind: "decide", id, decision: { kind: "accept" } });
		meter.read(now);
		return process.cpuUsage(started).user / 1000;
	});
	keys.sort((a, b) => a - b);
	goalMs(
		"one decision and its meter at 683 suggestions, p95 of the processor, without the page",
		keys[380] ?? 0,
		16,
	);
	const stored = JSON.stringify(storeReview(now)).length + draft.text.length;
	goal("bytes of a stored review, in MB", stored / 1e6, "<=", 1);
}

/** What the plugin's own build takes in from src/refine and the packages only Refine uses. */
async function sizeGoals(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "winnow-size-"));
	const { buildPlugin } = (await import(
		pathToFileURL(join(process.cwd(), "esbuild.config.mjs")).href
	)) as { buildPlugin(outDir: string): Promise<Metafile> };
	const [output] = Object.values((await buildPlugin(folder)).outputs);
	const whole = readFileSync(join(folder, "main.js"));
	rmSync(folder, { recursive: true });
	const mine = Object.entries(output?.inputs ?? {}).filter(([path]) =>
		/src\/refine\/|node_modules\/(?:diff|@streamparser)\//.test(path),
	);
	const bytes = (list: typeof mine): number =>
		list.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
	const faces = mine.filter(([path]) =>
		/-(?:face|modal|extension)\.ts$|review-[a-z]+\.ts$/.test(path),
	);
	const packed = gzipSync(whole).length / whole.length;
	const all = bytes(mine);
	told("kB added to the bundle by Refine", all / 1000, 60);
	told("kB of it compressed, at the bundle's rate", (all * packed) / 1000, 20);
	told("kB without what is shown", (all - bytes(faces)) / 1000, 60);
}
