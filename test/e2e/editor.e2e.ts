import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { openHost, type Host, type OpenOptions } from "../host/open-host";

const probe = join(__dirname, "..", "host", "probe-plugin");
const note = [
	"---",
	"status: new",
	"tags: [bread]",
	"---",
	"# Flour",
	"",
	"A **strong** dough, see [[Oven#Heat|the oven]] and [a page](https://example.org/x).",
	"",
	"## Water",
	"",
	"Seventy parts of a hundred.",
	"",
	"```probe",
	"loaf",
	"```",
	"",
].join("\n");
const vault = {
	"Dough.md": note,
	"Oven.md": "## Cold\n\nOff.\n\n## Heat\n\nThe oven keeps its heat.\n",
};

type Editor = {
	getValue(): string;
	replaceRange(text: string, from: unknown, to?: unknown): void;
	transaction(tx: unknown): void;
	offsetToPos(offset: number): { line: number; ch: number };
	getCursor(): { line: number; ch: number };
	setCursor(pos: unknown): void;
	undo(): void;
	focus(): void;
	cm: { dom: HTMLElement };
};
type Probe = {
	app: {
		workspace: {
			activeEditor: { editor: Editor } | null;
			on(name: string, cb: (...args: never[]) => void): void;
			updateOptions(): void;
		};
	};
	registerEditorExtension(extension: unknown): void;
	registerMarkdownCodeBlockProcessor(
		language: string,
		draw: (source: string, el: HTMLElement) => void,
	): void;
};

const open = (options: OpenOptions = {}): Promise<Host> =>
	openHost({ vault, pluginDir: probe, ...options });

/** Runs in the page with the editor that is in use. */
function inEditor<T>(page: Page, act: (editor: Editor) => T): Promise<T> {
	return page.evaluate(
		`(${act.toString()})(window.probe.app.workspace.activeEditor.editor)`,
	) as Promise<T>;
}

it("A note shows its properties and its text without the marks", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.see("Properties");
	await host.see("A strong dough, see the oven and a page.");
	await host.seeNot("status: new");
});

it("What is typed is on disk soon after, and undo brings the first bytes back", async () => {
	const host = await open();
	await host.open("Dough.md");
	await inEditor(host.page, (editor) => {
		editor.setCursor({ line: 10, ch: 0 });
		editor.focus();
	});
	await host.page.keyboard.type("Warm. ");
	await host.noteSays("Dough.md", "Warm. Seventy");
	await host.press("Control+z");
	await host.noteSays("Dough.md", /^Seventy/m);
	expect(host.readNote("Dough.md")).toBe(note);
});

it("Many changes in one transaction are one undo", async () => {
	const host = await open();
	await host.open("Dough.md");
	const [changed, undone] = await inEditor(host.page, (editor) => {
		const before = editor.getValue();
		const at = (words: string) => editor.offsetToPos(before.indexOf(words));
		editor.transaction({
			changes: [
				{ from: at("Flour"), to: at("\n\nA **"), text: "Grain" },
				{ from: at("Seventy"), text: "About " },
			],
		});
		const after = editor.getValue();
		editor.undo();
		return [after, editor.getValue()] as const;
	});
	expect(changed).toContain("# Grain\n");
	expect(changed).toContain("About Seventy parts");
	expect(undone).toBe(note);
});

it("A change from outside comes into the open editor and leaves the cursor at its words", async () => {
	const host = await open();
	await host.open("Dough.md");
	await inEditor(host.page, (editor) =>
		editor.setCursor(editor.offsetToPos(editor.getValue().indexOf("Seventy"))),
	);
	await host.writeOutside(
		"Dough.md",
		note.replace("# Flour\n", "# Flour\n\nA new first line.\n"),
	);
	await host.see("A new first line.");
	expect(
		await inEditor(
			host.page,
			(editor) => editor.getValue().split("\n")[editor.getCursor().line],
		),
	).toBe("Seventy parts of a hundred.");
});

it("Unsaved words and a change from outside are joined", async () => {
	const host = await open();
	await host.open("Dough.md");
	await inEditor(host.page, (editor) => editor.replaceRange("Mine. ", { line: 10, ch: 0 }));
	await host.writeOutside("Dough.md", note.replace("# Flour\n", "# Flour and water\n"));
	await host.noteSays("Dough.md", "Mine. Seventy");
	expect(host.readNote("Dough.md")).toContain("# Flour and water\n");
});

