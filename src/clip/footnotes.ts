import { all, attribute, childNodes, follows, isElement, isHeading, make, squash, tagOf, textOf } from "./elements";
import { everySome, type Steps } from "./pieces";
import { findBareNotes } from "./footnotes-bare";

/** Marks the place of a note; the value is its number in the clip. */
export const NOTE = "data-winnow-note";

/** A note's text, taken out of the page, and its number in the clip. */
export type Footnote = Readonly<{ number: string; content: Element }>;

/**
 * Takes footnotes and references out of a region and leaves marked places. A note is what a link with a number
 * or mark as text leads to, if that stands outside the line and is no heading.
 */
export function* takeFootnotes(region: Element, document: Document): Steps<readonly Footnote[]> {
	const notes: Footnote[] = [];
	const numbers = new Map<Element, string>();
	const add = (target: Element, content: Element): string => {
		const number = String(notes.length + 1);
		numbers.set(target, number);
		notes.push({ number, content });
		return number;
	};
	takeInlineNotes(region, add);
	yield;
	const targets = targetsById(document);
	const isTime = everySome();
	for (const link of all(region, "a, [data-footnote], [data-fn]")) {
		if (isTime()) yield;
		const mark = textOf(link);
		if (link.parentNode === null || !isMark(mark, link)) continue;
		const target = targetOf(link, targets);
		if (target === null || target.contains(link)) continue;
		const body = noteBody(target);
		if (body === null || body.contains(link) || (region.contains(body) && !isBehind(link, body)) || isBacklink(link, body, region)) continue;
		const number = numbers.get(body) ?? add(body, body);
		putMark(link, number);
	}
	if (notes.length === 0) {
		for (const { mark, content } of findBareNotes(region, document)) putMark(mark, numbers.get(content) ?? add(content, content));
	}
	for (const { content } of notes) {
		// Before links are settled: then only their letters would be left.
		dropBacklinks(content, LETTER);
		detach(content);
	}
	return notes;
}

/** The definitions as elements to convert after the text. */
export function footnoteBody(note: Footnote): Element {
	const body = make(note.content, "div");
	body.append(...childNodes(note.content));
	for (const part of all(body, "script, style, template")) part.remove();
	dropBacklinks(body, ANY_MARK);
	for (const part of all(body, ".footnote-back, .footnote-backref, .reversefootnote, .mw-cite-backlink, [role=doc-backlink], .label, .footnote-number, .ltx_note_mark, .ltx_tag_note, .ltx_note_type")) part.remove();
	stripNumber(body);
	return body;
}

const LETTER = /^[a-z]$/i;
const ANY_MARK = /^([a-z]|\P{L}{0,4})$/iu;

/** What leads from a note back to the places that name it: an arrow, a number, a letter each. */
function dropBacklinks(body: Element, mark: RegExp): void {
	for (const back of all(body, "a")) {
		if (!mark.test(textOf(back)) || !isBackAddress(attribute(back, "href"), back)) continue;
		const raised = back.closest("sup");
		back.remove();
		if (raised !== null && textOf(raised) === "" && body.contains(raised) && raised.querySelector("img") === null) raised.remove();
	}
}

function isBackAddress(href: string, link: Element): boolean {
	return href.includes("#") || attribute(link, "class") !== "" || href === "";
}

/** The number before a note's text; Markdown writes it. */
function stripNumber(body: Element): void {
	let node: Node | null = body;
	while (node !== null && node.firstChild !== null) {
		let first: Node | null = node.firstChild;
		while (first !== null && (first.textContent ?? "").trim() === "" && first.nextSibling !== null) first = first.nextSibling;
		node = first;
	}
	const holder = node?.parentElement;
	if (node?.nodeType !== 3 || holder == null) return;
	const text = (node as Text).data;
	if (holder !== body && /^(a|sup|strong|b|span|em)$/.test(tagOf(holder)) && /^\s*\[?(\d{1,3}|[*†‡])\]?[.):]?\s*$/.test(text)) {
		holder.remove();
		return;
	}
	if (/^\s*\[?\d{1,3}\]?\s*$/.test(text) && textOf(body).length > text.trim().length) {
		(node as Text).data = "";
		return;
	}
	(node as Text).data = text.replace(/^\s*(\[\d{1,3}\]|\d{1,3}[.):]|[*†‡]|\^+)\s*/, "");
}

