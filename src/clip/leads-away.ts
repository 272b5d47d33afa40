import { all, attribute, follows, isHeading, tagOf, textOf } from "./elements";
import { parseUrl } from "./links";
import type { Measures } from "./measure";
import { LABEL } from "./related";
import { scriptWeight } from "./script-weight";

/** Neighbours that are teasers, with the label over them. */
type Row = Readonly<{ cards: readonly Element[]; label: Element | null; box: Element }>;

const LEAST_CARDS = 3;
/** Under a label that says what they are two are a row. */
const LEAST_LABELLED = 2;
/** What must stand above them to read, in characters; less is the opening of a list. */
const LEAST = 200;
const LONGEST_CARD = 2500;

/**
 * Takes out rows of teasers that stand in a place of their own below a text: each card's heading is a link to another
 * page of the site. Without a label over them only an article has such rows, and not longer than itself: a page of
 * documentation leads on by cards, which are its text. Returns whether anything went.
 */
export function removeLeadsAway(body: Element, title: Element, measures: Measures, page: string, isArticle: boolean): boolean {
	let isChanged = false;
	for (const row of rowsBelow(body, title, measures, page)) {
		if (!body.contains(row.box)) continue;
		const cards = row.cards.reduce((sum, card) => sum + measures.text(card), 0);
		const above = textAbove(row, title, measures) * scriptWeight(row.box);
		if (isEntry(title, row)) {
			for (const card of row.cards) measures.remove(card);
			isChanged = true;
			continue;
		}
		if (above < LEAST || (row.label === null && (!isArticle || cards > above || !areDescribed(row.cards, measures)))) continue;
		const rest = measures.text(row.box) - cards - (row.label === null ? 0 : measures.text(row.label));
		if (rest < Math.max(60, cards * 0.2) && !row.box.contains(title)) measures.remove(row.box);
		else for (const part of [...row.cards, ...(row.label === null ? [] : [row.label])]) measures.remove(part);
		isChanged = true;
	}
	return isChanged;
}

function rowsBelow(body: Element, title: Element, measures: Measures, page: string): readonly Row[] {
	const own = parseUrl(page);
	const groups = new Map<Element, Element[]>();
	for (const heading of all(body, "h2, h3, h4, h5, h6")) {
		const link = heading.querySelector("a[href]") ?? heading.closest("a[href]");
		if (link === null || !follows(title, heading) || textOf(heading).length < 2) continue;
		const url = parseUrl(attribute(link, "href"), page);
		if (url === null || url.hostname !== own?.hostname || url.pathname === own.pathname || (heading.contains(link) && textOf(link).length < textOf(heading).length * 0.8)) continue;
		const card = cardOf(heading, body, title);
		const parent = card.parentElement;
		if (parent === null || card === heading || isHeading(card) || measures.text(card) > LONGEST_CARD || card.querySelector("pre, table, h1") !== null) continue;
		const group = groups.get(parent);
		if (group === undefined) groups.set(parent, [card]);
		else if (!group.includes(card)) group.push(card);
	}
	const rows: Row[] = [];
	for (const [box, cards] of groups) {
		const label = labelOf(box, cards, body, title);
		if (cards.length >= (label === null && !isEntry(title, { box, cards, label }) ? LEAST_CARDS : LEAST_LABELLED)) rows.push({ box, cards, label });
	}
	return rows;
}

/** The widest element around a heading that holds no other heading of a text. */
function cardOf(heading: Element, body: Element, title: Element): Element {
	let card: Element = heading;
	for (let parent = card.parentElement; parent !== null && parent !== body && !parent.contains(title); parent = parent.parentElement) {
		if (all(parent, "h1, h2, h3, h4, h5, h6").length > 1) break;
		card = parent;
	}
	return card;
}

/** Names alone are a list of things; teasers say something on each, or when it came out. */
function areDescribed(cards: readonly Element[], measures: Measures): boolean {
	const beyond = cards.map((card) => measures.text(card) - all(card, "h1, h2, h3, h4, h5, h6").reduce((sum, heading) => sum + measures.text(heading), 0));
	return beyond.filter((length) => length >= 10).length >= cards.length * 0.8;
}

/** Whether the text itself is one of a row of entries: what else a blog has on the same page are other texts. */
function isEntry(title: Element, { box, cards }: Row): boolean {
	let entry: Element = title;
	while (entry.parentElement !== null && entry.parentElement !== box) entry = entry.parentElement;
	if (entry.parentElement !== box || entry === title) return false;
	const firstName = (element: Element) => attribute(element, "class").split(/\s+/)[0] ?? "";
	return cards.every((card) => tagOf(card) === tagOf(entry) && firstName(card) === firstName(entry) && firstName(card) !== "" && card.querySelector(tagOf(title)) !== null);
}

/** The line before the first card that says where they lead: in its box, or right before that. */
function labelOf(box: Element, cards: readonly Element[], body: Element, title: Element): Element | null {
	const isLabel = (element: Element) => (element.textContent ?? "").length < 120 && LABEL.test(textOf(element));
	let place = cards[0]?.previousElementSibling ?? null;
	for (let around: Element | null = box; place === null && around !== null && around !== body && !around.contains(title); around = around.parentElement) place = around.previousElementSibling;
	return place !== null && !place.contains(title) && isLabel(place) ? place : null;
}

/** Good text in the parts before a row that have a place of their own, beside the title. */
function textAbove({ box }: Row, title: Element, measures: Measures): number {
	let sum = 0;
	for (let part: Element = box; part.parentElement !== null; part = part.parentElement) {
		for (let before = part.previousElementSibling; before !== null; before = before.previousElementSibling) {
			if (isHeading(before) || !(before.contains(title) || follows(title, before))) continue;
			// A paragraph right beside the cards opens them.
			if (part === box || !/^(p|span|a)$/.test(tagOf(before))) sum += measures.good(before);
		}
		if (part.parentElement.contains(title)) break;
	}
	return sum - measures.good(title);
}
