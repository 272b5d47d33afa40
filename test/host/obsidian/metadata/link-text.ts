import { normalizePath } from "../normalize-path";

/** `Note#Heading` → path `Note`, subpath `#Heading` (empty where there is none). */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
	const text = linktext.replace(/[\u00A0\u202F]/g, " ").normalize("NFC");
	const hash = text.indexOf("#");
	return hash === -1
		? { path: text, subpath: "" }
		: { path: text.slice(0, hash), subpath: text.slice(hash) };
}

export function getLinkpath(linktext: string): string {
	return parseLinktext(linktext).path;
}

/** Text of a heading without what Markdown and links would read into it ([M]). */
export function stripHeading(heading: string): string {
	return heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

/** Only what would break a link leaves ([M]). */
export function stripHeadingForLink(heading: string): string {
	return heading
		.replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

/** A path relative to a folder, `..` and `.` resolved; null when it leaves the vault. */
export function resolveRelative(folder: string, path: string): string | null {
	const parts = folder === "/" ? [] : folder.split("/");
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return null;
	}
	return normalizePath(parts.join("/"));
}
