import type { App } from "./app";
import { loadAndWait } from "./component";
import { noticeDataChange, type Plugin, type PluginManifest } from "./plugin";
import { servedModules } from "./served-modules";

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** Loads, enables and disables the one plugin under test, as the app does with a community plugin. */
export class PluginLoader {
	plugin: Plugin | null = null;
	#styleEl: HTMLStyleElement | null = null;

	constructor(
		private readonly app: App,
		private readonly manifest: PluginManifest,
	) {}

	/** @param byUser Somebody switched it on just now: `onUserEnable` is called once the layout stands. */
	async enable(byUser: boolean): Promise<void> {
		const source = await text("/plugin/main.js");
		const PluginType = evaluate(source);
		this.#styleEl = document.head.createEl("style", {
			text: await text("/plugin/styles.css"),
			attr: { "data-plugin": this.manifest.id },
		});
		const plugin = new PluginType(this.app, { ...this.manifest });
		this.plugin = plugin;
		await plugin[loadAndWait]();
		if (byUser) this.app.workspace.onLayoutReady(() => plugin.onUserEnable());
	}

	disable(): void {
		this.plugin?.unload();
		this.plugin = null;
		this.#styleEl?.remove();
		this.#styleEl = null;
	}

	async dataChanged(): Promise<void> {
		if (this.plugin !== null) await noticeDataChange(this.plugin);
	}
}

/** CommonJS, with nothing to require but what the app gives: Node's modules are refused. */
function evaluate(source: string): PluginClass {
	const module = { exports: {} as Record<string, unknown> };
	const require = (name: string): unknown => {
		const served = servedModules[name];
		if (served === undefined)
			throw new Error(`Cannot find module '${name}': the app gives plugins no such module.`);
		return served;
	};
	const run = new Function(
		"module",
		"exports",
		"require",
		`${source}\n//# sourceURL=plugin:winnow/main.js`,
	) as (...args: unknown[]) => void;
	run(module, module.exports, require);
	return (module.exports["default"] ?? module.exports) as PluginClass;
}

async function text(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The host has no ${url}: is the plugin built?`);
	return response.text();
}
