import type { BasesViewRegistration } from "./bases/bases-view";
import type { Extension } from "@codemirror/state";
import type { ObsidianProtocolData } from "obsidian";
import type { App } from "./app";
import type { Command } from "./commands";
import { Component } from "./component";
import type { CliEntry } from "./host-services";
import { setIcon } from "./icons";
import {
	addEditorExtension,
	removeEditorExtension,
	updateEditorOptions,
} from "./markdown/editor-extensions";
import {
	addCodeBlockProcessor,
	addPostProcessor,
	type CodeBlockHandler,
	type MarkdownPostProcessor,
	removePostProcessor,
} from "./markdown/post-processors";
import { host, refuseNames } from "./private-names";
import type { SettingTab } from "./settings/setting-tab";
import { setTooltip } from "./ui/tooltip";
import type { ViewCreator } from "./view-registry";

export type PluginManifest = {
	dir?: string;
	id: string;
	name: string;
	author: string;
	version: string;
	minAppVersion: string;
	description: string;
	authorUrl?: string;
	isDesktopOnly?: boolean;
};
export type PluginEntry = { id: string; name: string; tab: SettingTab };

/** The last text written by `saveData`, so that our own write is not told as one from outside. */
const written = new WeakMap<Plugin, string>();

export abstract class Plugin extends Component {
	app: App;
	manifest: PluginManifest;
	settings?: unknown;

	constructor(app: App, manifest: PluginManifest) {
		super();
		this.app = app;
		this.manifest = manifest;
	}

	onExternalSettingsChange?(): unknown;

	onUserEnable(): void {
		// For subclasses.
	}

	addRibbonIcon(
		icon: string,
		title: string,
		callback: (evt: MouseEvent) => unknown,
	): HTMLElement {
		const { ribbonEl } = this.app.workspace[host];
		const button = ribbonEl.createEl("button", {
			cls: "clickable-icon side-dock-ribbon-action",
		});
		setIcon(button, icon);
		setTooltip(button, title, { placement: "right" });
		button.addEventListener("click", callback);
		this.register(() => button.remove());
		return button;
	}

	/** The app has no status bar on phones ([R] docs). */
	addStatusBarItem(): HTMLElement {
		const item = this.app.workspace[host].statusBarEl.createDiv({
			cls: ["status-bar-item", `plugin-${this.manifest.id}`],
		});
		this.register(() => item.remove());
		return item;
	}

	addCommand(command: Command): Command {
		command.id = `${this.manifest.id}:${command.id}`;
		command.name = `${this.manifest.name}: ${command.name}`;
		this.app[host].commands.add(command);
		this.register(() => this.app[host].commands.remove(command.id));
		return command;
	}

	removeCommand(commandId: string): void {
		this.app[host].commands.remove(`${this.manifest.id}:${commandId}`);
	}

	addSettingTab(settingTab: SettingTab): void {
		const { settingTabs } = this.app[host];
		const entry: PluginEntry = {
			id: this.manifest.id,
			name: this.manifest.name,
			tab: settingTab,
		};
		settingTabs.push(entry);
		// The app asks once at registration, for its search ([R] d.ts).
		settingTab.update();
		this.register(() => settingTabs.splice(settingTabs.indexOf(entry), 1));
	}

	registerView(type: string, viewCreator: ViewCreator): void {
		const { views } = this.app[host];
		this.register(views.register(type, viewCreator));
		// Leaves of a plugin that goes stay in place as "plugin no longer active" ([M]).
		this.register(() => {
			for (const leaf of this.app.workspace.getLeavesOfType(type))
				if (!leaf.isDeferred)
					void leaf[host].setViewState(leaf.getViewState(), undefined, false);
		});
	}

	registerHoverLinkSource(id: string, info: { display: string; defaultMod: boolean }): void {
		this.app[host].hoverSources.set(id, info);
		this.register(() => this.app[host].hoverSources.delete(id));
	}

	registerExtensions(extensions: string[], viewType: string): void {
		this.register(this.app[host].views.registerExtensions(extensions, viewType));
	}

	registerMarkdownPostProcessor(
		postProcessor: MarkdownPostProcessor,
		sortOrder?: number,
	): MarkdownPostProcessor {
		addPostProcessor(postProcessor, sortOrder);
		this.register(() => removePostProcessor(postProcessor));
		return postProcessor;
	}

	registerMarkdownCodeBlockProcessor(
		language: string,
		handler: CodeBlockHandler,
		sortOrder?: number,
	): MarkdownPostProcessor {
		const processor = addCodeBlockProcessor(language, handler, sortOrder);
		this.register(() => removePostProcessor(processor));
		return processor;
	}

	/** Bases are on: true ([R] d.ts). A taken name is refused like any other ([M]). */
	registerBasesView(viewId: string, registration: BasesViewRegistration): boolean {
		const { basesViews } = this.app[host];
		if (basesViews.has(viewId)) throw new Error(`Attempting to register an existing Bases view "${viewId}"`);
		basesViews.set(viewId, registration);
		this.register(() => basesViews.delete(viewId));
		return true;
	}

	registerEditorExtension(extension: Extension): void {
		addEditorExtension(extension);
		updateEditorOptions();
		this.register(() => removeEditorExtension(extension));
	}

	registerObsidianProtocolHandler(
		action: string,
		handler: (params: ObsidianProtocolData) => unknown,
	): void {
		const { protocolHandlers } = this.app[host];
		protocolHandlers.set(action, handler);
		this.register(() => protocolHandlers.delete(action));
	}

	registerEditorSuggest(editorSuggest: unknown): void {
		const { editorSuggests } = this.app[host];
		editorSuggests.push(editorSuggest);
		this.register(() => editorSuggests.splice(editorSuggests.indexOf(editorSuggest), 1));
	}

	/** @throws for a command outside the plugin's own names, or one that is taken ([R] d.ts). */
	registerCliHandler(
		command: string,
		description: string,
		flags: CliEntry["flags"],
		handler: CliEntry["handler"],
	): void {
		const { id } = this.manifest;
		const { cli } = this.app[host];
		if (command !== id && !command.startsWith(`${id}:`))
			throw new Error(`CLI command "${command}" must be "${id}" or start with "${id}:".`);
		if (cli.has(command)) throw new Error(`CLI command "${command}" is already registered.`);
		cli.set(command, { description, flags, handler });
		this.register(() => cli.delete(command));
	}

	async loadData(): Promise<unknown> {
		const { adapter } = this.app.vault;
		const path = dataPath(this);
		if (!(await adapter.exists(path))) return null;
		const text = await adapter.read(path);
		written.set(this, text);
		return JSON.parse(text) as unknown;
	}

	async saveData(data: unknown): Promise<void> {
		const text = JSON.stringify(data, null, 2);
		written.set(this, text);
		await this.app.vault.adapter.write(dataPath(this), text);
	}
}

export function dataPath(plugin: Plugin): string {
	return `${plugin.manifest.dir ?? ""}/data.json`;
}

/** The file changed on disk: tells the plugin unless it was its own write. */
export async function noticeDataChange(plugin: Plugin): Promise<void> {
	const text = await plugin.app.vault.adapter.read(dataPath(plugin)).catch(() => "");
	if (text === written.get(plugin)) return;
	written.set(plugin, text);
	plugin.onExternalSettingsChange?.();
}

refuseNames(Plugin.prototype, "plugin", [
	"_loaded",
	"_children",
	"_events",
	"lastDataModifiedTime",
	"onConfigFileChange",
]);
