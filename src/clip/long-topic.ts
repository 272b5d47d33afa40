import { all, attribute } from "./elements";
import { listPart, parseJson, part, textPart } from "./json-parts";
import type { PagePost } from "./thread-page";

/** A topic of Discourse that the page shows only the first posts of. */
export type LongTopic = Readonly<{ address: string; shown: number; whole: number }>;

/** How many posts the page brings along. */
const SHOWN = 20;

/** Null: another page, or one that shows all its posts. */
export function longTopic(document: Document, url: string): LongTopic | null {
	const page = new URL(url);
	const id = /^(.*)\/t\/(?:[^/]+\/)?(\d{1,12})(?:\/\d+)?\/?$/.exec(page.pathname);
	if (id === null || !saysDiscourse(document)) return null;
	const whole = postsOf(document);
	if (whole <= SHOWN && document.querySelector("link[rel=next]") === null) return null;
	return { address: `${page.origin}${id[1] ?? ""}/t/${id[2] ?? ""}.json?print=true`, shown: SHOWN, whole };
}

function saysDiscourse(document: Document): boolean {
	return /^discourse/i.test(attribute(all(document, "meta[name=generator]")[0], "content")) || document.querySelector("[data-preloaded*=topic_]") !== null;
}

/** Of the whole topic, as the page's own data say; 0 where they do not. */
function postsOf(document: Document): number {
	for (const holder of all(document, "[data-preloaded]")) {
		const preloaded = parseJson(attribute(holder, "data-preloaded"));
		const key = typeof preloaded === "object" && preloaded !== null ? Object.keys(preloaded).find((name) => name.startsWith("topic_")) : undefined;
		const topic = key === undefined ? null : part(preloaded, key);
		const count = listPart(typeof topic === "string" ? parseJson(topic) : topic, "post_stream", "stream").length;
		if (count > 0) return count;
	}
	return 0;
}

/** The posts of the topic's own data; empty where they are something else. */
export function topicPosts(json: string): readonly PagePost[] {
	return listPart(parseJson(json), "post_stream", "posts")
		.map((post) => ({ author: textPart(post, "username"), date: textPart(post, "created_at"), html: textPart(post, "cooked") }))
		.filter(({ html }) => html !== "");
}
