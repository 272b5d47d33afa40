import { fail, ok, type Result } from "../result";
import {
	DETAILS,
	FIRST_BLOCK_LINE,
	findFrontmatter,
	lineEnd,
	type FrontmatterBlock,
} from "./frontmatter-block";
import { scanEntries, type Entry, type Unreadable } from "./frontmatter-entries";
import { flowListText, propertyLines, quoted, scalarText, singleQuoted } from "./property-text";
import { isSameValue } from "./same-value";
import type { Properties, PropertyChanges, PropertyValue, WriteFailure } from "./safe-vault";

/** Obsidian's `parseYaml`, or a test's. Throws on what is no YAML. */
export type YamlParser = (yaml: string) => unknown;

/** A veto by what the note says at the moment of writing; null: go on. */
export type PropertyGuard = (values: Properties, changes: PropertyChanges) => WriteFailure | null;

/** What a note's frontmatter says, with where each property stands. */
export type Frontmatter = Readonly<
	| { kind: "none"; block: Extract<FrontmatterBlock, { kind: "none" }> }
	| {
			kind: "properties";
			block: Extract<FrontmatterBlock, { kind: "block" }>;
			entries: readonly Entry[];
			values: Properties;
	  }
	| ({ kind: "unreadable" } & Unreadable)
>;

type Readable = Extract<Frontmatter, { kind: "properties" }>;

/**
 * Reads frontmatter twice, by its lines and by its YAML; where the two disagree it is unreadable.
 * Lines count from 1 within the whole text.
 */
export function readFrontmatter(text: string, parseYaml: YamlParser): Frontmatter {
	const block = findFrontmatter(text);
	if (block.kind === "none") return { kind: "none", block };
	if (block.kind === "unclear")
		return { kind: "unreadable", line: block.line, detail: block.detail };
	const values = parseProperties(block.text, parseYaml);
	const entries = scanEntries(block.text);
	// Where both stop, the lines know better where it began: a parser reports where it gave up.
	if (!values.ok) return inFile(entries.ok ? values.error : entries.error);
	if (!entries.ok) return inFile(entries.error);
	const hasMerge = entries.value.some(({ name }) => name === "<<");
	if (!hasMerge && Object.keys(values.value).length !== entries.value.length) {
		return inFile({ line: 1, detail: DETAILS.risky });
	}
	return { kind: "properties", block, entries: entries.value, values: values.value };
}

/**
 * Sets, adds and removes properties by changing their lines only: comments, order, quotes, line ends and byte order
 * mark stay. A name is found as written, else without regard to case, as Obsidian does. The result is parsed again:
 * unless it says exactly what was meant and all else as before, nothing is changed. Equal values change nothing.
 */
export function changeProperties(
	text: string,
	changes: PropertyChanges,
	parseYaml: YamlParser,
	guard: PropertyGuard = () => null,
): Result<string, WriteFailure> {
	const found = readFrontmatter(text, parseYaml);
	if (found.kind === "unreadable")
		return fail({ kind: "unreadable", line: found.line, detail: found.detail });
	const forbidden = guard(found.kind === "none" ? {} : found.values, changes);
	if (forbidden !== null) return fail(forbidden);
	const wanted = Object.entries(changes).map(([name, value]): [string, PropertyValue] => [
		name,
		withoutEmpty(value),
	]);
	if (found.kind === "none") {
		const { at, eol } = found.block;
		const lines = wanted.map(([name, value]) => propertyLines(name, value, eol)).join("");
		if (lines === "") return ok(text);
		return proven(
			`${text.slice(0, at)}---${eol}${lines}---${eol}${text.slice(at)}`,
			{},
			wanted,
			parseYaml,
		);
	}
	let block = found.block.text;
	for (const [name, value] of wanted) {
		const scanned = scanEntries(block);
		const entry = scanned.ok ? entryNamed(scanned.value, name) : "twice";
		if (!scanned.ok || entry === "twice")
			return fail({ kind: "refused", detail: DETAILS.twice });
		if (entry !== null && isSameValue(valueOf(found.values, entry.name), value)) continue;
		const next = changeEntry(block, entry, scanned.value, name, value, found.block.eol);
		if (next === null) return fail({ kind: "refused", detail: DETAILS.risky });
		block = next;
	}
	if (block === found.block.text) return ok(text);
	const after = text.slice(0, found.block.from) + block + text.slice(found.block.to);
	const names = wanted.map(([name, value]): [string, PropertyValue] => {
		const entry = entryNamed(found.entries, name);
		return [entry === null || entry === "twice" ? name : entry.name, value];
	});
	return proven(after, found.values, names, parseYaml);
}

