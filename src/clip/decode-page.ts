/** Bytes at the start that may name the encoding in a `meta` tag; the HTML standard looks at 1024. */
const HEAD_BYTES = 4096;

/**
 * The text of a page: encoding by byte order mark, else the header, else a `meta` tag or XML declaration, else UTF-8.
 * Names a decoder does not know are skipped. What is called ISO-8859-1 is windows-1252, as browsers read it.
 */
export function decodePage(bytes: ArrayBuffer, headerCharset: string | null): string {
	const view = new Uint8Array(bytes);
	const mark = byteOrderMark(view);
	if (mark !== null) return decoded(bytes, mark) ?? "";
	for (const name of [headerCharset, metaCharset(view)]) {
		const text = name === null ? null : decoded(bytes, name);
		if (text !== null) return text;
	}
	return decodeUnnamed(bytes);
}

function byteOrderMark(view: Uint8Array): string | null {
	if (view[0] === 0xef && view[1] === 0xbb && view[2] === 0xbf) return "utf-8";
	if (view[0] === 0xfe && view[1] === 0xff) return "utf-16be";
	if (view[0] === 0xff && view[1] === 0xfe) return "utf-16le";
	return null;
}

/** The encoding a page names itself. A page that can be read as ASCII is not UTF-16, whatever it says. */
function metaCharset(view: Uint8Array): string | null {
	let head = "";
	for (const byte of view.subarray(0, HEAD_BYTES)) head += String.fromCharCode(byte);
	const named = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
	if (named === undefined) return null;
	return /^utf-?16/i.test(named) ? "utf-8" : named;
}

/** Null: no such encoding, or one a page must not use. */
function decoded(bytes: ArrayBuffer, name: string): string | null {
	const label = LABELS[name.trim().toLowerCase()] ?? name.trim().toLowerCase();
	if (label === "utf-7" || label === "replacement") return null;
	try {
		return new TextDecoder(label).decode(bytes);
	} catch {
		return null; // thrown for a name the decoder does not know
	}
}

/** UTF-8 where the bytes are, else the encoding of old western pages. */
function decodeUnnamed(bytes: ArrayBuffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return decoded(bytes, "windows-1252") ?? "";
	}
}

const LABELS: Readonly<Record<string, string>> = {
	"iso-8859-1": "windows-1252", latin1: "windows-1252", "us-ascii": "windows-1252", ascii: "windows-1252", utf8: "utf-8", "gb2312": "gb18030", gbk: "gb18030", "x-gbk": "gb18030",
};
