import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

const clipping = (number: number): [string, string] => [
	`Clippings/Clip ${number}.md`,
	`---\ntitle: Clip ${number}\nsource: https://clip.example/${number}\n---\nText.\n`,
];

async function openInbox(vault: Record<string, string>): Promise<Host> {
	const host = await openHost({ vault, settings: { inboxPreview: false } });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox");
	return host;
}

async function chooseInMenu({ page }: Host, words: string): Promise<void> {
	await page.locator(`.menu-item ::-p-text(${words})`).click();
}

describe("a new project", () => {
	it("asks for a topic and four questions that may wait, takes clippings along, and is one act", async () => {
		const vault = Object.fromEntries([1, 2].map(clipping));
		const host = await openInbox(vault);
		await host.runCommand("New project…");
		await host.page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Topic");
		await host.page.keyboard.type("Bread");
		expect(await host.page.$$eval(".modal textarea", (areas) => areas.map((area) => area.getAttribute("aria-label")))).toEqual([
			"For whom?",
			"What do they know already?",
			"Where will they get lost?",
			"What should they understand at the end?",
		]);
		await host.page.type(".modal textarea[aria-label='For whom?']", "Bakers");
		await host.see("2 notes from Clippings");
		await host.see("Makes Research/Bread with three files");
		await host.press("Control+Enter");
		await host.noteSays("Research/Bread/Bread.md", /```winnow\n```\n\n## For whom\?\n\nBakers\n/);
		await host.noteSays("Clippings/Clip 2.md", 'project: "[[Research/Bread/Bread|Bread]]"');
		await host.see("collected");
		await host.runCommand("Take back last decision");
		await host.noteSays("Clippings/Clip 1.md", vault["Clippings/Clip 1.md"] ?? "?");
		await host.page.waitForFunction(() => window.__host.app.vault.getFiles().length === 2);
		expect(host.readNote("Clippings/Clip 2.md")).toBe(vault["Clippings/Clip 2.md"]);
		await host.close();
	});

	it("is made of a folder that is there: nothing in it is overwritten, sources of other projects stay theirs", async () => {
		const mine = "My own plan, #not a project yet.\n";
		const other = '---\nsource: https://other.example/\nproject: "[[Bread]]"\n---\n';
		const host = await openInbox({
			...projectWith(1),
			"Research/Tea/Tea.md": mine,
			"Research/Tea/a.md": "---\nsource: https://tea.example/a\n---\n",
			"Research/Tea/b.md": other,
		});
		await host.page.locator(".workspace-tab-header[aria-label='Files']").click();
		await host.page.locator(".nav-folder-title ::-p-text(Research)").click();
		await host.page.locator(".nav-folder-title ::-p-text(Tea)").click({ button: "right" });
		await chooseInMenu(host, "Make this a research project");
		await host.noteSays("Research/Tea/Tea.md", "type: research-project");
		await host.noteSays("Research/Tea/a.md", 'project: "[[Research/Tea/Tea|Tea]]"');
		expect(host.readNote("Research/Tea/Tea.md").endsWith(mine)).toBe(true);
		expect(host.readNote("Research/Tea/b.md")).toBe(other);
		expect(host.exists("Research/Tea/Outline.canvas")).toBe(true);
		await host.runCommand("Take back last decision");
		await host.page.waitForFunction(() => window.__host.app.vault.getFileByPath("Research/Tea/Outline.canvas") === null);
		expect(host.readNote("Research/Tea/Tea.md")).toBe(mine);
		expect(host.readNote("Research/Tea/a.md")).toBe("---\nsource: https://tea.example/a\n---\n");
		await host.close();
	});
});

describe("the project page", () => {
	it("counts what stands where, follows the outline, and leads to the lists", async () => {
		const host = await openInbox({
			...projectWith(3),
			"Research/Bread/Bread.md":
				'---\ntype: research-project\noutline: "[[Research/Bread/Outline.canvas|Outline]]"\n---\n\nMine.\n\n```winnow\n```\n',
			"Research/Bread/Outline.canvas": '{"nodes":[{"id":"s","type":"group","x":0,"y":0,"width":600,"height":400,"label":"First"}],"edges":[]}',
		});
		await host.page.waitForSelector(".winnow-inbox-row");
		await host.press("y", "n");
		await host.noteSays(pathOf(2), /^status: deleted/m);
		await host.open("Research/Bread/Bread.md");
		const numbers = (): Promise<string> =>
			host.page.$$eval(".winnow-project-number", (all) => all.map((each) => each.textContent).join(" "));
		await host.see("1 new source waits.");
		await host.see("Or outline what you have: 1 kept source has no section.");
		expect(await numbers()).toBe("3 1 0 0 0");
		await host.writeOutside(
			"Research/Bread/Outline.canvas",
			`{"nodes":[{"id":"s","type":"group","x":0,"y":0,"width":600,"height":400,"label":"First"},{"id":"c","type":"file","file":"${pathOf(1)}","x":40,"y":40,"width":200,"height":100}],"edges":[]}`,
		);
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-project-number")[2]?.textContent === "1");
		await host.seeNot("has no section");
		await host.page.locator(".winnow-project-count ::-p-text(kept)").click();
		await host.page.waitForFunction(() => document.querySelector(".winnow-inbox [role=tab][aria-selected=true]")?.textContent?.includes("Kept") === true);
		await host.page.locator(".winnow-project-parts a::-p-text(Outline)").click();
		await host.page.waitForSelector(".canvas-node-group, .canvas-group");
		await host.close();
	});

	it("is archived and taken out again, and its sources move to another", async () => {
		const host = await openInbox({
			...projectWith(2),
			"Research/Tea/Tea.md": "---\ntype: research-project\n---\n",
		});
		await host.page.waitForSelector(".winnow-inbox-row");
		await host.page.locator(".winnow-inbox-row ::-p-text(Source 1)").click();
		await host.press("m");
		await host.page.waitForSelector(".prompt input");
		await host.page.keyboard.type("Tea");
		await host.press("Enter");
		await host.noteSays(pathOf(1), 'project: "[[Research/Tea/Tea|Tea]]"');
		await host.runCommand("Take back last decision");
		await host.noteSays(pathOf(1), 'project: "[[Bread]]"');
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));
		await host.open("Research/Tea/Tea.md");
		await host.runCommand("Archive project");
		await host.noteSays("Research/Tea/Tea.md", "archived: true");
		await host.runCommand("Take project out of the archive");
		await host.noteSays("Research/Tea/Tea.md", "type: research-project\n---");
		await host.close();
	});
});

