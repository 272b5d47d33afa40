import { countWords } from "../text/words";
import { fenceLanguage } from "./fence-language";
import { listPart, parseJson, part, textPart } from "./json-parts";
import { safeMarkdown, type TextFile } from "./kind-text";

/** A Jupyter notebook (nbformat 3 and 4) as Markdown: text, code, and what code printed as text. Null: none. */
export function readNotebook(json: string): (TextFile & Readonly<{ pictures: number }>) | null {
	const notebook = parseJson(json);
	const cells = [...listPart(notebook, "cells"), ...listPart(notebook, "worksheets", 0, "cells")];
	if (cells.length === 0) return null;
	const said =
		textPart(notebook, "metadata", "kernelspec", "language") ||
		textPart(notebook, "metadata", "language_info", "name") ||
		"python";
	const language = fenceLanguage(said, "");
	const parts: string[] = [];
	let pictures = 0;
	for (const cell of cells) {
		const source = textOf(part(cell, "source") ?? part(cell, "input"));
		if (textPart(cell, "cell_type") === "code") {
			if (source.trim() !== "") parts.push(fenced(source, language));
			for (const output of listPart(cell, "outputs")) {
				const text = outputText(output);
				if (text !== "") parts.push(fenced(text, ""));
				if (part(output, "data", "image/png") !== null) pictures++;
			}
		} else if (source.trim() !== "") parts.push(safeMarkdown(source.trim()));
	}
	const markdown = parts.join("\n\n");
	const title = /^#\s+(.+?)\s*#*$/m.exec(markdown)?.[1] ?? "";
	return { title, markdown, words: countWords(markdown), pictures };
}

/** Lines as notebooks keep them: one text, or a list of lines with their ends. */
function textOf(value: unknown): string {
	if (typeof value === "string") return value;
	if (!Array.isArray(value)) return "";
	return value.filter((line) => typeof line === "string").join("");
}

/** ESC, then `[31;1m`. */
const TERMINAL_COLOR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,20}m`, "g");

/** What a person would read of an output; pictures and HTML are none of it. */
function outputText(output: unknown): string {
	const text = textOf(part(output, "text")) || textOf(part(output, "data", "text/plain"));
	return text.replace(TERMINAL_COLOR, "").slice(0, 20_000);
}

function fenced(code: string, language: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${code.replace(/\s+$/, "").replaceAll("<%", "<\u200b%")}\n${fence}`;
}
