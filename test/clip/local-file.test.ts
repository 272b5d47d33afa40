import fc from "fast-check";
import { isDocument, readLocalFile } from "../../src/clip/local-file";
import { readArchive } from "../../src/clip/mhtml";
import { column, makePdf } from "./make-pdf";
import { article, toolsFor } from "./works";

const bytesOf = (text: string | Uint8Array): ArrayBuffer => new Uint8Array(typeof text === "string" ? new TextEncoder().encode(text) : text).buffer;

async function read(name: string, content: string | Uint8Array, vaultPath: string | null = null) {
	const work = await readLocalFile({ name, vaultPath, bytes: bytesOf(content) }, { ...toolsFor({}), pageWord: (page) => `p. ${page}` });
	if (!work.ok) throw new Error(JSON.stringify(work.error));
	return { ...work.value.facts, markdown: work.value.markdown };
}

const archive = (type: string, encoding: string, content: string): string =>
	["From: <Saved by Blink>", "Snapshot-Content-Location: https://mill.example/husks", "Subject: Husks", "MIME-Version: 1.0", "Content-Type: multipart/related;", '\ttype="text/html";', '\tboundary="----Cut----"', "", "", "------Cut----", `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, "Content-Location: https://mill.example/husks", "", content, "------Cut----", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "AAAA", "------Cut------", ""].join("\r\n");

describe("a web archive", () => {
	const page = article("Husks", "", '<p>A caf\u00e9 sells <a href="../bread?a=1&amp;b=2">bread</a> = 3.</p><img src="cid:a@b"><script>alert(1)</script>');

	it("in quoted-printable is its page, with the address it was saved from", async () => {
		const quoted = [...new TextEncoder().encode(page)].map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte))).join("");
		const wrapped = quoted.replace(/(.{60}[^=]{3})/g, "$1=\r\n");
		const note = await read("Husks.mhtml", archive('text/html; charset="utf-8"', "quoted-printable", wrapped));
		expect(note).toMatchObject({ title: "Husks", url: "https://mill.example/husks" });
		expect(note.markdown).toContain("A café sells [bread](https://mill.example/bread?a=1&b=2) = 3.");
		expect(note.markdown).not.toMatch(/alert|cid:/);
	});

	it("in base64 and another charset is read in that charset", async () => {
		const bytes = Buffer.concat([Buffer.from("<html><body><article><h1>Wind</h1><p>"), Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0xce, 0xc4, 0xd5, 0xc2]), Buffer.from(`</p><p>${"More words of the page. ".repeat(20)}</p></article></body></html>`)]);
		const note = await read("a.mht", archive("text/html; charset=gb2312", "base64", bytes.toString("base64").replace(/(.{76})/g, "$1\r\n")));
		expect(note.markdown).toContain("中文文章");
	});

	it("of any letters is none, or a page, and never an error", () => {
		const law = fc.property(fc.oneof(fc.string(), fc.constantFrom("multipart/related", "text/html").chain((type) => fc.string().map((rest) => `Content-Type: ${type}; boundary=x\r\n\r\n--x\r\n${rest}`))), (text) => {
			const read = readArchive(bytesOf(text));
			expect(read === null || typeof read.html === "string").toBe(true);
		});
		fc.assert(law);
	});
});

describe("a page saved by a browser", () => {
	it.each([
		["<!-- saved from url=(0029)https://mill.example/a/husks -->", ""],
		["<!--\n Page saved with SingleFile \n url: https://mill.example/a/husks \n saved date: today\n-->", ""],
		["", '<link rel="canonical" href="https://mill.example/a/husks">'],
	])("keeps its address: %s%s", async (comment, head) => {
		const html = article("Husks", head, '<p>See <a href="../b">more</a>.</p><img src="./Husks_files/x.png">').replace("<!doctype html>", `<!doctype html>${comment}`);
		const note = await read("Husks.html", html, "Saved/Husks.html");
		expect(note.url).toBe("https://mill.example/a/husks");
		expect(note.markdown).not.toContain("Husks_files");
		if (comment !== "") expect(note.markdown).toContain("[more](https://mill.example/b)");
	});

	it("without an address is the file itself, and its relative links go", async () => {
		const note = await read("Husks.html", article("Husks", "", '<p>See <a href="/b">more</a>.</p>'), "Saved/Husks.html");
		expect(note).toMatchObject({ url: "[[Saved/Husks.html]]", title: "Husks", site: "" });
		expect(note.markdown).toContain("See more.");
		expect((await read("Husks.html", article("Husks", "", ""))).url).toBe("");
	});

	it("cannot name an address that is none", async () => {
		const note = await read("a.html", article("Husks", '<link rel="canonical" href="javascript:alert(1)">', "").replace("<!doctype html>", "<!doctype html><!-- saved from url=(0014)http://[/ -->"), "a.html");
		expect(note.url).toBe("[[a.html]]");
	});
});

it("a PDF of the vault leads to its pages", async () => {
	const pdf = makePdf({ pages: ["A first page has words of its own, and enough of them to", "What follows is about baskets, which are woven of willow"].map((start) => column([start, "be taken for the text of a page, which is all it has to be."], { x: 72, y: 700 })) });
	const note = await read("Old scan.pdf", pdf, "Papers/Old scan.pdf");
	expect(note).toMatchObject({ title: "Old scan", url: "[[Papers/Old scan.pdf]]", kind: "paper" });
	expect(note.markdown).toContain("[[Papers/Old scan.pdf#page=2|p. 2]] ^page-2");
});

it("Markdown and notebooks are their text", async () => {
	expect(await read("Sieves.md", "---\ntags: [x]\n---\n# Sieves\n\nWire or *hair*. <% x %>")).toMatchObject({ title: "Sieves", url: "", markdown: expect.stringContaining("&lt;% x %>") as string });
	expect(await read("plain_words.txt", "Only some words.")).toMatchObject({ title: "plain words" });
	expect((await read("a.ipynb", JSON.stringify({ cells: [{ cell_type: "code", source: "print(1)" }] }))).markdown).toBe("```python\nprint(1)\n```");
});

it.each([
	["a.pdf", "", true],
	["a.mhtml", "", true],
	["bookmarks.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1><A HREF='https://a.example/'>", false],
	["list.html", "<ul><li><a href='https://a.example'>a</a></ul>", false],
	["page.html", "<html><body><article>", true],
	["links.md", "- https://a.example", false],
	["words.md", "Words.", true],
	["refs.bib", "@misc{a}", false],
])("%s with %j is a document: %s", (name, text, is) => {
	expect(isDocument(name, text)).toBe(is);
});
