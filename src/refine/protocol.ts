import { fail, ok, type Result } from "../result";
import { hasInvisible } from "../text/fold";
import {
	EDIT_KINDS,
	NOTE_KINDS,
	type EditKind,
	type ModelEdit,
	type ModelNote,
	type NoteKind,
} from "./suggestion";

/** What an answer may hold; the prompt asks for far less (refine.md §2). */
export const MAX_EDITS = 400;
export const MAX_NOTES = 60;
const MAX_QUOTE = 6_000;
const MAX_WHY = 160;
const MAX_ASK = 2_000;

/** One schema for all passes, so that the cached prefix stays the same. */
export const ANSWER_SCHEMA: Readonly<Record<string, unknown>> = {
	type: "object",
	additionalProperties: false,
	required: ["edits", "notes"],
	properties: {
		edits: {
			type: "array",
			items: {
				type: "object",
				additionalProperties: false,
				required: ["b", "k", "q", "r", "why", "ref"],
				properties: {
					b: { type: "integer" },
					k: { type: "string", enum: EDIT_KINDS },
					q: { type: "string" },
					r: { type: "string" },
					why: { type: "string" },
					ref: { type: ["string", "null"] },
				},
			},
		},
		notes: {
			type: "array",
			items: {
				type: "object",
				additionalProperties: false,
				required: ["b", "k", "q", "ask", "src"],
				properties: {
					b: { type: "integer" },
					k: { type: "string", enum: NOTE_KINDS },
					q: { type: "string" },
					ask: { type: "string" },
					src: { type: ["string", "null"] },
				},
			},
		},
	},
};

/** A parsed object. `oddKind`: the kind it named, where we do not know it (or ""); the kind is then a guess. */
export type Parsed<T> = Readonly<{ value: T; oddKind: string | null }>;

/** Which field makes an object unusable. */
export type ShapeFault = Readonly<{ field: string }>;

/** Reads one edit. An unknown kind becomes `wordy` and is told; unknown keys are ignored. */
export function parseEdit(raw: unknown): Result<Parsed<ModelEdit>, ShapeFault> {
	if (!isRecord(raw)) return fail({ field: "edit" });
	const b = blockNumber(own(raw, "b"));
	if (b === null) return fail({ field: "b" });
	const q = text(own(raw, "q"), MAX_QUOTE);
	if (q === null) return fail({ field: "q" });
	const r = text(own(raw, "r"), MAX_QUOTE);
	if (r === null) return fail({ field: "r" });
	const kind = own(raw, "k");
	const known = EDIT_KINDS.find((one) => one === kind) ?? null;
	const ref = text(own(raw, "ref"), MAX_QUOTE);
	const k: EditKind = known ?? "wordy";
	const why = shown(own(raw, "why"), MAX_WHY);
	return ok({
		value: { b, k, q, r, why, ref: ref === "" ? null : ref },
		oddKind: oddKind(kind, known),
	});
}

/** Reads one question. An unknown kind becomes `missing_step`. */
export function parseNote(raw: unknown): Result<Parsed<ModelNote>, ShapeFault> {
	if (!isRecord(raw)) return fail({ field: "note" });
	const b = blockNumber(own(raw, "b"));
	if (b === null) return fail({ field: "b" });
	const q = text(own(raw, "q"), MAX_QUOTE);
	if (q === null) return fail({ field: "q" });
	const ask = text(own(raw, "ask"), MAX_ASK);
	if (ask === null) return fail({ field: "ask" });
	const kind = own(raw, "k");
	const known = NOTE_KINDS.find((one) => one === kind) ?? null;
	const k: NoteKind = known ?? "missing_step";
	const src = text(own(raw, "src"), 200);
	return ok({
		value: { b, k, q, ask, src: src === "" ? null : src },
		oddKind: oddKind(kind, known),
	});
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Only what the object itself says: nothing inherited, so that `__proto__` in an answer says nothing. */
function own(raw: Readonly<Record<string, unknown>>, key: string): unknown {
	return Object.prototype.hasOwnProperty.call(raw, key) ? raw[key] : undefined;
}

function blockNumber(value: unknown): number | null {
	const number = typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function text(value: unknown, max: number): string | null {
	return typeof value === "string" && value.length <= max ? value : null;
}

/** Text for the person's eyes: no invisible or control characters, cut at `max`. */
function shown(value: unknown, max: number): string {
	if (typeof value !== "string") return "";
	const visible = [...value.slice(0, max * 2)]
		.filter((one) => one >= " " && !hasInvisible(one))
		.join("");
	return visible.length > max ? `${visible.slice(0, max - 1).trimEnd()}…` : visible;
}

function oddKind(kind: unknown, known: string | null): string | null {
	if (known !== null) return null;
	return typeof kind === "string" ? kind.slice(0, 40) : "";
}
