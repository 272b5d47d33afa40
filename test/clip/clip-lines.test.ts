import fc from "fast-check";
import { isPrivateHost, linksIn, readClipLines } from "../../src/clip/clip-lines";

describe("a line of the clip field", () => {
	it.each([
		["https://example.org/a", "https://example.org/a"],
		["  example.org/a  ", "https://example.org/a"],
		["例子.com/文", "https://xn--fsqu00a.com/%E6%96%87"],
		["example.org:8080/a", "https://example.org:8080/a"],
		["- [A paper](https://example.org/a_(b)), read", "https://example.org/a_(b)"],
		["见 https://example.org/文。", "https://example.org/%E6%96%87"],
	])("%s is the link %s", (line, url) => {
		const [read] = readClipLines(line);
		if (read?.kind !== "link") throw new Error(read?.kind);
		expect(read.url).toBe(url);
	});

	it.each(["reading list", "notes.md", "paper.pdf", "javascript:alert(1)", "file:///etc/passwd"])(
		"%s is no link",
		(line) => {
			const [read] = readClipLines(line);
			expect(read?.kind).toBe("not-a-link");
		},
	);

	it("reads each line by itself", () => {
		const kinds = readClipLines("https://a.org\r\n\nb\nhttps://c.org").map((line) => line.kind);
		expect(kinds).toEqual(["link", "blank", "not-a-link", "link"]);
	});
});

describe("links in a text", () => {
	it("are found in a bookmarks file, BibTeX and prose, each once and in order", () => {
		const text = `<A HREF="https://a.org/?x=1&amp;y=2">A</A>
			url = {https://b.org/paper},
			See (https://c.org/d), and again https://b.org/paper.`;
		expect(linksIn(text)).toEqual([
			"https://a.org/?x=1&y=2",
			"https://b.org/paper",
			"https://c.org/d",
		]);
	});

	it("survive the sentence they stand in", () => {
		const law = fc.property(fc.webUrl({ withQueryParameters: true }), (link) => {
			fc.pre(/[a-z0-9/]$/i.test(link) && !/['(){}|\\^`[\]*_~&]/.test(link));
			expect(linksIn(`See ${link}, then go on.`)).toEqual([new URL(link).href]);
		});
		fc.assert(law);
	});
});

describe("a private host", () => {
	it.each([
		"localhost",
		"a.localhost",
		"127.0.0.1",
		"10.1.2.3",
		"172.20.0.1",
		"192.168.1.1",
		"169.254.1.1",
		"100.64.0.1",
		"[::1]",
		"[::ffff:7f00:1]",
		"[fd00::1]",
		"[fe80::1]",
		"printer",
		"nas.local",
		"0.0.0.0",
	])("is %s", (host) => expect(isPrivateHost(host)).toBe(true));

	it.each([
		"example.org",
		"8.8.8.8",
		"172.32.0.1",
		"192.169.1.1",
		"[2606:4700::1111]",
		"100.128.0.1",
		"local.example.org",
	])("is not %s", (host) => expect(isPrivateHost(host)).toBe(false));

	it("hides behind no other spelling: the URL parser normalises it", () => {
		for (const link of ["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/"]) {
			expect(isPrivateHost(new URL(link).hostname)).toBe(true);
		}
	});
});
