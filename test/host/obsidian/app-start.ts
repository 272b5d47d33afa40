import { App, Tasks } from "./app";
import { addCoreCommands, dispatchKeys } from "./core-commands";
import { registerCoreViews } from "./core-views";
import { addDomGlobals, followActiveWindow } from "./dom-globals";
import { followDisk } from "./follow-disk";
import { readHostOptions } from "./host-options";
import { countListeners, footprint, type Footprint } from "./leaks";
import { playOn } from "./platform";
import type { PluginManifest } from "./plugin";
import { PluginLoader } from "./plugin-loader";
import { host } from "./private-names";
import { followProtocolLinks } from "./protocol-links";
import { TextFileView } from "./view";
import { restoreOrDefault } from "./workspace/default-layout";
import { Notice } from "./ui/notice";
import { watchTooltips } from "./ui/tooltip";

/** What the server says about the vault it serves. */
type Told = {
	name: string;
	id: string;
	manifest: PluginManifest;
	standIn: boolean;
	firstTime: boolean;
};

/** Handles for tests, outside of everything a plugin is handed. */
export type HostHandle = {
	ready: Promise<void>;
	footprint(): Footprint;
	disablePlugin(): void;
	enablePlugin(): Promise<void>;
	/** @returns whether a command of this id or name ran. */
	runCommand(idOrName: string): boolean;
	commandNames(): string[];
	openProtocol(action: string, params: Record<string, string>): unknown;
	runCli(command: string, params: Record<string, string>): Promise<string>;
	/** The cache has read everything that changed so far. */
	cacheIdle(): Promise<void>;
	quit(): Promise<void>;
	app: App;
};

export async function startApp(): Promise<void> {
	countListeners();
	addDomGlobals(window as Window & typeof globalThis);
	followActiveWindow(window as Window & typeof globalThis);
	const told = (await (await fetch("/api/about", { headers: { "x-host": "1" } })).json()) as Told;
	const options = readHostOptions(new URLSearchParams(location.search), told);
	playOn(options);
	const workspaceEl = drawFrame(options, told.standIn);
	const app = new App(options, workspaceEl);
	document.querySelector(".app-container")?.append(app.workspace[host].statusBarEl);
	const loader = new PluginLoader(app, told.manifest);
	registerCoreViews(app);
	addCoreCommands(app);
	dispatchKeys(app, document);
	window.addEventListener("host:window", (event) =>
		dispatchKeys(app, (event as CustomEvent<Window>).detail.document),
	);
	watchTooltips(document);
	followProtocolLinks(app, document);
	window.addEventListener("resize", () => app.workspace.trigger("resize"));
	app.metadataCache[host].follow();
	const before = { value: null as Footprint | null };
	const ready = (async () => {
		// Plugins come first, then the files, then the layout ([M]: the app's order of start).
		try {
			await loader.enable(told.firstTime);
		} catch (error) {
			new Notice(`Failed to load plugin ${told.manifest.id}`);
			console.error(error);
		}
		await app.vault[host].loadAll();
		const indexed = app.metadataCache[host].work();
		await restoreOrDefault(app);
		app.workspace[host].ready();
		followDisk(app, () => void loader.dataChanged());
		before.value = footprint(app);
		if (new URLSearchParams(location.search).get("wait") === "cache") await indexed;
		document.body.dataset["ready"] = "true";
	})();
	const handle: HostHandle = {
		ready,
		app,
		footprint: () => footprint(app),
		disablePlugin: () => loader.disable(),
		enablePlugin: () => loader.enable(true),
		runCommand: (idOrName) => app[host].commands.run(findCommand(app, idOrName)),
		commandNames: () => app[host].commands.available().map(({ name }) => name),
		openProtocol: (action, params) =>
			app[host].protocolHandlers.get(action)?.({ action, ...params }),
		runCli: async (command, params) => {
			const entry = app[host].cli.get(command);
			if (entry === undefined) throw new Error(`No CLI command ${command}`);
			return entry.handler(params);
		},
		cacheIdle: () => app.metadataCache[host].idle(),
		quit: async () => {
			const tasks = new Tasks();
			app.workspace.trigger("quit", tasks);
			await tasks.promise();
		},
	};
	Object.defineProperty(window, "__host", { value: handle });
	saveOnLeaving(app, handle.quit);
	await ready;
}

/** Words typed in the last two seconds are not lost with the tab. */
function saveOnLeaving(app: App, quit: () => Promise<void>): void {
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState !== "hidden") return;
		app.workspace.iterateAllLeaves(({ view }) => {
			if (view instanceof TextFileView) void view.save();
		});
	});
	window.addEventListener("pagehide", () => void quit());
}

function findCommand(app: App, idOrName: string): string {
	const { byId } = app[host].commands;
	if (byId.has(idOrName)) return idOrName;
	const wanted = idOrName.toLowerCase();
	const named = [...byId.values()].find(
		({ name }) => name.toLowerCase() === wanted || name.toLowerCase().endsWith(`: ${wanted}`),
	);
	return named?.id ?? idOrName;
}

function drawFrame(options: { theme: string; phone: boolean }, standIn: boolean): HTMLElement {
	document.body.addClasses([
		`theme-${options.theme}`,
		"mod-linux",
		"show-view-header",
		"show-ribbon",
	]);
	if (options.phone) document.body.addClasses(["is-mobile", "is-phone", "is-android"]);
	document.body.empty();
	const container = document.body.createDiv({ cls: "app-container" });
	if (standIn)
		document.body.createDiv({
			cls: "host-badge",
			text: "Claude is played by a local stand-in",
			attr: { role: "note" },
		});
	const main = container.createDiv({ cls: "horizontal-main-container" });
	return main.createDiv({ cls: "workspace" });
}
