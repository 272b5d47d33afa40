import { getLanguage, parseYaml, Plugin, requestUrl } from "obsidian";
import { limitOf } from "./claude/claude-settings";
import { askPermit } from "./claude/confirm-host-modal";
import { createClaude, type ClaudeClient } from "./claude/create-claude";
import { explainFailure } from "./claude/explain-failure";
import { askToGoOn } from "./claude/go-on-modal";
import { HostConsent } from "./claude/host-consent";
import type { DeviceFacts } from "./claude/reachability";
import { Spending } from "./claude/spending";
import { registerClip } from "./clip/register";
import { registerDraft } from "./draft/register";
import { INBOX_DEFAULTS } from "./inbox/inbox-settings";
import { registerInbox } from "./inbox/register";
import { registerOutline } from "./outline/register";
import { createProjectIndex } from "./project/project-index";
import { registerPublish } from "./publish/register";
import { registerRefine } from "./refine/register";
import { settingGroups } from "./setting-groups";
import { readSettings, type Settings } from "./settings";
import { foreignStatusGuard } from "./source/read-status";
import { createSourceIndex } from "./source/source-index";
import { SOURCE_DEFAULTS } from "./source/source-settings";
import { COMPANION_VIEW, CompanionPanel, CompanionView } from "./ui/companion-view";
import { t } from "./ui/i18n";
import { showNotice } from "./ui/notice";
import { guarded, reportBug } from "./ui/report-bug";
import { TaskBoard } from "./ui/run-tasks";
import { WinnowSettingTab } from "./ui/settings-tab";
import { registerUnderstand } from "./understand/register";
import { createAppFiles } from "./vault/app-files";
import { lazyDeviceStore } from "./vault/device-store-lazy";
import { openDeviceStore } from "./vault/device-store-idb";
import { offerRecovered } from "./vault/recovered-modal";
import { createSafeVault } from "./vault/safe-vault-app";
import { createSettingsFile, type SettingsFile } from "./vault/settings-file";
import { createUndoLog } from "./vault/undo-log-store";

/** Lists the features and hands each what it needs; nothing else. */
export default class WinnowPlugin extends Plugin {
	/** One object for the plugin's whole life: features read it at each use. */
	override settings: Settings = readSettings({});
	private settingsFile: SettingsFile | null = null;
	private rebuild: () => Promise<void> = () => Promise.resolve();
	private openInbox: () => Promise<void> = () => Promise.resolve();

