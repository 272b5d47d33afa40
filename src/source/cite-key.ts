import type { Source } from "./source";

/** What a key and a reference need of a source. */
export type Citable = Pick<Source, "citekey" | "authors" | "title" | "published" | "site">;

/** Letters that NFD does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	đ: "d",
	ð: "d",
	þ: "th",
	ł: "l",
	ı: "i",
};

/**
 * `citekey`, else `surname-year-word` in `[a-z0-9-]`, never digits alone; `site-year` where the name has no
 * Latin letters. Unique among `taken`: `key-2`, `key-3`. A key once used is never given to another source.
 */
export function citeKey(source: Citable, taken: ReadonlySet<string>): string {
	const base = baseKey(source);
	const used = new Set([...taken].map((key) => key.toLowerCase()));
	if (!used.has(base.toLowerCase())) return base;
	let count = 2;
	while (used.has(`${base.toLowerCase()}-${count}`)) count++;
	return `${base}-${count}`;
}

function baseKey(source: Citable): string {
	// A footnote name holds no blank, bracket or caret; a citekey of another tool may.
	const own = (source.citekey ?? "").replace(/[\s[\]^@`|\\]+/g, "");
	if (own !== "" && !/^\d+$/.test(own)) return own;
	const year = yearOf(source.published) ?? "";
	const surname = latin(surnameOf(source.authors[0] ?? ""));
	const name =
		surname === "" ? latin(source.site.replace(/^www\./, "").split(".")[0] ?? "") : surname;
	const word = latin(firstWord(source.title));
	const key = [name, year, surname === "" ? "" : word].filter((part) => part !== "").join("-");
	if (key === "" || /^[\d-]+$/.test(key)) return key === "" ? "source" : `source-${key}`;
	return key;
}

/** "Lovelace, Ada" and "Ada Lovelace" both give Lovelace. */
export function surnameOf(author: string): string {
	const [first = "", rest] = author.split(",", 2);
	if (rest !== undefined && first.trim() !== "") return first.trim();
	return author.trim().split(/\s+/).at(-1) ?? "";
}

const STOP = new Set([
	"a",
	"an",
	"the",
	"on",
	"of",
	"in",
	"to",
	"for",
	"and",
	"how",
	"why",
	"what",
	"is",
	"are",
	"der",
	"die",
	"das",
	"le",
	"la",
	"les",
]);

function firstWord(title: string): string {
	const words = title.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => latin(word) !== "");
	return words.find((word) => !STOP.has(word.toLowerCase())) ?? words[0] ?? "";
}

function latin(text: string): string {
	const lower = text.normalize("NFD").toLowerCase();
	return [...lower]
		.map((letter) => LETTERS[letter] ?? letter)
		.join("")
		.replace(/[^a-z0-9]+/g, "")
		.slice(0, 24);
}

/** The first four digits of a date; null: none. */
export function yearOf(date: string | null): string | null {
	return /\b(\d{4})\b/.exec(date ?? "")?.[1] ?? null;
}
