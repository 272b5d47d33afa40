import { all, attribute, childNodes, isElement, make, rename, tagOf, textOf, unwrap } from "./elements";
import { forEach, type Steps } from "./pieces";

/** Readings, raised and lowered text, abbreviations and other marks inside a line, as Markdown can say them. */
export function* settleInlineMarks(root: Element): Steps {
	for (const ruby of all(root, "ruby")) settleRuby(ruby);
	spellAbbreviations(root);
	yield;
	for (const element of all(root, "wbr")) element.remove();
	for (const element of all(root, "tt, samp, kbd, var")) if (tagOf(element) !== "var" && element.closest("pre, code") === null) rename(element, "code");
	for (const element of all(root, "sup, sub")) if (textOf(element) === "" || element.closest("pre, code") !== null) unwrapOrDrop(element);
	for (const code of all(root, "code code")) unwrap(code);
	for (const quote of all(root, "q")) quote.replaceWith(...(/^["“„«「『‘]/.test(textOf(quote)) ? childNodes(quote) : ["“", ...childNodes(quote), "”"]));
	for (const mark of all(root, "strong strong, b b, strong b, b strong, em em, i i, em i, i em")) unwrap(mark);
	for (const heading of all(root, "h1 strong, h2 strong, h3 strong, h4 strong, h5 strong, h6 strong, h1 b, h2 b, h3 b, h4 b, h5 b, h6 b")) unwrap(heading);
	yield* unwrapBlocksInInline(root);
}

function unwrapOrDrop(element: Element): void {
	if (textOf(element) === "" && element.querySelector("img") === null) element.remove();
	else unwrap(element);
}

/** 漢字 with its reading: `漢字（かんじ）`. */
function settleRuby(ruby: Element): void {
	for (const part of all(ruby, "rp")) part.remove();
	for (const reading of all(ruby, "rt")) {
		const text = textOf(reading);
		if (text === "") reading.remove();
		else reading.replaceWith(`（${text}）`);
	}
	for (const part of all(ruby, "rb, rtc")) unwrap(part);
	unwrap(ruby);
}

/** What an abbreviation stands for is said where it comes first, as a book does. */
function spellAbbreviations(root: Element): void {
	const spelt = new Set<string>();
	for (const short of all(root, "abbr[title], acronym[title]")) {
		const long = attribute(short, "title");
		const text = textOf(short);
		const isWorth = text !== "" && long.length < 120 && long.toLowerCase() !== text.toLowerCase() && !/\d{4}/.test(long) && /^[\p{Lu}\d.&/-]{2,12}s?$/u.test(text);
		if (isWorth && !spelt.has(text)) short.append(` (${long})`);
		spelt.add(text);
		unwrap(short);
	}
}

const INLINE = "em, strong, b, i, u, s, del, ins, span, font, small, big, mark, cite, label";
const BLOCK = "p, div, ul, ol, pre, blockquote, table, h1, h2, h3, h4, h5, h6, section, figure, hr";

/** Emphasis around blocks would leave its asterisks on lines of their own. */
function* unwrapBlocksInInline(root: Element): Steps {
	yield* forEach(all(root, INLINE), (element) => {
		const isPlain = !/^(em|strong|b|i|s|del)$/.test(tagOf(element));
		if (isPlain || element.querySelector(BLOCK) !== null) unwrap(element);
	});
	yield* forEach(all(root, "em, strong, b, i, s, del"), (element) => {
		if (textOf(element) === "" && !Array.from(element.children).some((child) => isElement(child) && /^(img|br|code)$/.test(tagOf(child)))) {
			element.replaceWith(make(element, "span", element.textContent ?? ""));
		}
	});
	yield* forEach(all(root, "span"), unwrap);
	root.normalize();
}
