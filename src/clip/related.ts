import { all, attribute, tagOf, textOf } from "./elements";
import { parseUrl } from "./links";
import type { Measures } from "./measure";
import { everySome, type Steps } from "./pieces";

/** What pages write over links to their other pages. */
export const LABEL =
	/^(related( (items|articles|posts|stories|content|links|coverage|news|videos))?|(you )?(may|might|could) also (like|enjoy|be interested in)( .{1,20})?|more (from|in|on) .{1,40}|more (stories|news|articles|posts)|recommended( (for you|reading|posts|articles|stories)| from .{1,30})?|keep reading|(also|more) (from|in|by) .{1,40}|more [\p{L}-]{3,20}|related [\p{L}-]{3,20}( [\p{L}-]{3,20})?|similar (posts|articles|stories|content|news)( .{1,40})?|other (posts|articles|stories|news)|what to read next|you might also want to read|most (popular|read|viewed|shared|recent)( .{1,20})?|popular (posts|articles|stories|now)|trending( now)?|latest (news|posts|articles|stories)|top stories|sponsored (links|content|stories)|(from )?(around|elsewhere on) the web|read next|up next|recent (posts|articles|stories)|editors?['’]?s? (picks?|choice)|don['’]t miss|相关(阅读|文章|推荐|新闻|链接|内容)|更多(相关|推荐|精彩|文章|新闻).{0,6}|大家都在看|推荐阅读|延伸阅读|热门(文章|推荐|新闻)|猜你喜欢|(関連|人気|新着|注目|おすすめ|オススメ|最新)(の)?(記事|リンク|ニュース)(一覧)?|.{0,8}(おすすめ|オススメ)(の)?記事|あわせて読みたい|アクセスランキング|많이 본 뉴스|추천 기사|관련\s?기사|mehr (zum thema|aus .{1,30})|meistgelesen|weitere (artikel|beiträge|meldungen|themen)|lesen sie auch|les plus lus|lo más (visto|leído)|más noticias|das könnte (sie|dich|ihnen) .{1,40}|(à )?lire aussi|sur le même sujet|noticias relacionadas|te puede interesar|leggi anche|lees ook|читайте также|по теме|اقرأ (أيضا|أيضًا|المزيد)|مواضيع ذات صلة)\s*[:：]?$/iu;
/** Share of the words in links. */
const LINKED = 0.7;
/** Share of the region that may be teasers; a page that is made of them is a list of links. */
const MOST = 0.35;

/** Cards in the middle of a text are its own. Share of it that may follow a row of teasers. */
const FEW = 0.15;

/** Takes out what leads to other pages of the site: lists of links under a label that says so, and rows of teasers. */
export function* removeRelated(region: Element, measures: Measures, page: string, whole: number): Steps {
	const host = parseUrl(page)?.hostname ?? "";
	const limit = whole * MOST;
	removeUnder(limit, yield* labelled(region, host, page, measures), measures);
	yield;
	const rows = boxesOfHeadings(region).filter((box) => isRowOfTeasers(box, host, page) && (tagOf(box) === "aside" || textAfter(box, region, measures) < whole * FEW));
	removeUnder(limit, rows.filter((row) => !rows.some((other) => other !== row && other.contains(row))), measures);
}

/** Boxes with two linked headings or more; others cannot be rows of teasers. */
function boxesOfHeadings(region: Element): readonly Element[] {
	const counts = new Map<Element, number>();
	for (const heading of all(region, "h2, h3, h4, h5, h6")) {
		if (heading.querySelector("a[href]") === null && heading.closest("a[href]") === null) continue;
		for (let box = heading.parentElement; box !== null && box !== region; box = box.parentElement) counts.set(box, (counts.get(box) ?? 0) + 1);
	}
	return [...counts].filter(([box, count]) => count > 1 && /^(div|section|aside|ul)$/.test(tagOf(box))).map(([box]) => box);
}

function textAfter(box: Element, region: Element, measures: Measures): number {
	let sum = 0;
	for (let part: Element | null = box; part !== null && part !== region; part = part.parentElement)
		for (let next = part.nextElementSibling; next !== null; next = next.nextElementSibling) if (!next.matches("aside, nav, footer")) sum += measures.text(next);
	return sum;
}

function removeUnder(limit: number, elements: readonly Element[], measures: Measures): void {
	if (elements.reduce((sum, element) => sum + measures.text(element), 0) < limit) for (const element of elements) element.remove();
}

/** Labels with what follows each, where that is links and little else. */
function* labelled(region: Element, host: string, page: string, measures: Measures): Steps<readonly Element[]> {
	const found: Element[] = [];
	if (region.querySelector("a[href]") === null) return found;
	const isTime = everySome();
	for (const label of all(region, "h2, h3, h4, h5, h6, p, strong, b, span, div, dt")) {
		if (isTime()) yield;
		if (measures.text(label) > 120 || label.childElementCount > 3 || (label.textContent ?? "").length > 120 || !LABEL.test(textOf(label))) continue;
		let head = label;
		while (head.parentElement !== null && head.parentElement !== region && textOf(head.parentElement) === textOf(label)) head = head.parentElement;
		if (found.includes(head)) continue;
		const links: Element[] = [];
		for (let next = head.nextElementSibling; next !== null && (isLinks(next) || isRowOfTeasers(next, host, page)); next = next.nextElementSibling) links.push(next);
		if (links.length > 0) found.push(head, ...links);
	}
	return found;
}

function isLinks(element: Element): boolean {
	if (!/^(ul|ol|div|section|nav|p|dd|table|figure)$/.test(tagOf(element))) return false;
	const whole = textOf(element).length;
	const linked = all(element, "a[href]").reduce((sum, link) => sum + textOf(link).length, 0);
	return element.querySelector("a[href]") !== null && linked >= whole * LINKED;
}

/** Two headings or more, and each of them a link to another page of the same site, with no more than a line or two below. */
function isRowOfTeasers(box: Element, host: string, page: string): boolean {
	const headings = all(box, "h2, h3, h4, h5, h6");
	if (headings.length < 2 || box.querySelector("pre, table, blockquote, h1") !== null) return false;
	if (textOf(box).length > headings.length * 400) return false;
	return headings.every((heading) => {
		const link = heading.querySelector("a[href]") ?? heading.closest("a[href]");
		if (link === null || !box.contains(link) || textOf(link).length < textOf(heading).length * 0.8) return false;
		const url = parseUrl(attribute(link, "href"), page);
		const own = parseUrl(page);
		return url !== null && url.hostname === host && url.pathname !== own?.pathname;
	});
}
