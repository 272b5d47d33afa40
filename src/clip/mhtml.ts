import { decodePage } from "./decode-page";

/** The page of a saved web archive (MHTML, RFC 2557), and the address it was saved from ("" where it does not say). */
export type Archive = Readonly<{ html: string; url: string }>;

/** Parts that are looked at: an archive of a page with frames has some dozens. */
const MAX_PARTS = 500;

/** Reads an archive. Null: it is none, or holds no page. */
export function readArchive(bytes: ArrayBuffer): Archive | null {
	const file = asLetters(bytes);
	const { head, body } = divided(file);
	const fields = fieldsOf(head);
	if (!/^multipart\//i.test(fields.get("content-type") ?? "")) return pageOf(fields, body, fields);
	const boundary = parameter(fields.get("content-type") ?? "", "boundary");
	if (boundary === "") return null;
	const wanted = parameter(fields.get("content-type") ?? "", "start");
	const pages: Readonly<{ id: string; page: Archive }>[] = [];
	for (const part of partsOf(body, boundary)) {
		const { head: partHead, body: content } = divided(part);
		const own = fieldsOf(partHead);
		const page = pageOf(own, content, fields);
		if (page !== null) pages.push({ id: own.get("content-id") ?? "", page });
	}
	return (pages.find(({ id }) => id !== "" && id === wanted) ?? pages[0])?.page ?? null;
}

type Fields = ReadonlyMap<string, string>;

function pageOf(own: Fields, content: string, archive: Fields): Archive | null {
	const type = own.get("content-type") ?? "";
	if (!/^(text\/html|application\/xhtml\+xml)/i.test(type)) return null;
	const bytes = decoded(content, (own.get("content-transfer-encoding") ?? "").toLowerCase());
	const said = own.get("content-location") ?? archive.get("snapshot-content-location") ?? "";
	return { html: decodePage(bytes, parameter(type, "charset") || null), url: /^https?:\/\//i.test(said) ? said : "" };
}

/** Bytes as letters of the same number: mail is made of lines of ASCII around whatever its parts are. */
function asLetters(bytes: ArrayBuffer): string {
	return new TextDecoder("latin1").decode(bytes);
}

function divided(text: string): Readonly<{ head: string; body: string }> {
	const end = /\r?\n\r?\n/.exec(text);
	return end === null ? { head: text, body: "" } : { head: text.slice(0, end.index), body: text.slice(end.index + end[0].length) };
}

/** Header fields in lower case; a line that begins with a blank goes on from the one before. */
function fieldsOf(head: string): Fields {
	const fields = new Map<string, string>();
	for (const line of head.slice(0, 50_000).replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
		const colon = line.indexOf(":");
		if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
	}
	return fields;
}

function parameter(value: string, name: string): string {
	const found = value.split(";").map((each) => each.trim()).find((each) => each.toLowerCase().startsWith(`${name}=`));
	return (found ?? "").slice(name.length + 1).replace(/^"|"$/g, "");
}

function partsOf(body: string, boundary: string): readonly string[] {
	const parts = `\n${body}`.split(`\n--${boundary}`).slice(1, MAX_PARTS);
	return parts.filter((part) => !part.startsWith("--")).map((part) => part.replace(/^[^\n]*\n/, ""));
}

function decoded(content: string, encoding: string): ArrayBuffer {
	if (encoding === "base64") return asBytes(fromBase64(content));
	return asBytes(encoding === "quoted-printable" ? fromQuoted(content) : content);
}

function fromBase64(content: string): string {
	try {
		return atob(content.replace(/[^A-Za-z0-9+/]/g, ""));
	} catch {
		return ""; // thrown for a length that no bytes have
	}
}

function fromQuoted(content: string): string {
	return content.replace(/=[ \t]*\r?\n/g, "").replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function asBytes(letters: string): ArrayBuffer {
	return Uint8Array.from(letters, (letter) => letter.charCodeAt(0) & 0xff).buffer;
}
