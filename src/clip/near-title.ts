import { all, isElement, isHidden, isText, squash, tagOf, UNSHOWN } from "./elements";

/** Pieces of visible text around a page's title, in page order: where names and dates stand. */
export type NearTitle = Readonly<{ before: readonly string[]; after: readonly string[] }>;

const BEFORE = 300;
const AFTER = 700;

/** Reads text node by text node: joined text glues a name to a date. */
export function textNearTitle(document: Document, region: Element | null, title: string): NearTitle {
	const wanted = title.toLowerCase();
	const headings = all(document, "h1, h2");
	const heading = headings.find((each) => squash(each.textContent ?? "").toLowerCase() === wanted) ?? headings.find((each) => tagOf(each) === "h1") ?? region?.querySelector("h2") ?? region;
	const before: string[] = [];
	const after: string[] = [];
	let isPast = false;
	let length = 0;
	const walk = (node: Node): boolean => {
		if (node === heading) {
			isPast = true;
			if (isElement(node) && /^h\d$/.test(tagOf(node))) return true;
		}
		if (isText(node)) {
			const text = squash(node.data);
			if (text === "") return true;
			if (!isPast) before.push(text);
			else {
				after.push(text.slice(0, AFTER));
				length += text.length;
			}
			return length < AFTER;
		}
		if (!isElement(node) || UNSHOWN.has(tagOf(node)) || isHidden(node) || isFact(node)) return true;
		for (let child = node.firstChild; child !== null; child = child.nextSibling) if (!walk(child)) return false;
		return true;
	};
	walk(document.body);
	return { before: isPast ? lastOf(before) : [], after: isPast ? after : before.slice(0, 40) };
}

/** A row of a table of facts speaks of the subject, unless it says that it is about the page. */
function isFact(node: Element): boolean {
	if (tagOf(node) !== "tr") return false;
	const head = squash(node.firstElementChild?.textContent ?? "");
	return node.querySelector("th") !== null && !/\b(date|publish|posted|created|updated|author|writer|by)|日期|发布|作者|作成|投稿/i.test(head.slice(0, 60));
}

function lastOf(pieces: readonly string[]): readonly string[] {
	let length = 0;
	let from = pieces.length;
	while (from > 0 && length < BEFORE) length += pieces[--from]?.length ?? 0;
	return pieces.slice(from);
}
