import { TFile } from "obsidian";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { addToOutline, colorByCoverage, createOutline, explainRefusal, fillBlankOutline, loadOutline, tidy } from "./outline-files";
import { currentProject, keptOf, type OutlineParts, type ProjectHead } from "./outline-parts";
import { SectionSuggest, SourceSuggest } from "./section-suggest";

/** What the commands, the companion and other features do with an outline. */
export class OutlineActs {
	constructor(private readonly parts: OutlineParts) {}

	/** Opens a project's outline; makes it from kept sources where there is none, or none yet in it. */
	async open(projectPath: string): Promise<void> {
		const project = this.parts.projects.get(projectPath);
		if (project === null) return this.say(t("outline.noProject"));
		const path = await this.made(project);
		const file = path === null ? null : this.parts.app.vault.getFileByPath(path);
		if (file === null) return;
		// A tab that shows it already is used again.
		const open = this.parts.app.workspace.getLeavesOfType("canvas").find((leaf) => leaf.getViewState().state?.file === path);
		if (open !== undefined) await this.parts.app.workspace.revealLeaf(open);
		else await this.parts.app.workspace.getLeaf("tab").openFile(file);
	}

	/** Path of an outline with sections to choose from, made or filled if need be. Null: the person was told why not. */
	async made(project: ProjectHead): Promise<string | null> {
		const { outline } = project;
		const made = outline === null ? await createOutline(this.parts, project) : await fillBlankOutline(this.parts, project, outline);
		if (!made.ok) {
			this.say(explainRefusal(made.error));
			// A canvas that can't be read is opened all the same: there the person sees why.
			return outline;
		}
		const { path, count } = typeof made.value === "number" ? { path: outline, count: made.value } : made.value;
		if (outline === null || count > 0) this.say(t("outline.made", { count }));
		return path;
	}

	/** Asks for a section, then puts the sources into it. Paths of one project; others are left out. */
	async addWithPicker(paths: readonly string[]): Promise<void> {
		const first = paths[0];
		const project = first === undefined ? null : this.parts.projects.of(first);
		if (project === null) return this.say(t("outline.noProject"));
		const own = paths.filter((path) => this.parts.projects.of(path)?.path === project.path);
		const path = await this.made(project);
		if (path !== null) await this.pick(path, own);
	}

	/** Sections of this canvas, for these sources. */
	async pick(path: string, paths: readonly string[]): Promise<void> {
		const outline = await loadOutline(this.parts, path);
		if (!outline.ok) return this.say(explainRefusal(outline.error));
		new SectionSuggest(this.parts.app, outline.value, paths.length, (section) => {
			guarded(() => this.add(path, section, paths));
		}).open();
	}

	/** A kept source, chosen by the person, into a section. */
	pickSource(project: ProjectHead, path: string, section: string, heading: string): void {
		const kept = keptOf(this.parts.sources, this.parts.projects, project);
		new SourceSuggest(this.parts.app, kept, heading, (source) => {
			guarded(() => this.add(path, section, [source.path]));
		}).open();
	}

	async add(path: string, section: string | null, paths: readonly string[]): Promise<void> {
		const result = await addToOutline(this.parts, path, section, paths);
		if (!result.ok) return this.say(explainRefusal(result.error));
		const { added, section: name } = result.value;
		if (added.placed.length + added.inTray.length === 0) return this.say(t("outline.known", { section: name }));
		const inTray = section === null ? 0 : added.inTray.length;
		if (inTray > 0) this.say(t("outline.addedTray", { count: inTray, section: name }));
		else this.say(t("outline.added", { count: added.placed.length + added.inTray.length, section: name }));
	}

	async tidy(path: string): Promise<void> {
		const moved = await tidy(this.parts, path);
		if (!moved.ok) return this.say(explainRefusal(moved.error));
		this.say(moved.value === 0 ? t("outline.tidyNothing") : t("outline.tidied", { count: moved.value }));
	}

	async color(path: string): Promise<void> {
		const colored = await colorByCoverage(this.parts, path);
		if (!colored.ok) return this.say(explainRefusal(colored.error));
		this.say(colored.value === 0 ? t("outline.colorNothing") : t("outline.colored", { count: colored.value }));
	}

	say(text: string): void {
		showHint(text);
	}
}

export function registerOutlineCommands(parts: OutlineParts, acts: OutlineActs): void {
	const { plugin, app, projects, sources } = parts;
	const project = (): ProjectHead | null => currentProject(app, projects);
	plugin.addCommand({
		id: "open-outline",
		name: t("outline.command.open"),
		checkCallback: (isChecking) => {
			const found = project();
			if (found !== null && !isChecking) guarded(() => acts.open(found.path));
			return found !== null;
		},
	});
	plugin.addCommand({
		id: "add-source-to-section",
		name: t("outline.command.add"),
		checkCallback: (isChecking) => {
			const file = app.workspace.getActiveFile();
			const source = file === null ? null : sources.get(file.path);
			if (source === null || projects.of(source.path) === null) return false;
			if (!isChecking) guarded(() => acts.addWithPicker([source.path]));
			return true;
		},
	});
	plugin.addCommand({
		id: "tidy-outline",
		name: t("outline.command.tidy"),
		checkCallback: (isChecking) => {
			const path = project()?.outline ?? null;
			if (path !== null && !isChecking) guarded(() => acts.tidy(path));
			return path !== null;
		},
	});
	plugin.addCommand({
		id: "color-outline-by-coverage",
		name: t("outline.command.color"),
		checkCallback: (isChecking) => {
			const path = project()?.outline ?? null;
			if (path !== null && !isChecking) guarded(() => acts.color(path));
			return path !== null;
		},
	});
	plugin.registerEvent(
		app.workspace.on("file-menu", (menu, file) => {
			if (!(file instanceof TFile) || sources.get(file.path) === null || projects.of(file.path) === null) return;
			menu.addItem((item) =>
				item
					.setTitle(t("outline.menu.add"))
					.setIcon("layout-dashboard")
					.setSection("winnow")
					.onClick(() => guarded(() => acts.addWithPicker([file.path]))),
			);
		}),
	);
	plugin.registerEvent(
		app.workspace.on("files-menu", (menu, files) => {
			const paths = files.map((file) => file.path).filter((path) => sources.get(path) !== null);
			if (paths.length === 0) return;
			menu.addItem((item) =>
				item
					.setTitle(t("outline.menu.add"))
					.setIcon("layout-dashboard")
					.setSection("winnow")
					.onClick(() => guarded(() => acts.addWithPicker(paths))),
			);
		}),
	);
}
