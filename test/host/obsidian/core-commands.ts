import type { App } from "./app";
import type { Command } from "./commands";
import { TFile } from "./files";
import { setIcon } from "./icons";
import { dispatchKey } from "./keymap";
import { host } from "./private-names";
import { SettingsModal, switchTheme } from "./settings/settings-modal";
import { FuzzySuggestModal, type FuzzyMatch } from "./suggest-modal";
import { setTooltip } from "./ui/tooltip";

/** The app's own commands as far as a person needs them to get around in the host. */
export function addCoreCommands(app: App): void {
	const { commands } = app[host];
	const settings = new SettingsModal(app);
	app[host].openSettings = (tab) => settings.showTab(tab);
	const own: Command[] = [
		{
			id: "command-palette:open",
			name: "Command palette: Open command palette",
			hotkeys: [{ modifiers: ["Mod"], key: "p" }],
			callback: () => new CommandPalette(app).open(),
		},
		{
			id: "switcher:open",
			name: "Quick switcher: Open quick switcher",
			hotkeys: [{ modifiers: ["Mod"], key: "o" }],
			callback: () => new QuickSwitcher(app).open(),
		},
		{
			id: "app:open-settings",
			name: "Open settings",
			hotkeys: [{ modifiers: ["Mod"], key: "," }],
			callback: () => app[host].openSettings(),
		},
		{
			id: "app:toggle-left-sidebar",
			name: "Toggle left sidebar",
			callback: () => app.workspace.leftSplit.toggle(),
		},
		{
			id: "app:toggle-right-sidebar",
			name: "Toggle right sidebar",
			callback: () => app.workspace.rightSplit.toggle(),
		},
		{
			id: "theme:toggle-light-dark",
			name: "Toggle light/dark mode",
			callback: () => switchTheme(app, app.isDarkMode() ? "light" : "dark"),
		},
		{
			id: "workspace:close",
			name: "Close current tab",
			callback: () => app.workspace.activeLeaf?.detach(),
		},
		{
			id: "workspace:split-vertical",
			name: "Split right",
			callback: () => duplicate(app, "vertical"),
		},
		{
			id: "workspace:split-horizontal",
			name: "Split down",
			callback: () => duplicate(app, "horizontal"),
		},
		{
			id: "app:go-back",
			name: "Navigate back",
			hotkeys: [{ modifiers: ["Mod", "Alt"], key: "ArrowLeft" }],
			callback: () => app.workspace.activeLeaf?.[host].history.back(),
		},
		{
			id: "app:go-forward",
			name: "Navigate forward",
			hotkeys: [{ modifiers: ["Mod", "Alt"], key: "ArrowRight" }],
			callback: () => app.workspace.activeLeaf?.[host].history.forward(),
		},
		{
			id: "editor:save-file",
			name: "Save current file",
			hotkeys: [{ modifiers: ["Mod"], key: "s" }],
			callback: () => saveActive(app),
		},
		{
			id: "workspace:move-to-new-window",
			name: "Move current pane to new window",
			callback: () =>
				app.workspace.activeLeaf &&
				app.workspace.moveLeafToPopout(app.workspace.activeLeaf),
		},
		{ id: "file-explorer:new-file", name: "Create new note", callback: () => newNote(app) },
		{
			id: "app:delete-file",
			name: "Delete current file",
			checkCallback: (checking) => deleteActive(app, checking),
		},
	];
	for (const command of own) commands.add(command);
	addRibbon(app);
}

/** Keys go to the topmost scope: an overlay's, else the active view's, else the app's. */
export function dispatchKeys(app: App, doc: Document): void {
	doc.addEventListener(
		"keydown",
		(event) => {
			app.lastEvent = event;
			const overlay = app.keymap[host].scopes.at(-1);
			const view = app.workspace.activeLeaf?.view ?? null;
			const isInView =
				view !== null &&
				(view.containerEl.contains(event.target as Node) || event.target === doc.body);
			dispatchKey(overlay ?? (isInView ? view.scope : null) ?? app.scope, event);
		},
		true,
	);
	doc.addEventListener("pointerdown", (event) => (app.lastEvent = event), true);
}

