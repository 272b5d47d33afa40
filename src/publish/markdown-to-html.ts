import { splitBlocks, type Block } from "../text/blocks";
import { readFootnotes } from "../text/footnotes";

/**
 * A whole page from the Markdown an export writes: headings, paragraphs, lists, quotes, code, tables, footnotes.
 * Raw HTML of the draft is shown as text: a page that goes out holds nothing we did not write.
 */
export function markdownToHtml(
	markdown: string,
	meta: Readonly<{ title: string; description: string; language: string }>,
): string {
	const writer = new HtmlWriter(markdown);
	const description =
		meta.description === "" ? "" : `\n<meta name="description" content="${escapeHtml(meta.description)}">`;
	return `<!doctype html>
<html lang="${escapeHtml(meta.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(meta.title)}</title>${description}
</head>
<body>
<article>
${writer.body()}</article>
</body>
</html>
`;
}

/** The same article without a page around it, as a web editor takes it from the clipboard. */
export function markdownToArticle(markdown: string): string {
	return new HtmlWriter(markdown).body();
}

export function escapeHtml(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Lives for one call: knows the footnotes' numbers. */
class HtmlWriter {
	private readonly blocks: readonly Block[];
	private readonly numbers: ReadonlyMap<string, number>;
	private readonly notes: readonly Readonly<{ key: string; text: string }>[];
	private readonly anchored = new Set<number>();

	constructor(private readonly markdown: string) {
		this.blocks = splitBlocks(markdown);
		const footnotes = readFootnotes(markdown, this.blocks);
		const defined = new Set(footnotes.definitions.map((each) => each.key));
		const keys = [...new Set(footnotes.references.map((each) => each.key))].filter((key) => defined.has(key));
		this.numbers = new Map(keys.map((key, index) => [key, index + 1]));
		this.notes = footnotes.definitions;
	}

	body(): string {
		let out = "";
		let at = 0;
		while (at < this.blocks.length) {
			const block = this.blocks[at];
			if (block?.kind === "item") {
				let end = at;
				while (this.blocks[end]?.kind === "item") end++;
				out += this.list(this.blocks.slice(at, end));
				at = end;
			} else {
				if (block !== undefined) out += this.block(block);
				at++;
			}
		}
		return out + this.noteList();
	}

	private source(block: Block): string {
		return this.markdown.slice(block.from, block.to);
	}

	private block(block: Block): string {
		const source = this.source(block);
		switch (block.kind) {
			case "heading":
				return this.heading(source);
			case "code":
				return this.code(source, block);
			case "math":
				return `<pre class="math">${escapeHtml(source)}</pre>\n`;
			case "table":
				return this.table(source);
			case "quote":
			case "callout":
				return `<blockquote>\n${this.nested(source.replace(/^[ \t]*>[ \t]?/gm, ""))}</blockquote>\n`;
			case "rule":
				return "<hr>\n";
			case "html":
				return `<pre>${escapeHtml(source)}</pre>\n`;
			case "paragraph":
			case "item":
				return `<p>${this.inline(source)}</p>\n`;
			case "frontmatter":
			case "comment":
			case "footnote":
			case "linkdef":
				return "";
		}
	}

	/** Quotations hold blocks of their own; their footnotes count with the whole page's. */
	private nested(markdown: string): string {
		const inner = new HtmlWriter(markdown);
		return inner.blocks.map((block) => (block.kind === "item" ? `<ul>\n<li>${this.inline(itemText(inner.source(block)))}</li>\n</ul>\n` : this.blockOf(inner, block))).join("");
	}

	private blockOf(inner: HtmlWriter, block: Block): string {
		return block.kind === "paragraph" ? `<p>${this.inline(inner.source(block))}</p>\n` : inner.block(block);
	}

	private heading(source: string): string {
		const marks = /^(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$/.exec(source.trim());
		const level = marks?.[1]?.length ?? (/=[ \t]*$/.test(source) ? 1 : 2);
		const words = marks?.[2] ?? source.split("\n").slice(0, -1).join(" ");
		return `<h${level}>${this.inline(words)}</h${level}>\n`;
	}

	private code(source: string, block: Block): string {
		const lines = source.split("\n");
		const fence = /^(?:`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(lines[0] ?? "");
		if (fence === null) {
			const indent = /^[ \t]*/.exec(this.markdown.slice(this.markdown.lastIndexOf("\n", block.from - 1) + 1))?.[0] ?? "";
			return `<pre><code>${escapeHtml(lines.map((line) => line.replace(indent, "")).join("\n"))}\n</code></pre>\n`;
		}
		const body = lines.slice(1, /^[ \t]*(?:`{3,}|~{3,})[ \t]*$/.test(lines.at(-1) ?? "") ? -1 : undefined).join("\n");
		const language = fence[1] ?? "";
		const name = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
		return `<pre><code${name}>${escapeHtml(body)}\n</code></pre>\n`;
	}

	private table(source: string): string {
		const [head = "", , ...rows] = source.split("\n");
		const cells = (row: string, tag: string): string =>
			`<tr>${splitRow(row).map((cell) => `<${tag}>${this.inline(cell)}</${tag}>`).join("")}</tr>`;
		const body = rows.filter((row) => row.trim() !== "").map((row) => cells(row, "td"));
		return `<table>\n<thead>${cells(head, "th")}</thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n`;
	}

	/** Items by their indentation; a numbered first item makes a numbered list. */
	private list(items: readonly Block[]): string {
		const rows = items.map((block) => {
			const lineFrom = this.markdown.lastIndexOf("\n", block.from - 1) + 1;
			const indent = this.markdown.slice(lineFrom, block.from).replace(/\t/g, "    ").length;
			const source = this.source(block);
			return { indent, isNumbered: /^\d/.test(source), text: this.inline(itemText(source)) };
		});
		let at = 0;
		const build = (indent: number): string => {
			const tag = rows[at]?.isNumbered === true ? "ol" : "ul";
			let out = `<${tag}>\n`;
			for (let row = rows[at]; row !== undefined && row.indent >= indent; row = rows[at]) {
				at++;
				const next = rows[at];
				const below = next !== undefined && next.indent > row.indent ? `\n${build(next.indent)}` : "";
				out += `<li>${row.text}${below}</li>\n`;
			}
			return `${out}</${tag}>\n`;
		};
		let out = "";
		while (at < rows.length) out += build(rows[at]?.indent ?? 0);
		return out;
	}

	private noteList(): string {
		if (this.numbers.size === 0) return "";
		const items = [...this.numbers].map(([key, number]) => {
			const text = this.notes.find((each) => each.key === key)?.text ?? "";
			return `<li id="fn-${number}">${this.inline(text.trim())} <a href="#ref-${number}" aria-label="Back">↩</a></li>\n`;
		});
		return `<section class="footnotes">\n<ol>\n${items.join("")}</ol>\n</section>\n`;
	}

	private inline(text: string): string {
		return text.split(/((`+)[^`][^]*?\2)/).map((piece, index, all) => this.piece(piece, index, all)).join("");
	}

	/** `split` with two groups gives text, code, ticks, text…: ticks are dropped, code is escaped, text is formatted. */
	private piece(piece: string, index: number, all: readonly string[]): string {
		if (index % 3 === 2) return "";
		if (index % 3 === 1) {
			const ticks = all[index + 1]?.length ?? 1;
			return `<code>${escapeHtml(piece.slice(ticks, -ticks).trim())}</code>`;
		}
		return this.marks(piece);
	}

	private marks(text: string): string {
		const links: string[] = [];
		const keep = (html: string): string => `\ufdd0${links.push(html) - 1}\ufdd0`;
		const held = text
			.replace(/\ufdd0/g, "")
			.replace(/!\[([^\]\n]*)\]\(([^()\s]*)\)/g, (_, alt: string, to: string) => keep(`<img src="${safeAddress(to)}" alt="${escapeHtml(alt)}">`))
			.replace(/\[((?:[^\][\\\n]|\\.)*)\]\(([^()\s]*)\)/g, (_, words: string, to: string) => keep(`<a href="${safeAddress(to)}">`) + words + keep("</a>"))
			.replace(/\[\^([^\]\s]+)\]/g, (whole, key: string) => this.reference(whole, key, keep))
			.replace(/(https?:\/\/[^\s<>"\ufdd0]+[^\s<>"\ufdd0.,;:!?)])/g, (to: string) => keep(`<a href="${safeAddress(to)}">${escapeHtml(to)}</a>`))
			.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(escapeHtml(mark)));
		return escapeHtml(held)
			.replace(/\*\*(?=\S)((?:[^*]|\*(?!\*))*[^\s*])\*\*/g, "<strong>$1</strong>")
			.replace(/(^|[^\w*])[*_](?=[^\s*_])([^*_]*[^\s*_])[*_](?![\w*])/g, "$1<em>$2</em>")
			.replace(/~~(?=\S)([^~]*[^\s~])~~/g, "<del>$1</del>")
			.replace(/\ufdd0(\d+)\ufdd0/g, (_, index: string) => links[Number(index)] ?? "");
	}

	private reference(whole: string, key: string, keep: (html: string) => string): string {
		const number = this.numbers.get(key);
		if (number === undefined) return whole;
		const id = this.anchored.has(number) ? "" : ` id="ref-${number}"`;
		this.anchored.add(number);
		return keep(`<sup${id}><a href="#fn-${number}">${number}</a></sup>`);
	}
}

function itemText(source: string): string {
	return source.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]*/, "").replace(/\s*\n\s*/g, " ");
}

function splitRow(row: string): readonly string[] {
	const cells = [""];
	const inner = row.trim().replace(/^\|/, "").replace(/\|$/, "");
	for (let at = 0; at < inner.length; at++) {
		const mark = inner.charAt(at);
		if (mark === "\\" && inner.charAt(at + 1) === "|") {
			cells[cells.length - 1] += "|";
			at++;
		} else if (mark === "|") cells.push("");
		else cells[cells.length - 1] += mark;
	}
	return cells.map((cell) => cell.trim());
}

/** Only web, mail and relative addresses become links. */
function safeAddress(address: string): string {
	const isSafe = /^(?:https?:|mailto:|#|[^:]*$)/i.test(address.trim());
	return isSafe ? escapeHtml(address.trim()) : "#";
}
