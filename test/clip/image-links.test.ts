import fc from "fast-check";
import { remoteImages, withLocalImages } from "../../src/clip/image-links";

const local = (markdown: string): string => withLocalImages(markdown, ({ url }) => `![[${url.split("/").pop() ?? ""}|here]]`);

describe("pictures of a note", () => {
	it("are found once each, in order, outside code and players", () => {
		const note = [
			"---\ntitle: a ![x](https://a.example/no.png)\n---\n",
			"![one](https://a.example/1.png) and `![code](https://a.example/no.png)` ![two](https://a.example/2_(b).png \"title\")",
			"```md\n![fenced](https://a.example/no.png)\n```",
			"> - ![three](https://a.example/3.png)\n![one again](https://a.example/1.png)",
			"![](https://www.youtube.com/watch?v=abcdefghijk)\n![](https://x.com/a/status/12345)",
			"![here](img/local.png) ![[wiki.png]]",
		].join("\n");
		expect(remoteImages(note)).toEqual([
			{ url: "https://a.example/1.png", alt: "one" },
			{ url: "https://a.example/2_(b).png", alt: "two" },
			{ url: "https://a.example/3.png", alt: "three" },
		]);
	});

	it("become links to files; what is not saved and every other sign stays", () => {
		expect(withLocalImages("a ![x](https://a.example/1.png) b ![y](https://a.example/2.png)\n", ({ url }) => (url.endsWith("1.png") ? "![[1.png]]" : null))).toBe(
			"a ![[1.png]] b ![y](https://a.example/2.png)\n",
		);
	});

	it("keep the cells of a table whole", () => {
		expect(local("| ![a](https://a.example/1.png) | b |")).toBe("| ![[1.png\\|here]] | b |");
	});

	it("in a link to their page stay inside it", () => {
		expect(local("[![a](https://a.example/1.png)](https://a.example/page)")).toBe("[![[1.png|here]]](https://a.example/page)");
	});

	it("law: a note is the same where nothing is replaced", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom("`", "``", "```", "\n", "![a](https://a.example/1.png)", "![", "](", "\\", "words ", "> ", "- ", "|", "~~~")), (parts) => {
				const note = parts.join("");
				expect(withLocalImages(note, () => null)).toBe(note);
			}),
		);
	});
});
