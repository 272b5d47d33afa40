/**
 * Obsidian's Markdown to HTML, by markdown-it with the rules the app adds. The HTML is not safe
 * yet: `render-sections.ts` sanitises it. What needs the vault (embeds, links) or a handler (math,
 * code blocks) leaves here as a placeholder element and is filled in afterwards.
 */
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { obsidianInline } from "./markdown-inline-rules";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** One top-level block. Lines count from 0 in the text given, both inclusive. */
export type Section = Readonly<{ html: string; lineStart: number; lineEnd: number }>;

const md = new MarkdownIt({ html: true, linkify: true, breaks: true });
md.use(footnotes);
md.use(obsidianInline);
// The app links what has a scheme, not every `name.tld` it meets.
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

md.block.ruler.before(
	"fence",
	"comment_block",
	(state, startLine, endLine, silent) => {
		if (!lineOf(state, startLine).startsWith("%%")) return false;
		if (lineOf(state, startLine).indexOf("%%", 2) !== -1) return false;
		for (let line = startLine + 1; line < endLine; line++) {
			if (!state.src.slice(state.bMarks[line], state.eMarks[line]).trimEnd().endsWith("%%"))
				continue;
			if (!silent) state.line = line + 1;
			return true;
		}
		// Never closed: shown as text, so that no word is lost.
		return false;
	},
	{ alt: ["paragraph", "blockquote", "list"] },
);

md.block.ruler.before(
	"fence",
	"math_block",
	(state, startLine, endLine, silent) => {
		const first = lineOf(state, startLine);
		if (!first.startsWith("$$")) return false;
		const isWhole = first.length > 4 && first.trimEnd().endsWith("$$");
		let last = startLine;
		if (!isWhole) {
			last += 1;
			while (last < endLine && !lineOf(state, last).trimEnd().endsWith("$$")) last += 1;
			if (last >= endLine) return false;
		}
		if (silent) return true;
		const token = state.push("math_block", "div", 0);
		token.content = state
			.getLines(startLine, last + 1, state.blkIndent, false)
			.trim()
			.slice(2, -2);
		token.map = [startLine, last + 1];
		state.line = last + 1;
		return true;
	},
	{ alt: ["paragraph", "blockquote", "list"] },
);

function lineOf(
	state: { src: string; bMarks: number[]; tShift: number[]; eMarks: number[] },
	line: number,
): string {
	return state.src.slice(
		(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0),
		state.eMarks[line],
	);
}

md.renderer.rules["math_block"] = (tokens, at) =>
	`<div class="math math-block">${md.utils.escapeHtml(tokens[at]?.content ?? "")}</div>\n`;

md.renderer.rules["footnote_caption"] = (tokens, at) => footnoteNumber(tokens[at]);
md.renderer.rules["footnote_ref"] = (tokens, at) => {
	const number = footnoteNumber(tokens[at]);
	return `<sup class="footnote-ref" id="fnref-${number}"><a href="#fn-${number}" class="footnote-link" rel="noopener nofollow">${number}</a></sup>`;
};
md.renderer.rules["footnote_open"] = (tokens, at) =>
	`<li class="footnote-item" id="fn-${footnoteNumber(tokens[at])}">`;
md.renderer.rules["footnote_anchor"] = (tokens, at) =>
	` <a href="#fnref-${footnoteNumber(tokens[at])}" class="footnote-backref footnote-link">↩︎</a>`;
md.renderer.rules["footnote_block_open"] = () => '<section class="footnotes"><hr><ol>';
md.renderer.rules["footnote_block_close"] = () => "</ol></section>";

type FootnoteEnv = {
	footnotes?: {
		refs?: Record<string, number>;
		list?: { label: string; content: string; count: number }[];
	};
};

// A definition nobody refers to would vanish; it stands last, so that no word is lost.
md.core.ruler.before("footnote_tail", "unused_footnotes", ({ env }) => {
	const { footnotes: notes } = env as FootnoteEnv;
	for (const [key, id] of Object.entries(notes?.refs ?? {})) {
		if (id >= 0 || notes?.refs === undefined) continue;
		notes.list ??= [];
		notes.refs[key] = notes.list.push({ label: key.slice(1), content: "", count: 0 }) - 1;
	}
});

function footnoteNumber(token: Token | undefined): string {
	const { id, subId } = (token?.meta ?? { id: 0, subId: 0 }) as { id: number; subId: number };
	return subId > 0 ? `${id + 1}-${subId}` : `${id + 1}`;
}

/** Splits by top-level blocks. The footnotes come last and have the lines of the end of the text. */
export function markdownToSections(text: string): readonly Section[] {
	const env = {};
	const tokens = md.parse(text, env);
	const sections: Section[] = [];
	let start = 0;
	let depth = 0;
	const last = text.split("\n").length - 1;
	tokens.forEach((token, at) => {
		depth += token.nesting;
		if (depth > 0) return;
		const block = tokens.slice(start, at + 1);
		const lines = block[0]?.map ?? [last, last + 1];
		const html = md.renderer.render(block, md.options, env);
		start = at + 1;
		// A paragraph of nothing but a comment is not there.
		if (html.trim() !== "" && html.trim() !== "<p></p>")
			sections.push({ html, lineStart: lines[0], lineEnd: lines[1] - 1 });
	});
	return sections;
}
