import type { Span } from "./edit";
import { isWide } from "./script";

/**
 * A text as quotes are compared: typographic quotes and dashes plain, white space one space (none beside CJK),
 * invisible characters, emphasis, code and highlight marks, link targets and `%%` comments gone,
 * full-width punctuation half, NFC. `text` is lower case, `cased` is not; both have the same length.
 */
export type Folded = Readonly<{
	text: string;
	cased: string;
	/** Where each folded character begins and ends in the source. */
	starts: readonly number[];
	ends: readonly number[];
}>;

const PLAIN = new Map([..."\u2018\u2019\u201a\u201b\u02bc\u2032\uff07"].map((one) => [one, "'"]));
for (const one of "\u201c\u201d\u201e\u201f\u2033\uff02") PLAIN.set(one, '"');
for (const [wide, half] of [
	["\u3002", "."],
	["\u3001", ","],
	["\u2026", "..."],
] as const) {
	PLAIN.set(wide, half);
}

const DASHES = new Set("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d");
/** Unicode's characters that are ignored in display: zero-width, bidi, tags, variation selectors, soft hyphens. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;

// What a link's words may be is bounded: a text of nothing but brackets must not cost more than its length.
const WIKILINK = /\[\[(?:[^\][|\n]{0,400}\|)?([^\][\n]{1,400})\]\]/y;
const LINK = /\[([^\][\n]{0,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,4}\)/y;
const CLUSTER = /[^\p{M}]\p{M}+/uy;

/** Whether a text holds characters nobody sees: zero-width, bidi, tag and variation characters, soft hyphens. */
export function hasInvisible(text: string): boolean {
	return INVISIBLE.test(text);
}

export function fold(source: string): Folded {
	const folder = new Folder(source);
	folder.read(0, source.length);
	return folder.result();
}

/** The source range of folded characters `from` to `to` (half-open, not empty). */
export function sourceSpan(folded: Folded, from: number, to: number): Span {
	return { from: folded.starts[from] ?? 0, to: folded.ends[to - 1] ?? 0 };
}

