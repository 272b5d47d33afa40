import { all, attribute, childNodes, isElement, isText, make, nameWords, tagOf, textOf, unwrap } from "./elements";
import { hostOf, parseUrl, safeAddress } from "./links";

/** Where sites put the address of a picture that loads late, best first. */
const LATE_SOURCES = ["data-original", "data-actualsrc", "data-src", "data-lazy-src", "data-original-src", "data-hi-res-src", "data-full-src", "data-canonical-src", "data-url", "data-image"];
const LATE_SETS = ["srcset", "data-srcset", "data-lazy-srcset"];

/** Icons are no pictures of the text. Pixels. */
const SMALLEST = 24;

/** Gives every picture its real address or takes it out, and says what a film or frame is. */
export function settleMedia(root: Element, base: string, page: string): void {
	restoreFromNoscript(root);
	for (const picture of all(root, "img, image, amp-img")) settleImage(picture, base, hostOf(page));
	// What they leave between pictures are blanks, and four blanks make code of a line.
	for (const source of all(root, "picture source")) source.remove();
	for (const picture of all(root, "picture")) unwrap(picture);
	for (const frame of all(root, "iframe, video, audio, embed, lite-youtube, youtube-video")) settleFrame(frame, base);
	dropRepeated(root);
	for (const caption of all(root, "figcaption")) if (textOf(caption) === "" && caption.querySelector("img") === null) caption.remove();
}

