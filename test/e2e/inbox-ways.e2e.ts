import { LIST_ACTS } from "../../src/inbox/list-acts";
import type { SerializedAXNode } from "puppeteer-core";
import type { TextKey } from "../../src/ui/i18n";
import { en } from "../../src/ui/i18n/en";
import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

async function openInbox(
	vault: Record<string, string>,
	settings: Record<string, unknown> = {},
): Promise<Host> {
	const host = await openHost({ vault, settings });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await listHasFocus(host);
	return host;
}

async function listHasFocus({ page }: Host): Promise<void> {
	await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
}

async function menuTitles({ page }: Host): Promise<readonly string[]> {
	await page.waitForSelector(".menu .menu-item-title");
	const titles = await page.$$eval(".menu .menu-item-title", (all) =>
		all.map((each) => each.textContent ?? ""),
	);
	await page.keyboard.press("Escape");
	await page.waitForSelector(".menu", { hidden: true });
	return titles;
}

/** The English words, which stand as they are in all that is asked for here. */
function t(key: TextKey): string {
	const words = en[key];
	if (typeof words !== "string") throw new Error(`No words for ${key}`);
	return words;
}

/** Titles of the acts that a menu is to hold in the list of new sources. */
function titlesIn(which: "row" | "list"): readonly string[] {
	return LIST_ACTS.flatMap(({ byHand }) =>
		"menu" in byHand && byHand.menu === which && byHand.notOn !== "new"
			? [t(byHand.title)]
			: [],
	);
}

describe("every act of the inbox", () => {
	it("stands in the palette, in a menu or on a button, and in the sheet of keys", async () => {
		const host = await openInbox(projectWith(3));
		for (const { name } of LIST_ACTS)
			if (name !== null)
				expect([name, await host.offersCommand(t(name))]).toEqual([name, true]);

		await host.press("Shift+F10");
		expect(await menuTitles(host)).toEqual(expect.arrayContaining([...titlesIn("row")]));
		await host.button("More").click();
		expect(await menuTitles(host)).toEqual(expect.arrayContaining([...titlesIn("list")]));
		for (const name of ["Filter", "Bread", "More acts", "Sort and group"])
			await host.button(name).wait();
		for (const tab of ["New", "Kept", "Deleted"])
			await host.page.waitForSelector(`::-p-xpath(//*[@role='tab'][contains(., '${tab}')])`);

		await host.page.focus("[role=listbox]");
		await host.press("?");
		for (const { line } of LIST_ACTS) await host.see(t(line));
		await host.close();
	});

	it("does from the palette what its key does", async () => {
		const vault = projectWith(4);
		const some = vault[pathOf(4)] ?? "";
		vault[pathOf(4)] = some.replace("words:", "category: Starters\nwords:");
		const host = await openInbox(vault, { inboxPreview: false });
		const { page } = host;

		await host.press("y", "u");
		await host.see("Taken back: Kept: Source 1.");
		await host.runCommand("Redo last decision");
		await host.noteSays(pathOf(1), /^status: kept/m);
		await host.runCommand("Take back last decision");
		await host.noteSays(pathOf(1), /^status: new/m);
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));

		await listHasFocus(host);
		await host.runCommand("Keep source with a reason…");
		await page.waitForSelector(".winnow-inbox-input input:focus");
		await page.keyboard.type("clear");
		await host.press("Enter");
		await host.noteSays(pathOf(1), /^reason: clear$/m);

		// The setting is off; peeking shows it all the same, and the keys stay with the list.
		await host.runCommand("Peek at source");
		await host.see("Text of source 2.");
		await listHasFocus(host);

		await host.runCommand("Set category…");
		await page.waitForSelector(".winnow-inbox-input input:focus");
		await page.keyboard.type("sta");
		await page.waitForSelector("::-p-text(Starters)");
		await host.press("ArrowDown", "Enter");
		await host.noteSays(pathOf(2), /^category: Starters$/m);

		await host.runCommand("Select all shown sources");
		await host.see("3 selected");
		await host.runCommand("Step back in inbox");
		await host.seeNot("3 selected");
		await host.runCommand("Show kept sources");
		await page.waitForSelector(
			"::-p-xpath(//*[@role='tab'][@aria-selected='true'][contains(., 'Kept')])",
		);
		await host.runCommand("Open next new source");
		await page.waitForSelector(
			"::-p-xpath(//*[@role='tab'][@aria-selected='true'][contains(., 'New')])",
		);
		await host.close();
	});

	it("means the source one reads while the list has no focus", async () => {
		const host = await openInbox(projectWith(3));
		await host.open(pathOf(2));
		await host.runCommand("Throw away source with a reason…");
		await host.page.waitForSelector(".modal input:focus");
		await host.page.keyboard.type("thin");
		await host.press("Enter");
		await host.noteSays(pathOf(2), /^reason: thin$/m);
		await host.runCommand("Redo last decision");
		await host.see("There is nothing to do again.");
		await host.close();
	});
});