/** Lives for one call. Collects folded characters with their places. */
class Folder {
	private readonly units: string[] = [];
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];
	/** Where the last `%%` stands that nothing closes: none behind it has to be looked for. */
	private noComment = Infinity;

	constructor(private readonly source: string) {}

	result(): Folded {
		while (this.units.at(-1) === " ") this.pop();
		const cased = this.units.join("");
		return { text: lower(cased), cased, starts: this.starts, ends: this.ends };
	}

	read(from: number, to: number): void {
		let at = from;
		while (at < to) at = this.step(at, to);
	}

	/** Reads what begins at `at`; returns where the next begins. */
	private step(at: number, to: number): number {
		const code = this.source.charCodeAt(at);
		// A letter may carry an accent of its own behind it: then it is not plain.
		const isAlone = !(this.source.charCodeAt(at + 1) >= FIRST_ACCENT);
		if (isPlain(code) && (isAlone || isHan(this.source.charCodeAt(at + 1)))) {
			this.push(this.source.charAt(at), at, at + 1);
			return at + 1;
		}
		return code < 128 && isAlone ? this.readAscii(at, to) : this.readOther(at, to);
	}

	private readAscii(at: number, to: number): number {
		const one = this.source.charAt(at);
		switch (one) {
			case " ":
			case "\n":
			case "\t":
			case "\r":
				this.pushSpace(at, at + 1);
				return at + 1;
			case "-":
				this.pushDash(at, at + 1);
				return at + 1;
			case "[":
				return this.readLink(at, to);
			case "%":
				return this.readComment(at);
			case "\\":
				if (!ESCAPABLE.test(this.source.charAt(at + 1))) break;
				this.push(this.source.charAt(at + 1), at, at + 2);
				return at + 2;
		}
		if (!isMark(this.source, at)) this.push(one, at, at + 1);
		return at + 1;
	}

	private readOther(at: number, to: number): number {
		const { source } = this;
		const one = source.charAt(at);
		const isMarkup =
			one === "[" || one === "%" || (source.charCodeAt(at) < 128 && isMark(source, at));
		if (isMarkup) return this.readAscii(at, to);
		const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
		const whole = match(CLUSTER, source, at)?.[0] ?? character;
		const end = at + whole.length;
		if (INVISIBLE.test(character)) return end;
		// A variation selector rides along as an accent does, and is not seen either.
		const seen = whole.replace(UNSEEN, "");
		if (/\s/.test(character)) this.pushSpace(at, end);
		else if (DASHES.has(character)) this.pushDash(at, end);
		else for (const unit of PLAIN.get(character) ?? half(seen)) this.pushUnits(unit, at, end);
		return end;
	}

	/** Links leave their words. An embed (`![[…]]`) stays: it shows something else. */
	private readLink(at: number, to: number): number {
		const wiki = this.source.charAt(at - 1) === "!" ? null : match(WIKILINK, this.source, at);
		if (wiki !== null) {
			const end = at + wiki[0].length;
			this.read(end - 2 - (wiki[1] ?? "").length, Math.min(end - 2, to));
			return end;
		}
		const link = match(LINK, this.source, at);
		if (link === null) {
			this.push("[", at, at + 1);
			return at + 1;
		}
		this.read(at + 1, at + 1 + (link[1] ?? "").length);
		return at + link[0].length;
	}

	/** Comments leave nothing. */
	private readComment(at: number): number {
		const isOpen = this.source.startsWith("%%", at) && at < this.noComment;
		const close = isOpen ? this.source.indexOf("%%", at + 2) : -1;
		if (close !== -1) return close + 2;
		if (isOpen) this.noComment = at;
		this.push("%", at, at + 1);
		return at + 1;
	}

	private pushSpace(at: number, end: number): void {
		const last = this.units.at(-1);
		if (last !== undefined && last !== " ") this.push(" ", at, end);
	}

	private pushDash(at: number, end: number): void {
		// What nobody sees may stand between the two halves of a long dash.
		if (this.units.at(-1) === "-") this.ends[this.ends.length - 1] = end;
		else this.push("-", at, end);
	}

	/** UTF-16 units: folded offsets count as all our offsets do. */
	private pushUnits(text: string, at: number, end: number): void {
		for (let index = 0; index < text.length; index++) this.push(text.charAt(index), at, end);
	}

	private push(unit: string, at: number, end: number): void {
		// Marks were folded to ASCII and do not tell; letters beside the blank do.
		if (this.units.at(-1) === " " && (isWide(unit) || isWide(this.units.at(-2) ?? "")))
			this.pop();
		this.units.push(unit);
		this.starts.push(at);
		this.ends.push(end);
	}

	private pop(): void {
		this.units.pop();
		this.starts.pop();
		this.ends.pop();
	}
}

const FIRST_ACCENT = 0x300;

/** Letters and digits of ASCII, common marks that never fold, and common Han. */
function isPlain(code: number): boolean {
	if (code >= 97 && code <= 122) return true;
	if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 44 || code === 46)
		return true;
	return isHan(code);
}

function isHan(code: number): boolean {
	return code >= 0x4e00 && code <= 0x9fff;
}

/** Marks that a backslash takes their meaning; models quote them without it. */
const ESCAPABLE = /[*_`~=#[\]<>|]/;

/** Emphasis, code, highlight and strike marks. */
function isMark(source: string, at: number): boolean {
	const one = source.charAt(at);
	if (one === "*" || one === "`") return true;
	const next = source.charAt(at + 1);
	const before = source.charAt(at - 1);
	if (one === "=" || one === "~") return next === one || before === one;
	if (one === "_") return !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(next));
	return false;
}

function half(character: string): string {
	const composed = character.normalize("NFC");
	return composed.replace(/[\uff01-\uff5e]/g, (one) =>
		String.fromCharCode(one.charCodeAt(0) - 0xfee0),
	);
}

/** Lower case without changing the length: a letter whose lower case is longer stays. */
function lower(text: string): string {
	const whole = text.toLowerCase();
	if (whole.length === text.length) return whole;
	return [...text]
		.map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
		.join("");
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(source);
}
