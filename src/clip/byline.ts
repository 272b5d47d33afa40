import { all, attribute, isText, squash, tagOf, textOf } from "./elements";
import type { Metadata } from "./metadata";
import { readDate } from "./page-dates";

/** Paragraphs longer than this are text; the head of the article ends there. */
const FIRST_PARAGRAPH = 160;
/** Characters, blanks among them. */
const LONGEST_BOX = 5000;
/** Nor is it longer than this, on pages without paragraphs. */
const HEAD_BLOCKS = 25;
const WORDS = /\b(by|written|posted|published|updated|last|modified|edited|on|in|at|and|follow(ing)?|min(ute)?s?|read(ing)?|time|share|listen|save|comments?|replies|views|author|date|am|pm|[ap]\.m|utc|gmt|est|edt|pst|pdt|cet|et|pt|st|nd|rd|th|ago|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|mon(day)?|tue(s|sday)?|wed(nesday)?|thu(rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?)\b|作者|发布|更新|时间|来源|阅读|[年月日]/giu;

/**
 * Takes out what stands between title and text and says only what the properties say: names, dates, reading time,
 * the author's picture.
 */
export function removeByline(content: Element, metadata: Metadata): void {
	const names = metadata.authors.map((name) => name.toLowerCase());
	for (const image of all(content, "img")) {
		if (names.includes(attribute(image, "alt").toLowerCase())) image.remove();
	}
	const doomed: Element[] = [];
	let seen = 0;
	for (const block of all(content, "p, div, span, time, address, h2, h3, h4, h5, h6, ul, ol, section, header, small, em, a")) {
		const raw = block.textContent ?? "";
		// A box around the whole article is no line of it, and long to read.
		if (raw.length > LONGEST_BOX && holdsBlocks(block)) continue;
		const text = squash(raw);
		if (text === "" || block.closest("table, pre, blockquote") !== null) continue;
		if (!holdsBlocks(block) && ++seen > HEAD_BLOCKS) break;
		if (!holdsBlocks(block) && text.length > FIRST_PARAGRAPH && /^(p|div|section)$/.test(tagOf(block))) break;
		if (text.length > 200 || block.querySelector("img, pre, table, h1, blockquote, code") !== null) continue;
		if (/^(em|a|span|small)$/.test(tagOf(block)) && !standsAlone(block)) continue;
		if (datesEntry(block, text)) continue;
		if (saysOnlyMeta(text, names, metadata)) doomed.push(block);
	}
	for (const block of doomed) block.remove();
}

/** The day of an event or version in a list of them, with more beside it than a head has. */
function datesEntry(block: Element, text: string): boolean {
	const entry = block.closest("li");
	return entry !== null && textOf(entry).length > text.length + 60 && entry.parentElement !== null && entry.parentElement.childElementCount > 2;
}

function holdsBlocks(block: Element): boolean {
	return block.querySelector("p, div, section, h2, h3, ul") !== null;
}

function standsAlone(element: Element): boolean {
	const parent = element.parentElement;
	return parent !== null && !Array.from(parent.childNodes).some((node) => isText(node) && node.data.trim().length > 3) && tagOf(parent) !== "p";
}

function saysOnlyMeta(text: string, names: readonly string[], metadata: Metadata): boolean {
	let rest = text.toLowerCase();
	const before = rest.length;
	for (const name of names) rest = rest.split(name).join(" ");
	const isNamed = rest.length !== before;
	const hasDate = readDate(text, metadata.language) !== null;
	rest = squash(rest.replace(/([a-z])(?=\d)/g, "$1 ").replace(WORDS, " ").replace(/[\d\p{P}\p{S}]+/gu, " "));
	return (isNamed || hasDate || /min(ute)?s? read/i.test(text)) && rest.length <= 2;
}
