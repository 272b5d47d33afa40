import { fail, ok, type Result } from "../result";
import { isRecord, MAX_EDITS, MAX_NOTES, parseEdit, parseNote, type Parsed } from "./protocol";
import type { ModelEdit, ModelNote } from "./suggestion";

/** A whole answer: what could be read, and how much could not. */
export type ParsedAnswer = Readonly<{
	edits: readonly Parsed<ModelEdit>[];
	notes: readonly Parsed<ModelNote>[];
	/** Objects without the fields they need, and those beyond the limit. */
	dropped: number;
}>;

/** `empty`: nothing there; `no-json`: prose; `shape`: JSON, but no answer; `two`: more than one; `too-large`. */
export type AnswerFault = "empty" | "no-json" | "shape" | "two" | "too-large";

const MAX_ANSWER = 4_000_000;

/** Reads what a model or a chat gave back: JSON bare, in a fence, or within prose. Never throws. */
export function parseAnswer(text: string): Result<ParsedAnswer, AnswerFault> {
	if (text.length > MAX_ANSWER) return fail("too-large");
	const clean = text.replace(/^\ufeff/, "").trim();
	if (clean === "") return fail("empty");
	const candidates = findJson(clean);
	if (candidates.length === 0) return fail("no-json");
	const answers = candidates.map(readAnswer).filter((answer) => answer !== null);
	const [first, ...others] = answers;
	if (first === undefined) return fail("shape");
	return others.length > 0 ? fail("two") : ok(first);
}

/** Every JSON value that may be an answer: the whole text, else each fenced or braced part that parses. */
function findJson(text: string): readonly unknown[] {
	const whole = parseJson(text);
	if (whole !== undefined) return [whole];
	return braced(text)
		.map(parseJson)
		.filter((value) => value !== undefined);
}

/** Undefined: no JSON. */
function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined; // thrown for what is no JSON
	}
}

/** Outermost balanced `{…}` of a text, strings respected. */
function braced(text: string): readonly string[] {
	const found: string[] = [];
	let depth = 0;
	let start = 0;
	let isString = false;
	for (let at = 0; at < text.length; at++) {
		const one = text.charAt(at);
		if (isString) {
			if (one === "\\") at++;
			else if (one === '"') isString = false;
		} else if (one === '"' && depth > 0) isString = true;
		else if (one === "{") {
			if (depth === 0) start = at;
			depth++;
		} else if (one === "}" && depth > 0) {
			depth--;
			if (depth === 0) found.push(text.slice(start, at + 1));
		}
	}
	return found;
}

function readAnswer(raw: unknown): ParsedAnswer | null {
	if (!isRecord(raw)) return null;
	const hasEdits = Object.prototype.hasOwnProperty.call(raw, "edits");
	const hasNotes = Object.prototype.hasOwnProperty.call(raw, "notes");
	const edits = hasEdits ? raw["edits"] : [];
	const notes = hasNotes ? raw["notes"] : [];
	if ((!hasEdits && !hasNotes) || !Array.isArray(edits) || !Array.isArray(notes)) return null;
	const someEdits = edits.slice(0, MAX_EDITS).map(parseEdit);
	const someNotes = notes.slice(0, MAX_NOTES).map(parseNote);
	const goodEdits = someEdits.flatMap((one) => (one.ok ? [one.value] : []));
	const goodNotes = someNotes.flatMap((one) => (one.ok ? [one.value] : []));
	const dropped = edits.length + notes.length - goodEdits.length - goodNotes.length;
	return { edits: goodEdits, notes: goodNotes, dropped };
}
