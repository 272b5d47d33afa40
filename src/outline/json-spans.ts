import { fail, ok, type Result } from "../result";

/** A JSON value with its place in the text (half-open, UTF-16 units). Values are parsed on demand. */
export type JsonNode = Readonly<
	| { kind: "object"; from: number; to: number; members: readonly JsonMember[] }
	| { kind: "array"; from: number; to: number; items: readonly JsonNode[] }
	| { kind: "leaf"; from: number; to: number }
>;

/** `from` and `to` are the key's, quotes included. */
export type JsonMember = Readonly<{ key: string; from: number; to: number; value: JsonNode }>;

/** `line` and `column` count from 1. */
export type JsonFault = Readonly<{ line: number; column: number }>;

/** Deeper than any canvas; a hostile file must not exhaust the stack. */
const MAX_DEPTH = 400;

/** Reads JSON (RFC 8259) and remembers where everything stands, so that an edit touches nothing else. */
export function parseJsonSpans(text: string): Result<JsonNode, JsonFault> {
	const reader = new Reader(text);
	try {
		return ok(reader.document());
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		return fail(placeOf(text, error.at));
	}
}

/** The last member of that name, as `JSON.parse` takes it. Null: none, or no object. */
export function memberOf(node: JsonNode, key: string): JsonMember | null {
	if (node.kind !== "object") return null;
	return node.members.filter((member) => member.key === key).at(-1) ?? null;
}

function placeOf(text: string, at: number): JsonFault {
	const before = text.slice(0, at).split("\n");
	return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Thrown inside this file only, where the text stops being JSON. */
class Stop extends Error {
	constructor(readonly at: number) {
		super("not JSON");
	}
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Neither quote, backslash, control character nor the end (NaN). */
function isPlain(code: number): boolean {
	return code >= 0x20 && code !== 0x22 && code !== 0x5c;
}

/** Most keys hold no escape: cutting them out is quicker than parsing. */
function keyOf(text: string, { from, to }: Readonly<{ from: number; to: number }>): string {
	const inner = text.slice(from + 1, to - 1);
	return inner.includes("\\") ? String(JSON.parse(text.slice(from, to))) : inner;
}

/** Lives for one call. */
class Reader {
	private at = 0;

	constructor(private readonly text: string) {
		if (text.startsWith("\ufeff")) this.at = 1;
	}

	document(): JsonNode {
		const node = this.value(0);
		this.blanks();
		if (this.at < this.text.length) throw new Stop(this.at);
		return node;
	}

	private value(depth: number): JsonNode {
		this.blanks();
		if (depth > MAX_DEPTH) throw new Stop(this.at);
		const first = this.text.charAt(this.at);
		if (first === "{") return this.object(depth);
		if (first === "[") return this.array(depth);
		if (first === '"') return { kind: "leaf", ...this.string() };
		return { kind: "leaf", ...this.take(/[-\d]/.test(first) ? NUMBER : WORD) };
	}

	private object(depth: number): JsonNode {
		const from = this.at++;
		const members: JsonMember[] = [];
		while (!this.closes("}", members.length > 0)) {
			this.blanks();
			const key = this.string();
			this.blanks();
			if (this.text.charAt(this.at) !== ":") throw new Stop(this.at);
			this.at++;
			members.push({ key: keyOf(this.text, key), from: key.from, to: key.to, value: this.value(depth + 1) });
		}
		return { kind: "object", from, to: this.at, members };
	}

	private array(depth: number): JsonNode {
		const from = this.at++;
		const items: JsonNode[] = [];
		while (!this.closes("]", items.length > 0)) items.push(this.value(depth + 1));
		return { kind: "array", from, to: this.at, items };
	}

	/** Passes the closing bracket (true) or the comma before a further element (false). */
	private closes(bracket: string, needsComma: boolean): boolean {
		this.blanks();
		const next = this.text.charAt(this.at);
		if (next === bracket) {
			this.at++;
			return true;
		}
		if (!needsComma) return false;
		if (next !== ",") throw new Stop(this.at);
		this.at++;
		this.blanks();
		if (this.text.charAt(this.at) === bracket) throw new Stop(this.at);
		return false;
	}

	/** Piece by piece: one pattern for a whole string would exhaust the stack on a long one. */
	private string(): Readonly<{ from: number; to: number }> {
		const from = this.at;
		if (this.text.charAt(from) !== '"') throw new Stop(from);
		this.at++;
		for (;;) {
			while (isPlain(this.text.charCodeAt(this.at))) this.at++;
			if (this.text.charAt(this.at) === '"') break;
			this.take(ESCAPE);
		}
		this.at++;
		return { from, to: this.at };
	}

	private take(pattern: RegExp): Readonly<{ from: number; to: number }> {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.text);
		if (match === null) throw new Stop(this.at);
		const from = this.at;
		this.at += match[0].length;
		return { from, to: this.at };
	}

	private blanks(): void {
		for (;;) {
			const code = this.text.charCodeAt(this.at);
			if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
			this.at++;
		}
	}
}