	override async onload(): Promise<void> {
		const { app, manifest } = this;
		const pluginFolder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
		const files = createAppFiles(app.vault);
		this.settingsFile = createSettingsFile(files, `${pluginFolder}/data.json`);
		await this.readSettings();

		const facts = {
			load: (key: string): unknown => app.loadLocalStorage(key),
			save: (key: string, value: unknown) => app.saveLocalStorage(key, value),
		};
		const now = () => new Date();
		const newId = () => crypto.randomUUID();
		const vault = createSafeVault({
			app,
			files,
			recoveryFolder: `${pluginFolder}/recovery`,
			guard: foreignStatusGuard(() => this.settings),
			now,
			newId,
		});
		// What this device keeps is read when the app stands: a start only registers.
		const appStands = new Promise<void>((resolve) => app.workspace.onLayoutReady(resolve));
		const store = lazyDeviceStore(async () => {
			await appStands;
			return openDeviceStore(window.indexedDB, facts, newId, now);
		});
		const undo = createUndoLog({ store, vault, newId, onStoreError: reportBug });
		const host = {
			app,
			registerEvent: this.registerEvent.bind(this),
			nextFrame: (callback: () => void) => void window.requestAnimationFrame(callback),
			pause: () => new Promise<void>((resolve) => window.setTimeout(resolve, 0)),
			clock: () => performance.now(),
			later: (callback: () => void, ms: number) => void window.setTimeout(callback, ms),
		};
		const sources = createSourceIndex({
			...host,
			settings: () => this.settings,
			parseYaml: (yaml) => parseYaml(yaml) as unknown,
		});
		const projects = createProjectIndex({ ...host, isSource: (path) => sources.get(path) !== null });
		this.register(() => sources.stop());
		this.register(() => projects.stop());
		this.rebuild = () => sources.rebuild();
		this.registerEvent(app.vault.on("rename", (file, oldPath) => undo.renamed(oldPath, file.path)));

		const spending = new Spending({ facts, now, limit: () => limitOf(this.settings.claudeMonth), askToGoOn: (month) => askToGoOn(app, month) });
		const claude = this.createClaude(facts, spending);
		const companion = new CompanionPanel(app);
		const tasks = new TaskBoard({
			unexpected: (error) => t("common.unexpected", { detail: error instanceof Error ? error.message : String(error) }),
			timedOut: (ms) => t("common.timedOut", { seconds: Math.round(ms / 1000) }),
		});
		const parts = { plugin: this, app, settings: this.settings, vault, undo, store, sources, projects, claude, companion, tasks, now };
		const explain = (failure: Parameters<typeof explainFailure>[0]) => explainFailure(failure)?.message ?? "";

		// Features are made in the order of the workflow; what one needs of a later one is looked up when it is used.
		const clip = registerClip({ ...parts, language: getLanguage(), openInbox: () => guarded(() => inbox.startReading()) });
		const outline = registerOutline({
			...parts,
			updateDraft: (project) => draft.updateFromOutline(project),
			openInbox: () => guarded(() => inbox.startReading()),
		});
		const draft = registerDraft({
			...parts,
			addSource: (project, section) => outline.addSource(project, section),
			openInbox: () => guarded(() => inbox.startReading()),
		});
		const publish = registerPublish(parts);
		const inbox = registerInbox({
			...parts,
			openClip: (from) => guarded(() => clip.open(from)),
			addToSection: (paths) => outline.addToSection(paths),
			compare: (paths) => understand.compare(paths),
			funnel: async (project) => ({
				outlined: await outline.placed(project),
				cited: await draft.cited(project),
				published: publish.published(project),
				readings: await publish.readings(project),
			}),
			citedIn: (paths) => draft.citedIn(paths),
			openOutline: (project) => outline.openOutline(project),
			openDraft: (project) => draft.openDraft(project),
		});
		this.openInbox = () => inbox.open();
		const keepAll = async (): Promise<void> => {
			await inbox.settled();
			await undo.settled();
			await store.settled();
		};
		this.registerEvent(app.workspace.on("quit", (tasks) => tasks.add(keepAll)));
		const nonce = () => crypto.randomUUID().replaceAll("-", "");
		// The app offers plugins no way to open its settings.
		const openSettings = () => void showNotice(t("common.whereSettingsAre"), { icon: "settings" });
		const understand = registerUnderstand({
			...parts,
			models: () => ({ questions: this.settings.claudeModelQuestions }),
			nonce,
			openSettings,
			explain,
			language: getLanguage(),
		});
		registerRefine({
			...parts,
			models: () => ({
				tighten: this.settings.claudeModelTighten,
				questions: this.settings.claudeModelQuestions,
				budget: limitOf(this.settings.claudeBudget),
			}),
			nonce,
			openSettings,
			explain,
		});

		this.registerView(COMPANION_VIEW, (leaf) => new CompanionView(leaf, companion.faces));
		this.addCommand({ id: "open-companion", name: t("common.openCompanion"), callback: () => guarded(() => companion.open()) });
		const tab = new WinnowSettingTab(
			app,
			this,
			() =>
				settingGroups({
					app,
					client: claude,
					spent: () => spending.spent,
					settings: this.settings,
					save: (key, value) => this.changeSetting(key, value),
					redraw: () => tab.update(),
					copy: async (text) => {
						await window.navigator.clipboard.writeText(text);
						showNotice(t("common.copied"), { icon: "check" });
					},
					now,
				}),
			{
				get: (key) => this.settings[key as keyof Settings],
				set: (key, value) => this.changeSetting(key, value),
			},
		);
		this.addSettingTab(tab);
		app.workspace.onLayoutReady(() => guarded(() => offerRecovered(app, { files, folder: `${pluginFolder}/recovery`, now, newId }, vault)));
	}

	override onUserEnable(): void {
		guarded(this.openInbox);
	}

	override async onExternalSettingsChange(): Promise<void> {
		if (await this.settingsFile?.isForeign()) {
			await this.readSettings();
			await this.rebuild();
		}
	}

	private async readSettings(): Promise<void> {
		const loaded = await this.settingsFile?.load();
		Object.assign(this.settings, readSettings(loaded?.data ?? {}));
	}

	private async changeSetting(key: string, value: unknown): Promise<void> {
		Object.assign(this.settings, readSettings({ ...this.settings, [key]: value }));
		// Keys of another version's settings survive: only what we know is written over.
		const known = (await this.settingsFile?.load())?.data ?? {};
		await this.settingsFile?.save({ ...known, ...this.settings });
		// What is a source, and what the lists show, hangs on these; a model's name read letter by letter does not.
		if (key in SOURCE_DEFAULTS || key in INBOX_DEFAULTS) await this.rebuild();
	}

	private createClaude(facts: DeviceFacts, spending: Spending): ClaudeClient {
		const consent = new HostConsent(facts);
		return createClaude({
			settings: () => ({ baseUrl: this.settings.claudeBaseUrl, keyName: this.settings.claudeKeyName }),
			secret: (name) => this.app.secretStorage.getSecret(name),
			facts,
			fetch: window.fetch.bind(window),
			requestUrl,
			isPermitted: (permit) => consent.has(permit),
			askPermit: async (permit) => {
				const isAllowed = await askPermit(this.app, permit);
				if (isAllowed) consent.give(permit);
				return isAllowed;
			},
			mayCost: (cost) => spending.mayCost(cost),
			spent: (cost) => spending.add(cost),
			now: () => Date.now(),
		});
	}
}
