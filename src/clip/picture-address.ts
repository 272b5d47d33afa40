import { all, attribute, tagOf } from "./elements";
import { parseUrl } from "./links";

/** Where sites put the address of a picture that loads late, best first. */
const LATE_SOURCES = ["data-original", "data-actualsrc", "data-src", "data-lazy-src", "data-original-src", "data-hi-res-src", "data-full-src", "data-canonical-src", "data-url", "data-image"];
const LATE_SETS = ["srcset", "data-srcset", "data-lazy-srcset"];

/** The address of the best version; "" where there is none but a placeholder. */
export function imageAddress(image: Element): string {
	const late = LATE_SOURCES.map((name) => plainAddress(attribute(image, name))).find((value) => value !== "");
	if (late !== undefined) return late;
	const source = attribute(image, "src");
	// What stands in `src` is for browsers that know no sets, and small.
	const largest = largestOf(attribute(image, "srcset"));
	if (largest !== "" && !isBlank(largest)) return largest;
	if (source !== "" && isAddress(source) && !isPlaceholder(source)) return source;
	const sets = [image, ...(image.parentElement !== null && tagOf(image.parentElement) === "picture" ? all(image.parentElement, "source") : [])];
	for (const holder of sets) {
		for (const name of LATE_SETS) {
			const largest = largestOf(attribute(holder, name));
			if (largest !== "") return largest;
		}
	}
	const other = ownWordFor(image);
	if (other !== "") return other;
	const link = attribute(image, "xlink:href") || attribute(image, "href");
	if (link !== "" && isAddress(link)) return link;
	return isAddress(source) && !isBlank(source) ? source : "";
}

/** An address, or the one that a list of settings for a script holds; "" for none. */
function plainAddress(value: string): string {
	if (/^[{[]/.test(value)) return /"(?:src|url|href|image)"\s*:\s*"((?:https?:)?\/\/[^"\\\s]{1,1000})"/.exec(value)?.[1] ?? "";
	return value !== "" && isAddress(value) ? value : "";
}

/** Scripts that load late have each their own word for it (`data-echo`, `nitro-lazy-src`): what holds a picture's address is it. */
function ownWordFor(image: Element): string {
	for (const name of image.getAttributeNames()) {
		if (name === "src" || !/^data-|src/i.test(name)) continue;
		const value = attribute(image, name);
		if (/srcset/i.test(name)) {
			const largest = largestOf(value);
			if (largest !== "") return largest;
		} else if (/^[^\s{}"']+\.(jpe?g|png|webp|gif|avif|svg)([?#][^\s{}"']*)?$/i.test(value) && isAddress(value)) return value;
	}
	return "";
}

function isAddress(value: string): boolean {
	return !/^(data|blob|javascript|about):/i.test(value) && !/^[{[]|^(null|undefined|none|#)$/.test(value);
}

/** The name of a picture that stands for one still to come; a picture of the text may bear it too. */
function isPlaceholder(source: string): boolean {
	return isBlank(source) || /(^|[/_.-])(placeholder|spacer|blank|transparent|loading|lazy|grey|1x1|pixel)[\w-]*\.(gif|png|svg|jpe?g|webp)(\?|$)/i.test(source);
}

/** The name of a picture that shows nothing. */
function isBlank(source: string): boolean {
	return /(^|\/)(clear(dot|pixel)?|blank|spacer|transparent|trans|shim|1x1|pixel|dot)\.(gif|png)([?#]|$)/i.test(source);
}

/** Wider ones are for walls, not for notes. Pixels. */
const WIDEST = 2600;

/** The largest of a `srcset` that a note has a use for; "" where there is none. */
export function largestOf(set: string): string {
	let best = "";
	let bestSize = -1;
	// One above the limit is better than none.
	const isBetter = (size: number) => (bestSize > WIDEST ? size < bestSize : size > bestSize && (size <= WIDEST || bestSize < 0));
	for (const { address, size } of candidates(set)) {
		if (!isAddress(address) || !isBetter(size)) continue;
		best = address;
		bestSize = size;
	}
	return best;
}

/** As HTML reads a set: an address runs to a blank and may hold commas, its size to a comma. */
function candidates(set: string): readonly Readonly<{ address: string; size: number }>[] {
	const found: { address: string; size: number }[] = [];
	let rest = set;
	for (;;) {
		const head = /^[\s,]*(\S+)/.exec(rest);
		const raw = head?.[1] ?? "";
		if (head === null || raw === "") return found;
		rest = rest.slice(head[0].length);
		const address = raw.replace(/,+$/, "");
		const end = address === raw ? rest.indexOf(",") : 0;
		const size = address === raw ? Number.parseFloat(end === -1 ? rest : rest.slice(0, end)) : 1;
		if (address === raw) rest = end === -1 ? "" : rest.slice(end + 1);
		if (address !== "") found.push({ address, size: Number.isNaN(size) ? 1 : size });
	}
}

/** Picture services carry the real address inside their own: Next.js in a parameter, Substack's at the end. */
export function directAddress(address: string, base: string): string {
	const url = parseUrl(address, base);
	if (url === null) return address;
	if (url.pathname.endsWith("/_next/image") || url.pathname.endsWith("/_vercel/image")) return url.searchParams.get("url") ?? address;
	if (/^substackcdn\.com$/.test(url.hostname)) {
		const encoded = /\/(https?%3A%2F%2F[^/]+)$/i.exec(url.pathname)?.[1];
		if (encoded !== undefined) return decodeURIComponent(encoded);
	}
	return address;
}
