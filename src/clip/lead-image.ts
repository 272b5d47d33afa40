import { all, attribute, follows, tagOf, textOf } from "./elements";
import { standsAround } from "./measure";
import { isDecoration } from "./media";

/** Smaller ones between title and text show people or share buttons. Pixels. */
const LEAST_WIDTH = 200;
const LONGEST_CAPTION = 600;

/**
 * The picture over an article, with its caption: it stands between the title and the text, or right before both in
 * the same landmark. Null where there is none, or the text begins with a picture of its own.
 */
export function leadImage(region: Element, landmark: Element, heading: Element | null): Element | null {
	if (region === landmark && heading !== null && region.contains(heading)) return null;
	const root = heading !== null && !landmark.contains(heading) ? (landmark.parentElement ?? landmark) : landmark;
	for (const image of all(root, "img")) {
		if (region.contains(image) || !follows(image, region)) continue;
		const isAtTitle = heading === null || follows(heading, image) || (landmark.contains(image) && image.closest("figure, picture") !== null);
		if (isAtTitle && isLead(image, landmark)) return withCaption(image);
	}
	return null;
}

function isLead(image: Element, landmark: Element): boolean {
	const width = Number.parseInt(attribute(image, "width"), 10);
	if (width < LEAST_WIDTH || isDecoration(image)) return false;
	if (/avatar|profile|author|logo|icon|gravatar|badge|sponsor/i.test(`${attribute(image, "src")} ${attribute(image, "alt")} ${attribute(image, "class")}`)) return false;
	for (let parent = image.parentElement; parent !== null && parent !== landmark; parent = parent.parentElement) {
		if (/^(nav|aside|footer|form|ul|ol|table|button)$/.test(tagOf(parent))) return false;
		if (tagOf(parent) !== "header" && standsAround(parent) && !/^header$|article-?header|post-?header|hero|banner/i.test(attribute(parent, "class"))) return false;
		if (/author|byline|avatar|related|logo|carousel|slide|gallery|swiper/i.test(attribute(parent, "class"))) return false;
	}
	const link = image.closest("a");
	return link === null || /\.(jpe?g|png|webp|gif)(\?|$)/i.test(attribute(link, "href"));
}

function withCaption(image: Element): Element {
	const figure = image.closest("figure");
	if (figure !== null && textOf(figure).length < LONGEST_CAPTION) return figure;
	return image.closest("picture") ?? image;
}
