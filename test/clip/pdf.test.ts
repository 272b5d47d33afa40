import fc from "fast-check";
import { readPdf, type PdfDocument } from "../../src/clip/kind-pdf";
import { joinWords } from "../../src/clip/pdf-blocks";
import { columnsOf } from "../../src/clip/pdf-columns";
import { readPdfFile } from "../../src/clip/read-pdf";
import { column, makePdf, type PdfPlan, type Words } from "./make-pdf";
import { toolsFor } from "./works";

async function read(plan: PdfPlan, pageLink: ((page: number) => string) | null = null) {
	const bytes = makePdf(plan);
	const work = await readPdfFile(new Uint8Array(bytes).buffer, "https://mill.example/papers/husks.pdf", toolsFor({}), pageLink);
	if (!work.ok) throw new Error(JSON.stringify(work.error));
	return { ...work.value.facts, markdown: work.value.markdown };
}

/** Lines about as long as a column of a paper is wide. */
const LEFT = ["The husk is light and the grain is heavy, so", "a steady wind tells one from the other with-", "out a sieve, and a basket is all that a per-", "son needs. The older books say so as well,", "and add that the wind must not turn while", "the grain is in the air, which is why mills", "stand on hills and barns have two doors that"];
const RIGHT = ["face each other. A second group of authors", "prefers fans. They are right where no wind", "blows, and wrong where the fan costs more", "than the grain that it cleans, as a table in", "their own paper shows without saying it in", "so many words. We come back to this below.", "The rest of this paper measures both ways."];

