import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";
import { describeWithShared } from "../shared";
import { overlap, wordsOf } from "./overlap";

/** As `manifest.json` has it. */
type Entry = Readonly<{ id: string; file: string; url: string; kind: string; source: string; expect: string }>;
type Expected = Readonly<{ text: string }>;

/** Every so many pages of the neutral sources, so that all kinds and sites are among them. */
const EVERY = 9;
const NEUTRAL: ReadonlySet<string> = new Set(["wcxb", "scrapinghub", "webmainbench", "made"]);
const LARGEST = 400_000;

const parse = (html: string) => parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document as unknown as Document;

describeWithShared("the clips of every ninth page of the corpus", (shared) => {
	const pages = join(shared, "corpora", "pages");
	const unzipped = (file: string) => gunzipSync(readFileSync(join(pages, file))).toString("utf8");

	it("hold the text that people marked, and little else", async () => {
		const manifest = JSON.parse(readFileSync(join(pages, "manifest.json"), "utf8")) as readonly Entry[];
		const sample = manifest.filter(({ source }) => NEUTRAL.has(source)).filter((_, index) => index % EVERY === 0);
		const scores: number[] = [];
		const empty: string[] = [];
		for (const { id, file, url, expect: expected } of sample) {
			const html = unzipped(file);
			if (html.length > LARGEST) continue;
			const page = parsePage(html, url, parse);
			if (!page.ok) throw new Error(`${id}: ${page.error.kind}`);
			const { markdown } = await clipPage(page.value.document, url);
			if (markdown.trim() === "") empty.push(id);
			scores.push(overlap(wordsOf((JSON.parse(unzipped(expected)) as Expected).text), wordsOf(markdown)));
		}
		scores.sort((a, b) => a - b);
		expect(empty).toEqual([]);
		expect(scores.length).toBeGreaterThan(25);
		expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThan(FLOORS.mean);
		expect(scores[Math.floor(scores.length / 10)]).toBeGreaterThan(FLOORS.tenth);
	});
});

/** Somewhat below what stands: a rule that loses a page's text shows, the wording of one note does not. */
const FLOORS = { mean: 0.9, tenth: 0.72 } as const;
