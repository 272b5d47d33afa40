import fc from "fast-check";
import { guessKind, isPrimaryKind, parseKind } from "../../src/source/guess-kind";
import { identitiesOf } from "../../src/source/identity-of-source";
import { urlIdentity } from "../../src/source/url-identity";

describe("url identity", () => {
	it.each([
		["http://WWW.example.org:443/a/", "https://example.org/a"],
		["https://example.org/a?utm_id=x&b=2&a=1#top", "https://example.org/a?a=1&b=2"],
		["https://www.com", "https://www.com"],
		["https://example.org./", "https://example.org"],
		["https://example.org:8080/a", "https://example.org:8080/a"],
		["https://user:pass@example.org/a", "https://example.org/a"],
		["https://example.org/%7euser/%C3%A9", "https://example.org/~user/%C3%A9"],
		["https://example.org/index.html", "https://example.org"],
		["https://example.org/item?id=42&ref=home&fbclid=x", "https://example.org/item?id=42"],
		["https://example.org/#!/page/1", "https://example.org#!/page/1"],
		["  https://example.org/a \n", "https://example.org/a"],
		// mobile and AMP
		["https://m.example.org/a", "https://example.org/a"],
		["https://mobile.www.example.org/a", "https://example.org/a"],
		["https://m.com/a", "https://m.com/a"],
		["https://en.m.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)"],
		["https://example.org/story/amp/", "https://example.org/story"],
		["https://example.org/story.amp.html", "https://example.org/story.html"],
		["https://example.org/story?amp=1", "https://example.org/story"],
		["https://www.google.com/amp/s/m.example.org/story/amp", "https://example.org/story"],
		[
			"https://example-org.cdn.ampproject.org/c/s/example.org/story",
			"https://example.org/story",
		],
		// works with many addresses
		["https://arxiv.org/pdf/2301.00001v3.pdf", "https://arxiv.org/abs/2301.00001"],
		["http://export.arxiv.org/abs/hep-th/9901001v1", "https://arxiv.org/abs/hep-th/9901001"],
		["https://ar5iv.labs.arxiv.org/html/2301.00001", "https://arxiv.org/abs/2301.00001"],
		["https://doi.org/10.48550/arXiv.2301.00001", "https://arxiv.org/abs/2301.00001"],
		["https://dx.doi.org/10.1000/ABC.1", "https://doi.org/10.1000/abc.1"],
		["https://dl.acm.org/doi/full/10.1145/1.2", "https://doi.org/10.1145/1.2"],
		["https://youtu.be/abcdefghijk?t=12", "https://youtube.com/watch?v=abcdefghijk"],
		[
			"https://m.youtube.com/watch?app=desktop&v=abcdefghijk&list=x",
			"https://youtube.com/watch?v=abcdefghijk",
		],
		["https://www.youtube.com/shorts/abcdefghijk", "https://youtube.com/watch?v=abcdefghijk"],
		["https://www.youtube.com/playlist?list=PL1", "https://youtube.com/playlist?list=PL1"],
		["https://github.com/Owner/Repo.git", "https://github.com/owner/repo"],
		[
			"https://github.com/Owner/Repo/tree/main?tab=readme-ov-file",
			"https://github.com/owner/repo",
		],
		["https://github.com/Owner/Repo/issues/1", "https://github.com/Owner/Repo/issues/1"],
		["https://github.com/topics/llm", "https://github.com/topics/llm"],
		["https://twitter.com/someone/status/123?s=20", "https://x.com/i/status/123"],
		["https://old.reddit.com/r/a/comments/1abc/title_of/", "https://reddit.com/comments/1abc"],
		["https://redd.it/1abc", "https://reddit.com/comments/1abc"],
		["https://news.ycombinator.com/item?id=1", "https://news.ycombinator.com/item?id=1"],
	])("of %s is %s", (link, identity) => {
		expect(urlIdentity(link)).toBe(identity);
	});

	it.each([
		"javascript:alert(1)",
		"file:///a",
		"no link",
		"",
		"mailto:a@b",
		"obsidian://x",
		"https://",
	])("is none for %j", (link) => {
		expect(urlIdentity(link)).toBeNull();
	});

	it("is a fixed point", () => {
		const hosts = fc.constantFrom(
			"m.www.example.org",
			"www.google.com",
			"arxiv.org",
			"doi.org",
			"youtu.be",
			"github.com",
			"a.m.wikipedia.org",
			"x-y.cdn.ampproject.org",
			"reddit.com",
			"www1.x.co",
		);
		const pieces = fc.array(
			fc.constantFrom(
				"amp",
				"s",
				"abs",
				"2301.00001v2",
				"10.1/x%2fy",
				"doi",
				"index.html",
				"a.amp",
				"",
				"%7e%zz",
				"c",
				"m.example.org",
				"status",
				"12",
				"comments",
				"é",
			),
			{ maxLength: 6 },
		);
		const own = fc
			.tuple(
				hosts,
				pieces,
				fc.constantFrom("", "?v=abcdefghijk", "?amp&b=1&a=%20", "#/r", "#x"),
			)
			.map(([host, path, end]) => `https://${host}/${path.join("/")}${end}`);
		const links = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), own);
		const law = fc.property(links, (link) => {
			const identity = urlIdentity(link);
			if (identity !== null) expect(urlIdentity(identity)).toBe(identity);
		});
		fc.assert(law, { numRuns: 5000 });
	});
});