describe("a paper of two columns", () => {
	const pages = [
		[
			{ text: "Wind and Grain in Dry Places", x: 150, y: 720, size: 18, font: 2 } as const,
			{ text: "Ada Rye, Ben Oat and Cy Barley", x: 200, y: 695 },
			...column(LEFT, { x: 60, y: 640 }),
			...column(RIGHT, { x: 320, y: 640 }),
			{ text: "1", x: 300, y: 30 },
		],
		[
			{ text: "Rye et al. / Journal of Husks 7", x: 200, y: 760, size: 8 },
			{ text: "2 Methods", x: 60, y: 700, font: 2 } as const,
			...column(LEFT, { x: 60, y: 682 }),
			...column(RIGHT, { x: 320, y: 700 }),
			{ text: "Figure 1: A basket, drawn by one of the authors.", x: 320, y: 590, size: 8 },
			{ text: "2", x: 300, y: 30 },
		],
		[{ text: "Rye et al. / Journal of Husks 7", x: 200, y: 760, size: 8 }, ...column(LEFT, { x: 60, y: 700 }), ...column(RIGHT, { x: 320, y: 700 }), { text: "3", x: 300, y: 30 }],
	];

	it("reads one column after the other, and a sentence on into the next", async () => {
		const { markdown } = await read({ pages });
		expect(markdown).toContain("The husk is light and the grain is heavy, so a steady wind tells one from the other without a sieve, and a basket is all that a person needs.");
		expect(markdown).toContain("barns have two doors that face each other. A second group");
	});

	it("keeps headings, drops running heads and page numbers", async () => {
		const { markdown } = await read({ pages });
		expect(markdown).toContain("\n\n## 2 Methods\n\n");
		expect(markdown).not.toMatch(/Journal of Husks|^\d$/m);
	});

	it("takes title and authors from the first page where the file names none", async () => {
		const paper = await read({ pages, info: { Title: "husks_final_v3.dvi", CreationDate: "D:20250102030405+01'00'" } });
		expect(paper).toMatchObject({ title: "Wind and Grain in Dry Places", authors: ["Ada Rye", "Ben Oat", "Cy Barley"], published: "2025-01-02" });
		expect(paper.markdown).not.toContain("# Wind and Grain");
	});

	it("says that figures are missing, and anchors each page", async () => {
		const paper = await read({ pages });
		expect(paper).toMatchObject({ capture: "partial", captureNote: "pdf-figures" });
		expect(paper.markdown.match(/\^page-\d/g)).toEqual(["^page-1", "^page-2", "^page-3"]);
	});

	it("in the vault leads to the page it was taken from", async () => {
		const { markdown } = await read({ pages }, (page) => `[[husks.pdf#page=${page}|p. ${page}]]`);
		expect(markdown).toMatch(/\[\[husks\.pdf#page=3\|p\. 3\]\] \^page-3$/m);
	});
});

describe("a PDF of one column", () => {
	const para = (start: string) => [start, "and goes on for a line that is as long as the others", "are, so that the end of the page is where it ends, and", "then stops."];
	const at = { x: 72, y: 700 };

	it("without pictures is whole", async () => {
		const file = await read({ pages: [column([...para("The first paragraph begins here, at the left,")], at)] });
		expect(file).toMatchObject({ capture: "full", captureNote: "" });
	});

	it("with a picture is not", async () => {
		const file = await read({ pages: [column(para("The first paragraph begins here, at the left,"), at)], picture: true });
		expect(file).toMatchObject({ capture: "partial", captureNote: "pdf-figures" });
	});

	it("knows paragraphs by their indent, and lists by their bullets", async () => {
		const words: Words[] = [
			...column(para("The first paragraph begins here, at the left,"), at),
			{ text: "The second one is indented, as in books, and is", x: 92, y: 652, size: 10 },
			...column(["as long as it has to be, which is not very long at all.", "\x95 a sheet", "\x95 a basket of willow, which is light and which lasts", "  longer than one would think"], { x: 72, y: 640 }),
		];
		const { markdown } = await read({ pages: [words] });
		expect(markdown.split("\n\n").map((block) => block.slice(0, 24))).toEqual(["The first paragraph begi", "The second one is indent", "- a sheet\n- a basket of "]);
		expect(markdown).toContain("which lasts longer than one would think");
	});

	it("levels headings by their numbers", async () => {
		const heading = (text: string, y: number): Words => ({ text, x: 72, y, size: 10, font: 2 });
		const { markdown } = await read({ pages: [[heading("1 Grain", 700), ...column(para("All of this stands under the first heading and"), { x: 72, y: 680 }), heading("1.1 Husks", 610), ...column(para("And all of this stands under the second one and"), { x: 72, y: 590 })]] });
		expect(markdown.match(/^#+ .*$/gm)).toEqual(["## 1 Grain", "### 1.1 Husks"]);
	});

	it("with a table is read row by row, not column by column", async () => {
		const rows = ["Basket 12 kg", "Sheet 19 kg", "Fan 40 kg", "Sieve 9 kg", "Hand 2 kg"];
		const words = rows.flatMap((row, index): Words[] => {
			const [tool = "", weight = "", unit = ""] = row.split(" ");
			return [{ text: tool, x: 72, y: 600 - index * 12 }, { text: `${weight} ${unit}`, x: 300, y: 600 - index * 12 }];
		});
		const { markdown } = await read({ pages: [[...column(para("Before the table stands a paragraph of some length,"), at), ...words]] });
		expect(markdown).toMatch(/Basket 12 kg\s+Sheet 19 kg/);
	});

	it("drops heads that change from chapter to chapter, by the page number in them, and tables of contents", async () => {
		const page = (number: number, head: string): readonly Words[] => [{ text: `${head} ${number + 4}`, x: 72, y: 760 }, ...column(para(["The wind takes husks", "A barn has two doors", "Baskets are of willow", "Mills stand on hills"][number - 1] ?? ""), at)];
		const contents: Words = { text: "Husks . . . . . . . . . . . 12", x: 72, y: 720 };
		const { markdown } = await read({ pages: [[...page(1, "Grain"), contents], page(2, "Husks"), page(3, "Wind"), page(4, "Barns")] });
		expect(markdown).not.toMatch(/Grain 5|Wind 7|Barns|\. \./);
		expect(markdown).toContain("Mills stand on hills and goes on");
	});

	it("gives arXiv's stamp as its id, and keeps it out of the text", async () => {
		const stamp: Words = { text: "arXiv:2501.01234v2 [cs.CL] 3 Jan 2025", x: 30, y: 300, size: 20, isSideways: true };
		const paper = await read({ pages: [[stamp, ...column(para("The first paragraph begins here, at the left,"), at)]] });
		expect(paper).toMatchObject({ arxiv: "2501.01234", published: "2025-01-03" });
		expect(paper.markdown).not.toContain("arXiv");
	});

	it("cannot act in the vault, whatever it says", async () => {
		const hostile = ["# no heading", "<img src=x onerror=alert(1)> <% tp.file %> [[secret]] `= this.x`", "![[Diary]] $x$ ==mark== %%hidden%% #tag ^id", "dv.pages()::x and some more words that make this a page"];
		const { markdown, ...facts } = await read({ pages: [column(hostile, at)], info: { Title: "A [[title]] <script>" } });
		expect(markdown).toContain("&lt;img src=x onerror=alert(1)>");
		expect(markdown).not.toMatch(/<%|<img|(?<!\\)\[\[|^# /m);
		expect(facts.title).toBe("A [[title]] <script>");
	});
});

describe("a PDF that cannot be read", () => {
	const at = { x: 72, y: 700 };
	const failure = async (bytes: Uint8Array, signal = new AbortController().signal) => {
		const work = await readPdfFile(new Uint8Array(bytes).buffer, "https://mill.example/a.pdf", { ...toolsFor({}), signal });
		return work.ok ? null : work.error;
	};

	it.each([
		["scan", makePdf({ pages: [[], []], picture: true })],
		["locked", makePdf({ pages: [column(["Words."], at)], locked: true })],
		["broken", new TextEncoder().encode("%PDF-1.4 and then nothing that any program could read")],
	])("says why: %s", async (fault, bytes) => {
		expect(await failure(bytes)).toEqual({ kind: "pdf", fault });
	});

	it("stops when the person does, also while a page hangs", async () => {
		const stop = new AbortController();
		const hanging: PdfDocument = { numPages: 1, getPage: () => new Promise(() => undefined), getMetadata: () => Promise.resolve({ info: null }) };
		const work = readPdfFile(new ArrayBuffer(0), "https://mill.example/a.pdf", { ...toolsFor({}), openPdf: () => Promise.resolve(hanging), signal: stop.signal });
		stop.abort();
		expect(await work).toEqual({ ok: false, error: { kind: "cancelled" } });
	});
});

describe("what pdf.js hands out", () => {
	it("is read whatever it is", async () => {
		const items = fc.array(fc.oneof(fc.anything(), fc.record({ str: fc.string(), transform: fc.array(fc.double(), { maxLength: 7 }), width: fc.double(), fontName: fc.string() })));
		const law = fc.asyncProperty(items, async (given) => {
			const pdf: PdfDocument = { numPages: 1, getPage: () => Promise.resolve({ getTextContent: () => Promise.resolve({ items: given }) }), getMetadata: () => Promise.resolve({ info: given[0] }) };
			const text = await readPdf(pdf, { pause: () => Promise.resolve(), pageLink: null });
			expect(text.words).toBeGreaterThanOrEqual(0);
		});
		await fc.assert(law, { numRuns: 60 });
	});

	it("loses no run when it is put in columns", () => {
		const run = fc.record({ text: fc.string({ minLength: 1 }), left: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 1, max: 300 }), y: fc.integer({ min: 0, max: 800 }), size: fc.integer({ min: 4, max: 30 }), font: fc.constant("f") });
		const law = fc.property(fc.array(run, { maxLength: 60 }), (runs) => {
			const given = runs.map(({ width, ...rest }) => ({ ...rest, right: rest.left + width }));
			const kept = columnsOf(given).flatMap((column) => column.runs);
			expect(new Set(kept)).toEqual(new Set(given));
			expect(kept).toHaveLength(given.length);
		});
		fc.assert(law);
	});
});

it.each([
	["sepa-", "rated", "separated"],
	["the Smith-", "Jones method", "the Smith-Jones method"],
	["风把谷壳", "吹走", "风把谷壳吹走"],
	["of the", "grain", "of the grain"],
])("%s and %s on two lines are %s", (before, next, whole) => {
	expect(joinWords(before, next)).toBe(whole);
});
