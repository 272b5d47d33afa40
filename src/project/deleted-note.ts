import { urlIdentity, type UrlIdentity } from "../source/url-identity";
import { putItem, readList, removeItem, type LineKind } from "./list-file";

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

export function readDeleted(text: string): readonly Deleted[] {
	return readList(text, DELETED);
}

/** Remembers a source; the later of two decisions on one work counts. */
export function rememberDeleted(text: string, deleted: Deleted): string {
	return putItem(text, keyOfDeleted(deleted), DELETED, (known) =>
		known === null ? deleted : DELETED.fold(known, deleted),
	);
}

export function forgetDeleted(text: string, deleted: Deleted): string {
	return removeItem(text, keyOfDeleted(deleted), DELETED);
}

function keyOfDeleted({ identity, title }: Deleted): string {
	return identity ?? `title:${title.toLowerCase()}`;
}

// A title is a page's words: none of it may act in the note.
const ACTIVE = /[\\`*_[\]<>#|$%=~^!:{}]/g;

function escaped(text: string): string {
	return text.replace(/\s+/g, " ").trim().replace(ACTIVE, "\\$&");
}

function plain(text: string): string {
	return text.replace(/\\([\\`*_[\]<>#|$%=~^!:{}])/g, "$1").trim();
}
