import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";

const pluginDir = join(__dirname, "..", "host", "probe-plugin");

/** Names that plugins are known to use in the app and that `obsidian.d.ts` does not declare. */
const PRIVATE = [
	...[
		"commands",
		"appId",
		"plugins",
		"internalPlugins",
		"setting",
		"dom",
		"viewRegistry",
		"hotkeyManager",
		"customCss",
	].map((name) => `app.${name}`),
	...[
		"foldManager",
		"embedRegistry",
		"dragManager",
		"emulateMobile",
		"isMobile",
		"title",
		"metadataTypeManager",
	].map((name) => `app.${name}`),
	...["getConfig", "setConfig", "exists", "fileMap", "getAvailablePath", "checkPath"].map(
		(name) => `app.vault.${name}`,
	),
	...[
		"floatingSplit",
		"createLeafInTabGroup",
		"recentFileTracker",
		"editorSuggest",
		"protocolHandlers",
	].map((name) => `app.workspace.${name}`),
	...["id", "tabHeaderEl", "containerEl", "history", "rebuildView", "pinned", "group"].map(
		(name) => `app.workspace.activeLeaf.${name}`,
	),
	...["fileCache", "metadataCache", "getTags", "getBacklinksForFile", "blockCache"].map(
		(name) => `app.metadataCache.${name}`,
	),
	...["createNewMarkdownFile", "runAsyncLinkUpdate"].map((name) => `app.fileManager.${name}`),
	...["modifiers", "scope"].map((name) => `app.keymap.${name}`),
	...["keys", "tabFocusContainerEl"].map((name) => `app.scope.${name}`),
	...["children", "containerEl", "sizerEl"].map((name) => `app.workspace.rootSplit.${name}`),
	...["headerEl", "titleEl"].map((name) => `app.workspace.activeLeaf.view.${name}`),
];

describe("a plugin that asks for what is not documented", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault: { "One.md": "Words\n" }, pluginDir });
	});

	it.each(PRIVATE)("does not get %s", async (path) => {
		const answer = await host.page.evaluate((asked) => {
			const { app } = (window as unknown as { probe: { app: object } }).probe;
			const names = asked.split(".").slice(1);
			const last = names.pop() ?? "";
			const owner = names.reduce<object>(
				(object, name) => (object as Record<string, object>)[name] ?? {},
				app,
			);
			try {
				return `given: ${typeof (owner as Record<string, unknown>)[last]}`;
			} catch (error) {
				return String(error);
			}
		}, path);
		expect(answer).toMatch(/^Error: private API: /);
	});

	it("gets the parent of a leaf, which is documented since 1.13", async () => {
		expect(
			await host.page.evaluate(
				"window.probe.app.workspace.activeLeaf.parent.parent === window.probe.app.workspace.rootSplit",
			),
		).toBe(true);
	});

	it("finds no app in the page's globals", async () => {
		expect(await host.page.evaluate("typeof window.app")).toBe("undefined");
	});
});