function isMark(mark: string, link: Element): boolean {
	if (mark === "" || mark.length > 8) return false;
	if (/^[[(]?\d{1,3}[\])]?$/.test(mark) || /^[[(]?[*†‡§¶※]{1,3}[\])]?$/.test(mark)) return !/^[¶§#]$/.test(mark) || link.closest("sup") !== null;
	const isNamed = /(^|[\s_-])(footnote|fn|noteref|sdfootnoteanc)/i.test(`${attribute(link, "class")} ${attribute(link, "id")} ${attribute(link, "role")} ${attribute(link, "rel")} ${attribute(link, "epub:type")}`) || link.closest("sup") !== null;
	return isNamed && /^[[(]?(note\s*)?[a-z\d]{1,3}[\])]?$/i.test(mark);
}

function targetsById(document: Document): ReadonlyMap<string, Element> {
	const found = new Map<string, Element>();
	for (const element of all(document, "[id], a[name]")) {
		const id = attribute(element, "id") || attribute(element, "name");
		if (!found.has(id)) found.set(id, element);
	}
	return found;
}

/** By the fragment; where a script opens the note, by the id that it is given. */
function targetOf(link: Element, targets: ReadonlyMap<string, Element>): Element | null {
	for (const id of idsNamedBy(link)) {
		const target = targets.get(id);
		if (target !== undefined) return target;
	}
	return null;
}

const OPENERS = ["data-definition", "data-footnote", "data-fn", "data-footnote-id", "data-footnote-target", "data-target", "aria-controls", "aria-describedby"];

function idsNamedBy(link: Element): readonly string[] {
	const href = attribute(link, "href");
	const at = href.indexOf("#");
	const fragment = at === -1 ? "" : href.slice(at + 1);
	if (fragment !== "" && !/^javascript:/i.test(href)) return [fragment, decoded(fragment)];
	const holder = link.parentElement?.closest("sup, [data-definition], [data-footnote], [data-fn]") ?? null;
	const said = [link, ...(holder === null ? [] : [holder])].flatMap((each) => OPENERS.map((name) => attribute(each, name)).filter((id) => id !== ""));
	const quoted = /["']#?([\w:.-]{2,80})["']/.exec(attribute(link, "onclick") || (/^javascript:/i.test(href) ? href : ""))?.[1];
	return [...said.map((id) => id.replace(/^#/, "")), ...(quoted === undefined ? [] : [quoted])];
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment; // a lone per cent sign
	}
}

const COMMENTS = "#comments, #disqus_thread, #respond, .comments, .comments-area, .comment-list";

/** The whole note around a target: its item, paragraph or box. Null where the target is no note. */
function noteBody(target: Element): Element | null {
	const heading = target.closest("h1, h2, h3, h4, h5, h6");
	if (heading !== null) return /^[[(]?(\d{1,3}|[*†‡])[\])]?$/.test(textOf(heading)) ? gathered(heading) : null;
	const item = target.closest("li, dd, aside, tr");
	if (item !== null && !/^(tr)$/.test(tagOf(item)) && textOf(item).length < 4000) return item;
	// A number can also count the comments it leads to.
	if (target.closest(COMMENTS) !== null) return null;
	if (tagOf(target) === "dt") return target.nextElementSibling;
	if (/^(div|p|section|td|blockquote|fn|d-footnote)$/.test(tagOf(target)) && textOf(target).length > 3) return textOf(target).length < 4000 ? target : null;
	const block = target.closest("p, div, td");
	if (block === null || textOf(block).length > 4000 || block.querySelector("h1, h2, h3") !== null) return null;
	return block;
}

/** Texinfo sets the number as a heading and the note below it: in one box from then on. */
function gathered(heading: Element): Element {
	const box = make(heading, "div");
	for (let next = heading.nextSibling; next !== null && !isHeading(next) && tagOf(next) !== "hr"; next = heading.nextSibling) box.append(next);
	heading.replaceWith(box);
	return box;
}

/** Notes come after the place that names them. */
function isBehind(link: Element, body: Element): boolean {
	return follows(link, body);
}

/** The number in a list of notes that leads back into the text. */
function isBacklink(link: Element, body: Element, region: Element): boolean {
	const own = link.closest("li, dd");
	return own !== null && /(foot|end)?notes?|references?|reflist/i.test(attribute(own.parentElement, "class")) && region.contains(body) && body.contains(own);
}

function putMark(link: Element, number: string): void {
	const place = make(link, "code", "x");
	place.setAttribute(NOTE, number);
	const sup = link.closest("sup");
	if (sup !== null && /^[[\](),\s]*$/.test((sup.textContent ?? "").replace(link.textContent ?? "", ""))) sup.replaceWith(place);
	else link.replaceWith(place);
	for (const side of [place.previousSibling, place.nextSibling]) {
		if (side?.nodeType === 3) {
			const text = side as Text;
			if (side === place.previousSibling && place.nextSibling?.nodeType === 3 && /\[$/.test(text.data) && /^\]/.test((place.nextSibling as Text).data)) {
				text.data = text.data.slice(0, -1);
				(place.nextSibling as Text).data = (place.nextSibling as Text).data.slice(1);
			}
		}
	}
}

type Add = (target: Element, content: Element) => string;

/** Notes that stand where they are named: LaTeXML, Distill, side notes of Tufte. */
function takeInlineNotes(region: Element, add: Add): void {
	const named = ".ltx_note.ltx_role_footnote, d-footnote, span.sidenote, span.marginnote, small.sidenote, .footnote-inline";
	// A label that ticks a hidden box opens what stands behind it, whatever that is called.
	for (const note of all(region, `${named}, label + input[type=checkbox] + span, label + input[type=checkbox] + small`)) {
		if (note.parentNode === null || textOf(note).length < 4) continue;
		const content = note.querySelector(".ltx_note_content") ?? note;
		const place = make(note, "code", "x");
		const label = note.previousElementSibling;
		place.setAttribute(NOTE, add(note, content));
		note.replaceWith(place);
		if (content !== note) content.remove();
		for (let step = 0, before = label; step < 2 && before !== null; step++) {
			const earlier = before.previousElementSibling;
			const isToggle = /^(label|input)$/.test(tagOf(before)) || /sidenote-number|margin-toggle/i.test(attribute(before, "class")) || (tagOf(before) === "sup" && textOf(before).length < 4);
			if (isToggle) before.remove();
			before = isToggle ? earlier : null;
		}
	}
}

/** The text, or as much of it as shows that there is more than a title. */
function firstWords(box: Element): string {
	let text = "";
	for (let node = box.firstChild; node !== null && text.length < 40; node = node.nextSibling) text = squash(`${text} ${node.textContent ?? ""}`);
	return text;
}

/** Takes a note from the page, and the box it leaves empty. */
function detach(content: Element): void {
	const parent = content.parentElement;
	content.remove();
	if (parent === null) return;
	// A few words say whether the list is empty but for its title; a long one is asked once for every note.
	const rest = firstWords(parent);
	if (rest !== "" && !/^(foot|end)?notes?:?$|^references?:?$/i.test(rest)) return;
	const box = /^(ol|ul|dl)$/.test(tagOf(parent)) ? (parent.parentElement ?? parent) : parent;
	parent.remove();
	if (box !== parent && /^((foot|end)?notes?:?|references?:?|参考(文献|资料)?|注释)?$/i.test(textOf(box)) && isElement(box) && !/^(body|main|article)$/.test(tagOf(box))) box.remove();
}

