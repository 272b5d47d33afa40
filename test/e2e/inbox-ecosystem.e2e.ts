import { parse } from "yaml";
import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

async function openInbox(vault: Record<string, string>): Promise<Host> {
	const host = await openHost({ vault, settings: { inboxPreview: false } });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	return host;
}

type Point = Readonly<{ x: number; y: number }>;

async function middleOf({ page }: Host, selector: string): Promise<Point> {
	const element = await page.waitForSelector(selector, { visible: true });
	const box = await element?.boundingBox();
	if (box === undefined || box === null) throw new Error(`${selector} has no place`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** With the browser's own drag events, as a hand does it. */
async function drag(host: Host, from: string, to: Point): Promise<void> {
	const { mouse } = host.page;
	const start = await middleOf(host, from);
	await mouse.move(start.x, start.y);
	await mouse.down();
	await mouse.move(start.x + 12, start.y + 4, { steps: 3 });
	await mouse.move(to.x, to.y, { steps: 8 });
	await mouse.move(to.x + 1, to.y + 1);
	await mouse.up();
}

const BOARD = '{"nodes":[{"id":"a","type":"text","text":"My card.","x":0,"y":0,"width":200,"height":60}],"edges":[]}';

const ROW_1 = ".winnow-inbox-row[data-path='Research/Bread/Sources/Source 1.md']";

describe("a row of the inbox", () => {
	it("dragged into a note becomes a link there, and stays in the list", async () => {
		const host = await openInbox({ ...projectWith(2), "Mine.md": "My words.\n\nMore.\n" });
		await host.open("Mine.md");
		await drag(host, ROW_1, await middleOf(host, ".cm-content .cm-line:last-child"));
		await host.noteSays("Mine.md", "[[Source 1]]");
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));
		await host.see("0 of 2 read");
		await host.close();
	});

	it("dragged onto the canvas becomes a card of its note", async () => {
		const host = await openInbox({ ...projectWith(2), "Board.canvas": BOARD });
		await host.open("Board.canvas");
		await host.see("My card.");
		await drag(host, ROW_1, await middleOf(host, ".canvas-wrapper"));
		await host.noteSays("Board.canvas", `"file":"${pathOf(1)}"`);
		await host.close();
	});

	it("shows its note under the pointer while Mod is held", async () => {
		const host = await openInbox(projectWith(2));
		const at = await middleOf(host, ROW_1);
		await host.page.keyboard.down("Control");
		await host.page.mouse.move(at.x, at.y, { steps: 3 });
		await host.page.waitForFunction(() => document.querySelector(".hover-popover")?.textContent?.includes("Text of source 1.") === true);
		await host.page.keyboard.up("Control");
		// The app shows `aria-label`s under the mouse: one here would cover the note, and say what the row says.
		const label = await host.page.$eval(ROW_1, (row) => row.closest("[aria-label]")?.getAttribute("aria-label") ?? null);
		expect(label).toBeNull();
		await host.close();
	});
});

