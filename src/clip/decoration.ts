import { attribute, nameWords, textOf } from "./elements";

/** Icons are no pictures of the text. Pixels. */
const SMALLEST = 24;

/** Whether a picture is none of the text: an icon, a counter of visits, a face beside a name. */
export function isDecoration(image: Element): boolean {
	const sizes = [attribute(image, "width"), attribute(image, "height")].map((each) => (/^\d+(px)?$/.test(each) ? Number.parseInt(each, 10) : null));
	if (sizes.some((size) => size !== null && size > 0 && size <= SMALLEST)) return true;
	if (nameWords(image).some((word) => /^(icon|spinner|pixel|tracking)$/.test(word))) return true;
	return showsPerson(image);
}

/** The small picture beside a name. Its own name says so, or that of a box with nothing else in it, or the folder. */
function showsPerson(image: Element): boolean {
	if (/\/(user)?avatars\/|gravatar\.com\/avatar\/|\/(user|profile)[-_]?(images|pics|icons)\//i.test(attribute(image, "src"))) return true;
	let box: Element | null = image;
	for (let level = 0; level < 3 && box !== null && (box === image || (box.childElementCount === 1 && textOf(box) === "")); level++, box = box.parentElement)
		if (nameWords(box).some((word) => /^(avatar|gravatar|userpic)$/.test(word))) return true;
	return false;
}