/** Late pictures leave the real one in `noscript` beside an empty place. With scripts off it is parsed, with scripts on it is text. */
function restoreFromNoscript(root: Element): void {
	for (const noscript of all(root, "noscript")) {
		const inner = noscript.querySelector("img");
		const text = noscript.textContent ?? "";
		const address = inner !== null ? imageAddress(inner) : (/<img\b[^>]{0,2000}?\ssrc=["']([^"']{1,2000})["']/i.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");
		if (address === "" || address.startsWith("data:")) continue;
		const neighbour = noscript.previousElementSibling?.matches("img") === true ? noscript.previousElementSibling : (noscript.previousElementSibling?.querySelector("img") ?? (noscript.parentElement?.querySelector("img") ?? null));
		if (neighbour !== null && neighbour !== inner && !noscript.contains(neighbour)) {
			if (imageAddress(neighbour) === "" || isPreviewOf(imageAddress(neighbour), address)) neighbour.setAttribute("src", address);
			continue;
		}
		const picture = make(noscript, "img");
		picture.setAttribute("src", address);
		picture.setAttribute("alt", inner === null ? (/\salt=["']([^"']{0,300})["']/i.exec(text)?.[1] ?? "") : attribute(inner, "alt"));
		noscript.replaceWith(picture);
	}
}

/** A small version of the same file, shown until the large one is there. */
function isPreviewOf(shown: string, full: string): boolean {
	const name = (address: string) => address.split(/[?#]/)[0]?.split("/").pop() ?? "";
	return shown !== full && name(shown).length > 4 && name(shown) === name(full);
}

function settleImage(image: Element, base: string, ownHost: string): void {
	const alt = attribute(image, "alt");
	if (isEmoji(image, alt)) return image.replaceWith(alt);
	const address = isDecoration(image) ? null : safeAddressOf(image, base, ownHost);
	if (address === null) return image.remove();
	const settled = tagOf(image) === "img" ? image : make(image, "img");
	for (const name of ["srcset", "title"]) settled.removeAttribute(name);
	settled.setAttribute("src", address);
	settled.setAttribute("alt", /^(null|undefined|image|img|photo)$/i.test(alt) ? "" : alt);
	if (settled !== image) image.replaceWith(settled);
}

function isEmoji(image: Element, alt: string): boolean {
	if (alt === "" || alt.length > 24) return false;
	if (/^\p{Extended_Pictographic}/u.test(alt) && alt.length <= 12) return true;
	return nameWords(image).some((word) => /^(emoji|emojione|twemoji|smilie|smiley)$/.test(word));
}

export function isDecoration(image: Element): boolean {
	const sizes = [attribute(image, "width"), attribute(image, "height")].map((each) => (/^\d+(px)?$/.test(each) ? Number.parseInt(each, 10) : null));
	if (sizes.some((size) => size !== null && size > 0 && size <= SMALLEST)) return true;
	return nameWords(image).some((word) => /^(avatar|gravatar|userpic|icon|spinner|pixel|tracking)$/.test(word));
}

function safeAddressOf(image: Element, base: string, ownHost: string): string | null {
	const address = imageAddress(image);
	if (address === "") return null;
	const safe = safeAddress(directAddress(address, base), base, ownHost);
	return safe !== null && /^https?:/.test(safe) ? safe : null;
}

/** The address of the best version; "" where there is none but a placeholder. */
function imageAddress(image: Element): string {
	const late = LATE_SOURCES.map((name) => attribute(image, name)).find((value) => value !== "" && isAddress(value));
	if (late !== undefined) return late;
	const source = attribute(image, "src");
	if (source !== "" && isAddress(source) && !isPlaceholder(source)) return source;
	const sets = [image, ...(image.parentElement !== null && tagOf(image.parentElement) === "picture" ? all(image.parentElement, "source") : [])];
	for (const holder of sets) {
		for (const name of LATE_SETS) {
			const largest = largestOf(attribute(holder, name));
			if (largest !== "") return largest;
		}
	}
	const link = attribute(image, "xlink:href") || attribute(image, "href");
	if (link !== "" && isAddress(link)) return link;
	return isAddress(source) ? source : "";
}

function isAddress(value: string): boolean {
	return !/^(data|blob|javascript|about):/i.test(value) && !/^[{[]|^(null|undefined|none|#)$/.test(value);
}

function isPlaceholder(source: string): boolean {
	return /(^|[/_.-])(placeholder|spacer|blank|transparent|loading|lazy|grey|1x1|pixel)[\w-]*\.(gif|png|svg|jpe?g|webp)(\?|$)/i.test(source);
}

/** The largest of a `srcset`. Addresses may hold commas: parts are cut at a comma with a blank behind it. */
function largestOf(set: string): string {
	let best = "";
	let bestSize = -1;
	for (const part of set.split(/,\s+/)) {
		const [address = "", size = "1x"] = part.trim().split(/\s+/);
		const width = Number.parseFloat(size);
		if (address === "" || !isAddress(address) || !(width > bestSize)) continue;
		best = address.replace(/,$/, "");
		bestSize = width;
	}
	return best;
}

/** Picture services carry the real address inside their own: Next.js in a parameter, Substack's at the end. */
function directAddress(address: string, base: string): string {
	const url = parseUrl(address, base);
	if (url === null) return address;
	if (url.pathname.endsWith("/_next/image") || url.pathname.endsWith("/_vercel/image")) return url.searchParams.get("url") ?? address;
	if (/^substackcdn\.com$/.test(url.hostname)) {
		const encoded = /\/(https?%3A%2F%2F[^/]+)$/i.exec(url.pathname)?.[1];
		if (encoded !== undefined) return decodeURIComponent(encoded);
	}
	return address;
}

/** What a frame plays, as the address that Obsidian shows as a player itself; `shows` false: as a link. */
const PLAYERS: readonly Readonly<{ at: RegExp; to: (id: string) => string; name: string; shows: boolean }>[] = [
	{ at: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/, to: (id) => `https://www.youtube.com/watch?v=${id}`, name: "YouTube", shows: true },
	{ at: /^https?:\/\/platform\.(?:twitter|x)\.com\/embed\/Tweet\.html\?(?:[^#]*&)?id=(\d{5,25})/, to: (id) => `https://x.com/i/status/${id}`, name: "X", shows: true },
	{ at: /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/(\w{1,20}\/status\/\d{5,25})/, to: (id) => `https://x.com/${id}`, name: "X", shows: true },
	{ at: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, to: (id) => `https://vimeo.com/${id}`, name: "Vimeo", shows: false },
];

/** A player becomes what it plays; other frames (advertisements, widgets) go. */
function settleFrame(frame: Element, base: string): void {
	const raw = attribute(frame, "src") || attribute(frame, "data-src") || attribute(frame.querySelector("source"), "src");
	const id = attribute(frame, "videoid") || attribute(frame, "video-id");
	const address = /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/embed/${id}` : raw === "" ? null : safeAddress(raw, base);
	const player = PLAYERS.find(({ at }) => address !== null && at.test(address));
	if (address === null || (player === undefined && !/^(video|audio)$/.test(tagOf(frame)))) return frame.remove();
	const target = player === undefined ? address : player.to(player.at.exec(address)?.[1] ?? "");
	const shown = player?.shows === true ? make(frame, "img") : make(frame, "a", attribute(frame, "title") || player?.name || address);
	shown.setAttribute(player?.shows === true ? "src" : "href", target);
	if (player?.shows === true) shown.setAttribute("alt", attribute(frame, "title"));
	const line = make(frame, "p");
	line.append(shown);
	frame.replaceWith(line);
}

/** The same picture twice with no word between is one that some script swaps. */
function dropRepeated(root: Element): void {
	let last = "";
	const walk = (node: Node): void => {
		if (isText(node)) {
			if (node.data.trim() !== "") last = "";
		} else if (isElement(node) && tagOf(node) === "img") {
			const source = attribute(node, "src");
			if (source === last) node.remove();
			last = source;
		} else for (const child of childNodes(node)) walk(child);
	};
	walk(root);
}
