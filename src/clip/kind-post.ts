import { parseJson, textPart } from "./json-parts";

/** A post of X as its public embed gives it. */
export type Post = Readonly<{ author: string; html: string }>;

/** Reads an oEmbed answer. Null: none. The embed never tells how many posts of a thread there are. */
export function readPost(json: string): Post | null {
	const data = parseJson(json);
	const html = textPart(data, "html");
	return html === "" ? null : { author: textPart(data, "author_name"), html };
}
