import { setIcon } from "../icons";
import { drawControl } from "./draw-control";
import { type Definition, type Group, type PageEntry, type Row, valueOf } from "./definitions";
import { Setting, SettingGroup } from "./setting";
import type { SettingTab } from "./setting-tab";

/** What a drawn list of definitions can do later. */
export type Drawing = {
	/** Asks every `visible` and `disabled` again and shows the answer. */
	refresh(): void;
	/** Runs the cleanups that `render` returned. */
	destroy(): void;
};

type Hooks = {
	refreshes: (() => void)[];
	cleanups: (() => void)[];
	openPage: (page: PageEntry) => void;
};

/** Rows outside of a group stand in groups of their own, as the app draws them ([M]). */
export function drawDefinitions(
	tab: SettingTab,
	el: HTMLElement,
	items: readonly Definition[],
	openPage: (page: PageEntry) => void,
): Drawing {
	const hooks: Hooks = { refreshes: [], cleanups: [], openPage };
	let loose: SettingGroup | null = null;
	items.forEach((item, index) => {
		if (item.type === "group" || item.type === "list") {
			loose = null;
			drawGroup(tab, el, item, hooks);
			return;
		}
		loose ??= new SettingGroup(el);
		drawItem(tab, loose, item as Row | PageEntry, index, hooks);
	});
	return {
		refresh: () => hooks.refreshes.forEach((refresh) => refresh()),
		destroy: () => hooks.cleanups.splice(0).forEach((cleanup) => cleanup()),
	};
}

function drawGroup(tab: SettingTab, el: HTMLElement, group: Group, hooks: Hooks): void {
	const holder = el.createDiv({ cls: "setting-group-holder" });
	const drawn = new SettingGroup(holder);
	if (group.heading !== undefined) drawn.setHeading(group.heading);
	if (group.cls !== undefined) drawn.addClass(...group.cls.split(/\s+/));
	const rows: { row: Row | PageEntry; el: HTMLElement }[] = [];
	const { search } = group;
	if (search !== undefined)
		drawn.addSearch((field) =>
			field.setPlaceholder(search.placeholder ?? "").onChange((query) => {
				for (const { row, el: rowEl } of rows)
					rowEl.toggle(row.type === "page" || search.match(row, query));
			}),
		);
	for (const button of group.extraButtons ?? []) drawn.addExtraButton(button);
	const { addItem } = group;
	if (addItem !== undefined)
		drawn.addExtraButton((button) =>
			button
				.setIcon("lucide-plus")
				.setTooltip(addItem.name)
				.onClick(() => addItem.action(button.extraSettingsEl)),
		);
	const items = group.items ?? [];
	items.forEach((item, index) => {
		const rowEl = drawItem(tab, drawn, item, index, hooks);
		rows.push({ row: item, el: rowEl });
		if (group.type === "list") listControls(rowEl, group, index, items.length);
	});
	if (items.length === 0 && group.emptyState !== undefined) {
		const empty = drawn.listEl.createDiv({ cls: "setting-list-empty" });
		empty.append(group.emptyState);
	}
	const refresh = (): void => holder.toggle(valueOf(group.visible, true));
	refresh();
	hooks.refreshes.push(refresh);
}

function drawItem(
	tab: SettingTab,
	group: SettingGroup,
	item: Row | PageEntry,
	index: number,
	hooks: Hooks,
): HTMLElement {
	let made: Setting | null = null;
	group.addSetting((setting) => {
		made = setting;
	});
	const setting = made as unknown as Setting;
	setting.setName(item.name);
	if (item.desc !== undefined)
		setting.setDesc(
			typeof item.desc === "string"
				? item.desc
				: (item.desc.cloneNode(true) as DocumentFragment),
		);
	if (item.type === "page") drawPageEntry(setting, item, hooks);
	else drawRow(tab, group, setting, item, index, hooks);
	const refresh = (): void => setting.settingEl.toggle(valueOf(item.visible, true));
	refresh();
	hooks.refreshes.push(refresh);
	return setting.settingEl;
}

function drawRow(
	tab: SettingTab,
	group: SettingGroup,
	setting: Setting,
	row: Row,
	index: number,
	hooks: Hooks,
): void {
	if (row.control !== undefined) {
		const control = drawControl(tab, setting, row.control);
		hooks.refreshes.push(control.refresh);
		return;
	}
	if (row.render !== undefined) {
		const cleanup = row.render(setting, group);
		if (typeof cleanup === "function") hooks.cleanups.push(cleanup);
		return;
	}
	const { action } = row;
	if (action === undefined) return;
	clickable(setting.settingEl, () => {
		if (!valueOf(row.disabled, false)) action(setting.settingEl, index);
	});
	const refresh = (): void => {
		setting.settingEl.toggleClass("is-disabled", valueOf(row.disabled, false));
	};
	refresh();
	hooks.refreshes.push(refresh);
}

function drawPageEntry(setting: Setting, page: PageEntry, hooks: Hooks): void {
	setting.addDisplayValue((value) =>
		value
			.setValue(valueOf<string>(page.displayValue, ""))
			.setStatus(valueOf<"warning" | null>(page.status, null)),
	);
	setIcon(setting.controlEl.createDiv({ cls: "setting-item-chevron" }), "lucide-chevron-right");
	clickable(setting.settingEl, () => hooks.openPage(page));
}

function clickable(el: HTMLElement, act: () => void): void {
	el.addClass("mod-clickable");
	el.setAttribute("role", "button");
	el.tabIndex = 0;
	el.addEventListener("click", act);
	el.addEventListener("keydown", (event) => {
		if (event.target === el && (event.key === "Enter" || event.key === " ")) act();
	});
}

function listControls(el: HTMLElement, group: Group, index: number, count: number): void {
	const controls = el.createDiv({ cls: "setting-list-controls" });
	const button = (icon: string, label: string, act: () => void): void => {
		const made = controls.createEl("button", {
			cls: "clickable-icon",
			attr: { "aria-label": label },
		});
		setIcon(made, icon);
		made.addEventListener("click", (event) => {
			event.stopPropagation();
			act();
		});
	};
	const { onReorder, onDelete } = group;
	if (onReorder !== undefined && index > 0)
		button("lucide-arrow-up", "Move up", () => onReorder(index, index - 1));
	if (onReorder !== undefined && index < count - 1)
		button("lucide-arrow-down", "Move down", () => onReorder(index, index + 1));
	if (onDelete !== undefined) button("lucide-trash", "Delete", () => onDelete(index));
}
