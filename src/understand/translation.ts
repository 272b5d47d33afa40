import { noteText } from "../source/source-note";
import { splitBlocks, type BlockKind } from "../text/blocks";
import type { Translation } from "./card";
import { harmless } from "./kept-note";
import { pageText } from "./page-text";

const PROSE: ReadonlySet<BlockKind> = new Set<BlockKind>(["paragraph", "heading", "item", "quote", "callout", "footnote"]);

/** Everything that has words to translate; code, formulas, tables and pictures stay as they are. */
export function beginTranslation(path: string, language: string, note: string): Translation {
	const page = pageText(note);
	const parts = splitBlocks(page)
		.filter(({ kind, from, to }) => PROSE.has(kind) && /\p{L}/u.test(page.slice(from, to)) && !isPicture(page.slice(from, to)))
		.map(({ from, to }) => ({ from, to, text: null }));
	return { path, language, page, parts, state: "stopped" };
}

function isPicture(text: string): boolean {
	return /^!\[\[?[^\]]*\]\]?(?:\([^()]*\))?$/.test(text.trim());
}

/** The words of a part without the signs that make it a heading, an item or a quote. */
export function partWords({ page }: Translation, part: Translation["parts"][number]): string {
	return page
		.slice(part.from, part.to)
		.split("\n")
		.map((line) => line.slice(signs(line).length))
		.join("\n")
		.trim();
}

export function translatedCount({ parts }: Translation): number {
	return parts.filter((part) => part.text !== null).length;
}

/** The note of a translation: the page with every translated part in the other language, the rest as it was. */
export function translationNote(translation: Translation, title: string, sourceLink: string): string {
	const { page, parts, language } = translation;
	let body = "";
	let at = 0;
	for (const part of parts) {
		const first = page.slice(part.from, part.to).split("\n")[0] ?? "";
		const words = part.text === null ? page.slice(part.from, part.to) : inPlaceOf(signs(first), part.text);
		body += page.slice(at, part.from) + words;
		at = part.to;
	}
	const properties = { title, "translation-of": sourceLink, language };
	return noteText(properties, body + page.slice(at));
}

function inPlaceOf(before: string, text: string): string {
	const lines = harmless(text).trim().split(/\n+/);
	const isQuote = before.includes(">");
	if (isQuote) return lines.map((line) => `> ${line}`).join("\n");
	return before + lines.join(before === "" ? "\n" : " ");
}

function signs(line: string): string {
	return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:#{1,6}[ \t]+)?(?:\[\^[^\]\s]+\]:[ \t]*)?(?:\[![\w-]+\][+-]?[ \t]*)?/.exec(line)?.[0] ?? "";
}

/** A language by its name, said in another one. */
export function languageName(language: string, inLanguage: string): string {
	return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}
