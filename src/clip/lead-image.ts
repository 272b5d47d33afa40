import { all, attribute, follows, tagOf, textOf } from "./elements";
import { standsAround } from "./measure";
import { isDecoration } from "./decoration";
import { imageAddress } from "./picture-address";
import { isSameShot } from "./same-picture";

/** Smaller ones between title and text show people or share buttons. Pixels. */
const LEAST_WIDTH = 200;
const LONGEST_CAPTION = 600;
const LONGEST_LABEL = 80;

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
		if (isAtTitle && isLead(image, landmark)) return isShownBy(region, image) ? null : withCaption(image);
	}
	return null;
}

/** The text may show the same picture again at its head. */
function isShownBy(region: Element, image: Element): boolean {
	const address = imageAddress(image);
	return address !== "" && all(region, "img").slice(0, 3).some((each) => imageAddress(each) === address || isSameShot(imageAddress(each), address));
}

/** The pictures of a short post stand under its text, in the box right behind it: no words, and no way to elsewhere. */
export function tailPictures(region: Element, landmark: Element): readonly Element[] {
	for (let part = region; part !== landmark; ) {
		const next = part.nextElementSibling;
		if (next !== null) {
			const images = all(next, "img");
			const isGallery = images.length > 0 && textOf(next).length < 40 && !standsAround(next) && images.every((image) => isLead(image, landmark) && isLarge(image) && !isShownBy(region, image));
			return isGallery ? images.map(withCaption) : [];
		}
		if (part.parentElement === null) return [];
		part = part.parentElement;
	}
	return [];
}

function isLead(image: Element, landmark: Element): boolean {
	const width = Number.parseInt(attribute(image, "width"), 10);
	if (width < LEAST_WIDTH || isDecoration(image) || imageAddress(image) === "") return false;
	if (!(width >= LEAST_WIDTH) && standsBesideLabel(image, landmark)) return false;
	if (/avatar|profile|author|logo|icon|gravatar|badge|sponsor/i.test(`${attribute(image, "src")} ${attribute(image, "alt")} ${attribute(image, "class")}`)) return false;
	for (let parent = image.parentElement; parent !== null && parent !== landmark; parent = parent.parentElement) {
		if (/^(nav|aside|footer|form|ul|ol|table|button)$/.test(tagOf(parent))) return false;
		if (tagOf(parent) !== "header" && standsAround(parent) && !/^header$|article-?header|post-?header|hero|banner/i.test(attribute(parent, "class"))) return false;
		if (/author|byline|avatar|related|logo|carousel|slide|gallery|swiper/i.test(attribute(parent, "class"))) return false;
	}
	const link = image.closest("a");
	return link === null || VIEWER.test(attribute(link, "href"));
}

/** Where a picture leads that shows itself in large. */
export const VIEWER = /\.(jpe?g|png|webp|gif)(\?|$)|\/(media|photos?|images?|lightbox)\/[\w-]+\/?$/i;

/** A few words in the same box, and no title among them, are the name of who or what the picture shows. */
function standsBesideLabel(image: Element, landmark: Element): boolean {
	if (image.closest("figure") !== null) return false;
	for (let box = image.parentElement; box !== null && box !== landmark; box = box.parentElement) {
		const length = textOf(box).length;
		if (length > 0) return length < LONGEST_LABEL && box.querySelector("h1, h2, figcaption") === null;
	}
	return false;
}

function isLarge(image: Element): boolean {
	return image.closest("figure, picture") !== null || Number.parseInt(attribute(image, "width"), 10) >= LEAST_WIDTH;
}

function withCaption(image: Element): Element {
	const figure = image.closest("figure");
	if (figure !== null && textOf(figure).length < LONGEST_CAPTION) return figure;
	return image.closest("picture") ?? image;
}
