import { isDecoration } from "./decoration";
import { all, attribute, make, nameWords, tagOf, textOf, unwrap } from "./elements";
import { hostOf, safeAddress } from "./links";
import { directAddress, imageAddress } from "./picture-address";
import { forEach, type Steps } from "./pieces";
import { dropRepeated } from "./same-picture";
import { loadPictures } from "./unloaded-pictures";

/** Gives every picture its real address or takes it out, and says what a film or frame is. */
export function* settleMedia(root: Element, base: string, page: string): Steps {
	yield* loadPictures(root);
	const ownHost = hostOf(page);
	yield* forEach(all(root, "img, image, amp-img"), (picture) => settleImage(picture, base, ownHost));
	// What they leave between pictures are blanks, and four blanks make code of a line.
	for (const source of all(root, "picture source")) source.remove();
	for (const picture of all(root, "picture")) unwrap(picture);
	for (const frame of all(root, "iframe, video, audio, embed, lite-youtube, youtube-video")) settleFrame(frame, base);
	dropRepeated(root);
	for (const caption of all(root, "figcaption")) if (textOf(caption) === "" && caption.querySelector("img") === null) caption.remove();
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

function safeAddressOf(image: Element, base: string, ownHost: string): string | null {
	const address = imageAddress(image);
	if (address === "") return null;
	const safe = safeAddress(directAddress(address, base), base, ownHost);
	return safe !== null && /^https?:/.test(safe) ? safe : null;
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
