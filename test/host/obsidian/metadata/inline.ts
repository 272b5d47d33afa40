/** What a block's text refers to, with offsets in the note. */
export type Inline = Readonly<
	| { kind: "link" | "embed"; from: number; to: number; link: string; words: string | null }
	| { kind: "tag" | "footnote-ref"; from: number; to: number; name: string }
	| { kind: "comment"; from: number; to: number }
>;

/** A tag: letters, digits, `_`, `-`, `/`, any script, at least one that is no digit ([R] help: Tags). */
const TAG = /#([\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/uy;
const WIKILINK = /(!?)\[\[([^\[\]\n|]*)(?:\|([^\[\]\n]*))?\]\]/y;
const MARKDOWN_LINK =
	/(!?)\[([^\[\]\n]*)\]\((<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:[ \t]+"[^"\n]*")?\)/y;
const FOOTNOTE_REF = /\[\^([^\]\s]+)\]/y;

/**
 * Links, embeds, tags and footnote references of `text`, the part of a note that starts at `offset`.
 * Code, math and comments hold none; backslashes escape.
 */
export function readInline(text: string, offset: number): Inline[] {
	const found: Inline[] = [];
	for (let at = 0; at < text.length;) {
		const skipTo = skip(text, at);
		if (skipTo > at) {
			at = skipTo;
			continue;
		}
		const inline = inlineAt(text, at, offset);
		if (inline !== null) found.push(inline);
		at = inline === null ? at + 1 : inline.to - offset;
	}
	return found;
}

function inlineAt(text: string, at: number, offset: number): Inline | null {
	const sign = text[at];
	if (sign === "!" || sign === "[") {
		return (
			wikilink(text, at, offset) ??
			footnoteRef(text, at, offset) ??
			markdownLink(text, at, offset)
		);
	}
	if (sign !== "#" || !(at === 0 || /[\s(,;>]/.test(text[at - 1] ?? ""))) return null;
	const tag = matchAt(TAG, text, at);
	if (tag === null || /^[\d/_-]*$/.test(tag[1] ?? "")) return null;
	return { kind: "tag", from: offset + at, to: offset + at + tag[0].length, name: tag[1] ?? "" };
}

function wikilink(text: string, at: number, offset: number): Inline | null {
	const match = matchAt(WIKILINK, text, at);
	if (match === null || (match[2] ?? "").trim() === "") return null;
	// In a table the bar is escaped: the backslash is no part of the link.
	const link = (match[2] ?? "").replace(/\\$/, "").trim();
	const kind = match[1] === "!" ? "embed" : "link";
	return {
		kind,
		from: offset + at,
		to: offset + at + match[0].length,
		link,
		words: match[3] ?? null,
	};
}

function footnoteRef(text: string, at: number, offset: number): Inline | null {
	const match = matchAt(FOOTNOTE_REF, text, at);
	if (match === null || text[at + match[0].length] === ":") return null;
	return {
		kind: "footnote-ref",
		from: offset + at,
		to: offset + at + match[0].length,
		name: match[1] ?? "",
	};
}

/** Only those into the vault count as links of a note ([M]). */
function markdownLink(text: string, at: number, offset: number): Inline | null {
	const match = matchAt(MARKDOWN_LINK, text, at);
	const target = match?.[3]?.replace(/^<|>$/g, "") ?? "";
	if (match === null || target === "" || /^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
	const kind = match[1] === "!" ? "embed" : "link";
	return {
		kind,
		from: offset + at,
		to: offset + at + match[0].length,
		link: decode(target),
		words: match[2] ?? "",
	};
}

/** Behind what holds no links and starts here; `at` itself where nothing does. */
function skip(text: string, at: number): number {
	const sign = text[at];
	if (sign === "\\") return at + 2;
	if (sign === "`") {
		let length = 1;
		while (text[at + length] === "`") length += 1;
		const ticks = "`".repeat(length);
		let close = text.indexOf(ticks, at + length);
		while (close !== -1 && text[close + length] === "`") {
			let end = close;
			while (text[end] === "`") end += 1;
			close = text.indexOf(ticks, end);
		}
		return close === -1 ? at + length : close + length;
	}
	if (sign === "%" && text[at + 1] === "%") {
		const close = text.indexOf("%%", at + 2);
		return close === -1 ? at + 2 : close + 2;
	}
	if (sign === "$" && /\S/.test(text[at + 1] ?? " ")) {
		const mark = text[at + 1] === "$" ? "$$" : "$";
		const close = text.indexOf(mark, at + mark.length);
		const isMath =
			close !== -1 &&
			(mark === "$$" ||
				(/\S/.test(text[close - 1] ?? " ") && !/\d/.test(text[close + 1] ?? "")));
		return isMath && !text.slice(at, close).includes("\n\n")
			? close + mark.length
			: at + mark.length;
	}
	return at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

function decode(target: string): string {
	try {
		return decodeURI(target);
	} catch {
		return target; // a lone % is no escape
	}
}
