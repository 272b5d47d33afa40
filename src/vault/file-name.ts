/** UTF-8 bytes of a whole name; some file systems stop at 255, encrypted ones at 143. */
export const NAME_BYTES = 120;

// What Windows, Android, or a wikilink refuses.
const ILLEGAL = /[<>:"/\\|?*#^[\]\p{Cc}]/gu;
// What nobody can see, but what joins letters (Persian, Hindi, emoji families) or chooses an emoji's form.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;
const JOINING = new Set(["\u200c", "\u200d", "\ufe0e", "\ufe0f"]);
const LONE_SURROGATE = /\p{Surrogate}/gu;
const DEVICE = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?=\.|$)/i;

/**
 * A title as a file name that every platform takes and a wikilink can hold, and that no name in `taken` equals
 * after NFC and case folding. Never empty, hidden, a path or a device.
 * @param extension with its dot; "" for a folder.
 * @param fallback what a title without any usable letter is called.
 */
export function fileName(
	title: string,
	taken: Iterable<string>,
	extension = ".md",
	fallback = "Untitled",
): string {
	const names = new Set([...taken].map(foldName));
	const stem = cleanStem(title, NAME_BYTES - byteLength(extension)) || fallback;
	for (let number = 1; ; number++) {
		const tail = number === 1 ? "" : ` ${number}`;
		const head =
			tail === ""
				? stem
				: cleanStem(stem, NAME_BYTES - byteLength(extension) - byteLength(tail));
		const name = head + tail + extension;
		if (!names.has(foldName(name))) return name;
	}
}

/** How file systems that ignore case and form compare names. */
export function foldName(name: string): string {
	return name.normalize("NFC").toLowerCase().normalize("NFC");
}

/** "" where nothing usable is left. */
function cleanStem(title: string, maxBytes: number): string {
	const clean = title
		.replace(LONE_SURROGATE, "")
		.replace(INVISIBLE, (char) => (JOINING.has(char) ? char : ""))
		.replace(ILLEGAL, " ")
		.replace(/%+/g, "%") // two open a comment in Obsidian
		.normalize("NFC")
		.replace(/\s+/gu, " ");
	const cut = trimEdges(cutAtBytes(trimEdges(clean), maxBytes));
	return DEVICE.test(cut) ? trimEdges(cutAtBytes(`_${cut}`, maxBytes)) : cut;
}

/** No blank at either end, no dot that hides, and none at the end, which Windows drops. */
function trimEdges(text: string): string {
	let [from, to] = [0, text.length];
	while (from < to && /[\s.]/u.test(text[from] ?? "")) from++;
	while (to > from && /[\s.]/u.test(text[to - 1] ?? "")) to--;
	return text.slice(from, to);
}

/** Whole graphemes only; one that is longer by itself is cut between letters. */
function cutAtBytes(text: string, maxBytes: number): string {
	if (byteLength(text) <= maxBytes) return text;
	const whole = takeWhile(graphemes(text), maxBytes);
	return whole === "" ? takeWhile([...text], maxBytes) : whole;
}

function* graphemes(text: string): Iterable<string> {
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
		text,
	))
		yield segment;
}

function takeWhile(pieces: Iterable<string>, maxBytes: number): string {
	let taken = "";
	let bytes = 0;
	for (const piece of pieces) {
		bytes += byteLength(piece);
		if (bytes > maxBytes) break;
		taken += piece;
	}
	return taken;
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}
