/*
 * Readwise and ReadItLater say by default in the note's text what the Web Clipper says in properties. Which notes are
 * read for it is told from the metadata cache alone; all others stay unread.
 */

type Facts = Readonly<Record<string, unknown>>;

/** What the cache tells of a note's text. */
export type CachedText = Readonly<{
	headings?: readonly Readonly<{ heading: string }>[];
	links?: readonly Readonly<{ link: string }>[];
}>;

/** Whether a note's text may say what work it is about. */
export function mayBeToolNote({ headings, links }: CachedText): boolean {
	return (
		(headings ?? []).some(({ heading }) => heading.trim() === READWISE_HEADING) ||
		(links ?? []).some(({ link }) => link === READ_IT_LATER)
	);
}

const READWISE_HEADING = "Metadata";
const READ_IT_LATER = "ReadItLater";

/** Both write what they know at the top; a long article below it is not looked at. */
const TOP = 12_000;

/** Says which tool made a note, where its text and not a property tells so: then it is about a work, with or without an address. */
export const TOOL = "winnow-tool";

/** The properties a tool wrote into the text, under the Web Clipper's names. Null: no such note. */
export function readToolNote(text: string): Facts | null {
	const top = text.slice(0, TOP);
	return readwiseNote(top) ?? readItLaterNote(top);
}

/** `- Author: [[Ada Lovelace]]`, with or without the bullet, under the heading *Metadata*. */
const FACT = /^(?:[-*+][ \t]+)?(?:\*\*)?([A-Z][A-Za-z ]{1,24}?)(?:\*\*)?:(?:\*\*)?[ \t]+(\S.*)$/;
const FACT_NAMES: Readonly<Record<string, string>> = {
	"full title": "title",
	title: "title",
	author: "author",
	authors: "author",
	category: "kind",
	summary: "description",
	url: "source",
	"source url": "source",
	published: "published",
	"published date": "published",
	"publish date": "published",
};

function readwiseNote(text: string): Facts | null {
	const lines = text.split(/\r?\n/);
	const at = lines.findIndex((line) => /^#{1,6}[ \t]+Metadata[ \t]*$/.test(line));
	if (at === -1) return null;
	const facts: Record<string, string> = { [TOOL]: "readwise" };
	let isReadwise = false;
	for (const line of lines.slice(at + 1)) {
		if (/^#{1,6}[ \t]/.test(line)) break;
		const [, said = "", value = ""] = FACT.exec(line) ?? [];
		const name = FACT_NAMES[said.toLowerCase()];
		if (said === "Full Title") isReadwise = true;
		if (name === undefined || name in facts) continue;
		facts[name] = name === "source" ? addressIn(value) : value;
	}
	// Other people's notes have a heading *Metadata* too.
	if (!isReadwise) return null;
	// The site stands in for who wrote it where Readwise found nobody.
	if (/^(?:\[\[)?[\w-]+(?:\.[\w-]+)+(?:\]\])?$/.test(facts.author ?? "")) delete facts.author;
	return facts;
}

/** `[[ReadItLater]] [[Article]]`, then `# [Title](address)`; without a title the address alone. */
function readItLaterNote(text: string): Facts | null {
	const mark = /^\[\[ReadItLater\]\][ \t]*(?:\[\[([^[\]]{1,40})\]\])?/m.exec(text);
	if (mark === null) return null;
	const headed = /^#[ \t]+\[(.+)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)[ \t]*$/m.exec(text);
	const bare = /^\[[^[\]]*\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)[ \t]*$/m.exec(text);
	const [title, source] = headed !== null ? [headed[1], headed[2]] : [undefined, bare?.[1]];
	if (source === undefined) return null;
	const kind = READ_IT_LATER_KINDS[mark[1]?.toLowerCase() ?? ""];
	const isPost = kind === "post";
	const author = /^Author: \[([^[\]]+)\]/m.exec(text)?.[1] ?? (isPost ? title : undefined);
	return {
		[TOOL]: "read-it-later",
		source,
		...(title === undefined ? {} : { title: title.replace(/\\([[\]\\*_`~])/g, "$1") }),
		...(kind === undefined ? {} : { kind }),
		...(author === undefined ? {} : { author }),
	};
}

const READ_IT_LATER_KINDS: Readonly<Record<string, string>> = {
	youtube: "video",
	vimeo: "video",
	bilibili: "video",
	tiktok: "video",
	tweet: "post",
	toot: "post",
	bluesky: "post",
	stackexchange: "thread",
};

/** The address of a link in Markdown, or as it stands. */
function addressIn(value: string): string {
	return /\((https?:\/\/[^\s()]+)\)$/.exec(value)?.[1] ?? value.replace(/^<|>$/g, "");
}
