import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";

const pluginDir = join(__dirname, "..", "host", "probe-plugin");
const vault = {
	"One.md":
		"---\nstatus: new # why\ntitle: One\n---\n# First\n\nSee [[Two#Part|the other]] and ![[pic.png]]. #tag\n",
	"Folder/Two.md": "# Part\n\nWords ^block\n",
	"Board.canvas":
		'{"nodes":[{"id":"a","type":"file","file":"Folder/Two.md","x":0,"y":0,"width":200,"height":100}],"edges":[]}',
};

describe("the browser host", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault, pluginDir });
	});

	it("loads the plugin before the files and tells it of each", async () => {
		const created = await host.page.evaluate("window.probe.created");
		expect(created).toContainEqual(["Folder/Two.md", false]);
		expect(await host.page.evaluate("window.probe.wasEnabledByUser")).toBe(true);
		await host.see("Probe is here");
	});

	it("knows links, headings and blocks of every note", async () => {
		const cache = await host.page.evaluate(() => {
			const { metadataCache, vault: files } = window.__host.app;
			const one = files.getFileByPath("One.md");
			return {
				cache: one === null ? null : metadataCache.getFileCache(one),
				blocks: metadataCache.getCache("Folder/Two.md")?.blocks,
				links: metadataCache.resolvedLinks["One.md"],
				missing: metadataCache.unresolvedLinks["One.md"],
			};
		});
		expect(cache.cache?.frontmatter).toEqual({ status: "new", title: "One" });
		expect(cache.cache?.links?.[0]).toMatchObject({
			link: "Two#Part",
			displayText: "the other",
		});
		expect(cache.blocks).toHaveProperty("block");
		expect(cache.links).toEqual({ "Folder/Two.md": 1 });
		expect(cache.missing).toEqual({ "pic.png": 1 });
	});

	it("opens a view of the plugin at the side and gives it the keys", async () => {
		await host.runCommand("Open probe");
		await host.see("Probe view is open");
		await host.press("j");
		await host.see("j was pressed");
	});

	it("writes on disk what is typed in the editor", async () => {
		await host.open("Folder/Two.md");
		await host.select("Words");
		await host.runCommand("Shout selection");
		await host.noteSays("Folder/Two.md", "WORDS ^block");
	});

	it("shows what another program wrote", async () => {
		await host.writeOutside("Folder/Two.md", "# Part\n\nFrom outside\n");
		await host.see("From outside");
	});

	it("renames a note in links and canvases", async () => {
		await host.page.evaluate(async () => {
			const { fileManager, vault: files } = window.__host.app;
			const two = files.getFileByPath("Folder/Two.md");
			if (two !== null) await fileManager.renameFile(two, "Folder/Three.md");
		});
		await host.noteSays("One.md", "[[Three#Part|the other]]");
		await host.noteSays("Board.canvas", '"file":"Folder/Three.md"');
	});

	it("re-serialises properties and loses their comments", async () => {
		await host.page.evaluate(async () => {
			const { fileManager, vault: files } = window.__host.app;
			const one = files.getFileByPath("One.md");
			if (one !== null)
				await fileManager.processFrontMatter(
					one,
					(properties) => (properties["status"] = "kept"),
				);
		});
		await host.noteSays("One.md", /^---\nstatus: kept\ntitle: One\n---\n# First/);
	});

	it("refuses properties that are no YAML, and keeps the note", async () => {
		await host.writeOutside("Broken.md", "---\nlist: [open\nstatus: new\n---\nWords\n");
		await host.settled();
		const said = await host.page.evaluate(async () => {
			const { fileManager, metadataCache, vault: files } = window.__host.app;
			const file = files.getFileByPath("Broken.md");
			if (file === null) return "no file";
			const refusal = await fileManager
				.processFrontMatter(file, (properties) => (properties["status"] = "kept"))
				.then(String, (error: Error) => error.name);
			return [refusal, metadataCache.getFileCache(file)?.frontmatter ?? "none"];
		});
		expect(said).toEqual(["YAMLParseError", "none"]);
		expect(host.readNote("Broken.md")).toContain("status: new");
	});

	it("asks before it acts, and Escape means no", async () => {
		await host.runCommand("Ask a question");
		await host.see("This asks.");
		await host.press("Escape");
		await host.seeNot("This asks.");
		await host.runCommand("Ask a question");
		await host.button("Yes").click();
		await host.see("Said yes");
	});

	it("draws declared settings and saves what is changed", async () => {
		await host.press("Control+,");
		await host.see("What it says.");
		const field = await host.page.waitForSelector('input[aria-label="Greeting"]');
		await field?.type(" you");
		await host.noteSays(".obsidian/plugins/probe/data.json", '"greeting": "hello you"');
		await host.press("Escape");
	});

	it("refuses what a plugin may not require", async () => {
		for (const name of ["fs", "node:path", "electron", "child_process"])
			expect(await host.page.evaluate(refusal, name)).toContain("Cannot find module");
		function refusal(wanted: string): string {
			try {
				(window as unknown as { probeRequire(name: string): unknown }).probeRequire(wanted);
				return "given";
			} catch (error) {
				return String(error);
			}
		}
	});

	it("leaves nothing of a plugin behind when it is switched off", async () => {
		const after = await host.page.evaluate(() => {
			window.__host.app.workspace.detachLeavesOfType("probe-view");
			const before = window.__host.footprint();
			window.__host.disablePlugin();
			return { before, after: window.__host.footprint() };
		});
		expect(after.before.commands - after.after.commands).toBe(4);
		expect(after.before.intervals - after.after.intervals).toBe(1);
		expect(after.before.listeners - after.after.listeners).toBe(1);
		expect(after.before.subscriptions - after.after.subscriptions).toBe(2);
		expect(after.before.elements - after.after.elements).toBeGreaterThan(2);
	});
});
