/** Kinds of pictures the app shows, by the ending its file gets. */
export type ImageType = "png" | "jpg" | "gif" | "webp" | "avif" | "bmp" | "svg";

/** What the bytes are, whatever the address or the server calls them. Null: no picture the app can show. */
export function imageType(bytes: Uint8Array): ImageType | null {
	const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
	const letters = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
	if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
	if (starts(0xff, 0xd8, 0xff)) return "jpg";
	if (letters(0, 6) === "GIF87a" || letters(0, 6) === "GIF89a") return "gif";
	if (letters(0, 4) === "RIFF" && letters(8, 12) === "WEBP") return "webp";
	if (letters(4, 8) === "ftyp" && /avi[fs]/.test(letters(8, 32))) return "avif";
	// Two letters alone would make a picture of any text that begins with them.
	if (letters(0, 2) === "BM" && bytes.length > 26 && bytes[14] !== undefined && [12, 40, 52, 56, 108, 124].includes(bytes[14])) return "bmp";
	return isSvg(bytes) ? "svg" : null;
}

/** The root is looked for behind what XML allows before it. A page that shows an SVG has another root. */
function isSvg(bytes: Uint8Array): boolean {
	let rest = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart();
	for (let steps = 0; steps < 50; steps++) {
		const end = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?") ? "?>" : /^<!doctype/i.test(rest) ? ">" : null;
		if (end === null) return /^<(?:\w{1,20}:)?svg[\s>/]/i.test(rest);
		const at = rest.indexOf(end);
		if (at === -1) return false;
		rest = rest.slice(at + end.length).trimStart();
	}
	return false;
}
