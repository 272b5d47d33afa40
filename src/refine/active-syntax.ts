/** What a piece of text would do in a note, a plugin or a browser instead of being read. */
export type ActiveKey = "active-link" | "active-markup" | "active-structure";

export type ActiveHit = Readonly<{ key: ActiveKey; text: string }>;

type Finder = Readonly<{ key: ActiveKey; find: (text: string) => readonly string[] }>;

function by(key: ActiveKey, pattern: RegExp): Finder {
	return { key, find: (text) => text.match(pattern) ?? [] };
}

const FINDERS: readonly Finder[] = [
	by("active-link", /\b[a-z][a-z0-9+.-]{0,20}[:：]\/\/\S*/gi),
	by(
		"active-link",
		/\b(?:javascript|data|vbscript|file|mailto|tel|sms|obsidian|app|blob|about)[:：]\S+/gi,
	),
	by("active-link", /(?:^|[^:\w])\/\/[\w-]+\.\S*/g),
	by("active-link", /\bwww\.\S+/gi),
	{ key: "active-link", find: domainsIn },
	by("active-link", /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g),
	by("active-link", /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+/g),
	by("active-link", /!?\[\[|\]\]|!\[|\]\(|\]\[|\[\^|\^\[|\]:|\[@/g),
	by("active-markup", /<\/?[a-z!?][^<>]*>?/gi),
	by("active-markup", /<[%*]|[%*]>/g),
	by("active-markup", /&(?:#\d{1,8}|#x[0-9a-f]{1,8}|[a-z][a-z0-9]{1,30});/gi),
	by("active-markup", /`+|~~~+|\$\$|%%|==|\{\{|\}\}|\{%|%\}|\$=/g),
	by("active-markup", /\$(?!\s)[^$\n]*[^$\s]\$(?!\d)|\\[a-z]{2,}\{/gi),
	by("active-markup", /[\p{L}\p{N}_)\]]::/gu),
	by("active-markup", /(?:^|\s)#[\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*/gu),
	by("active-markup", /(?:^|\s)\^[\w-]+/g),
	by("active-structure", /(?:^|\n)[ \t]*#{1,6}(?=[ \t]+\S)/g),
	by("active-structure", /(?:^|\s)(?:[-*+]|\d{1,3}[.)])\s+\[.\]/g),
	by("active-structure", />\s*\[!|(?:^|\n)[ \t]*>/g),
	by("active-structure", /\|[ \t]*:?-{2,}|(?:^|\n)[ \t]*\|/g),
	by("active-structure", /(?:^|\n)[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*(?=\n|$)/g),
	by("active-structure", /(?:^|\n)[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t]+\S)/g),
];

/** Everything active in a text, trimmed. */
export function activeIn(text: string): readonly ActiveHit[] {
	return FINDERS.flatMap(({ key, find }) => find(text).map((hit) => ({ key, text: hit.trim() })));
}

/** Names like `example.org`: no app links them, but readers type them. */
function domainsIn(text: string): readonly string[] {
	return (text.match(/[a-z0-9][a-z0-9.-]*/gi) ?? []).filter((run) => {
		const parts = run.replace(/[.-]+$/, "").split(".");
		const last = parts.at(-1) ?? "";
		const isName = /^(?:xn--[a-z0-9-]+|[a-z]{2,24})$/i.test(last);
		return parts.length > 1 && isName && parts.every((part) => part !== "");
	});
}
