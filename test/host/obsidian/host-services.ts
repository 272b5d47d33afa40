import type { ObsidianProtocolData } from "obsidian";
import type { App } from "./app";
import type { BasesViewRegistration } from "./bases/bases-view";
import { CommandRegistry } from "./commands";
import type { HostOptions } from "./host-options";
import { ViewRegistry } from "./view-registry";

export type CliFlags = Record<string, { value?: string; description: string; required?: boolean }>;
export type CliEntry = {
	description: string;
	flags: CliFlags | null;
	handler: (params: Record<string, string>) => string | Promise<string>;
};
/**
 * What plugins register and the host's parts ask for. Editor extensions and Markdown processors stand
 * with their users, in `markdown/`.
 */
export class HostServices {
	readonly views = new ViewRegistry();
	readonly commands: CommandRegistry;
	/** EditorSuggest instances, asked in order while typing. */
	readonly editorSuggests: unknown[] = [];
	readonly hoverSources = new Map<string, { display: string; defaultMod: boolean }>();
	readonly protocolHandlers = new Map<string, (params: ObsidianProtocolData) => unknown>();
	readonly cli = new Map<string, CliEntry>();
	readonly basesViews = new Map<string, BasesViewRegistration>();
	readonly settingTabs: unknown[] = [];
	/** Opens the settings, at a plugin's tab if one is named. Set by the settings window. */
	openSettings: (tab?: string) => void = () => undefined;

	constructor(
		app: App,
		readonly options: HostOptions,
	) {
		this.commands = new CommandRegistry(app);
	}
}
