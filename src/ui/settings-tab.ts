import { PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from "obsidian";

/** Where the values of the settings tab live; writing one saves it. */
export interface SettingValues {
	get(key: string): unknown;
	set(key: string, value: unknown): Promise<void>;
}

/** The declarative settings tab: each part of Winnow brings its own group. */
export class WinnowSettingTab extends PluginSettingTab {
	override icon = "wheat";

	constructor(
		app: App,
		plugin: Plugin,
		private readonly groups: () => SettingDefinitionItem[],
		private readonly values: SettingValues,
	) {
		super(app, plugin);
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return this.groups();
	}

	override getControlValue(key: string): unknown {
		return this.values.get(key);
	}

	override setControlValue(key: string, value: unknown): Promise<void> {
		return this.values.set(key, value);
	}
}
