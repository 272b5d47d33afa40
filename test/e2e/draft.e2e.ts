import { openHost, type Host } from "../host/open-host";

const vault = {
	"Research/Training/Training.md": `---
type: research-project
outline: "[[Research/Training/Outline.canvas]]"
draft: "[[Research/Training/Draft]]"
---
## For whom

Engineers who never trained a model.

## In the end they understand

That data is the craft.
`,
	"Research/Training/Sources/Data/FineWeb.md": `---
title: The FineWeb datasets
source: https://example.org/fineweb
author: Guilherme Penedo
published: 2024-05-31
kind: paper
primary: true
status: kept
project: "[[Training]]"
category: Data
---
Most of the web is thrown away. ==Train a small model before and after each step, then compare.== That is all.
`,
	"Research/Training/Sources/Data/清洗.md": `---
title: 大模型训练数据的清洗
source: https://example.cn/qingxi
author: 王小明
published: 2025-01-02
status: kept
project: "[[Training]]"
category: Data
---
==从网页到语料：真正能用的部分很少。==其余都被丢掉了。
`,
	"Research/Training/Sources/Reward.md": `---
title: Scaling laws for reward models
source: https://example.org/reward
author: Leo Gao
published: 2022-10-19
status: kept
project: "[[Training]]"
---
Past a point the proxy climbs and the truth falls.
`,
};

describe("from outline to draft", () => {
	let host: Host;
	beforeAll(async () => {
		const { ["Research/Training/Training.md"]: note, ...sources } = vault;
		const bare = note.replace(/^(?:outline|draft):.*\n/gm, "");
		host = await openHost({ vault: { ...sources, "Research/Training/Training.md": bare }, size: { width: 1440, height: 900 } });
	});

	it("makes the outline from kept notes, a section a category", async () => {
		await host.open("Research/Training/Training.md");
		await host.runCommand("Open outline");
		await host.noteSays("Research/Training/Outline.canvas", /"label":"Data"/);
		await host.noteSays("Research/Training/Training.md", /^outline: /m);
		const canvas = JSON.parse(host.readNote("Research/Training/Outline.canvas")) as { nodes: { file?: string; label?: string }[] };
		expect(canvas.nodes.map((node) => node.file ?? node.label).filter((one) => one !== undefined)).toEqual([
			"Unassigned",
			"Data",
			"Research/Training/Sources/Reward.md",
			"Research/Training/Sources/Data/FineWeb.md",
			"Research/Training/Sources/Data/清洗.md",
		]);
	});

	it("shows what covers the section; one key takes a kept source from the tray into it", async () => {
		await host.runCommand("Open companion");
		await host.see("Kept, without a section");
		await host.page.locator(".winnow-unplaced").click();
		await host.press("s");
		await host.page.waitForSelector(".prompt .suggestion-item");
		await host.page.keyboard.type("Data");
		await host.press("Enter");
		await host.see("Every kept source has a section.");
		const { nodes } = JSON.parse(host.readNote("Research/Training/Outline.canvas")) as { nodes: { file?: string; x?: number }[] };
		const cards = nodes.filter((node) => node.file?.endsWith("Reward.md"));
		expect(cards.map((node) => (node.x ?? -1) >= 0)).toEqual([true]); // the tray lies left of zero
	});

	it("scaffolds the draft: headings, and one comment that names the sources", async () => {
		await host.runCommand("Open draft");
		await host.noteSays("Research/Training/Draft.md", "## Data");
		expect(host.readNote("Research/Training/Draft.md")).toMatch(/%% sources: \[\[FineWeb\]\] · \[\[清洗\]\] · \[\[Reward\]\] %%/);
		await host.noteSays("Research/Training/Outline.canvas", /"winnow":\{"heading":"Data","seq":0\}/);
	});

	it("quotes with a footnote by one key, and one undo takes both back", async () => {
		await host.settled();
		await host.page.waitForSelector(".winnow-passage");
		const before = await host.editorText();
		await host.page.locator(".winnow-passage").click();
		await host.press("Enter");
		await host.noteSays("Research/Training/Draft.md", /^> Train a small model before and after each step, then compare\.\[\^penedo-2024-fineweb\]$/m);
		await host.noteSays(
			"Research/Training/Draft.md",
			"[^penedo-2024-fineweb]: Guilherme Penedo, [[FineWeb|The FineWeb datasets]], 2024. “Train a small model before and after each …”",
		);
		await host.see("In this section, footnote penedo-2024-fineweb");
		await host.page.keyboard.down("Control");
		await host.press("z");
		await host.page.keyboard.up("Control");
		expect(await host.editorText()).toBe(before);
	});

	it("quotes Chinese words, too, with a footnote that names their author", async () => {
		await host.page.waitForFunction(() => {
			const second = document.querySelectorAll<HTMLElement>(".winnow-passage")[1];
			second?.click();
			return second !== undefined;
		});
		await host.page.focus(".winnow-passage.is-focused");
		await host.press("Enter");
		await host.noteSays("Research/Training/Draft.md", /^> 从网页到语料：真正能用的部分很少。\[\^example-2025\]$/m);
		await host.noteSays("Research/Training/Draft.md", "[^example-2025]: 王小明, [[清洗|大模型训练数据的清洗]], 2025. “从网页到语料：真正能用的部分很少…”");
	});

	it("folds a source's passages, and keeps the author's own tick for the section", async () => {
		const passages = () => host.page.$$eval(".winnow-passage", (rows) => rows.length);
		const before = await passages();
		await host.button("Fold passages").click();
		await host.button("Show passages").wait();
		expect(await passages()).toBeLessThan(before);
		await host.button("Show passages").click();
		await host.page.waitForFunction((count) => document.querySelectorAll(".winnow-passage").length === count, {}, before);
		await host.writeOutside("Research/Training/Outline.canvas", withGoal(host.readNote("Research/Training/Outline.canvas")));
		await host.see("Readers should understand: that data is the craft");
		await host.page.locator(".winnow-panel-before label").click();
		await host.page.waitForSelector(".winnow-panel-before input:checked");
	});
});

/** The outline with a card of what readers should understand in its section. */
function withGoal(canvas: string): string {
	const { nodes, ...rest } = JSON.parse(canvas) as { nodes: { id: string; type: string; label?: string; x: number; y: number }[] };
	const section = nodes.find((node) => node.label === "Data");
	const goal = nodes.find((node) => node.type === "text" && section !== undefined && node.x >= section.x);
	const text = "**Readers should understand** that data is the craft";
	const card = { id: "goal", type: "text", text, x: (section?.x ?? 0) + 20, y: (section?.y ?? 0) + 20, width: 100, height: 60 };
	const others = nodes.filter((node) => node !== goal);
	return JSON.stringify({ ...rest, nodes: [...others, card] });
}
