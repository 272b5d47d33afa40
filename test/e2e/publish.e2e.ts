import { openHost, type Host } from "../host/open-host";

const DRAFT = "Research/Training/Draft.md";
const vault = {
	"Research/Training/Training.md": `---
type: research-project
draft: "[[Research/Training/Draft]]"
---
## For whom

Engineers who never trained a model.
`,
	"Research/Training/Sources/FineWeb.md": `---
title: The FineWeb datasets
source: https://example.org/fineweb
author: Guilherme Penedo
published: 2024-05-31
status: kept
project: "[[Training]]"
---
Train a small model before and after each step, then compare.
`,
	[DRAFT]: `---
project: "[[Training]]"
title: What data buys
---

# What data buys

Most people think that a better model is a bigger model. It is wrong in an interesting way.

## Data

%% sources: [[FineWeb]] %%

Most of the web is thrown away.[^penedo] 真正能用的部分很少。

\`\`\`python
keep = filter(good, web)
\`\`\`

[^penedo]: Guilherme Penedo, [[FineWeb|The FineWeb datasets]], 2024. “Train a small model before and after each …”
`,
};

describe("from draft to article", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault, size: { width: 1440, height: 900 } });
	});

	it("shows the draft as a reader sees it, in the draft's tab", async () => {
		await host.open(DRAFT);
		await host.runCommand("Start read through");
		await host.see("Most of the web is thrown away.1");
		await host.seeNot("%% sources");
		await host.runCommand("Open companion");
		await host.see("first read");
		await host.see("about 1 minute left");
	});

	it("marks a paragraph with one key, in the draft's own text", async () => {
		await host.page.focus(".winnow-reading");
		await host.press("j", "1");
		await host.noteSays(DRAFT, "It is wrong in an interesting way. %% unclear: %%\n");
		await host.page.waitForSelector(".winnow-reading-flag");
	});

	it("marks code with own words on a line before it", async () => {
		await host.press("j", "j", "j", "w");
		await host.page.waitForSelector(".winnow-reading-words");
		await host.page.keyboard.type("哪种过滤器？");
		await host.press("Enter");
		await host.noteSays(DRAFT, "%% unclear: 哪种过滤器？ %%\n```python");
		await host.see("哪种过滤器？");
	});

	it("takes a mark back with one key", async () => {
		await host.press("u");
		await host.noteSays(DRAFT, "很少。\n\n```python");
	});

	it("keeps up with a quick reader: the next mark finds the draft as the last one left it", async () => {
		await host.press("k", "2", "k", "3");
		await host.noteSays(DRAFT, /%% check: %%[\s\S]*%% dull: %%/);
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-reading-weak").length >= 3);
		await host.press("u", "u");
		await host.noteSays(DRAFT, /interesting way\. %% unclear: %%\n(?![\s\S]*%% (?:dull|check))/);
	});

	it("shows its keys, and keeps the boxes of this reading over a look into the editor", async () => {
		await host.press("?");
		await host.see("mark as unclear, dull, check, cut, gap");
		await host.press("?");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.page.locator("label::-p-text(Would I say it like this, aloud?)").click();
		await host.see("1 of 4");
		await host.page.focus(".winnow-reading");
	});

	it("steps back to the draft on Escape, and reads on where it was left", async () => {
		await host.press("Escape");
		await host.page.waitForSelector(".workspace-leaf.mod-active .cm-editor");
		await host.runCommand("Start read through");
		await host.page.waitForSelector(".workspace-leaf.mod-active .winnow-reading [data-index]");
		await host.see("1 of 4");
	});

	it("keeps what was read when the reading is finished, and returns to the draft", async () => {
		await host.page.keyboard.down("Control");
		await host.press("Enter");
		await host.page.keyboard.up("Control");
		const day = new Date().toISOString().slice(0, 10);
		await host.noteSays(`Research/Training/Readings/Draft ${day}.md`, /^type: research-reading$/m);
		expect(host.readNote(`Research/Training/Readings/Draft ${day}.md`)).toContain(`\`\`\`\`markdown\n${host.readNote(DRAFT)}\`\`\`\``);
		await host.page.waitForSelector(".workspace-leaf.mod-active .cm-editor");
	});

	it("exports the article: comments out, footnotes name their sources", async () => {
		const before = host.readNote(DRAFT);
		await host.runCommand("Publish…");
		await host.see("Before it goes out");
		await host.button("Export").click();
		const path = "Research/Training/Publish/what-data-buys/index.md";
		await host.noteSays(path, /^title: "What data buys"$/m);
		const article = host.readNote(path);
		expect(article).not.toContain("%%");
		expect(article).toContain("[^penedo]: Guilherme Penedo, [The FineWeb datasets](https://example.org/fineweb), 2024. “Train a small model before and after each …”");
		expect(article).toContain("## References\n\n- Guilherme Penedo, “The FineWeb datasets”, example.org, 2024. https://example.org/fineweb");
		expect(host.readNote(DRAFT)).toBe(before);
	});

	it("replaces only what it wrote itself", async () => {
		const path = "Research/Training/Publish/what-data-buys/index.md";
		await host.writeOutside(path, "Mine.\n");
		await host.runCommand("Publish…");
		await host.button("Export").click();
		await host.see("is not from Winnow");
		expect(host.readNote(path)).toBe("Mine.\n");
		await host.press("Escape");
	});

	const openSheet = async () => {
		await host.runCommand("Publish…");
		await host.page.waitForSelector(".winnow-publish-target.is-selected");
		await host.page.focus(".winnow-publish-target.is-selected");
	};
	const selected = () => host.page.evaluate(() => document.querySelector(".winnow-publish-target.is-selected")?.textContent ?? "");

	it("writes one HTML file with the image inside, chosen by keyboard", async () => {
		await host.writeOutside("Research/Training/box.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>");
		await host.writeOutside(DRAFT, host.readNote(DRAFT).replace("很少。", "很少。\n\n![[box.svg]]"));
		await openSheet();
		await host.press("ArrowDown", "ArrowDown");
		expect(await selected()).toContain("One file, images inside.");
		await host.button("Export").click();
		const path = "Research/Training/Publish/what-data-buys/what-data-buys.html";
		await host.noteSays(path, /<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="">/);
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	});

	it("remembers the target, and copies rich text with its plain form", async () => {
		await openSheet();
		expect(await selected()).toContain("HTML");
		await host.press("ArrowRight");
		await host.page.evaluate(() => {
			const write = async ([item]: ClipboardItem[]) => {
				const read = async (type: string) => (await item?.getType(type))?.text();
				Reflect.set(window, "copied", { html: await read("text/html"), plain: await read("text/plain") });
			};
			Object.defineProperty(navigator, "clipboard", { configurable: true, value: { write } });
		});
		await host.button("Copy rich text").click();
		await host.see("The article is on the clipboard, with its formatting.");
		const copied = await host.page.evaluate(() => Reflect.get(window, "copied") as { html: string; plain: string });
		expect(copied.html).toMatch(/^<h1[^>]*>What data buys<\/h1>/);
		expect(copied.html).toContain("data:image/svg+xml;base64,");
		expect(copied.plain).toMatch(/^# What data buys\n/);
	});

	it("leads to the place of what is to be mended", async () => {
		await openSheet();
		await host.see("1 image has no description.");
		await host.button("Describe").click();
		await host.page.waitForSelector(".workspace-leaf.mod-active .cm-editor");
		await host.page.keyboard.type("> ");
		await host.noteSays(DRAFT, "> ![[box.svg]]");
	});
});