it("A link to a heading opens there", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.page.locator("::-p-text(the oven)").click();
	await host.page.waitForFunction(
		() => window.__host.app.workspace.getActiveFile()?.path === "Oven.md",
	);
	await host.page.waitForFunction(
		"window.probe.app.workspace.activeEditor.editor.getCursor().line === 4",
	);
});

it("Mod and the pointer on a link show the note beside it", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.page.keyboard.down("Control");
	await host.page.hover("::-p-text(the oven)");
	await host.page.waitForFunction(() =>
		document
			.querySelector<HTMLElement>(".hover-popover")
			?.innerText.includes("The oven keeps its heat."),
	);
	await host.page.keyboard.up("Control");
});

it("Reading view shows the same note, its links open, and the way back leads to the editor", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.page.locator('[aria-label="Current view: editing"]').click();
	await host.page.waitForSelector(".markdown-reading-view h1");
	await host.page.locator(".markdown-reading-view a.internal-link").click();
	await host.page.waitForFunction(
		() => window.__host.app.workspace.getActiveFile()?.path === "Oven.md",
	);
	await host.page.locator('[aria-label="Current view: reading"]').click();
	await host.page.waitForSelector(".markdown-source-view .cm-content");
});

it("A plugin's extension array works on when it is changed, and its code blocks are drawn in both modes", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.page.evaluate(() => {
		const { probe: plugin, probeRequire } = window as unknown as {
			probe: Probe;
			probeRequire(name: string): {
				EditorView: { editorAttributes: { of(value: unknown): unknown } };
			};
		};
		const extensions: unknown[] = [];
		plugin.registerEditorExtension(extensions);
		extensions.push(
			probeRequire("@codemirror/view").EditorView.editorAttributes.of({
				class: "probe-was-here",
			}),
		);
		plugin.app.workspace.updateOptions();
		plugin.registerMarkdownCodeBlockProcessor("probe", (source, el) =>
			el.setText(`Drawn: ${source}`),
		);
	});
	await host.page.waitForSelector(".cm-editor.probe-was-here");
	await host.see("Drawn: loaf");
	await host.page.locator('[aria-label="Current view: editing"]').click();
	await host.page.waitForFunction(() =>
		document
			.querySelector<HTMLElement>(".markdown-reading-view")
			?.innerText.includes("Drawn: loaf"),
	);
});

it("Menus of the editor and of a web link ask plugins", async () => {
	const host = await open();
	await host.open("Dough.md");
	await host.page.evaluate(() => {
		const { probe: plugin } = window as unknown as { probe: Probe };
		type Item = { setTitle(title: string): void };
		type Menu = { addItem(make: (item: Item) => void): void };
		plugin.app.workspace.on("editor-menu", (menu: Menu) =>
			menu.addItem((item) => item.setTitle("Probe the words")),
		);
		plugin.app.workspace.on("url-menu", (menu: Menu, url: string) =>
			menu.addItem((item) => item.setTitle(`Probe ${url}`)),
		);
	});
	await host.page.locator(".cm-line.HyperMD-header-2").click({ button: "right" });
	await host.see("Probe the words");
	await host.press("Escape");
	await host.page.locator(".cm-link").click({ button: "right" });
	await host.see("Probe https://example.org/x");
});

it("Two brackets offer the notes of the vault, and Enter writes the link", async () => {
	const host = await open();
	await host.open("Dough.md");
	await inEditor(host.page, (editor) => {
		editor.setCursor({ line: 10, ch: 0 });
		editor.focus();
	});
	await host.page.keyboard.type("[[ove");
	await host.page.waitForSelector(".suggestion-item.is-selected");
	await host.press("Enter");
	expect(await host.editorText()).toContain("[[Oven]]Seventy");
});

it("Typing right after opening leaves the frontmatter alone", async () => {
	const host = await open();
	await host.open("Dough.md");
	await inEditor(host.page, (editor) => editor.focus());
	await host.page.keyboard.type("Hello ");
	await host.noteSays("Dough.md", "tags: [bread]\n---\nHello # Flour");
});
