import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";

const pluginDir = join(__dirname, "..", "host", "probe-plugin");

describe("the host's app", () => {
	it("brings the layout back and leaves hidden tabs deferred", async () => {
		const host = await openHost({
			vault: { "One.md": "First words\n", "Two.md": "Second words\n" },
			pluginDir,
		});
		await host.open("One.md");
		await host.page.evaluate(async () => {
			const { workspace, vault } = window.__host.app;
			const two = vault.getFileByPath("Two.md");
			if (two !== null) await workspace.getLeaf("tab").openFile(two);
		});
		await host.noteSays(".obsidian/workspace.json", /"file": "Two\.md"/);
		await host.page.reload();
		await host.page.waitForSelector("body[data-ready]");
		await host.see("Second words");
		const deferred = (): Promise<boolean[]> =>
			host.page.evaluate(() =>
				window.__host.app.workspace
					.getLeavesOfType("markdown")
					.map((leaf) => leaf.isDeferred),
			);
		expect(await deferred()).toEqual([true, false]);
		await host.byRole("tab", "One").click();
		await host.see("First words");
		expect(await deferred()).toEqual([false, false]);
		await host.close();
	});

	it("refuses to create what differs only in case, where the disk ignores case", async () => {
		const host = await openHost({
			vault: { "Folder/One.md": "Words\n" },
			pluginDir,
			caseInsensitive: true,
		});
		const said = await host.page.evaluate(() =>
			window.__host.app.vault.create("folder/ONE.md", "Others\n").then(
				() => "made",
				(error: Error) => error.message,
			),
		);
		expect(said).toBe("File already exists.");
		expect(host.readNote("Folder/One.md")).toBe("Words\n");
		await host.close();
	});

	it("lets tabs be dragged: within their row, into another pane, to an edge, which splits", async () => {
		const host = await openHost({ vault: { "One.md": "1\n", "Two.md": "2\n" }, pluginDir });
		await host.open("One.md");
		await host.page.evaluate(async () => {
			const { workspace, vault } = window.__host.app;
			const two = vault.getFileByPath("Two.md");
			if (two !== null) await workspace.getLeaf("tab").openFile(two);
		});
		const tabs = (): Promise<string[][]> =>
			host.page.$$eval(".mod-root .workspace-tabs", (all) =>
				all.map((stack) => [...stack.querySelectorAll(".workspace-tab-header")].map((tab) => tab.getAttribute("aria-label") ?? "")),
			);
		const drag = (name: string, onto: string, x: number): Promise<void> =>
			host.page.evaluate(
				(from, to, share) => {
					const tab = document.querySelector(`.mod-root [aria-label="${from}"]`);
					const place = document.querySelector(to);
					const { left, top, width, height } = place?.getBoundingClientRect() ?? new DOMRect();
					const dataTransfer = new DataTransfer();
					const at = { bubbles: true, cancelable: true, dataTransfer, clientX: left + width * share, clientY: top + height / 2 };
					tab?.dispatchEvent(new DragEvent("dragstart", at));
					place?.dispatchEvent(new DragEvent("dragover", at));
					place?.dispatchEvent(new DragEvent("drop", at));
					tab?.dispatchEvent(new DragEvent("dragend", at));
				},
				name,
				onto,
				x,
			);
		expect(await tabs()).toEqual([["One", "Two"]]);
		await drag("Two", ".mod-root .workspace-tab-header-container-inner", 0.01);
		expect(await tabs()).toEqual([["Two", "One"]]);
		await drag("Two", ".mod-root .workspace-tab-container", 0.95);
		expect(await tabs()).toEqual([["One"], ["Two"]]);
		await host.noteSays(".obsidian/workspace.json", /"file": "Two\.md"/);
		await drag("One", ".mod-root .workspace-tabs:last-child .workspace-tab-header-container-inner", 0.99);
		expect(await tabs()).toEqual([["Two", "One"]]);
		await host.close();
	});

	it("opens one drawer at a time on a phone", async () => {
		const host = await openHost({ vault: { "One.md": "Words\n" }, pluginDir, phone: true });
		const open = (): Promise<boolean[]> =>
			host.page.evaluate(() => {
				const { workspace } = window.__host.app;
				return [workspace.leftSplit.collapsed, workspace.rightSplit.collapsed].map((isClosed) => !isClosed);
			});
		await host.page.evaluate(() => window.__host.app.workspace.leftSplit.expand());
		await host.page.evaluate(() => window.__host.app.workspace.rightSplit.expand());
		expect(await open()).toEqual([false, true]);
		await host.close();
	});

	it("searches the settings of every tab and leads to the page", async () => {
		const host = await openHost({ vault: { "One.md": "Words\n" }, pluginDir });
		await host.press("Control+,");
		await host.page.locator('.vertical-tab-header input[type="search"]').fill("color");
		await host.see("Probe › Deeper › Color");
		await host.button("Show Color").click();
		await host.page.waitForSelector(".setting-item.is-found");
		await host.see("Deeper");
		await host.close();
	});

	it("shows the side bars as drawers on a phone", async () => {
		const host = await openHost({ vault: { "One.md": "Words\n" }, pluginDir, phone: true });
		const platform = await host.page.evaluate("window.probeModule.Platform.isPhone");
		expect(platform).toBe(true);
		await host.page.evaluate("window.probe.openView()");
		await host.see("Probe view is open");
		expect(
			await host.page.evaluate(() => window.__host.app.workspace.rightSplit.collapsed),
		).toBe(false);
		await host.close();
	});
});

