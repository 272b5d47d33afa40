import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";
import { popOutInbox } from "./pop-out";

/** The focused row's title, as a screen reader is told of it. */
async function focusedTitle({ page }: Host): Promise<string> {
	return page.evaluate(() => {
		const list = document.querySelector("[role=listbox]");
		const id = list?.getAttribute("aria-activedescendant") ?? "";
		return document.getElementById(id)?.querySelector(".winnow-inbox-title")?.textContent ?? "";
	});
}

async function focusIs(host: Host, title: string): Promise<void> {
	await host.page.waitForFunction(
		(wanted) => {
			const id =
				document.querySelector("[role=listbox]")?.getAttribute("aria-activedescendant") ??
				"";
			return (
				document.getElementById(id)?.querySelector(".winnow-inbox-title")?.textContent ===
				wanted
			);
		},
		{},
		title,
	);
}

async function openInbox(
	vault: Record<string, string>,
	options: Parameters<typeof openHost>[0] = {},
): Promise<Host> {
	const host = await openHost({ vault, ...options });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await host.page.waitForFunction(
		() => document.activeElement?.getAttribute("role") === "listbox",
	);
	return host;
}

async function shifted(host: Host, key: "n" | "y" | "j"): Promise<void> {
	await host.page.keyboard.down("Shift");
	await host.page.keyboard.press(key.toUpperCase() as "N");
	await host.page.keyboard.up("Shift");
}

