/**
 * What Obsidian adds to Markdown, as an extension of lezer's parser: frontmatter, wikilinks,
 * embeds, highlights, comments, footnote marks, tags and math. The editor colours and folds by
 * these nodes; the reading view has a parser of its own (markdown-it).
 */
import { tags } from "@lezer/highlight";
import type { BlockContext, InlineContext, Line, MarkdownConfig } from "@lezer/markdown";

const HIGHLIGHT = { resolve: "Highlight", mark: "HighlightMark" };
const code = (char: string): number => char.charCodeAt(0);

export const obsidianSyntax: MarkdownConfig = {
	defineNodes: [
		{ name: "Frontmatter", block: true, style: tags.meta },
		{ name: "CommentBlock", block: true, style: tags.comment },
		{ name: "MathBlock", block: true, style: tags.special(tags.content) },
		{ name: "Wikilink", style: { "Wikilink/...": tags.link } },
		{ name: "Embed", style: { "Embed/...": tags.link } },
		{ name: "WikilinkMark", style: tags.processingInstruction },
		"WikilinkTarget",
		"WikilinkAlias",
		{ name: "Highlight", style: { "Highlight/...": tags.special(tags.string) } },
		{ name: "HighlightMark", style: tags.processingInstruction },
		{ name: "InlineComment", style: tags.comment },
		{ name: "FootnoteMark", style: tags.labelName },
		{ name: "Hashtag", style: tags.tagName },
		{ name: "InlineMath", style: tags.special(tags.content) },
	],
	parseBlock: [
		{ name: "Frontmatter", parse: frontmatter, before: "HorizontalRule" },
		{ name: "CommentBlock", parse: (cx, line) => fenced(cx, line, "%%", "CommentBlock") },
		{ name: "MathBlock", parse: (cx, line) => fenced(cx, line, "$$", "MathBlock") },
	],
	parseInline: [
		{
			name: "Embed",
			parse: (cx, next, pos) => (next === code("!") ? wikilink(cx, pos + 1, pos) : -1),
			before: "Image",
		},
		{ name: "FootnoteMark", parse: footnoteMark, before: "Link" },
		{ name: "Wikilink", parse: (cx, _next, pos) => wikilink(cx, pos, null), before: "Link" },
		{ name: "Highlight", parse: highlight },
		{
			name: "InlineComment",
			parse: (cx, next, pos) =>
				next === code("%") ? between(cx, pos, "%%", "InlineComment") : -1,
		},
		{ name: "InlineMath", parse: inlineMath },
		{ name: "Hashtag", parse: hashtag },
	],
};

function frontmatter(cx: BlockContext, line: Line): boolean {
	if (cx.lineStart !== 0 || line.text.trimEnd() !== "---") return false;
	const start = cx.lineStart;
	while (cx.nextLine()) {
		if (line.text.trimEnd() !== "---") continue;
		const end = cx.lineStart + line.text.length;
		cx.nextLine();
		cx.addElement(cx.elt("Frontmatter", start, end));
		return true;
	}
	cx.addElement(cx.elt("Frontmatter", start, cx.prevLineEnd()));
	return true;
}

/** `%%` or `$$` alone at the start of a line, up to the line that closes it or the end of the text. */
function fenced(cx: BlockContext, line: Line, mark: string, name: string): boolean {
	const first = line.text.slice(line.pos);
	if (!first.startsWith(mark)) return false;
	const start = cx.lineStart + line.pos;
	if (first.indexOf(mark, mark.length) !== -1) return false;
	let end = cx.lineStart + line.text.length;
	while (cx.nextLine()) {
		end = cx.lineStart + line.text.length;
		if (!line.text.includes(mark)) continue;
		cx.nextLine();
		break;
	}
	cx.addElement(cx.elt(name, start, end));
	return true;
}

/** `start` is where an embed's `!` stands; null for a plain link. */
function wikilink(cx: InlineContext, pos: number, start: number | null): number {
	if (cx.char(pos) !== code("[") || cx.char(pos + 1) !== code("[")) return -1;
	const rest = cx.slice(pos + 2, cx.end);
	const length = rest.indexOf("]]");
	if (length < 1 || rest.slice(0, length).includes("\n") || rest.slice(0, length).includes("[["))
		return -1;
	const inside = pos + 2;
	const close = inside + length;
	const pipe = rest.slice(0, length).indexOf("|");
	const children = [cx.elt("WikilinkMark", start ?? pos, inside)];
	if (pipe === -1) children.push(cx.elt("WikilinkTarget", inside, close));
	else {
		if (pipe > 0) children.push(cx.elt("WikilinkTarget", inside, inside + pipe));
		children.push(cx.elt("WikilinkMark", inside + pipe, inside + pipe + 1));
		if (pipe + 1 < length) children.push(cx.elt("WikilinkAlias", inside + pipe + 1, close));
	}
	children.push(cx.elt("WikilinkMark", close, close + 2));
	return cx.addElement(
		cx.elt(start === null ? "Wikilink" : "Embed", start ?? pos, close + 2, children),
	);
}

function footnoteMark(cx: InlineContext, next: number, pos: number): number {
	if (next !== code("[") || cx.char(pos + 1) !== code("^")) return -1;
	const length = cx.slice(pos + 2, cx.end).search(/[\]\s]/);
	if (length < 1 || cx.char(pos + 2 + length) !== code("]")) return -1;
	return cx.addElement(cx.elt("FootnoteMark", pos, pos + length + 3));
}

function highlight(cx: InlineContext, next: number, pos: number): number {
	if (next !== code("=") || cx.char(pos + 1) !== code("=") || cx.char(pos + 2) === code("="))
		return -1;
	const before = cx.slice(pos - 1, pos);
	const after = cx.slice(pos + 2, pos + 3);
	return cx.addDelimiter(HIGHLIGHT, pos, pos + 2, /\S/.test(after), /\S/.test(before));
}

function between(cx: InlineContext, pos: number, mark: string, name: string): number {
	const rest = cx.slice(pos, cx.end);
	if (!rest.startsWith(mark)) return -1;
	const close = rest.indexOf(mark, mark.length);
	return close === -1 ? -1 : cx.addElement(cx.elt(name, pos, pos + close + mark.length));
}

/** The app's rule: no blank inside the dollars, no digit after the closing one. */
function inlineMath(cx: InlineContext, next: number, pos: number): number {
	if (next !== code("$")) return -1;
	if (cx.char(pos + 1) === code("$")) return between(cx, pos, "$$", "InlineMath");
	const rest = cx.slice(pos + 1, cx.end);
	const close = rest.indexOf("$");
	if (close < 1 || /^\s|\s$/.test(rest.slice(0, close)) || /^\d/.test(rest.slice(close + 1)))
		return -1;
	return cx.addElement(cx.elt("InlineMath", pos, pos + close + 2));
}

function hashtag(cx: InlineContext, next: number, pos: number): number {
	if (next !== code("#") || /\S/.test(cx.slice(pos - 1, pos))) return -1;
	const tag = /^[\p{L}\p{N}\p{Extended_Pictographic}_/-]+/u.exec(cx.slice(pos + 1, cx.end))?.[0];
	if (tag === undefined || /^\d+$/.test(tag)) return -1;
	return cx.addElement(cx.elt("Hashtag", pos, pos + 1 + tag.length));
}
