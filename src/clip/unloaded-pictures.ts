import { all, attribute, isText, make, textOf } from "./elements";
import { isDecoration } from "./decoration";
import { imageAddress, largestOf } from "./picture-address";
import { forEach, type Steps } from "./pieces";
import { isSameShot } from "./same-picture";

/** Puts a plain picture wherever a page keeps one for a script to load, or for a browser without scripts. */
export function* loadPictures(root: Element): Steps {
	yield* forEach(all(root, "noscript"), restore);
	for (const picture of all(root, "picture")) if (picture.querySelector("img") === null) fill(picture, all(picture, "source").map((source) => largestOf(attribute(source, "srcset") || attribute(source, "data-srcset"))).find((each) => each !== "") ?? "");
	yield* forEach(all(root, "figure, [itemtype$='schema.org/ImageObject'], [role=img]"), (figure) => {
		if (figure.querySelector("img, image, video, iframe, svg, pre, table, canvas") === null) fill(figure, saidAddress(figure));
	});
}

function fill(place: Element, address: string): void {
	if (address === "" || place.matches("[data-winnow-tex] *, pre *")) return;
	const image = make(place, "img");
	image.setAttribute("src", address);
	image.setAttribute("alt", attribute(place, "aria-label").length > 12 ? attribute(place, "aria-label") : "");
	place.prepend(image);
}

/** What microdata or the style says about a picture that is not there yet. */
function saidAddress(figure: Element): string {
	const isImage = /schema\.org\/ImageObject$/.test(attribute(figure, "itemtype"));
	const said = isImage ? figure.querySelector("[itemprop=contentUrl], [itemprop=url]") : null;
	const id = isImage ? attribute(figure, "itemid") : "";
	const address = attribute(said, "content") || attribute(said, "href") || id;
	if (/^(https?:)?\/\//.test(address)) return address;
	const holder = [figure, ...all(figure, "[style*=background]")].find((each) => BACKGROUND.test(attribute(each, "style")));
	return BACKGROUND.exec(attribute(holder, "style"))?.[1] ?? "";
}

const BACKGROUND = /background(?:-image)?\s*:[^;]{0,80}?url\(\s*["']?(?!data:)([^"')]{1,2000})["']?\s*\)/i;

/** Late pictures leave the real one in `noscript` beside an empty place. With scripts off it is parsed, with scripts on it is text. */
function restore(noscript: Element): void {
	const inner = noscript.querySelector("img");
	const text = noscript.textContent ?? "";
	const address = inner !== null ? imageAddress(inner) : unescaped(/<img\b[^>]{0,2000}?\ssrc=["']([^"']{1,2000})["']/i.exec(text)?.[1] ?? "");
	if (address === "" || address.startsWith("data:")) return;
	// A counter of visits is no picture.
	if (inner === null ? /\s(width|height)=["']?[01]["'\s/>]/i.test(text) : isDecoration(inner)) return;
	const neighbour = placeFor(noscript);
	if (neighbour !== null) {
		const shown = imageAddress(neighbour);
		if (shown === "" || isSameShot(shown, address)) neighbour.setAttribute("src", address);
		return;
	}
	const picture = make(noscript, "img");
	picture.setAttribute("src", address);
	picture.setAttribute("alt", inner === null ? (/\salt=["']([^"']{0,300})["']/i.exec(text)?.[1] ?? "") : attribute(inner, "alt"));
	noscript.replaceWith(picture);
}

function unescaped(address: string): string {
	return address.replaceAll("&amp;", "&");
}

/** The empty place is the neighbour, or the only picture of the same wordless box. */
function placeFor(noscript: Element): Element | null {
	const before = noscript.previousElementSibling;
	const after = noscript.nextElementSibling;
	for (const each of [before, after]) if (each?.matches("img") === true) return each;
	const inside = before === null ? [] : all(before, "img");
	if (inside.length > 0 && textOf(before) === "") return inside[0] ?? null;
	const box = noscript.parentElement;
	if (box === null || Array.from(box.childNodes).some((node) => isText(node) && node.data.trim() !== "")) return null;
	const others = all(box, "img").filter((each) => !noscript.contains(each));
	return others.length === 1 ? (others[0] ?? null) : null;
}