describe("a source's identities", () => {
	it("are its address, its arXiv id and its DOI, each once", () => {
		const ids = identitiesOf({
			url: "https://arxiv.org/pdf/2301.00001",
			doi: "doi:10.48550/arXiv.2301.00001",
			arxiv: "arXiv:2301.00001v2",
		});
		expect(ids).toEqual(["https://arxiv.org/abs/2301.00001"]);
		expect(identitiesOf({ url: "https://lab.org/p", doi: "10.1/X", arxiv: null })).toEqual([
			"https://lab.org/p",
		]);
		expect(identitiesOf({ url: "", doi: "10.1000/X y", arxiv: "nonsense" })).toEqual([]);
		expect(identitiesOf({ url: "", doi: "10.1000/X", arxiv: null })).toEqual([
			"https://doi.org/10.1000/x",
		]);
	});
});

describe("what a link alone says of its kind", () => {
	it.each([
		["https://arxiv.org/abs/2301.00001", "paper"],
		["https://lab.org/x.pdf", "paper"],
		["https://openreview.net/forum?id=x", "paper"],
		["https://youtu.be/abcdefghijk", "video"],
		["https://github.com/a/b", "repository"],
		["https://github.com/a/b/issues/3", "article"],
		["https://huggingface.co/a/b", "repository"],
		["https://huggingface.co/blog/b", "article"],
		["https://www.coursera.org/learn/x", "course"],
		["https://twitter.com/a/status/1", "post"],
		["https://news.ycombinator.com/item?id=1", "thread"],
		["https://forum.example.org/t/title/12", "thread"],
		["https://openlibrary.org/works/1", "book"],
		["https://lab.org/x.docx", "file"],
		["https://lab.org/blog/x", "article"],
		["Papers/x.pdf", "file"],
	])("%s: %s", (link, kind) => {
		expect(guessKind(link)).toBe(kind);
	});

	it("other tools' words for kinds are understood, and only research and code are first-hand by default", () => {
		expect(["journalArticle", " Paper ", "#tweets", "unknown", 3].map(parseKind)).toEqual([
			"paper",
			"paper",
			"post",
			null,
			null,
		]);
		expect(
			["paper", "repository", "article"].map((kind) => isPrimaryKind(kind as "paper")),
		).toEqual([true, true, false]);
	});
});
