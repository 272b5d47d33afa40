import { Readability } from "@mozilla/readability";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import Turndown from "turndown";
import { clipAtOnce } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";
import { medianMs, report } from "./setup";

/*
 * The whole clip, from text to note, beside Readability and Turndown as they come, in the same run and the same DOM.
 * They do less: no formulas, notes, forums, metadata or checks. So the budget is a ratio, not a race.
 */

const folder = join(process.cwd(), "test", "fixtures", "clip");
const fixtures = readdirSync(folder)
	.filter((name) => name.endsWith(".html"))
	.map((name) => readFileSync(join(folder, name), "utf8"));

const sentence = "A word and more words in a line that reads like prose, ";
/** A megabyte of plain paragraphs: what a long book chapter costs. */
const long = `<!doctype html><html><head><title>T</title></head><body><article>${`<p>${sentence.repeat(15)}</p>`.repeat(1200)}</article></body></html>`;

const parse = (html: string) => parseHTML(html).document as unknown as Document;

function ours(html: string): number {
	const page = parsePage(html, "https://page.example/a", parse);
	if (!page.ok) throw new Error(page.error.kind);
	return clipAtOnce(page.value.document, "https://page.example/a", { Turndown, Readability })
		.markdown.length;
}

function plain(html: string): number {
	const article = new Readability(parse(html)).parse();
	const body = parse(
		`<!doctype html><html><head></head><body>${article?.content ?? ""}</body></html>`,
	).body;
	return new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced" }).turndown(
		body as HTMLElement,
	).length;
}

const all = (clip: (html: string) => number) => fixtures.reduce((sum, html) => sum + clip(html), 0);

report(
	`${fixtures.length} pages of all kinds, of Readability and Turndown`,
	medianMs(() => all(ours)) / medianMs(() => all(plain)),
	{ budget: 4 },
);
report(
	"one page of 1 MB, of Readability and Turndown",
	medianMs(() => ours(long)) / medianMs(() => plain(long)),
	{ budget: 3 },
);
