/** A page with more than this of images inside is no longer mailed or opened with ease; the rest stays beside it. */
const MAX_BYTES = 8_000_000;

const TYPES: Readonly<Record<string, string>> = {
	png: "image/png",
	jpg: "image/jpeg",
	jpeg: "image/jpeg",
	gif: "image/gif",
	svg: "image/svg+xml",
	webp: "image/webp",
	avif: "image/avif",
	bmp: "image/bmp",
};

/** An image of the vault: file name, and its bytes as base64. */
export type ImageBytes = Readonly<{ name: string; base64: string }>;

/**
 * `html` of `markdownToHtml` with the given images inside it as data URLs, up to 8 MB in all.
 * `beside`: names that did not fit, to be written next to the page.
 */
export function embedImages(
	html: string,
	images: readonly ImageBytes[],
): Readonly<{ html: string; beside: readonly string[] }> {
	let room = MAX_BYTES;
	const beside: string[] = [];
	const inside = new Map<string, string>();
	for (const { name, base64 } of images) {
		const type = TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
		if (type === undefined || base64.length > room) beside.push(name);
		else {
			room -= base64.length;
			inside.set(name, `data:${type};base64,${base64}`);
		}
	}
	const embedded = html.replace(/(<img src=")([^"]*)(")/g, (whole, before: string, address: string, after: string) => {
		const data = inside.get(nameOf(address));
		return data === undefined ? whole : `${before}${data}${after}`;
	});
	return { html: embedded, beside };
}

function nameOf(address: string): string {
	const written = address.replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
	try {
		return decodeURI(written);
	} catch {
		return written; // a lone percent sign is part of the name
	}
}
