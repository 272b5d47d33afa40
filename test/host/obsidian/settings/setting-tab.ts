import type { SettingDefinitionItem } from "obsidian";
import type { App } from "../app";
import { setIcon } from "../icons";
import type { Plugin } from "../plugin";
import { host } from "../private-names";
import type { Definition, PageEntry } from "./definitions";
import { type Drawing, drawDefinitions } from "./draw-definitions";

/** A page below a tab, drawn by the plugin. */
export abstract class SettingPage {
	rootEl: HTMLElement = createDiv({ cls: "setting-page" });
	titlebarEl: HTMLElement = this.rootEl.createDiv({ cls: "setting-page-titlebar" });
	containerEl: HTMLElement = this.rootEl.createDiv({ cls: "setting-page-content" });
	title = "";

	abstract display(): void;

	hide(): void {
		this.containerEl.empty();
	}
}

export abstract class SettingTab {
	icon = "";
	app!: App;
	containerEl: HTMLElement = createDiv({ cls: "vertical-tab-content" });
	settingItems: SettingDefinitionItem[] = [];
	readonly [host] = new TabState(this);

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	update(): void {
		this.settingItems = this.getSettingDefinitions();
		this[host].redraw();
	}

	abstract getControlValue(key: string): unknown;
	abstract setControlValue(key: string, value: unknown): void | Promise<void>;

	refreshDomState(): void {
		this[host].refresh();
	}

	display(): void {
		// For tabs that draw themselves, which 1.13 no longer asks of those with definitions.
	}

	hide(): void {
		this.containerEl.empty();
	}
}

export abstract class PluginSettingTab extends SettingTab {
	readonly #plugin: Plugin;

	constructor(app: App, plugin: Plugin) {
		super();
		this.app = app;
		this.#plugin = plugin;
	}

	/** Reads `this.plugin.settings[key]` ([R] d.ts). */
	getControlValue(key: string): unknown {
		return (this.#plugin.settings as Record<string, unknown> | undefined)?.[key];
	}

	/** Sets it and saves the plugin's data ([R] d.ts). */
	async setControlValue(key: string, value: unknown): Promise<void> {
		const settings = (this.#plugin.settings ??= {}) as Record<string, unknown>;
		settings[key] = value;
		await this.#plugin.saveData(settings);
	}
}

/** Which page of a tab is on screen. */
class TabState {
	#drawing: Drawing | null = null;
	#path: PageEntry[] = [];
	#custom: SettingPage | null = null;
	#isShown = false;

	constructor(private readonly tab: SettingTab) {}

	show(): void {
		this.#isShown = true;
		this.#path = [];
		this.tab.settingItems = this.tab.getSettingDefinitions();
		if (this.tab.settingItems.length === 0) this.tab.display();
		else this.#draw();
	}

	close(): void {
		this.#clear();
		this.#isShown = false;
		this.tab.hide();
	}

	redraw(): void {
		if (!this.#isShown || this.tab.settingItems.length === 0 || this.#custom !== null) return;
		// Pages are found again by their names: the definitions are new objects.
		const names = this.#path.map((page) => page.name);
		this.#path = [];
		let items = this.#definitions;
		for (const name of names) {
			const page = pagesOf(items).find((entry) => entry.name === name);
			if (page?.items === undefined) break;
			this.#path.push(page);
			items = page.items;
		}
		const { scrollTop } = this.tab.containerEl;
		this.#draw();
		this.tab.containerEl.scrollTop = scrollTop;
	}

	refresh(): void {
		this.#drawing?.refresh();
	}

	/** What the search looks through; asked anew, as a tab that was never shown has none yet. */
	searched(): readonly Definition[] {
		return this.tab.getSettingDefinitions() as unknown as readonly Definition[];
	}

	/** Opens these pages, one below the other, and shows the setting of this name. */
	goTo(pages: readonly string[], name: string): void {
		this.#path = pages.map((page): PageEntry => ({ type: "page", name: page, items: [] }));
		this.redraw();
		const rows = this.tab.containerEl.querySelectorAll<HTMLElement>(".setting-item");
		const row = [...rows].find((each) => each.querySelector(".setting-item-name")?.textContent === name);
		row?.scrollIntoView({ block: "center" });
		row?.addClass("is-found");
	}

	/** The same objects, typed as the host reads them. */
	get #definitions(): readonly Definition[] {
		return this.tab.settingItems as unknown as readonly Definition[];
	}

	#draw(): void {
		this.#clear();
		const { containerEl } = this.tab;
		const page = this.#path.at(-1);
		if (page !== undefined) this.#titlebar(containerEl, page.name);
		this.#drawing = drawDefinitions(
			this.tab,
			containerEl,
			page?.items ?? this.#definitions,
			(entry) => {
				this.#path.push(entry);
				if (entry.page !== undefined) this.#drawCustom(entry.page());
				else this.#draw();
			},
		);
	}

	#drawCustom(custom: SettingPage): void {
		this.#clear();
		this.#custom = custom;
		this.tab.containerEl.append(custom.rootEl);
		this.#titlebar(custom.titlebarEl, custom.title);
		custom.display();
	}

	#titlebar(el: HTMLElement, title: string): void {
		const bar = el.createDiv({ cls: "setting-page-header" });
		const back = bar.createEl("button", {
			cls: "setting-page-back clickable-icon",
			attr: { "aria-label": "Back" },
		});
		setIcon(back, "lucide-arrow-left");
		back.addEventListener("click", () => {
			this.#path.pop();
			this.#draw();
		});
		bar.createSpan({ cls: "setting-page-title", text: title });
	}

	#clear(): void {
		this.#custom?.hide();
		this.#custom = null;
		this.#drawing?.destroy();
		this.#drawing = null;
		this.tab.containerEl.empty();
	}
}

function pagesOf(items: readonly Definition[]): PageEntry[] {
	return items.flatMap((item) => {
		if (item.type === "page") return [item];
		if (item.type === "group" || item.type === "list") return pagesOf(item.items ?? []);
		return [];
	});
}