describe("the inbox", () => {
	it("keeps, throws away and takes back by key, to the first byte", async () => {
		const host = await openInbox(projectWith(3));
		await host.see("0 of 3 read");
		await host.press("y");
		await focusIs(host, "Source 2");
		await host.see("1 of 3 read");
		await host.noteSays(pathOf(1), /^status: kept # not read$/m);
		expect(host.readNote(pathOf(1))).toContain("# written by hand\ntitle: 'Source 1'");
		expect(host.readNote(pathOf(1))).toContain("mine: {a: 1}");

		await host.press("n");
		await focusIs(host, "Source 3");
		await host.noteSays(pathOf(2), /^status: deleted/m);

		await host.press("u");
		await focusIs(host, "Source 2");
		await host.press("u");
		await focusIs(host, "Source 1");
		await host.see("0 of 3 read");
		await host.noteSays(pathOf(1), /^status: new/m);
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));
		expect(host.readNote(pathOf(2))).toBe(sourceNote(2));
		await host.close();
	});

	it("does the same by mouse", async () => {
		const host = await openInbox(projectWith(2));
		await host.page.locator("::-p-text(Source 2)").click();
		await host.page.locator(".winnow-inbox-foot-button.is-keep").click();
		await host.noteSays(pathOf(2), /^status: kept/m);
		await host.page.locator(".winnow-inbox-toast-undo").click();
		await host.noteSays(pathOf(2), /^status: new/m);
		await host.close();
	});

	it("shows the next source in one tab of its own, and leaves the person's tabs", async () => {
		const host = await openInbox({ ...projectWith(3), "Mine.md": "My own note." });
		await host.open("Mine.md");
		await host.runCommand("Open inbox");
		await host.press("j", "k");
		await host.see("Text of source 1.");
		await host.press("y");
		await host.see("Text of source 2.");
		const tabs = await host.page.evaluate(() => {
			const files: string[] = [];
			window.__host.app.workspace.iterateRootLeaves((leaf) =>
				files.push(String(leaf.getViewState().state?.file)),
			);
			return files;
		});
		expect(tabs.sort()).toEqual(["Mine.md", pathOf(2)]);
		await host.close();
	});

	it("kept, taken back and kept in a moment, a row comes and goes no more often than that", async () => {
		const host = await openInbox(projectWith(2), { cacheDelayMs: 400 });
		// Rows on the screen and the three counts, at every change.
		const shown = await host.page.evaluateHandle(() => {
			const seen: string[] = [];
			const look = (): void => {
				const rows = document.querySelectorAll(".winnow-inbox-row:not(.is-spare)").length;
				const counts = [...document.querySelectorAll(".winnow-inbox-tab-count")];
				const now = `${rows}: ${counts.map((count) => count.textContent).join()}`;
				if (seen.at(-1) !== now) seen.push(now);
			};
			look();
			const what = { childList: true, subtree: true, characterData: true, attributes: true };
			new MutationObserver(look).observe(document.body, what);
			return seen;
		});
		await host.press("y", "u", "y");
		await host.page.waitForFunction((seen) => seen.length >= 4, {}, shown);
		await host.settled();
		await host.page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
		);
		expect(await shown.jsonValue()).toEqual(["2: 2,0,0", "1: 1,1,0", "2: 2,0,0", "1: 1,1,0"]);
		await host.noteSays(pathOf(1), /^status: kept/m);
		await host.close();
	});

	it.each([1, 2])("kept, taken back and selected in a moment, of %i it is that row", async (count) => {
		const host = await openInbox(projectWith(count), { cacheDelayMs: 400 });
		await host.press("y", "u", "x");
		await host.see("1 selected");
		const chosen = await host.page.$$eval("[role=option][aria-selected=true]", (rows) =>
			rows.map((row) => row.querySelector(".winnow-inbox-title")?.textContent),
		);
		expect(chosen).toEqual(["Source 1"]);
		await host.close();
	});

	it("does the same in a window of its own", async () => {
		const host = await openInbox(projectWith(3), { cacheDelayMs: 400 });
		const own = await popOutInbox(host);
		await own.focus("[role=listbox]");
		for (const key of ["y", "u", "x"] as const) await own.keyboard.press(key);
		// By time: the browser draws no frames for a window that it holds to be covered.
		await own.waitForFunction(
			() => document.querySelector("[role=option][aria-selected=true] .winnow-inbox-title")?.textContent === "Source 1",
			{ polling: 50 },
		);
		expect(await own.$eval(".winnow-inbox-selection", (line) => line.textContent)).toContain("1 selected");
		await host.close();
	});

	it("asks for a reason in the row and writes nothing on Escape", async () => {
		const host = await openInbox(projectWith(2));
		await shifted(host, "n");
		await host.page.waitForSelector(".winnow-inbox-input input");
		await host.page.keyboard.type("yes, nothing new");
		await host.press("Escape");
		await host.page.waitForSelector(".winnow-inbox-input", { hidden: true });
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));
		await shifted(host, "n");
		await host.page.waitForSelector(".winnow-inbox-input input");
		await host.page.keyboard.type("a list");
		await host.press("Enter");
		await host.noteSays(pathOf(1), /^reason: a list$/m);
		await host.press("3");
		await host.see("“a list”");
		await host.close();
	});

	it("keeps its keys out of the search field", async () => {
		const host = await openInbox(projectWith(3));
		await host.press("/");
		await host.page.keyboard.type("source 2 yn");
		expect(
			await host.page.$eval(
				"input[type=search]",
				(input) => (input as HTMLInputElement).value,
			),
		).toBe("source 2 yn");
		await host.see("Nothing for");
		await host.press("Escape");
		await host.page.waitForFunction(
			() => document.querySelectorAll(".winnow-inbox-row:not(.is-spare)").length === 3,
		);
		for (const number of [1, 2, 3])
			expect(host.readNote(pathOf(number))).toBe(sourceNote(number));
		await host.close();
	});

	it("shows at once what somebody else changed, and keeps the place", async () => {
		const host = await openInbox(projectWith(4));
		await host.press("j", "j");
		await host.writeOutside(pathOf(1), sourceNote(1).replace("status: new", "status: kept"));
		await host.see("1 of 4 read");
		expect(await focusedTitle(host)).toBe("Source 3");
		await host.close();
	});

	it("undoes in a note that was changed since only its own lines, and says what it left", async () => {
		const host = await openInbox(projectWith(2));
		await host.press("y");
		await host.noteSays(pathOf(1), /^status: kept/m);
		await host.settled();
		await host.writeOutside(
			pathOf(1),
			host.readNote(pathOf(1)).replace("Text of", "My remark. Text of"),
		);
		await host.press("u");
		await host.noteSays(pathOf(1), /^status: new/m);
		expect(host.readNote(pathOf(1))).toBe(
			sourceNote(1).replace("Text of", "My remark. Text of"),
		);
		await focusIs(host, "Source 1");
		await host.page.waitForFunction(
			() => document.activeElement?.getAttribute("role") === "listbox",
		);

		await host.press("y");
		await host.noteSays(pathOf(1), /^status: kept/m);
		await host.settled();
		await host.writeOutside(
			pathOf(1),
			host.readNote(pathOf(1)).replace("status: kept", "status: deleted"),
		);
		await host.settled();
		await host.press("u");
		await host.see("keeps what it says");
		expect(host.readNote(pathOf(1))).toMatch(/^status: deleted/m);
		await host.close();
	});

	it("never writes a note whose properties cannot be read, and names the line", async () => {
		const broken = "---\ntitle: x\nstatus: [new\n---\nText.\n";
		const host = await openInbox({
			...projectWith(1),
			"Research/Bread/Sources/Broken.md": broken,
		});
		await host.see("Broken");
		await host.see("Open note");
		await host.press("y");
		await host.noteSays(pathOf(1), /^status: kept/m);
		expect(host.readNote("Research/Bread/Sources/Broken.md")).toBe(broken);
		await host.close();
	});

	it("teaches on the first day", async () => {
		const host = await openHost({ vault: {} });
		await host.runCommand("Open inbox");
		await host.see("Turn what you read into an article of your own");
		await host.page.locator("::-p-text(Try the sample)").click();
		await host.see("6 new sources wait.");
		await host.close();
	});
});
