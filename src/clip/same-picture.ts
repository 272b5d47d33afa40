import { attribute, childNodes, isElement, isText, tagOf } from "./elements";

/** What tools add to a file's name for another size of it. */
const SIZE_MARK = /[-_.@](\d+x\d*|\d+w|[23]x|small|medium|large|thumb(nail)?|preview|lqip|tiny|mobile|desktop|full|scaled|original|orig)$/i;
/** Names that any picture may bear. */
const ANYONE = /^(image|images|img|photo|picture|pic|default|file|media|index|download|screenshot|figure|fig|untitled|thumb|large|small|medium|original|full)?$/i;
/** Parameters that say how to show a picture, not which. */
const LOOKS = /^(w|h|q|width|height|quality|fit|format|fm|auto|resize|crop|dpr|strip|ssl|size|scale|fl|name|imwidth|sharp|blur|s)$/i;

/** The same picture twice with no word between is one that some script swaps, or a small version before the large one: the larger stays. */
export function dropRepeated(root: Element): void {
	let last: Element | null = null;
	const walk = (node: Node): void => {
		if (isText(node)) {
			if (node.data.trim() !== "") last = null;
		} else if (isElement(node) && tagOf(node) === "img") {
			if (last !== null && isTwin(last, node)) {
				if (sizeOf(attribute(node, "src")) > sizeOf(attribute(last, "src"))) last.setAttribute("src", attribute(node, "src"));
				if (attribute(last, "alt") === "") last.setAttribute("alt", attribute(node, "alt"));
				node.remove();
			} else last = node;
		} else for (const child of childNodes(node)) walk(child);
	};
	walk(root);
}

/** Each in a paragraph or an item of its own, an author has set both. */
function isTwin(one: Element, other: Element): boolean {
	const [a, b] = [attribute(one, "src"), attribute(other, "src")];
	if (a === b) return one.closest("p, li, td") === other.closest("p, li, td");
	const [alt, otherAlt] = [attribute(one, "alt"), attribute(other, "alt")];
	if (alt !== otherAlt && alt !== "" && otherAlt !== "") return false;
	return isSameShot(a, b, alt === otherAlt ? alt : "");
}

/** Whether two addresses name one file in two sizes. @param saidAlike Words that both are described with: then any name will do. */
export function isSameShot(one: string, other: string, saidAlike = ""): boolean {
	const [a, b] = [nameOf(one), nameOf(other)];
	if (one === other || a !== b || choiceOf(one) !== choiceOf(other)) return false;
	return saidAlike !== "" ? a !== "" : a.length > 4 && !ANYONE.test(a);
}

/** The file's name without its type and marks of size, lower case. */
function nameOf(address: string): string {
	const name = (address.split(/[?#]/)[0]?.split("/").pop() ?? "").replace(/\.(jpe?g|png|webp|gif|avif|svg)$/i, "");
	return name.replace(SIZE_MARK, "").toLowerCase();
}

/** The parameters that choose among pictures: `image.php?id=7`. */
function choiceOf(address: string): string {
	const query = address.split("#")[0]?.split("?")[1] ?? "";
	return query.split("&").filter((each) => each !== "" && !LOOKS.test(each.split("=")[0] ?? "")).join("&");
}

/** An original of unknown size is wanted before a small version, not before a large one: it may be ten times as heavy. Pixels. */
const ORIGINAL = 1000;

/** How large a version is, in pixels: by the words and numbers of its address. */
function sizeOf(address: string): number {
	const path = address.split(/[?#]/)[0] ?? "";
	const name = path.split("/").pop()?.replace(/\.\w{2,5}$/, "") ?? "";
	if (/(small|thumb(nail)?|preview|lqip|tiny|mobile)$/i.test(name)) return 1;
	if (/(full|original|orig|large|scaled)$/i.test(name)) return ORIGINAL + 1;
	const mark = /[-_@](\d{2,4})(x\d*|w)$/i.exec(name)?.[1];
	if (mark !== undefined) return Number(mark);
	const folder = [...path.slice(0, -name.length).matchAll(/[/,_](?:w_|max\/|fit\/c\/|s|w)?(\d{2,4})(?=[/,x])/gi)].map((found) => Number(found[1]));
	const width = /[?&](?:w|width|imwidth|s|resize|size)=(\d{2,4})/i.exec(address)?.[1];
	if (width !== undefined) return Number(width);
	return folder.length > 0 ? Math.max(...folder) : ORIGINAL;
}
