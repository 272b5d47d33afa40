import { countWords } from "../text/words";
import { escapeText } from "./escape";

/** Pasted plain text as Markdown that says the same and does nothing: paragraphs by blank lines, all else escaped. */
export function pastedText(text: string): Readonly<{ title: string; markdown: string; words: number }> {
	const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
	const title = (lines.find((line) => line.trim() !== "") ?? "").trim();
	const isTitle = title.length <= 120 && lines.length > 1 && lines[1]?.trim() === "";
	const body = isTitle ? lines.slice(2) : lines;
	const markdown = body
		.map((line) => (line.trim() === "" ? "" : escapeText(line.trim(), true)))
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
	return { title: isTitle ? title : "", markdown, words: countWords(markdown) };
}
