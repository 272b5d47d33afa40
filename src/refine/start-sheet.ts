import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { readerWords } from "../text/reader-words";
import { blockRange, modelFor, readingsOf, withModel, type Target } from "./draft-target-face";
import { mapWords } from "./local-map-words";
import { localPass } from "./local-pass";
import type { Pass } from "./passes";
import { buildRequest, copyRequest, expectedOutput, requestText, type PassOptions } from "./prompt";
import type { RefineParts } from "./refine-parts";
import { windowsOf } from "./ranges";
import type { Snapshot } from "./snapshot";
import type { ModelChoice, StartActs, StartFacts, StartRange } from "./start-facts";

/** One draft that is about to be refined. */
export type StartDraft = Readonly<{
	snapshot: Snapshot;
	target: Target;
	range: StartRange["id"];
	passes: readonly Pass[];
	options: Omit<PassOptions, "nonce">;
	hasProject: boolean;
	opensFindings: boolean;
	/** An unfinished review of this draft is kept, whose place the passes started here take. */
	replaces: boolean;
}>;

/** Characters a chat takes in one message without folding it into a file. */
const MAX_COPIED = 60_000;
/** What models write a second, and how many calls run at once: for a time, not for a promise. */
const TOKENS_PER_SECOND = 60;
const LANES = 3;

/** What the start sheet shows: what is found for nothing, the passes with their price, what Claude sees. */
export function startFacts(parts: RefineParts, draft: StartDraft): StartFacts {
	const { snapshot, target, options, passes } = draft;
	const ids: readonly StartRange["id"][] =
		target.selection === null ? ["draft", "section"] : ["draft", "section", "selection"];
	const brief = options.brief.map((one) => one.answer);
	const calls = (chosen: readonly Pass[], id: StartRange["id"], model: string | null = null) => {
		const models = withModel(parts.models(), model);
		return readingsOf(snapshot, blockRange(snapshot, target, id), chosen, models);
	};
	return {
		passes,
		ranges: ids.map((id) => ({
			id,
			label: t(`refine.start.${id}`),
			words: wordsIn(draft, id),
		})),
		range: draft.range,
		blocked: blockedBy(parts),
		notes: [
			...(draft.hasProject ? [] : [t("refine.start.noProject")]),
			...(draft.replaces ? [t("refine.start.replaces")] : []),
			...(snapshot.unclosed.length > 0 ? [t("refine.start.unclosed")] : []),
		],
		map: mapWords(localPass(snapshot, brief), snapshot),
		cursor: target.cursor,
		opensFindings: draft.opensFindings,
		myWords: options.myWords.length,
		passages: options.protectedPassages.length,
		sources: options.sources.length,
		isStandIn: () => isStandIn(parts),
		cost: (pass, id, chosen) =>
			calls([pass], id, chosen).reduce<number | null>((sum, { range, shown, model }) => {
				const nonce = parts.nonce();
				const all = { ...options, model, nonce };
				const request = buildRequest(snapshot, pass, range, all, shown);
				const expected = expectedOutput(snapshot, pass, range);
				const { cost } = parts.claude.estimate(request, expected);
				return sum === null || cost === null ? null : sum + cost;
			}, 0),
		minutes: (chosen, id) => {
			const tokens = calls(chosen, id).map(({ pass, range }) =>
				expectedOutput(snapshot, pass, range),
			);
			const all = tokens.reduce((sum, one) => sum + one, 0);
			const seconds = Math.max(all / LANES, ...tokens) / TOKENS_PER_SECOND;
			return Math.max(1, Math.round(seconds / 60));
		},
		windows: (id) => windowsOf(snapshot, blockRange(snapshot, target, id)).length,
		budget: parts.models().budget,
		model: (pass) => modelFor(parts.models(), pass),
		models: () => listedModels(parts),
		request: (pass, id) => {
			const [first] = calls([pass], id);
			const range = first?.range ?? blockRange(snapshot, target, id);
			const all = { ...options, nonce: parts.nonce() };
			return requestText(buildRequest(snapshot, pass, range, all, first?.shown));
		},
	};
}

/** *Copy request* goes on where the last part of that pass ended. */
export function startActs(
	parts: RefineParts,
	draft: StartDraft,
): Pick<StartActs, "copyRequest" | "mend"> {
	const { snapshot, target, options } = draft;
	const copied = new Map<string, Readonly<{ part: number; next: number }>>();
	return {
		copyRequest: (pass, id) => {
			const key = `${pass.id} ${id}`;
			const within = blockRange(snapshot, target, id);
			const { part, next } = copied.get(key) ?? { part: 1, next: within.from };
			const nonce = parts.nonce();
			const rest = { from: next, to: within.to };
			const request = copyRequest(snapshot, pass, rest, { ...options, nonce }, MAX_COPIED);
			if (request === null) return null;
			guarded(() => window.navigator.clipboard.writeText(request.text));
			const isLast = !hasTextBehind(snapshot, request.range.to, within.to);
			if (isLast) copied.delete(key);
			else copied.set(key, { part: part + 1, next: request.range.to + 1 });
			return { part, upTo: isLast ? null : firstWords(snapshot, request.range.to) };
		},
		mend: () => parts.openSettings(),
	};
}

/** Blocks a pass may answer for come behind this one. */
function hasTextBehind(snapshot: Snapshot, last: number, to: number): boolean {
	const skipped = ["frontmatter", "comment", "code", "math", "rule", "html"];
	return snapshot.blocks.some(({ id, kind }) => id > last && id <= to && !skipped.includes(kind));
}

function firstWords(snapshot: Snapshot, id: number): string {
	const block = snapshot.block(id);
	const text = block === null ? "" : snapshot.textOf(block).replace(/\s+/g, " ");
	return text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
}

function wordsIn({ snapshot, target }: StartDraft, id: StartRange["id"]): number {
	const { from, to } = blockRange(snapshot, target, id);
	const inside = snapshot.blocks.filter((block) => block.id >= from && block.id <= to);
	return readerWords(snapshot.text, inside);
}

function blockedBy(parts: RefineParts): StartFacts["blocked"] {
	const readiness = parts.claude.readiness();
	if (readiness.kind === "ready") return null;
	return readiness.kind === "no-key"
		? { text: t("refine.start.keyless"), button: t("refine.start.addKey") }
		: {
				text: t("refine.start.localOnly", { why: parts.explain(readiness) }),
				button: t("refine.start.openSettings"),
			};
}

const MODELS_MS = 10_000;

/** What the key may use. Not asked where a question could not be sent; a failure leaves the settings' models. */
async function listedModels({ claude }: RefineParts): Promise<readonly ModelChoice[]> {
	if (claude.readiness().kind !== "ready") return [];
	const listed = await claude.models(AbortSignal.timeout(MODELS_MS));
	if (!listed.ok) return [];
	return listed.value.map(({ id, name, maxInputTokens }) => ({
		id,
		label:
			maxInputTokens === null
				? name
				: t("refine.start.modelWindow", { name, tokens: maxInputTokens.toLocaleString() }),
	}));
}

function isStandIn({ claude }: RefineParts): boolean {
	const readiness = claude.readiness();
	return readiness.kind === "ready" && readiness.isStandIn;
}
