import { attribute, BLOCKS, isElement, isHidden, isText, nameWords, tagOf, UNSHOWN } from "./elements";
import { allNamed } from "./page-names";
import { everySome, type Steps } from "./pieces";

/** How much there is to read in each element of a page, in characters. An element not measured holds nothing. */
export type Measures = Readonly<{
	/** What a reader sees. `textContent` would count scripts. */
	text(element: Element): number;
	/** The part of `text` inside links. */
	links(element: Element): number;
	/** The part of `text` that reads like prose, code or headings. */
	good(element: Element): number;
	/** The part of `text` that does not stand in parts around the article. */
	inner(element: Element): number;
	/** Takes an element out of the page. What is said here of the others stays until measured again. */
	remove(element: Element): void;
	/** Measures what is left. Only for changes made by `remove`. */
	again(title: Element | null): Steps<Measures>;
}>;

/** A block of text counts by its kind: list items and cells are often menus. */
const WEIGHTS: Readonly<Record<string, number>> = {
	p: 1, pre: 1, blockquote: 1, h1: 1, h2: 1, h3: 1, h4: 1, h5: 1, h6: 1,
	figcaption: 1, dd: 1, dt: 1, summary: 1, li: 0.7, td: 0.7, th: 0.7,
};
/** Loose text shorter than this is a label. */
const LOOSE_TEXT = 60;
const MAX_LINK_SHARE = 0.5;

/** Names of parts around an article. One of them counts only on an element with little of the page's text. */
const AROUND: ReadonlySet<string> = new Set(
	"nav navbar navigation menu sidebar footer header masthead breadcrumb breadcrumbs comment comments commentlist comentarios kommentare commentaires commenti disqus respond related relatedlinks relatedposts relacionadas relacionados rightrail rightbar rightcol publicidad werbung recommended recommendations share sharing social newsletter subscribe signup promo advert advertisement ads sponsor cookie cookies consent gdpr popup modal pagination pager toc banner".split(" "),
);
/** `widget` alone names a box at the side; page builders put it before every part of a text. */
const WIDGET = /(^|\s)(widgets?|widget[-_]?area|widget_\w+|[\w-]*sidebar[\w-]*|side|side-?(col|column|bar|panel|rail)s?)(\s|$)/i;
/** A widget that is no place for widgets. */
const PART = /(^|\s)widgets?([_-](?!area|title|content|wrap)\w+)?(\s|$)/i;
const AROUND_TAGS: ReadonlySet<string> = new Set(["nav", "aside", "footer", "form", "menu"]);
const AROUND_SHARE = 0.35;

function isInside(element: Element, others: ReadonlySet<Element>): boolean {
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) if (others.has(parent)) return true;
	return false;
}

type Sum = { text: number; links: number; good: number; inner: number };

/** `title`: the heading over the text, where it is known: a part at the side that does not hold it is one, however long. */
export function* measure(root: Element, title: Element | null = null): Steps<Measures> {
	const sums = new Map<Element, Sum>();
	yield* count(root, sums, everySome());
	return yield* weighed(root, title, sums);
}

type Sums = Map<Element, Sum>;
type Removed = Readonly<{ element: Element; around: readonly Element[] }>;

function* weighed(root: Element, title: Element | null, sums: Sums): Steps<Measures> {
	const whole = sums.get(root)?.text ?? 0;
	const limit = whole * AROUND_SHARE;
	// Where boxes of this name hold most of the page, the name is the page builder's word for any part.
	const widgets = new Set(allNamed(root, "[class*=widget i]").filter((each) => PART.test(attribute(each, "class"))));
	let inWidgets = 0;
	for (const each of widgets) if (!isInside(each, widgets)) inWidgets += sums.get(each)?.text ?? 0;
	const areParts = inWidgets > whole * 0.6;
	const isAround = areParts ? isAroundByWord : standsAround;
	const isPart = (element: Element, text: number) => (text < limit || (title !== null && isAtSide(element) && !element.contains(title))) && isAround(element);
	yield* weigh(root, { isPart, sums, isTime: everySome() });
	const get = (element: Element, part: keyof Sum) => sums.get(element)?.[part] ?? 0;
	const removed: Removed[] = [];
	return {
		text: (element) => get(element, "text"),
		links: (element) => get(element, "links"),
		good: (element) => get(element, "good"),
		inner: (element) => get(element, "inner"),
		remove: (element) => {
			removed.push({ element, around: ancestorsOf(element) });
			element.remove();
		},
		again: (newTitle) => weighed(root, newTitle, withoutRemoved(sums, removed)),
	};
}

function ancestorsOf(element: Element): readonly Element[] {
	const around: Element[] = [];
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) around.push(parent);
	return around;
}

