import { linksInFile } from "../../src/clip/links-in-file";

describe("links that a file lists", () => {
	it("of bookmarks are the pages, not their icons", () => {
		const file = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://a.example/x?a=1&amp;b=2" ICON_URI="https://a.example/favicon.ico" ADD_DATE="1">A</A>\n<DT><A HREF=\'https://b.example/\'>B</A></DL>';
		expect(linksInFile(file)).toEqual(["https://a.example/x?a=1&b=2", "https://b.example/"]);
	});

	it("of OPML are the pages of the feeds", () => {
		const opml = '<?xml version="1.0"?><opml><body><outline text="A" xmlUrl="https://a.example/feed.xml" htmlUrl="https://a.example/"/><outline text="B" xmlUrl="https://b.example/feed"/><outline text="folder"/></body></opml>';
		expect(linksInFile(opml)).toEqual(["https://a.example/", "https://b.example/feed"]);
	});

	it("of BibTeX are one for each entry, by its address, DOI or preprint", () => {
		const bib = "% refs\n@article{a,\n  title={A},\n  url = {https://a.example/p\\_1},\n  doi = {10.1/x}\n}\n@inproceedings{b, doi = \"10.5555/abc.7\", title={B}}\n@misc{c, eprint = {2203.15556v2}, archivePrefix={arXiv}}\n@misc{d, howpublished = {\\url{https://d.example/}}}\n@book{e, title={E}}";
		expect(linksInFile(bib)).toEqual(["https://a.example/p_1", "https://doi.org/10.5555/abc.7", "https://arxiv.org/abs/2203.15556", "https://d.example/"]);
	});

	it("of an awesome list are its entries without the badges", () => {
		const list = "# Awesome [![badge](https://img.example/b.svg)](https://awesome.example)\n- [A](https://a.example/) - good ![star](https://img.example/s.png)\n- <https://b.example/>\n";
		expect(linksInFile(list)).toEqual(["https://a.example/", "https://b.example/"]);
	});

	it("of any other text are all", () => {
		expect(linksInFile('name,link\n"C","https://c.example/c"\n')).toEqual(["https://c.example/c"]);
	});
});
