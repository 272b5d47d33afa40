import type { Locator, Page } from "puppeteer-core";

/** What a person does in the page, found as a screen reader finds it. */
export type PageHelpers = Readonly<{
	/** Something by its role and accessible name. */
	byRole(role: string, name: string): Locator<Element>;
	button(name: string): Locator<Element>;
	/** Waits until the words are on screen. */
	see(words: string): Promise<void>;
	/** Waits until the words are no longer on screen. */
	seeNot(words: string): Promise<void>;
	/** Runs a command through the palette, as a person does. `name`: as shown, with or without the plugin's. */
	runCommand(name: string): Promise<void>;
	/** Whether the palette offers it now. */
	offersCommand(name: string): Promise<boolean>;
	/** Opens a file in the active tab. */
	open(path: string): Promise<void>;
	/** Waits until the metadata cache has read what changed. */
	settled(): Promise<void>;
	/** The app is closed as a person closes it, and started anew. */
	restart(): Promise<void>;
	/** The text of the active editor. */
	editorText(): Promise<string>;
	/** Selects the first place of these words in the active editor. */
	select(words: string): Promise<void>;
	press(...keys: string[]): Promise<void>;
}>;

export function pageHelpers(page: Page): PageHelpers {
	const byRole = (role: string, name: string): Locator<Element> =>
		page.locator(`::-p-aria([name="${name}"][role="${role}"])`);
	return {
		byRole,
		button: (name) => byRole("button", name),
		async see(words) {
			await page.waitForFunction(
				(wanted) => document.body.innerText.includes(wanted),
				{},
				words,
			);
		},
		async seeNot(words) {
			await page.waitForFunction(
				(unwanted) => !document.body.innerText.includes(unwanted),
				{},
				words,
			);
		},
		async runCommand(name) {
			await page.keyboard.down("Control");
			await page.keyboard.press("p");
			await page.keyboard.up("Control");
			await page.waitForSelector(".prompt .prompt-input");
			// At once: what a command before this one still opens may take the focus between two letters.
			await page.$eval(
				".prompt .prompt-input",
				(input, words) => {
					(input as HTMLInputElement).value = words;
					input.dispatchEvent(new Event("input"));
				},
				name,
			);
			// Found and clicked in one go: the list is drawn anew with each letter.
			await page.waitForFunction(
				(wanted) => {
					const rows = document.querySelectorAll<HTMLElement>(".prompt .suggestion-item");
					const row = [...rows].find((item) => {
						const title = item.querySelector(".suggestion-title")?.textContent ?? "";
						return title === wanted || title.endsWith(`: ${wanted}`);
					});
					row?.click();
					return row !== undefined;
				},
				{},
				name,
			);
		},
		offersCommand: (name) =>
			page.evaluate(
				(wanted) =>
					window.__host
						.commandNames()
						.some((title) => title === wanted || title.endsWith(`: ${wanted}`)),
				name,
			),
		async open(path) {
			await page.evaluate(async (wanted) => {
				const { workspace, vault } = window.__host.app;
				const file = vault.getFileByPath(wanted);
				if (file === null) throw new Error(`No such file: ${wanted}`);
				await workspace.getLeaf(false).openFile(file);
			}, path);
		},
		settled: () => page.evaluate(() => window.__host.cacheIdle()),
		async restart() {
			await page.evaluate(() => window.__host.quit());
			await page.reload();
			await page.waitForSelector("body[data-ready]");
		},
		editorText: () =>
			page.evaluate(() => {
				const info = window.__host.app.workspace.activeEditor as {
					editor: { getValue(): string };
				} | null;
				return info?.editor.getValue() ?? "";
			}),
		async select(words) {
			await page.evaluate((wanted) => {
				const info = window.__host.app.workspace.activeEditor as {
					editor: SelectingEditor;
				} | null;
				if (info === null) throw new Error("No editor is active.");
				const at = info.editor.getValue().indexOf(wanted);
				if (at === -1) throw new Error(`The editor does not say: ${wanted}`);
				info.editor.setSelection(
					info.editor.offsetToPos(at),
					info.editor.offsetToPos(at + wanted.length),
				);
				info.editor.focus();
			}, words);
		},
		async press(...keys) {
			for (const key of keys) await pressOne(page, key);
		},
	};
}

type SelectingEditor = {
	getValue(): string;
	offsetToPos(offset: number): unknown;
	setSelection(from: unknown, to: unknown): void;
	focus(): void;
};

/** `j`, `Enter` or `Control+Shift+z`. */
async function pressOne(page: Page, keys: string): Promise<void> {
	const parts = keys.split("+");
	const key = parts.pop() ?? "";
	for (const modifier of parts) await page.keyboard.down(modifier as "Control");
	await page.keyboard.press(key as "Enter");
	for (const modifier of parts.reverse()) await page.keyboard.up(modifier as "Control");
}
