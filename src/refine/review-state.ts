import type { Anchor } from "../text/anchor";
import type { Edit, Span } from "../text/edit";
import type { Placement } from "../text/resolve-quote";
import { isRecord, parseEdit, parseNote } from "./protocol";
import type { AnswerState, Decision, Review } from "./decisions";
import type { Home, PassId, Question, Reason, Suggestion } from "./suggestion";

// A review as plain data for the device's store, and back. Nothing of it can reach a note unchecked:
// `plan` compares every stretch with the note's bytes.

const VERSION = 1;
/** The texts of blocks are most of a review: each is stored once. */
type StoredHome = Readonly<{
	from: number;
	to: number;
	exact: string;
	prefix: string;
	suffix: string;
	block: number;
}>;

/** Plain JSON; well under 1 MB for 700 suggestions on 20,000 words. Undo begins anew after it is read back. */
export function storeReview(review: Review): Readonly<Record<string, unknown>> {
	const blocks: string[] = [];
	const places = new Map<string, number>();
	const packed = <T extends { readonly home: Home | null }>(
		one: T,
	): Omit<T, "home"> & { home: StoredHome | null } => {
		const { home } = one;
		if (home === null) return { ...one, home };
		const { exact, prefix, suffix, block } = home.quote;
		let index = places.get(block);
		if (index === undefined) {
			index = blocks.push(block) - 1;
			places.set(block, index);
		}
		return {
			...one,
			home: { from: home.from, to: home.to, exact, prefix, suffix, block: index },
		};
	};
	return {
		version: VERSION,
		hash: review.hash,
		suggestions: review.suggestions.map(packed),
		questions: review.questions.map(packed),
		blocks,
		decisions: [...review.decisions],
		answers: [...review.answers],
		splits: [...review.splits],
	};
}

/** Null: not a review of this version. What cannot be read of it is left out. */
export function readReview(stored: unknown): Review | null {
	if (!isRecord(stored) || stored["version"] !== VERSION || typeof stored["hash"] !== "string")
		return null;
	const blocks = list(stored["blocks"]).map((one) => (typeof one === "string" ? one : ""));
	const suggestions = list(stored["suggestions"]).flatMap(
		(one) => readSuggestion(one, blocks) ?? [],
	);
	const questions = list(stored["questions"]).flatMap((one) => readQuestion(one, blocks) ?? []);
	const known = new Set([...suggestions, ...questions].map((one) => one.id));
	const pairs = <T>(from: unknown, read: (value: unknown) => T | null): Map<string, T> => {
		const map = new Map<string, T>();
		for (const pair of list(from)) {
			const [id, raw] = list(pair);
			const value = read(raw);
			if (typeof id === "string" && known.has(id) && value !== null) map.set(id, value);
		}
		return map;
	};
	return {
		hash: stored["hash"],
		suggestions,
		questions,
		decisions: pairs(stored["decisions"], readDecision),
		answers: pairs(stored["answers"], readAnswer),
		splits: pairs(stored["splits"], readIds),
		past: [],
		future: [],
	};
}

function readSuggestion(raw: unknown, blocks: readonly string[]): Suggestion | null {
	if (!isRecord(raw) || typeof raw["id"] !== "string") return null;
	const edit = parseEdit(raw["edit"]);
	const pass = readPass(raw["pass"]);
	const place = readPlacement(raw["place"]);
	const changes = list(raw["changes"]).map(readEdit);
	const verdict = (["apply", "amber", "block", "stale", "note"] as const).find(
		(one) => one === raw["verdict"],
	);
	const home = readHome(raw["home"], blocks);
	if (!edit.ok || pass === null || place === null || verdict === undefined) return null;
	const known = changes.filter((one) => one !== null);
	// A change outside its home could reach bytes nobody compares.
	const isWhole =
		known.length === changes.length &&
		known.every((one) => home !== null && isWithin(one, home));
	if (!isWhole) return null;
	return {
		id: raw["id"],
		pass,
		edit: edit.value.value,
		place,
		changes: known,
		home,
		twin: readSpan(raw["twin"]),
		verdict,
		reasons: readReasons(raw["reasons"]),
	};
}

function readQuestion(raw: unknown, blocks: readonly string[]): Question | null {
	if (!isRecord(raw) || typeof raw["id"] !== "string") return null;
	const note = parseNote(raw["note"]);
	const pass = readPass(raw["pass"]);
	const place = readPlacement(raw["place"]);
	const verdict = raw["verdict"] === "show" ? "show" : "block";
	if (!note.ok || pass === null || place === null) return null;
	const home = readHome(raw["home"], blocks);
	return {
		id: raw["id"],
		pass,
		note: note.value.value,
		place,
		home,
		verdict,
		reasons: readReasons(raw["reasons"]),
	};
}

function isWithin(edit: Span, home: Span): boolean {
	return home.from <= edit.from && edit.from <= edit.to && edit.to <= home.to;
}

function readPass(value: unknown): PassId | null {
	if (typeof value !== "string") return null;
	const own = (["cut", "connect", "logic", "background", "typos"] as const).find(
		(one) => one === value,
	);
	return own ?? (value.startsWith("own:") ? `own:${value.slice(4)}` : null);
}

function readPlacement(raw: unknown): Placement | null {
	if (!isRecord(raw)) return null;
	const { how } = raw;
	if (how === "none" || how === "ambiguous") return { how };
	const span = readSpan(raw);
	const placed = (["exact", "normalised", "elision", "fuzzy"] as const).find(
		(one) => one === how,
	);
	return span === null || placed === undefined ? null : { how: placed, ...span };
}

function readSpan(raw: unknown): Span | null {
	if (!isRecord(raw)) return null;
	const { from, to } = raw;
	return typeof from === "number" && typeof to === "number" && from <= to ? { from, to } : null;
}

function readEdit(raw: unknown): Edit | null {
	const span = readSpan(raw);
	if (span === null || !isRecord(raw) || typeof raw["text"] !== "string") return null;
	return { ...span, text: raw["text"] };
}

function readHome(raw: unknown, blocks: readonly string[]): Home | null {
	const span = readSpan(raw);
	if (span === null || !isRecord(raw)) return null;
	const { exact, prefix, suffix, block } = raw;
	if (typeof exact !== "string" || typeof prefix !== "string" || typeof suffix !== "string")
		return null;
	if (exact.length !== span.to - span.from || typeof block !== "number") return null;
	const quote: Anchor = { exact, prefix, suffix, block: blocks[block] ?? "" };
	return { ...span, quote };
}

/** Reasons are for reading only: what has the right shape is taken as it is. */
function readReasons(raw: unknown): readonly Reason[] {
	return list(raw).filter((one): one is Reason => {
		if (!isRecord(one) || !isRecord(one["params"])) return false;
		return (
			typeof one["rule"] === "string" &&
			typeof one["key"] === "string" &&
			typeof one["verdict"] === "string"
		);
	});
}

function readDecision(raw: unknown): Decision | null {
	if (!isRecord(raw)) return null;
	const { kind, text } = raw;
	if (kind === "accept" || kind === "reject" || kind === "aside") return { kind };
	return kind === "own" && typeof text === "string" ? { kind, text } : null;
}

function readAnswer(raw: unknown): AnswerState | null {
	return (["marked", "task", "dismissed"] as const).find((one) => one === raw) ?? null;
}

function readIds(raw: unknown): readonly string[] | null {
	const ids = list(raw).filter((one): one is string => typeof one === "string");
	return ids.length > 1 ? ids : null;
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
