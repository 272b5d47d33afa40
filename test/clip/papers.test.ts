import { column, makePdf } from "./make-pdf";
import { article, work } from "./works";

const ABSTRACT = `<!doctype html><html><head><title>[2501.01234] Husks</title>
<meta name="citation_title" content="Husks in {Dry} Wind"><meta name="citation_author" content="Rye, Ada"><meta name="citation_author" content="Oat, Ben"><meta name="citation_date" content="2025/01/03"><meta name="citation_pdf_url" content="https://arxiv.org/pdf/2501.01234"></head>
<body><div id="abs"><h1 class="title">Title: Husks in {Dry} Wind</h1><div class="authors">Authors: Ada Rye, Ben Oat</div>
<blockquote class="abstract">Abstract: We measure how wind takes husks from grain, with baskets and with fans, and say which to use on a dry afternoon.</blockquote>
<table><tr><td class="tablecell label">Comments:</td><td class="tablecell comments">12 pages, <% x %> 3 figures</td></tr>
<tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects"><span>Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)</td></tr></table>
<div class="submission-history"><h2>Submission history</h2>[v1] Fri, 3 Jan 2025<br><strong>[v2]</strong> Mon, 6 Jan 2025</div></div></body></html>`;
const HTML = article("Husks in Dry Wind", "", '<figure><img src="x1.png"></figure>').replace("<article>", '<article class="ltx_document">').replace("<head>", '<head><base href="/html/2501.01234v2/">');
const ABS = "https://arxiv.org/abs/2501.01234";
const PDF = { type: "application/pdf", body: makePdf({ pages: [column(["The text of the paper as its PDF has it, with more", "words than an abstract, which is why it is taken where", "no page of HTML can be had from either of the places."], { x: 72, y: 700 })] }) };

describe("a paper of arXiv", () => {
	it("is one source under every address, with its text from the HTML version", async () => {
		for (const form of ["arxiv.org/abs/2501.01234v2", "arxiv.org/pdf/2501.01234", "arxiv.org/html/2501.01234v1", "huggingface.co/papers/2501.01234"]) {
			const asked: string[] = [];
			const paper = await work(`https://${form}`, { [ABS]: ABSTRACT, "https://arxiv.org/html/2501.01234": HTML }, asked);
			expect(asked).toEqual([ABS, "https://arxiv.org/html/2501.01234"]);
			expect(paper).toMatchObject({ url: ABS, arxiv: "2501.01234", kind: "paper", capture: "full", isPrimary: true });
		}
	});

	it("has authors, date, categories, version and BibTeX of its abstract page", async () => {
		const paper = await work(ABS, { [ABS]: ABSTRACT, "https://arxiv.org/html/2501.01234": HTML });
		expect(paper).toMatchObject({ title: "Husks in {Dry} Wind", authors: ["Ada Rye", "Ben Oat"], published: "2025-01-03", site: "arXiv" });
		expect(paper.description).toMatch(/^We measure how wind/);
		expect(paper.markdown).toMatch(/^arXiv:2501\.01234v2 · cs\.CL, cs\.LG · 12 pages, &lt;% x %> 3 figures\n\n/);
		expect(paper.markdown).toContain("![](https://arxiv.org/html/2501.01234v2/x1.png)");
		expect(paper.markdown).toMatch(/## BibTeX\n\n```bibtex\n@misc\{rye-2025-husks,\n[\s\S]*author = \{Rye, Ada and Oat, Ben\}[\s\S]*eprint = \{2501\.01234\}[\s\S]*primaryclass = \{cs\.CL\},\n\}\n```$/);
	});

	it("comes from ar5iv, then from the PDF, then is its abstract and says so", async () => {
		const ar5iv = await work(ABS, { [ABS]: ABSTRACT, "https://ar5iv.labs.arxiv.org/html/2501.01234": HTML });
		expect(ar5iv).toMatchObject({ capture: "full", url: ABS });
		// ar5iv answers with the abstract page for papers it could not convert.
		const pdf = await work(ABS, { [ABS]: ABSTRACT, "https://ar5iv.labs.arxiv.org/html/2501.01234": ABSTRACT, "https://arxiv.org/pdf/2501.01234": PDF });
		expect(pdf).toMatchObject({ title: "Husks in {Dry} Wind", authors: ["Ada Rye", "Ben Oat"], published: "2025-01-03" });
		expect(pdf.markdown).toContain("with more words than an abstract");
		const abstract = await work(ABS, { [ABS]: ABSTRACT });
		expect(abstract).toMatchObject({ capture: "partial", captureNote: expect.stringContaining("abstract-only") as string });
	});

	it("is had without its abstract page, and fails where nothing is", async () => {
		const paper = await work(ABS, { "https://arxiv.org/html/2501.01234": HTML });
		expect(paper).toMatchObject({ title: "Husks in Dry Wind", arxiv: "2501.01234", url: ABS });
		await expect(work(ABS, {})).rejects.toThrow("gone");
	});
});

describe("a paper's page at its publisher", () => {
	const url = "https://journal.example/doi/10.5555/husks.7";
	const meta = '<meta name="citation_title" content="Husks"><meta name="citation_author" content="Rye, Ada"><meta name="citation_doi" content="10.5555/husks.7"><meta name="citation_journal_title" content="Journal of Husks"><meta name="citation_publication_date" content="2024/11/02">';
	const withPdf = `${meta}<meta name="citation_pdf_url" content="/pdf/7.pdf">`;

	it("behind a DOI gives its tags, and the text of its PDF", async () => {
		const asked: string[] = [];
		const handle = JSON.stringify({ values: [{ type: "URL", data: { value: url } }] });
		const paper = await work("https://doi.org/10.5555/husks.7", { "https://doi.org/api/handles/10.5555/husks.7?type=URL": handle, [url]: article("Husks", withPdf, ""), "https://journal.example/pdf/7.pdf": PDF }, asked);
		expect(paper).toMatchObject({ title: "Husks", authors: ["Ada Rye"], doi: "10.5555/husks.7", publication: "Journal of Husks", published: "2024-11-02", kind: "paper", capture: "full" });
		expect(paper.markdown).toContain("with more words than an abstract");
	});

	it("says that only the abstract is here where the PDF is behind a login", async () => {
		const paper = await work(url, { [url]: article("Husks", withPdf, ""), "https://journal.example/pdf/7.pdf": "<html><title>Sign in</title></html>" });
		expect(paper).toMatchObject({ capture: "partial", captureNote: "abstract-only" });
	});

	it("never leads into the own network", async () => {
		const asked: string[] = [];
		await work(url, { [url]: article("Husks", `${meta}<meta name="citation_pdf_url" content="http://192.168.1.4/x.pdf">`, "") }, asked);
		expect(asked).toEqual([url]);
	});
});