/** The entry of this name, else the only one that differs by case alone. */
export function entryNamed(entries: readonly Entry[], name: string): Entry | null | "twice" {
	const exact = entries.find((entry) => entry.name === name);
	if (exact !== undefined) return exact;
	const folded = name.toLowerCase();
	const alike = entries.filter((entry) => entry.name.toLowerCase() === folded);
	return alike.length > 1 ? "twice" : (alike[0] ?? null);
}

/** Null: this form is not changed. */
function changeEntry(
	block: string,
	entry: Entry | null,
	entries: readonly Entry[],
	name: string,
	value: PropertyValue,
	eol: string,
): string | null {
	if (entry === null) {
		const at = placeForNew(block, entries);
		return (
			block.slice(0, at) +
			propertyLines(name, value, eol, entries[0]?.indent ?? "") +
			block.slice(at)
		);
	}
	if (entry.style === "opaque") return null;
	if (value === null) return block.slice(0, entry.from) + block.slice(entry.to);
	const tail = block.slice(entry.to);
	if (typeof value === "object" && entry.style !== "flow") {
		// What follows the name on its line, a comment, stays there unless it is the old value.
		const lineTo = lineEnd(block, entry.colon).to;
		const rest =
			entry.valueFrom >= lineTo || isComment(block, entry.valueFrom)
				? block.slice(entry.colon, lineTo)
				: "";
		const items = value.map((item) => `${entry.indent}  - ${scalarText(item)}${eol}`).join("");
		return block.slice(0, entry.colon) + rest.trimEnd() + eol + items + tail;
	}
	const words = valueText(entry, value);
	if (entry.style === "empty") {
		const lineTo = lineEnd(block, entry.colon).to;
		const rest = block.slice(entry.colon, lineTo);
		return `${block.slice(0, entry.colon)} ${words}${rest.trim() === "" ? "" : rest}${block.slice(lineTo)}`;
	}
	if (entry.style === "nested") return `${block.slice(0, entry.colon)} ${words}${eol}${tail}`;
	return block.slice(0, entry.valueFrom) + words + block.slice(entry.valueTo);
}

/** In the way the value was written, where the new one can be written so. */
function valueText(entry: Entry, value: Exclude<PropertyValue, null>): string {
	if (typeof value === "object") return flowListText(value);
	if (typeof value !== "string") return scalarText(value);
	if (entry.style === "double") return quoted(value);
	return entry.style === "single" ? singleQuoted(value) : scalarText(value);
}

/** The end; but above a text that keeps its last line ends, for readers differ in whether the fence's is one of them. */
function placeForNew(block: string, entries: readonly Entry[]): number {
	const last = entries.at(-1);
	if (last === undefined) return block.length;
	const keepsEnds = /^[|>]\d?\+/.test(block.slice(last.valueFrom, last.valueTo));
	return keepsEnds ? last.from : block.length;
}

function isComment(block: string, at: number): boolean {
	return block[at] === "#";
}

/** The proof: the text says the wanted values, and of everything else what it said, in the same order. */
function proven(
	after: string,
	before: Properties,
	wanted: readonly (readonly [string, PropertyValue])[],
	parseYaml: YamlParser,
): Result<string, WriteFailure> {
	const read = readFrontmatter(after, parseYaml);
	const names = new Set(wanted.map(([name]) => name));
	const others = (values: Properties): unknown =>
		Object.entries(values).filter(([name]) => !names.has(name));
	const isMeant =
		read.kind === "properties" &&
		isSameValue(others(before), others(read.values)) &&
		wanted.every(([name, value]) => isSameValue(valueOf(read.values, name) ?? null, value));
	return isMeant ? ok(after) : fail({ kind: "refused", detail: DETAILS.risky });
}

function parseProperties(block: string, parseYaml: YamlParser): Result<Properties, Unreadable> {
	try {
		const value = parseYaml(block) ?? {};
		if (typeof value !== "object") return fail({ line: 1, detail: DETAILS.noKey });
		if (Array.isArray(value)) return fail({ line: 1, detail: DETAILS.list });
		return ok(value as Properties);
	} catch (error) {
		return fail(placeOf(error));
	}
}

/** Where a YAML parser stopped; it says so in `linePos`, else line 1. */
function placeOf(error: unknown): Unreadable {
	if (!(error instanceof Error)) return { line: 1, detail: String(error) };
	const place: unknown =
		"linePos" in error && Array.isArray(error.linePos) ? error.linePos[0] : null;
	const line = typeof place === "object" && place !== null && "line" in place ? place.line : 1;
	const detail = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
	return { line: typeof line === "number" ? line : 1, detail };
}

function inFile({ line, detail }: Unreadable): Extract<Frontmatter, { kind: "unreadable" }> {
	return { kind: "unreadable", line: line + FIRST_BLOCK_LINE - 1, detail };
}

function valueOf(values: Readable["values"], name: string): unknown {
	return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}

function withoutEmpty(value: PropertyValue): PropertyValue {
	return Array.isArray(value) && value.length === 0 ? null : value;
}
