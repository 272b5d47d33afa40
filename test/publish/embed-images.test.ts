import { embedImages } from "../../src/publish/embed-images";
import { markdownToHtml } from "../../src/publish/markdown-to-html";

const page = (markdown: string) => markdownToHtml(markdown, { title: "T", description: "", language: "en" });

describe("images inside the page", () => {
	it("takes the place of every address that names the file, blanks and marks included", () => {
		const html = page("![One](a%20b.png) and ![Two](q&a.svg)");
		const images = [
			{ name: "a b.png", base64: "AAAA" },
			{ name: "q&a.svg", base64: "BBBB" },
		];
		const embedded = embedImages(html, images);
		expect(embedded.html).toContain('<img src="data:image/png;base64,AAAA" alt="One">');
		expect(embedded.html).toContain('<img src="data:image/svg+xml;base64,BBBB" alt="Two">');
		expect(embedded.beside).toEqual([]);
	});

	it("leaves remote images and a page without images as they are", () => {
		const html = page("![Far](https://example.org/far.png)\n\nText.");
		expect(embedImages(html, [{ name: "near.png", base64: "AAAA" }]).html).toBe(html);
	});

	it("keeps beside the page what is too large or of no known type", () => {
		const html = page("![Huge](huge.png) ![Odd](odd.tiff)");
		const embedded = embedImages(html, [
			{ name: "huge.png", base64: "A".repeat(8_000_001) },
			{ name: "odd.tiff", base64: "AAAA" },
		]);
		expect(embedded).toEqual({ html, beside: ["huge.png", "odd.tiff"] });
	});
});
