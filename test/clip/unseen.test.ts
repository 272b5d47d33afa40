import { parseHTML } from "linkedom";
import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";
import { overlap, wordsOf } from "./overlap";
import { unseenPages, type UnseenPage } from "./unseen/pages";

const parse = (html: string) => parseHTML(html).document as unknown as Document;

/** Pages made here, in frames, dialects, languages and software that no rule was written for by name. */
const PAGES = unseenPages(7, 3);

async function clip({ html, url }: UnseenPage) {
	const page = parsePage(html, url, parse);
	if (!page.ok) throw new Error(page.error.kind);
	return clipPage(page.value.document, url);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

describe("pages that nobody has seen", () => {
	const clips = new Map<UnseenPage, Awaited<ReturnType<typeof clip>>>();
	beforeAll(async () => {
		for (const page of PAGES) clips.set(page, await clip(page));
	});
	const scores = (group: UnseenPage["group"]) => PAGES.filter((page) => page.group === group).map((page) => overlap(wordsOf(page.truth), wordsOf(clips.get(page)?.markdown ?? "")));

	it("are more than sixty", () => expect(PAGES.length).toBeGreaterThan(60));

	it.each([
		["text", 0.985, 0.97],
		["thread", 0.94, 0.89],
		["kind", 0.96, 0.93],
	] as const)("of the kind %s keep the text and little else", (group, least, tenth) => {
		const found = [...scores(group)].sort((a, b) => a - b);
		expect(mean(found)).toBeGreaterThan(least);
		expect(found[Math.floor((found.length - 1) / 10)]).toBeGreaterThan(tenth);
	});

	it("give every title, nearly every name and date", () => {
		const right = (read: (page: UnseenPage) => boolean, of: readonly UnseenPage[]) => of.filter(read).length / of.length;
		expect(right((page) => clips.get(page)?.metadata.title === page.title, PAGES)).toBeGreaterThan(0.97);
		expect(right((page) => clips.get(page)?.metadata.authors.includes(page.author) === true, PAGES.filter(({ author }) => author !== ""))).toBeGreaterThan(0.8);
		expect(right((page) => clips.get(page)?.metadata.published?.startsWith(page.published) === true, PAGES.filter(({ published }) => published !== ""))).toBeGreaterThan(0.9);
	});

	it("lose no heading, code, cell, item or picture of an article", () => {
		const lost = PAGES.filter(({ group }) => group === "text").flatMap((page) => {
			const note = clips.get(page)?.markdown ?? "";
			const wanted = page.truth.split("\n").filter((line) => /^(#{2,3} |\| |- |\d\. |!\[)/.test(line) && !line.includes("---"));
			return wanted.filter((line) => !note.includes(essence(line))).map((line) => `${page.id}: ${line}`);
		});
		expect(lost).toEqual([]);
	});
});

/** What a line says whatever level, marker or escape it is written with. */
function essence(line: string): string {
	return line.replace(/^(#+|-|\d\.)\s+/, "").replace(/^\| (.*?) \|.*$/, "$1").replace(/^!\[.*\]\((.*)\)$/, "$1");
}
