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

const QUOTES = new Map([..."\u2018\u2019\u201a\u201b\u02bc\u2032\uff07"].map((one) => [one, "'"]));
for (const one of "\u201c\u201d\u201e\u201f\u2033\uff02") QUOTES.set(one, '"');

const DASHES = new Set("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d");
/** Unicode's characters that are ignored in display: zero-width, bidi, tags, variation selectors, soft hyphens. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Full-width forms of printable ASCII. */
const FULL_WIDTH = /[\uff01-\uff5e]/;
const HALF = new Map([
	["\u3002", "."],
	["\u3001", ","],
	["\u3000", " "],
	["\u2026", "..."],
]);

const WIKILINK = /!?\[\[(?:[^\]|\n]*\|)?([^\]\n]+)\]\]/y;
const LINK = /\[([^\][\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/y;
const COMMENT = /%%(?:[^%]|%(?!%))*%%/y;
const CLUSTER = /[^\p{M}]\p{M}+/uy;

/** Whether a text holds characters nobody sees: zero-width, bidi, tag and variation characters, soft hyphens. */
export function hasInvisible(text: string): boolean {
	return INVISIBLE.test(text);
}

export function fold(source: string): Folded {
	const folder = new Folder();
	folder.read(source, 0, source.length);
	return folder.result();
}

/** Lives for one call. Appends folded characters with their places. */
class Folder {
	private cased = "";
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];

	result(): Folded {
		while (this.cased.endsWith(" ")) this.pop();
		return { text: lower(this.cased), cased: this.cased, starts: this.starts, ends: this.ends };
	}

	read(source: string, from: number, to: number): void {
		let at = from;
		while (at < to) at = this.step(source, at, to);
	}

	/** Reads what begins at `at`; returns where the next begins. */
	private step(source: string, at: number, to: number): number {
		const code = source.charCodeAt(at);
		// A letter may carry an accent of its own behind it: then it is not plain.
		if (isPlain(code) && !(source.charCodeAt(at + 1) >= FIRST_ACCENT)) {
			this.push(source.charAt(at), at, at + 1);
			return at + 1;
		}
		const one = source.charAt(at);
		if (one === "[" || one === "!" || one === "%") {
			const end = this.readMarkup(source, at, to);
			if (end !== at) return end;
		}
		if (isMark(source, at)) return at + 1;
		if (one === "\\" && ESCAPABLE.test(source.charAt(at + 1))) {
			this.push(source.charAt(at + 1), at, at + 2);
			return at + 2;
		}
		const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
		const cluster = match(CLUSTER, source, at);
		const whole = cluster === null ? character : cluster[0];
		const end = at + whole.length;
		this.pushFolded(character, whole, at, end);
		return end;
	}

	private pushFolded(character: string, whole: string, at: number, end: number): void {
		if (INVISIBLE.test(character)) return;
		if (/\s/.test(character)) this.pushSpace(at, end);
		else if (DASHES.has(character)) this.pushDash(at, end);
		else {
			const folded = QUOTES.get(character) ?? HALF.get(character) ?? half(whole);
			for (const unit of splitUnits(folded)) this.push(unit, at, end);
		}
	}

	/** Links leave their words, comments nothing. */
	private readMarkup(source: string, at: number, to: number): number {
		const wiki = match(WIKILINK, source, at);
		if (wiki !== null && !wiki[0].startsWith("!")) {
			const words = wiki[1] ?? "";
			const end = at + wiki[0].length;
			this.read(source, end - 2 - words.length, Math.min(end - 2, to));
			return end;
		}
		const link = match(LINK, source, at);
		if (link !== null) {
			this.read(source, at + 1, at + 1 + (link[1] ?? "").length);
			return at + link[0].length;
		}
		const comment = match(COMMENT, source, at);
		return comment === null ? at : at + comment[0].length;
	}

	private pushSpace(at: number, end: number): void {
		const last = this.cased.at(-1);
		if (last === undefined || last === " ") return;
		this.push(" ", at, end);
	}

	private pushDash(at: number, end: number): void {
		if (this.cased.endsWith("-") && this.ends.at(-1) === at)
			this.ends[this.ends.length - 1] = end;
		else this.push("-", at, end);
	}

	private push(unit: string, at: number, end: number): void {
		if (this.cased.endsWith(" ") && (isWide(unit) || this.isWideBefore())) this.pop();
		this.cased += unit;
		this.starts.push(at);
		this.ends.push(end);
	}

	/** Whether the character before the final blank is CJK. Marks were folded to ASCII and do not tell. */
	private isWideBefore(): boolean {
		return isWide(this.cased.charAt(this.cased.length - 2));
	}

	private pop(): void {
		this.cased = this.cased.slice(0, -1);
		this.starts.pop();
		this.ends.pop();
	}
}

const FIRST_ACCENT = 0x300;

/** Letters and digits of ASCII, and common marks that never fold. */
function isPlain(code: number): boolean {
	if (code >= 97 && code <= 122) return true;
	return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 44 || code === 46;
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
	if (!FULL_WIDTH.test(composed)) return composed;
	return composed.replace(/[\uff01-\uff5e]/g, (one) =>
		String.fromCharCode(one.charCodeAt(0) - 0xfee0),
	);
}

/** UTF-16 units: folded offsets count as all our offsets do. */
function splitUnits(text: string): readonly string[] {
	return text.split("");
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

/** The source range of folded characters `from` to `to` (half-open, not empty). */
export function sourceSpan(folded: Folded, from: number, to: number): Span {
	return { from: folded.starts[from] ?? 0, to: folded.ends[to - 1] ?? 0 };
}
