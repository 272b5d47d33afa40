import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { math } from "micromark-extension-math";
import { gfm } from "micromark-extension-gfm";
import { Component } from "../host/obsidian/component";
import type { App } from "../host/obsidian/app";
import { frontmatterEnd } from "../host/obsidian/markdown/frontmatter-end";
import { renderMarkdownInto } from "../host/obsidian/markdown/render-markdown";
import { describeWithShared } from "../shared";

type Node = Readonly<{ type: string; value?: string; children?: readonly Node[] }>;

// Not seen as letters: tags, targets, pictures, and formulas, which are drawn.
const SILENT = new Set(["html", "definition", "yaml", "image", "math", "inlineMath"]);
// The other parser reads `$$…$$` within a line as the start of a block.
const FORMULA = /\$\$[^$]*\$\$/g;
// Comments, embeds, a link's target before its alias, a callout's type, block ids.
const HIDDEN = /%%[^%]*%%|!\[\[[^\]\n]*\]\]|\[\[[^\]|\n]*\||\[![^\]\n]+\][+-]?|\s\^[A-Za-z0-9-]+$/m;

const app = {
	vault: { getFileByPath: () => null },
	metadataCache: { getFirstLinkpathDest: () => null, getFileCache: () => null },
} as unknown as App;

async function rendered(text: string): Promise<HTMLElement> {
	const el = document.createElement("div");
	await renderMarkdownInto(el, {
		app,
		text,
		sourcePath: "Draft.md",
		component: new Component(),
		depth: 0,
	});
	return el;
}

/** Letters and digits in order; where words end differs between scripts and markup. */
const letters = (text: string): string => text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");

/** Text of one node as another parser reads it, cut where Obsidian hides something or puts a number. */
function leaves(node: Node): string[] {
	if (SILENT.has(node.type)) return [];
	if (node.type === "text") return (node.value ?? "").split(HIDDEN);
	if (node.value !== undefined) return [node.value];
	return (node.children ?? []).flatMap(leaves);
}

describeWithShared(
	"Every draft of the refine corpus is rendered without losing a block",
	(shared) => {
		const folder = join(shared, "corpora", "refine", "drafts");
		for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
			it(`${name}`, async () => {
				const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
				const seen = letters((await rendered(text)).textContent ?? "");
				const tree = fromMarkdown(text.slice(frontmatterEnd(text)).replace(FORMULA, ""), {
					extensions: [gfm(), math()],
					mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
				}) as Node;
				const blocks = (tree.children ?? []).map((block) =>
					leaves(block)
						.map(letters)
						.filter((leaf) => leaf !== ""),
				);
				const lost = blocks.flat().filter((leaf) => !seen.includes(leaf));
				expect(blocks.flat().length).toBeGreaterThan(10);
				expect(lost).toEqual([]);
			});
		}
	},
);
