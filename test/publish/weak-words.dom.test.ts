import { removeUnderlines, underline } from "../../src/publish/weak-words";

function block(html: string): HTMLElement {
	const el = createDiv();
	const range = document.createRange().createContextualFragment(html);
	el.append(range);
	return el;
}

const underlined = (el: HTMLElement): string =>
	[...el.querySelectorAll(".winnow-reading-weak")].map((span) => span.textContent).join("|");

describe("the underline of a mark", () => {
	it("covers its sentence and no more, over emphasis and links", () => {
		const html = "<p>One. It is <em>really</em> so, see <a href='#'>this</a>.<sup>2</sup> Three.</p>";
		const el = block(html);
		expect(underline(el, "It is *really* so, see [[Note|this]].", new Map())).toBe(true);
		expect(underlined(el)).toBe("It is |really| so, see |this|.");
		removeUnderlines(el);
		expect(el.querySelector("p")?.textContent).toBe("One. It is really so, see this.2 Three.");
		expect(el.querySelectorAll(".winnow-reading-weak")).toHaveLength(0);
	});

	it("finds a heading, a Chinese sentence and a footnote by its number", () => {
		const heading = block("<h2>What goes in</h2>");
		expect(underline(heading, "## What goes in", new Map())).toBe(true);
		const chinese = block("<p>第一句。第二句很长。</p>");
		expect(underline(chinese, "第二句很长。", new Map())).toBe(true);
		expect(underlined(chinese)).toBe("第二句很长。");
		const noted = block("<p>Thrown<sup>1</sup> away.</p>");
		expect(underline(noted, "Thrown[^a] away.", new Map([["a", 1]]))).toBe(true);
	});

	it("is left to the block where the words are not its own, or stand twice", () => {
		expect(underline(block("<p>E = mc2</p>"), "$$\\frac{a}{b}$$", new Map())).toBe(false);
		expect(underline(block("<p>So. So.</p>"), "So.", new Map())).toBe(false);
	});
});