describe("the app's own places", () => {
	async function explorer(host: Host): Promise<void> {
		await host.page.locator(".workspace-tab-header[aria-label='Files']").click();
		for (const name of ["Research", "Bread", "Sources"])
			await host.page.locator(`.nav-folder-title ::-p-text(${name})`).click();
		await host.page.waitForSelector(".nav-file-title[data-path$='Source 1.md']");
	}

	it("the menus of one file and of several decide, one act each", async () => {
		const host = await openInbox(projectWith(3));
		await explorer(host);
		await host.page.locator(".nav-file-title[data-path$='Source 1.md']").click({ button: "right" });
		await host.see("Throw away source");
		const entries = await host.page.$$eval(".menu-item", (items) => items.map((item) => item.textContent));
		expect(entries.filter((entry, at) => entry !== "" && entries.indexOf(entry) !== at)).toEqual([]);
		await host.page.locator(".menu-item ::-p-text(Throw away source)").click();
		await host.noteSays(pathOf(1), /^status: deleted/m);
		await host.page.keyboard.down("Alt");
		for (const number of [2, 3])
			await host.page.locator(`.nav-file-title[data-path$='Source ${number}.md']`).click();
		await host.page.keyboard.up("Alt");
		await host.page.locator(".nav-file-title[data-path$='Source 3.md']").click({ button: "right" });
		await host.page.locator(".menu-item ::-p-text(Keep 2 sources)").click();
		for (const number of [2, 3]) await host.noteSays(pathOf(number), /^status: kept/m);
		await host.runCommand("Take back last decision");
		for (const number of [2, 3]) await host.noteSays(pathOf(number), sourceNote(number));
		await host.noteSays(pathOf(1), /^status: deleted/m);
		await host.close();
	});

	it("the status bar counts what waits in the project of the open note, and leads to the list", async () => {
		const host = await openInbox({ ...projectWith(3), "Elsewhere.md": "Words." });
		await host.open(pathOf(1));
		await host.page.waitForFunction(() => document.querySelector(".status-bar")?.textContent?.includes("3 to read") === true);
		await host.writeOutside(pathOf(2), sourceNote(2).replace("status: new", "status: kept"));
		await host.page.waitForFunction(() => document.querySelector(".status-bar")?.textContent?.includes("2 to read") === true);
		await host.page.locator(".status-bar ::-p-text(2 to read)").click();
		await host.page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
		await host.open("Elsewhere.md");
		await host.page.waitForFunction(() => document.querySelector(".status-bar")?.textContent?.includes("to read") !== true);
		await host.close();
	});

	it("the command line lists, counts, keeps and throws away", async () => {
		const host = await openInbox(projectWith(3));
		const run = (command: string, params: Record<string, string> = {}): Promise<string> =>
			host.page.evaluate((name, given) => window.__host.runCli(name, given), command, params);
		expect(await run("winnow:keep", { file: pathOf(2), reason: "good" })).toBe("Kept: Source 2");
		await host.noteSays(pathOf(2), /^reason: good$/m);
		expect(await run("winnow:throw-away", { file: "Source 3" })).toBe("Thrown away: Source 3");
		await host.see("2 of 3 read");
		expect(await run("winnow:status", { project: "Bread" })).toBe("new\t1\nkept\t1\ndeleted\t1");
		expect(await run("winnow:list")).toBe(`${pathOf(1)}\tSource 1\thttps://example.org/1`);
		expect(await run("winnow:keep", { file: "Nobody" })).toBe("No source is called Nobody.");
		await host.press("u");
		await host.noteSays(pathOf(3), sourceNote(3));
		await host.close();
	});

	it("a base with the list's views is written, opened, and never over another file", async () => {
		const host = await openInbox(projectWith(1));
		await host.runCommand("Create inbox base");
		await host.noteSays("Research/Inbox.base", "views:");
		const base = parse(host.readNote("Research/Inbox.base")) as { views: { name: string }[] };
		expect(base.views.map(({ name }) => name)).toEqual(["New", "Kept", "Kept by category", "Kept by project", "Hard", "Deleted"]);
		await host.page.waitForSelector(".bases-table");
		const mine = "views:\n  - type: table\n    name: Mine\n";
		await host.writeOutside("Research/Inbox.base", mine);
		await host.runCommand("Create inbox base");
		await host.page.waitForFunction(() => document.querySelector<HTMLSelectElement>(".bases-header select")?.value === "Mine");
		expect(host.readNote("Research/Inbox.base")).toBe(mine);
		await host.close();
	});
});

describe("notes of other tools", () => {
	it("in a watched folder are listed as they are, and keep their bytes", async () => {
		const readwise =
			"# Slow Dough\n\n## Metadata\n- Author: [[Mara Quill]]\n- Full Title: Slow Dough: a Story\n- Category: #articles\n- URL: https://dough.example/slow\n\n## Highlights\n- Cold is a clock.\n";
		const later = "[[ReadItLater]] [[Article]]\n\n# [Stone ground](https://mills.example/stone)\n\nBy stone.\n";
		const host = await openHost({
			vault: { "Clippings/Dough.md": readwise, "Clippings/Mills.md": later },
			settings: { inboxPreview: false },
		});
		await host.runCommand("Open inbox");
		await host.see("Slow Dough: a Story");
		await host.see("Stone ground");
		await host.see("mills.example");
		await host.page.locator(".winnow-inbox-row ::-p-text(Slow Dough)").click();
		await host.page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
		await host.press("y");
		await host.noteSays("Clippings/Dough.md", /^---\nstatus: kept\ndecided: [^\n]+\n---\n# Slow Dough/);
		expect(host.readNote("Clippings/Dough.md").endsWith(readwise)).toBe(true);
		await host.see("1 of 2 read");
		await host.press("u");
		await host.noteSays("Clippings/Dough.md", readwise);
		await host.close();
	});
});