/** What the browser tells a screen reader, as "role name" lines. */
async function accessibleNodes({ page }: Host): Promise<readonly string[]> {
	const lines: string[] = [];
	const walk = (node: SerializedAXNode): void => {
		const states = [
			node.selected === true ? "selected" : "",
			node.multiselectable === true ? "multi" : "",
		];
		lines.push([node.role, node.name, ...states].filter(Boolean).join(" "));
		for (const child of node.children ?? []) walk(child);
	};
	const tree = await page.accessibility.snapshot({ interestingOnly: false });
	if (tree !== null) walk(tree);
	return lines;
}

describe("a screen reader in the inbox", () => {
	it("hears roles, names and what was done, from one place", async () => {
		const host = await openInbox(projectWith(3));
		await host.press("x", "j");
		const nodes = await accessibleNodes(host);
		const isThere = (pattern: RegExp): void => {
			if (!nodes.some((line) => pattern.test(line)))
				throw new Error(`${String(pattern)} is not among:\n${nodes.join("\n")}`);
		};
		isThere(/^tab New 3 selected$/);
		isThere(/^tab Kept 0$/);
		isThere(/^listbox New sources multi$/);
		isThere(/^option Source 1, example\.org, 2 min, .*selected$/);
		isThere(/^option Source 2, example\.org, 2 min, /);
		isThere(/^searchbox Search sources$/);
		for (const name of ["Clip sources", "Sort and group", "More", "Filter", "More acts"])
			isThere(new RegExp(`^button ${name}`));
		// No button without a name.
		expect(nodes.filter((line) => line === "button")).toEqual([]);
		const regions = await host.page.$$eval(".winnow-inbox [aria-live]", (all) =>
			all.map((each) => each.getAttribute("aria-live")),
		);
		expect(regions).toEqual(["polite"]);
		await host.press("Escape", "y");
		await host.page.waitForFunction(() =>
			/^Kept: Source \d 2 new left$/.test(
				document.querySelector(".winnow-inbox [aria-live]")?.textContent ?? "",
			),
		);
		await host.close();
	});
});

describe("keys of the inbox", () => {
	it("are the input method's while it composes, in the row and in the search", async () => {
		const host = await openInbox(projectWith(2));
		const { page } = host;
		const keyboard = await page.createCDPSession();
		const compose = (text: string): Promise<unknown> =>
			keyboard.send("Input.imeSetComposition", {
				text,
				selectionStart: text.length,
				selectionEnd: text.length,
			});
		await page.evaluate(() => {
			document.body.addEventListener(
				"keydown",
				({ isComposing }) => (document.body.dataset.composing = String(isComposing)),
				{ capture: true },
			);
		});
		await host.press("Shift+N");
		await page.waitForSelector(".winnow-inbox-input input:focus");
		await compose("たいくつ");
		// The Enter that ends the composition, as the browser tells of it.
		await host.press("Enter");
		expect(await page.$eval("body", (body) => body.dataset.composing)).toBe("true");
		await page.waitForSelector(".winnow-inbox-input input:focus");
		expect(host.readNote(pathOf(1))).toBe(sourceNote(1));
		await keyboard.send("Input.insertText", { text: "退屈" });
		await host.press("Enter");
		await host.noteSays(pathOf(1), /^reason: 退屈$/m);

		await listHasFocus(host);
		await host.press("/");
		await page.waitForSelector("input[type=search]:focus");
		await compose("げん");
		await host.press("Escape", "n", "y");
		await page.waitForSelector("input[type=search]:focus");
		await keyboard.send("Input.insertText", { text: "" });
		await host.settled();
		expect(host.readNote(pathOf(2))).toBe(sourceNote(2));
		await host.close();
	});

	it("mean nothing on the list itself while composing, however the system says so", async () => {
		const host = await openInbox(projectWith(2));
		await host.page.evaluate(() => {
			const list = document.querySelector("[role=listbox]");
			const says: KeyboardEventInit[] = [
				{ key: "n", code: "KeyN", isComposing: true },
				{ key: "n", code: "KeyN", keyCode: 229 },
				{ key: "Process", code: "KeyY", keyCode: 229 },
				{ key: "Unidentified", keyCode: 229 },
			];
			for (const each of says)
				list?.dispatchEvent(
					new KeyboardEvent("keydown", { ...each, bubbles: true, cancelable: true }),
				);
		});
		await host.press("j");
		await host.see("0 of 2 read");
		for (const number of [1, 2]) expect(host.readNote(pathOf(number))).toBe(sourceNote(number));
		await host.close();
	});
});
