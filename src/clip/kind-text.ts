import { countWords } from "../text/words";
import { findDanger } from "./check-note";
import { escapeText } from "./escape";

/** A file of Markdown or plain text as a note's body. */
export type TextFile = Readonly<{ title: string; markdown: string; words: number }>;

/**
 * Markdown stays as it is where nothing in it could act in a vault; a part that could is written as plain text.
 * The properties of somebody else's note are left out.
 */
export function readTextFile(text: string): TextFile {
	const body = withoutFrontmatter(text.replace(/\r\n?/g, "\n").replace(/^\ufeff/, ""));
	const title = /^#\s+(.+?)\s*#*$/m.exec(body)?.[1] ?? "";
	const markdown = safeMarkdown(body.trim());
	return { title, markdown, words: countWords(markdown) };
}

/** Markdown of unknown hands: blocks in which anything could act become plain text, the others stay. */
export function safeMarkdown(markdown: string): string {
	if (findDanger(markdown) === null) return markdown;
	const blocks = blocksOf(markdown).map((block) => (findDanger(block) === null ? block : plain(block)));
	const safe = blocks.join("\n\n");
	return findDanger(safe) === null ? safe : plain(markdown);
}

/** Parts between blank lines; a fence is one part however many blank lines it holds. */
export function blocksOf(markdown: string): readonly string[] {
	const blocks: string[] = [];
	let fence = "";
	let block: string[] = [];
	const end = () => {
		if (block.length > 0) blocks.push(block.join("\n"));
		block = [];
	};
	for (const line of markdown.split("\n")) {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
		if (fence === "" && line.trim() === "") {
			end();
			continue;
		}
		block.push(line);
		if (fence === "") fence = mark;
		else if (mark !== "" && line.trim().startsWith(fence) && line.trim() === mark) fence = "";
	}
	end();
	return blocks;
}

function plain(markdown: string): string {
	return markdown
		.split("\n")
		.map((line) => escapeText(line.trim(), true))
		.join("\n");
}

function withoutFrontmatter(text: string): string {
	return /^---\n(?:[\s\S]*?\n)?---(?:\n|$)/.test(text) ? text.slice(text.indexOf("\n---", 3) + 4) : text;
}
