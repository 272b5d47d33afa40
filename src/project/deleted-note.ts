import { urlIdentity, type UrlIdentity } from "../source/url-identity";
import { pathIn } from "../vault/path-in";
import { addItems, putItem, readList, removeItem, type LineKind } from "./list-file";

/** What is remembered of a source whose file is gone. */
export type Deleted = Readonly<{
	/** Null: the source had no address; then its title is its key. */
	identity: UrlIdentity | null;
	url: string;
	title: string;
	/** ISO date. */
	date: string;
	reason: string;
}>;

// `- 2026-05-03 [Title](<https://…>): reason` or `- 2026-05-03 Title: reason` in escaped Markdown.
const LINE = /^\s*[-*+]\s+(\d{4}-\d{2}-\d{2})\s+(.*)$/;
const LINK = /^\[((?:[^[\]\\]|\\.)*)\]\(<([^<>]*)>\)(?::\s(.*))?$/;

const DELETED: LineKind<Deleted> = {
	parse: (line) => {
		const [, date, rest] = LINE.exec(line) ?? [];
		if (date === undefined || rest === undefined) return null;
		const [, title, url, reason] = LINK.exec(rest) ?? [];
		if (title !== undefined && url !== undefined) {
			return {
				identity: urlIdentity(url),
				url,
				title: plain(title),
				date,
				reason: plain(reason ?? ""),
			};
		}
		const colon = /(?:^|[^\\]): /.exec(rest);
		const end = colon === null ? rest.length : colon.index + colon[0].length;
		return {
			identity: null,
			url: "",
			title: plain(colon === null ? rest : rest.slice(0, end - 2)),
			date,
			reason: plain(rest.slice(end)),
		};
	},
	keyOf: keyOfDeleted,
	fold: (first, second) => (second.date >= first.date ? second : first),
	print: ({ url, title, date, reason }) => {
		const why = reason === "" ? "" : `: ${escaped(reason)}`;
		const work =
			url === ""
				? escaped(title)
				: `[${escaped(title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
		return `- ${date} ${work}${why}`;
	},
};

/** Where the list lies: at the root of the research folder, under one name in every language. */
export function deletedNotePath(researchFolder: string): string {
	return pathIn(researchFolder, "Deleted.md");
}

export function readDeleted(text: string): readonly Deleted[] {
	return readList(text, DELETED);
}

/** Remembers a source; the later of two decisions on one work counts. */
export function rememberDeleted(text: string, deleted: Deleted): string {
	return putItem(text, keyOfDeleted(deleted), DELETED, (known) =>
		known === null ? deleted : DELETED.fold(known, deleted),
	);
}

/** The same for many: those the list has not are added in one go. */
export function rememberAll(text: string, all: readonly Deleted[]): string {
	const known = new Set(readDeleted(text).map(keyOfDeleted));
	const fresh = new Map<string, Deleted>();
	let result = text;
	for (const deleted of all) {
		const key = keyOfDeleted(deleted);
		const twin = fresh.get(key);
		if (known.has(key)) result = rememberDeleted(result, deleted);
		else fresh.set(key, twin === undefined ? deleted : DELETED.fold(twin, deleted));
	}
	return addItems(result, [...fresh.values()], DELETED);
}

export function forgetDeleted(text: string, deleted: Deleted): string {
	return removeItem(text, keyOfDeleted(deleted), DELETED);
}

/** What makes two lines one: the work, or for want of an address its title. */
export function keyOfDeleted({ identity, title }: Pick<Deleted, "identity" | "title">): string {
	return identity ?? `title:${title.replace(/\s+/g, " ").trim().toLowerCase()}`;
}

// A title is a page's words: none of it may act in the note.
const ACTIVE = /[\\`*_[\]<>#|$%=~^!:{}]/g;

function escaped(text: string): string {
	return text.replace(/\s+/g, " ").trim().replace(ACTIVE, "\\$&");
}

function plain(text: string): string {
	return text.replace(/\\([\\`*_[\]<>#|$%=~^!:{}])/g, "$1").trim();
}
