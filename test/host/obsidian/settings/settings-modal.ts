import type { App } from "../app";
import { setIcon } from "../icons";
import { host } from "../private-names";
import { Modal } from "../ui/modal";
import type { PluginEntry } from "../plugin";
import { openWindow } from "../workspace/popout";
import { SearchComponent } from "./components";
import { searchSettings } from "./search-settings";
import { SecretsTab } from "./secrets-tab";
import { Setting } from "./setting";
import { SettingTab } from "./setting-tab";

/** The app's own settings as far as the host has any: the theme. */
class AppearanceTab extends SettingTab {
	override icon = "lucide-paintbrush";

	constructor(app: App) {
		super();
		this.app = app;
	}

	getControlValue(): unknown {
		return this.app.isDarkMode() ? "dark" : "light";
	}

	setControlValue(_key: string, value: unknown): void {
		switchTheme(this.app, value === "light" ? "light" : "dark");
	}

	override display(): void {
		new Setting(this.containerEl).setName("Base color scheme").addDropdown((field) =>
			field
				.addOptions({ dark: "Dark", light: "Light" })
				.setValue(this.getControlValue() as string)
				.onChange((value) => this.setControlValue("theme", value)),
		);
	}
}

export function switchTheme(app: App, theme: "light" | "dark"): void {
	document.body.toggleClass("theme-light", theme === "light");
	document.body.toggleClass("theme-dark", theme === "dark");
	app.workspace.trigger("css-change");
}

/** The settings: sections at the left, the chosen one at the right. */
export class SettingsModal extends Modal {
	#headersEl: HTMLElement;
	#bodyEl: HTMLElement;
	#shown: SettingTab | null = null;
	#win: Window | null = null;
	readonly #own: readonly (readonly [string, SettingTab])[];

	constructor(app: App) {
		super(app);
		this.modalEl.addClasses(["mod-settings", "mod-sidebar-layout"]);
		this.setTitle("Settings");
		this.contentEl.addClass("vertical-tabs-container");
		const side = this.contentEl.createDiv({ cls: "vertical-tab-header" });
		new SearchComponent(side).setPlaceholder("Search settings…").onChange((query) => this.#search(query));
		this.#headersEl = side.createDiv();
		this.#bodyEl = this.contentEl.createDiv({ cls: "vertical-tab-content-container" });
		this.#own = [
			["Appearance", new AppearanceTab(app)],
			["Keychain", new SecretsTab(app)],
		];
	}

	showTab(id: string | undefined): void {
		if (this.app[host].options.settingsWindow && this.#win === null) this.#openWindow();
		this.open();
		const plugins = this.app[host].settingTabs as PluginEntry[];
		const wanted =
			plugins.find((entry) => entry.id === id)?.tab ?? plugins[0]?.tab ?? this.#own[0]?.[1];
		if (wanted !== undefined) this.#show(wanted);
	}

	override onClose(): void {
		this.#shown?.[host].close();
		this.#shown = null;
		this.#win?.close();
		this.#win = null;
	}

	/** What opens next goes where the person works, which is the new window. */
	#openWindow(): void {
		const opened = openWindow();
		this.#win = opened;
		opened.document.title = "Settings";
		opened.addEventListener("pagehide", () => this.close());
	}

	#show(tab: SettingTab): void {
		this.#shown?.[host].close();
		this.#shown = tab;
		this.#drawHeaders();
		this.#bodyEl.empty();
		this.#bodyEl.append(tab.containerEl);
		tab[host].show();
	}

	/** Nothing typed: the tab that was open is back. */
	#search(query: string): void {
		const tabs = this.#allTabs();
		const found = searchSettings(tabs.map(([, tab]) => tab[host].searched()), query);
		if (query.trim() === "") {
			const shown = this.#shown ?? tabs[0]?.[1];
			if (shown !== undefined) this.#show(shown);
			return;
		}
		this.#bodyEl.empty();
		const results = this.#bodyEl.createDiv({ cls: "vertical-tab-content setting-search-results" });
		if (found.length === 0) results.createDiv({ cls: "setting-list-empty", text: "No settings found." });
		for (const { tab: index, pages, name, desc } of found) {
			const [title, tab] = tabs[index] ?? [];
			if (tab === undefined) continue;
			new Setting(results)
				.setName([title, ...pages, name].join(" › "))
				.setDesc(desc)
				.addExtraButton((button) =>
					button
						.setIcon("lucide-arrow-right")
						.setTooltip(`Show ${name}`)
						.onClick(() => {
							this.#show(tab);
							tab[host].goTo(pages, name);
						}),
				);
		}
	}

	#allTabs(): readonly (readonly [string, SettingTab])[] {
		const plugins = this.app[host].settingTabs as PluginEntry[];
		return [...this.#own, ...plugins.map(({ name, tab }) => [name, tab] as const)];
	}

	#drawHeaders(): void {
		this.#headersEl.empty();
		const plugins = this.app[host].settingTabs as PluginEntry[];
		this.#group("Options", this.#own);
		this.#group(
			"Community plugins",
			plugins.map(({ name, tab }) => [name, tab] as const),
		);
	}

	#group(title: string, tabs: readonly (readonly [string, SettingTab])[]): void {
		if (tabs.length === 0) return;
		const group = this.#headersEl.createDiv({ cls: "vertical-tab-header-group" });
		group.createDiv({ cls: "vertical-tab-header-group-title", text: title });
		const items = group.createDiv({
			cls: "vertical-tab-header-group-items",
			attr: { role: "tablist" },
		});
		for (const [name, tab] of tabs) {
			const item = items.createDiv({
				cls: "vertical-tab-nav-item tappable",
				attr: { role: "tab", tabindex: "0" },
			});
			item.toggleClass("is-active", tab === this.#shown);
			item.setAttribute("aria-selected", String(tab === this.#shown));
			if (tab.icon !== "")
				setIcon(item.createDiv({ cls: "vertical-tab-nav-item-icon" }), tab.icon);
			item.createDiv({ cls: "vertical-tab-nav-item-title", text: name });
			item.addEventListener("click", () => this.#show(tab));
			item.addEventListener("keydown", (event) => {
				if (event.key === "Enter" || event.key === " ") this.#show(tab);
			});
		}
	}
}