describe("copies", () => {
	const text = Array.from({ length: 120 }, (_, at) => `word${(at * 7919) % 1009}`).join(" ");
	const note = (url: string, body: string, created: string): string =>
		`---\ntitle: ${url}\nsource: https://${url}\ncreated: ${created}\n---\n${body}\n`;

	it("by address and by text are shown together; keeping one throws the other away and says why", async () => {
		const vault = {
			"Clippings/First.md": note("a.example/x", "One.", "2020-01-01"),
			"Clippings/Second.md": note("www.a.example/x?utm_source=n", "Two.", "2020-01-02"),
			"Clippings/Here.md": note("b.example/y", text, "2020-01-03"),
			"Clippings/There.md": note("c.example/z", `# Title\n\n${text} more`, "2020-01-04"),
			"Clippings/Other.md": note("d.example/", "Nothing like it.", "2020-01-05"),
		};
		const host = await openInbox(vault);
		await host.runCommand("Find duplicates…");
		await host.see("Same address or identifier");
		await host.page.locator(".winnow-inbox-copies button::-p-text(Keep this one)").click();
		await host.noteSays("Clippings/Second.md", /^reason: Same as a\.example\/x$/m);
		await host.see("No copies are left.");
		await host.button("Compare the texts too").click();
		await host.see("Nearly the same text");
		await host.page.locator(".winnow-inbox-copies button::-p-text(Keep this one)").click();
		await host.noteSays("Clippings/There.md", /^reason: Same as b\.example\/y$/m);
		await host.press("Escape");
		await host.runCommand("Take back last decision");
		await host.noteSays("Clippings/There.md", vault["Clippings/There.md"]);
		await host.runCommand("Take back last decision");
		await host.noteSays("Clippings/Second.md", vault["Clippings/Second.md"]);
		for (const [path, words] of Object.entries(vault)) expect(host.readNote(path)).toBe(words);
		await host.close();
	});
});
