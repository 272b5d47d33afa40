/** A post as a forum's own data hold it. `date` as written there; `html` is foreign. */
export type DataPost = Readonly<{ author: string; date: string; html: string }>;

/** Posts in what Discourse loads its page from: JSON whose values are JSON again. */
export function discoursePosts(preloaded: readonly string[]): readonly DataPost[] {
	for (const source of preloaded) {
		for (const [key, value] of entriesOf(parsed(source))) {
			if (!key.startsWith("topic_")) continue;
			const stream = field(typeof value === "string" ? parsed(value) : value, "post_stream");
			const posts = field(stream, "posts");
			if (Array.isArray(posts)) return posts.map(postOf).filter((post) => post.html !== "");
		}
	}
	return [];
}

function postOf(post: unknown): DataPost {
	const text = (name: string) => {
		const value = field(post, name);
		return typeof value === "string" ? value : "";
	};
	return { author: text("username"), date: text("created_at"), html: text("cooked") };
}

/** Names under which sites keep the text itself. */
const KEYS = /^(articleBody|reviewBody|text|body|bodyHtml|bodyHTML|body_html|html|content|contentHtml|content_html|rendered|markdown|article|post|description)$/;
/** A walk through data stops here: some pages bring megabytes. */
const MOST_VALUES = 200_000;

/** The longest text under such a name in any of the pieces of JSON; "" where there is none. */
export function longestText(pieces: readonly string[]): string {
	let longest = "";
	let left = MOST_VALUES;
	const open: unknown[] = pieces.map(parsed);
	while (open.length > 0 && left-- > 0) {
		const value = open.pop();
		if (Array.isArray(value)) {
			for (const each of value) if (typeof each === "object") open.push(each);
			// Some tools write all values in one row, and objects as places in it.
			for (const each of value) for (const [key, place] of entriesOf(each)) {
				const text: unknown = typeof place === "number" ? value[place] : null;
				if (typeof text === "string" && KEYS.test(key) && text.length > longest.length && isProse(text)) longest = text;
			}
		} else {
			for (const [key, each] of entriesOf(value)) {
				if (typeof each === "string" && KEYS.test(key) && each.length > longest.length && isProse(each)) longest = each;
				else if (typeof each === "object") open.push(each);
			}
		}
	}
	return longest;
}

/** Words and sentences, no addresses, styles or code of a script. */
function isProse(text: string): boolean {
	if (text.length < 200 || /^\s*[{[(]|^(https?|data):|function\s*\(|\{[^}]*:[^}]*;/.test(text.slice(0, 400))) return false;
	const sample = text.slice(0, 2000);
	const blanks = (sample.match(/\s/g) ?? []).length;
	return blanks > sample.length / 25 || /[\u3040-\u30ff\u4e00-\u9fff]{20}/.test(sample);
}

/** Plain text as paragraphs; text with tags as it is. */
export function asHtml(text: string): string {
	if (/<(p|div|h[1-6]|ul|ol|br|blockquote|section|article)[\s>/]/i.test(text)) return text;
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	return escaped.split(/\n\s*\n|\r\n\s*\r\n/).map((part) => `<p>${part.trim().replace(/\r?\n/g, "<br>")}</p>`).join("");
}

function parsed(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return null; // cut off or no JSON at all: then it holds nothing for us
	}
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function field(value: unknown, name: string): unknown {
	return entriesOf(value).find(([key]) => key === name)?.[1];
}
