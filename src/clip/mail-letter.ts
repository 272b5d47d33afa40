import { all, make, squash, tagOf, textOf } from "./elements";
import type { Thread } from "./forum-thread";
import { mailBlocks } from "./mail-text";
import type { Measures } from "./measure";
import { readDate } from "./page-dates";

/** What archives of mailing lists write around a letter. */
const ARCHIVE = /\b(previous message|next message|messages sorted by|thread index|date index|next in thread|prev(ious)? by (date|thread)|\[?(date|thread) (prev|next)\]?|message-id|in reply to|mailing list)\b/i;
/** Share of the text on the page that the letter is. */
const MOST = 0.25;

/** A page of a mail archive: one letter in a `pre`. Null: the page is no such thing. */
export function findLetter(document: Document, measures: Measures): Thread | null {
	const { body } = document;
	const letter = all(body, "pre").sort((a, b) => measures.text(b) - measures.text(a))[0];
	if (letter === undefined || measures.text(letter) < measures.text(body) * MOST || letter.querySelector("code, span[class]") !== null) return null;
	const around = linesOf(body, letter);
	if (!around.some((line) => ARCHIVE.test(line))) return null;
	const container = make(body, "div");
	container.append(...mailBlocks(letter));
	const date = around.map((line) => readDate(line, null)).find((each) => each !== null) ?? null;
	return { container, author: senderOf(around, body), published: date, posts: 1 };
}

/** Pieces of text before the letter. */
function linesOf(body: Element, letter: Element): readonly string[] {
	const lines: string[] = [];
	const walk = (node: Node): void => {
		if (node === letter || /^(script|style)$/.test(tagOf(node))) return;
		if (node.nodeType === 3) {
			const text = squash(node.textContent ?? "");
			if (text !== "") lines.push(text);
		} else node.childNodes.forEach(walk);
	};
	walk(body);
	return lines;
}

/** `From: Anneke Vos`, or the bold name that Pipermail sets under the title. */
function senderOf(lines: readonly string[], body: Element): string {
	const at = lines.findIndex((line) => /^(from|von|de|author):?(\s|$)/i.test(line));
	const said = at === -1 ? "" : (lines[at] ?? "").replace(/^\w+:?\s*/, "") || (lines[at + 1] ?? "");
	const bold = textOf(all(body, "h1 ~ b, h1 ~ strong, h2 ~ b")[0]);
	const name = (said === "" ? bold : said).replace(/^["']|["']?\s*[<(].*$/g, "").trim();
	return name.length >= 2 && name.length <= 60 && !/[.!?]\s/.test(name) ? name : "";
}