describe("what a plugin asks of the app", () => {
	let host: Host;
	let site: Server;
	let address = "";
	beforeAll(async () => {
		site = createServer((request, response) => {
			if (request.url === "/moved") response.writeHead(302, { location: "/page" }).end();
			else if (request.url === "/missing") response.writeHead(404).end("nothing");
			else
				response
					.writeHead(200, { "content-type": "text/plain", "x-own": "yes" })
					.end("page");
		});
		await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", () => resolve()));
		address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
		host = await openHost({ vault: { "One.md": "# One\n" }, pluginDir });
	});
	afterAll(() => new Promise((resolve) => site.close(resolve)));

	it("fetches past CORS and keeps silent about redirects", async () => {
		const got = await host.page.evaluate(async (base) => {
			const { requestUrl } = (window as unknown as { probeModule: typeof import("obsidian") })
				.probeModule;
			const answer = await requestUrl(`${base}/moved`);
			const missing = await requestUrl({ url: `${base}/missing`, throw: false });
			const thrown = await requestUrl(`${base}/missing`).then(
				String,
				(error: Error) => error.message,
			);
			const plain = await fetch(`${base}/page`).then(
				() => "allowed",
				() => "refused",
			);
			return {
				keys: Object.keys(answer).sort(),
				text: answer.text,
				own: answer.headers["x-own"],
				missing: missing.status,
				thrown,
				plain,
			};
		}, address);
		expect(got).toEqual({
			keys: ["arrayBuffer", "headers", "json", "status", "text"],
			text: "page",
			own: "yes",
			missing: 404,
			thrown: "Request failed, status 404",
			plain: "refused",
		});
	});

	it("hears that its settings changed outside, and not of its own writes", async () => {
		await host.page.evaluate("window.probe.saveData({ greeting: 'own' })");
		await host.server.noticeChanges();
		await host.writeOutside(".obsidian/plugins/probe/data.json", '{"greeting":"theirs"}');
		await host.page.waitForFunction("window.probe.externalChanges === 1");
	});

	it("hears of a rename, and no change of the cache with it", async () => {
		const changes = await host.page.evaluate(async () => {
			const { probe } = window as unknown as { probe: { changed: string[] } };
			const { fileManager, vault } = window.__host.app;
			probe.changed.length = 0;
			const one = vault.getFileByPath("One.md");
			if (one !== null) await fileManager.renameFile(one, "Other.md");
			await window.__host.cacheIdle();
			return {
				changed: probe.changed,
				headings: window.__host.app.metadataCache.getCache("Other.md")?.headings?.length,
			};
		});
		expect(changes).toEqual({ changed: [], headings: 1 });
	});

	it("keeps secrets by plain names only", async () => {
		const answer = await host.page.evaluate(() => {
			const { secretStorage } = window.__host.app;
			secretStorage.setSecret("my-key", "secret");
			let refusal = "";
			try {
				secretStorage.setSecret("My key", "secret");
			} catch (error) {
				refusal = String(error);
			}
			return {
				kept: secretStorage.getSecret("my-key"),
				list: secretStorage.listSecrets(),
				none: secretStorage.getSecret("other"),
				refusal,
			};
		});
		expect(answer).toMatchObject({ kept: "secret", list: ["my-key"], none: null });
		expect(answer.refusal).toContain("lowercase");
		expect(host.exists("my-key")).toBe(false);
	});

	it("shows a menu that the keyboard walks", async () => {
		await host.page.evaluate(() => {
			const { Menu } = (window as unknown as { probeModule: typeof import("obsidian") })
				.probeModule;
			const menu = new Menu();
			for (const name of ["Alpha", "Beta", "Gamma"])
				menu.addItem((item) =>
					item
						.setTitle(name)
						.setDisabled(name === "Beta")
						.onClick(() => document.body.setAttribute("data-chosen", name)),
				);
			menu.showAtPosition({ x: 100, y: 100 });
		});
		await host.press("ArrowDown", "ArrowDown", "Enter");
		await host.page.waitForSelector('body[data-chosen="Gamma"]');
		expect(await host.page.$(".menu")).toBeNull();
	});

	it("moves files to the vault's trash and tells of it once", async () => {
		const told = await host.page.evaluate(async () => {
			const { vault, fileManager } = window.__host.app;
			const file = await vault.create("Gone.md", "Words\n");
			const events: string[] = [];
			const ref = vault.on("delete", (gone: { path: string }) => events.push(gone.path));
			await fileManager.trashFile(file);
			await new Promise((resolve) => setTimeout(resolve, 200));
			vault.offref(ref);
			return events;
		});
		expect(told).toEqual(["Gone.md"]);
		expect(host.readNote(".trash/Gone.md")).toBe("Words\n");
	});

	it("opens a window of its own with its own document", async () => {
		const opened = new Promise<void>((resolve) => host.page.once("popup", () => resolve()));
		const state = await host.page.evaluate(async () => {
			const { workspace, vault } = window.__host.app;
			const file = vault.getFileByPath("Other.md");
			const leaf = workspace.openPopoutLeaf();
			if (file !== null) await leaf.openFile(file);
			const { doc } = leaf.view.containerEl;
			return {
				own: doc !== document,
				text: doc.body.innerText,
				title: activeDocument === document ? "main" : "own",
				cross: leaf.view.containerEl.instanceOf(HTMLElement),
			};
		});
		await opened;
		expect(state).toMatchObject({ own: true, title: "own", cross: true });
		expect(state.text).toContain("One");
	});
});