function duplicate(app: App, direction: "vertical" | "horizontal"): void {
	const leaf = app.workspace.getMostRecentLeaf();
	if (leaf !== null) void app.workspace.duplicateLeaf(leaf, "split", direction);
}

function saveActive(app: App): void {
	const view: unknown = app.workspace.activeLeaf?.view;
	if (
		typeof view === "object" &&
		view !== null &&
		"save" in view &&
		typeof view.save === "function"
	)
		void view.save();
}

async function newNote(app: App): Promise<void> {
	for (let count = 0; ; count += 1) {
		const path = count === 0 ? "Untitled.md" : `Untitled ${count}.md`;
		if (await app.vault.adapter.exists(path)) continue;
		const file = await app.vault.create(path, "");
		return app.workspace.getLeaf("tab").openFile(file);
	}
}

function deleteActive(app: App, checking: boolean): boolean {
	const file = app.workspace.getActiveFile();
	if (file !== null && !checking) void app.fileManager.promptForDeletion(file);
	return file !== null;
}

function addRibbon(app: App): void {
	const { ribbonEl } = app.workspace[host];
	for (const [icon, label, act] of [
		["lucide-navigation", "Open quick switcher", () => new QuickSwitcher(app).open()],
		["lucide-terminal", "Open command palette", () => new CommandPalette(app).open()],
		["lucide-settings", "Settings", () => app[host].openSettings()],
	] as const) {
		const button = ribbonEl.createEl("button", {
			cls: "clickable-icon side-dock-ribbon-action",
		});
		setIcon(button, icon);
		setTooltip(button, label, { placement: "right" });
		button.addEventListener("click", act);
	}
}

class CommandPalette extends FuzzySuggestModal<Command> {
	constructor(app: ConstructorParameters<typeof FuzzySuggestModal>[0]) {
		super(app);
		this.setPlaceholder("Select a command...");
		this.modalEl.addClass("mod-command-palette");
	}

	getItems(): Command[] {
		const { commands } = this.app[host];
		const rank = (command: Command): number => {
			const at = commands.recent.indexOf(command.id);
			return at === -1 ? Infinity : at;
		};
		return commands.available().sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
	}

	getItemText(command: Command): string {
		return command.name;
	}

	override renderSuggestion(found: FuzzyMatch<Command>, el: HTMLElement): void {
		el.addClass("mod-complex");
		super.renderSuggestion(
			found,
			el.createDiv({ cls: "suggestion-content" }).createDiv({ cls: "suggestion-title" }),
		);
		const aux = el.createDiv({ cls: "suggestion-aux" });
		for (const { modifiers, key } of found.item.hotkeys ?? [])
			aux.createEl("kbd", {
				cls: "suggestion-hotkey",
				text: [
					...modifiers.map((name) => (name === "Mod" ? "Ctrl" : name)),
					key.toUpperCase(),
				].join(" "),
			});
	}

	onChooseItem(command: Command): void {
		this.app[host].commands.run(command.id);
	}
}

class QuickSwitcher extends FuzzySuggestModal<TFile> {
	constructor(app: ConstructorParameters<typeof FuzzySuggestModal>[0]) {
		super(app);
		this.setPlaceholder("Find or create a note...");
	}

	getItems(): TFile[] {
		const recent = this.app.workspace.getLastOpenFiles();
		const rank = (file: TFile): number => {
			const at = recent.indexOf(file.path);
			return at === -1 ? Infinity : at;
		};
		return this.app.vault
			.getFiles()
			.sort((a, b) => rank(a) - rank(b) || b.stat.mtime - a.stat.mtime);
	}

	getItemText(file: TFile): string {
		return file.extension === "md" ? file.path.slice(0, -3) : file.path;
	}

	onChooseItem(file: TFile, evt: MouseEvent | KeyboardEvent): void {
		const isElsewhere = evt.ctrlKey || evt.metaKey;
		void this.app.workspace.getLeaf(isElsewhere ? "tab" : false).openFile(file);
	}
}