/** The same text, less what went: to read every text of a page anew takes longer than all that is taken out. */
function withoutRemoved(sums: Sums, removed: readonly Removed[]): Sums {
	const rest: Sums = new Map();
	for (const [element, { text, links }] of sums) rest.set(element, { text, links, good: 0, inner: 0 });
	for (const { element, around } of removed) {
		const gone = rest.get(element);
		if (gone === undefined) continue;
		for (const each of around) {
			const sum = rest.get(each);
			if (sum === undefined) continue;
			sum.text -= gone.text;
			sum.links -= gone.links;
		}
	}
	return rest;
}

type Level = Readonly<{ element: Element; sum: Sum; isInLink: boolean }>;

/** One loop and no recursion: a generator for each element would take longer than the reading. */
function* count(root: Element, sums: Sums, isTime: () => boolean): Steps {
	const outer: Level[] = [];
	let level: Level = { element: root, sum: { text: 0, links: 0, good: 0, inner: 0 }, isInLink: false };
	let node = root.firstChild;
	for (;;) {
		if (node === null) {
			const { element, sum } = level;
			sums.set(element, sum);
			const around = outer.pop();
			if (around === undefined) return;
			around.sum.text += sum.text;
			around.sum.links += sum.links;
			level = around;
			node = element.nextSibling;
		} else if (isText(node)) {
			const length = textLength(node.data);
			level.sum.text += length;
			if (level.isInLink) level.sum.links += length;
			node = node.nextSibling;
		} else if (isShown(node)) {
			if (isTime()) yield;
			outer.push(level);
			const isInLink: boolean = level.isInLink || (tagOf(node) === "a" && node.hasAttribute("href"));
			level = { element: node, sum: { text: 0, links: 0, good: 0, inner: 0 }, isInLink };
			node = node.firstChild;
		} else node = node.nextSibling;
	}
}

function isShown(node: Node): node is Element {
	return isElement(node) && !UNSHOWN.has(tagOf(node)) && !isHidden(node);
}

/** Length with runs of white space as one; cheap, as it runs over the whole page. */
function textLength(text: string): number {
	let length = 0;
	let wasSpace = true;
	for (let at = 0; at < text.length; at++) {
		const isSpace = text.charCodeAt(at) <= 32;
		if (!isSpace || !wasSpace) length++;
		wasSpace = isSpace;
	}
	return length;
}

type Scale = Readonly<{ isPart: (element: Element, text: number) => boolean; sums: Sums; isTime: () => boolean }>;

/** Fills in `good`, from the leaves up. Returns it. */
function* weigh(element: Element, scale: Scale): Steps<number> {
	const { isPart, sums, isTime } = scale;
	if (isTime()) yield;
	const sum = sums.get(element);
	if (sum === undefined || sum.text === 0) return 0;
	if (isPart(element, sum.text)) return 0;
	const weight = WEIGHTS[tagOf(element)];
	let good = 0;
	let looseText = 0;
	let looseLinks = 0;
	let hasBlocks = false;
	const closeRun = () => {
		const isProse = looseText > LOOSE_TEXT || (weight !== undefined && looseText > 0);
		if (isProse && looseLinks <= looseText * MAX_LINK_SHARE) good += looseText * (weight ?? 1);
		looseText = 0;
		looseLinks = 0;
	};
	for (let node = element.firstChild; node !== null; node = node.nextSibling) {
		if (isText(node)) {
			const length = textLength(node.data);
			looseText += length;
			sum.inner += length;
		} else if (isElement(node)) {
			const inner = sums.get(node);
			if (inner === undefined || inner.text === 0) continue;
			if (BLOCKS.has(tagOf(node)) || holdsBlock(node)) {
				closeRun();
				hasBlocks = true;
				good += yield* weigh(node, scale);
				sum.inner += inner.inner;
			} else {
				sum.inner += inner.text;
				looseText += inner.text;
				looseLinks += inner.links;
			}
		}
	}
	closeRun();
	if (!hasBlocks && weight !== undefined && sum.links > sum.text * MAX_LINK_SHARE) good = 0;
	sum.good = good;
	return good;
}

/** Said by the tag, the role or the whole of a name: no word of a longer one, which may name a layout. */
function isAtSide(element: Element): boolean {
	return element.matches("aside, nav, footer, [role=complementary], [role=navigation], [role=contentinfo], .side, .sidebar, #sidebar, #side");
}

function holdsBlock(element: Element): boolean {
	for (let node = element.firstChild; node !== null; node = node.nextSibling) {
		if (isElement(node) && (BLOCKS.has(tagOf(node)) || holdsBlock(node))) return true;
	}
	return false;
}

/** Whether tag, role or name says that this is a part around the article. */
export function standsAround(element: Element): boolean {
	return WIDGET.test(attribute(element, "class")) || isAroundByWord(element);
}

function isAroundByWord(element: Element): boolean {
	if (AROUND_TAGS.has(tagOf(element))) return true;
	if (/^(navigation|complementary|contentinfo|banner|search|dialog|menu|toolbar)$/.test(attribute(element, "role"))) return true;
	return nameWords(element).some((word) => AROUND.has(word));
}
