/** A small plugin in the form esbuild gives one: it shows what the host promises to every plugin. */
const obsidian = require("obsidian");

class ProbeView extends obsidian.ItemView {
	getViewType() {
		return "probe-view";
	}

	getDisplayText() {
		return "Probe";
	}

	getIcon() {
		return "lucide-flask-conical";
	}

	async onOpen() {
		this.contentEl.createEl("p", { text: "Probe view is open", cls: "probe-view" });
		this.scope = new obsidian.Scope(this.app.scope);
		this.scope.register([], "j", () => {
			this.contentEl.createEl("p", { text: "j was pressed" });
			return false;
		});
		this.contentEl.tabIndex = 0;
		this.contentEl.focus();
	}
}

class ProbeCards extends obsidian.BasesView {
	type = "probe-cards";

	constructor(controller, el) {
		super(controller);
		this.el = el;
	}

	onDataUpdated() {
		const groups = this.data.groupedData.map((group) => `${group.key}: ${group.entries.map((entry) => entry.file.basename).join(", ")}`);
		this.el.setText(`${groups.join("; ")} columns: ${this.config.get("columns")}`);
	}
}

class ProbeTab extends obsidian.PluginSettingTab {
	getSettingDefinitions() {
		return [
			{ name: "Greeting", desc: "What it says.", control: { type: "text", key: "greeting", validate: (value) => (value === "" ? "Say something." : undefined) } },
			{ type: "group", heading: "More", items: [{ name: "Loud", control: { type: "toggle", key: "loud" } }, { name: "Volume", visible: () => this.plugin.settings.loud, control: { type: "slider", key: "volume", min: 0, max: 10, step: 1 } }] },
			{ type: "page", name: "Deeper", items: [{ name: "Color", control: { type: "dropdown", key: "color", options: { red: "Red", blue: "Blue" } } }] },
		];
	}

	constructor(app, plugin) {
		super(app, plugin);
		this.plugin = plugin;
	}
}

module.exports = class Probe extends obsidian.Plugin {
	async onload() {
		window.probe = this;
		window.probeModule = obsidian;
		window.probeRequire = (name) => require(name);
		this.created = [];
		this.changed = [];
		this.settings = { greeting: "hello", loud: false, volume: 3, color: "red", ...(await this.loadData()) };
		this.registerEvent(this.app.vault.on("create", (file) => this.created.push([file.path, this.app.workspace.layoutReady])));
		this.registerEvent(this.app.metadataCache.on("changed", (file) => this.changed.push(file.path)));
		this.registerView("probe-view", (leaf) => new ProbeView(leaf));
		this.hasBases = this.registerBasesView("probe-cards", {
			name: "Cards",
			icon: "lucide-layout-grid",
			factory: (controller, el) => (this.basesView = new ProbeCards(controller, el)),
		});
		this.addSettingTab(new ProbeTab(this.app, this));
		this.addRibbonIcon("lucide-flask-conical", "Open probe", () => this.openView());
		this.addStatusBarItem().setText("Probe is here");
		this.registerDomEvent(document, "click", () => (this.clicks = (this.clicks ?? 0) + 1));
		this.registerInterval(window.setInterval(() => undefined, 1000));
		this.addCommand({ id: "open", name: "Open probe", callback: () => this.openView() });
		this.addCommand({ id: "say", name: "Say hello", callback: () => new obsidian.Notice(`${this.settings.greeting} from the probe`) });
		this.addCommand({ id: "upper", name: "Shout selection", editorCallback: (editor) => editor.replaceSelection(editor.getSelection().toUpperCase()) });
		this.addCommand({ id: "ask", name: "Ask a question", callback: () => this.ask() });
	}

	onUserEnable() {
		this.wasEnabledByUser = true;
	}

	onExternalSettingsChange() {
		this.externalChanges = (this.externalChanges ?? 0) + 1;
	}

	async openView() {
		const leaf = await this.app.workspace.ensureSideLeaf("probe-view", "right", { reveal: true, active: true });
		await this.app.workspace.revealLeaf(leaf);
	}

	ask() {
		const modal = new obsidian.ConfirmationModal(this.app);
		modal.setTitle("Really?").setContent("This asks.");
		modal.addButton((button) => button.setButtonText("Yes").setDestructive().onClick(() => void new obsidian.Notice("Said yes")));
		modal.addCancelButton();
		modal.open();
	}
};
