import { Notice, requestUrl, type App, type Editor, type Plugin } from "obsidian";
import { readDeleted } from "../project/deleted-note";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { SourceSettings } from "../source/source-settings";
import type { UrlIdentity } from "../source/url-identity";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { Tasks } from "../ui/task";
import { fileName } from "../vault/file-name";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";
import { linksIn, readClipLines } from "./clip-lines";
import { ClipModal } from "./clip-modal";
import { clippedNotes, startClipRun, type ClipItem, type ClipRun } from "./clip-run";
import type { ClipSettings } from "./clip-settings";
import { SourceClipper, type ClipTarget } from "./clip-source";
import type { ClipChoice } from "./clip-start-face";
import type { Missing } from "./completeness";
import { lineStates, type Remembered } from "./line-state";

/** What clipping needs; `main.ts` hands it over. */
export interface ClipParts {
	plugin: Plugin;
	app: App;
	/** The live object: read at each use. */
	settings: ClipSettings & SourceSettings;
	vault: SafeVault;
	undo: UndoLog;
	sources: Sources;
	projects: Projects;
	tasks: Tasks;
	now(): Date;
	language: string;
	openInbox(): void;
}

export type ClipStart = Readonly<{ project: string | null; text: string; files: readonly File[] }>;

export interface ClipApi {
	/** Opens the start sheet with what was dropped or pasted; nothing is clipped unseen. */
	open(from: ClipStart): Promise<void>;
}

/** Largest page that is fetched, in bytes. */
const MAX_PAGE_BYTES = 30_000_000;

export function registerClip(parts: ClipParts): ClipApi {
	const { plugin, app } = parts;
	const clipper = new SourceClipper({
		request: requestUrl,
		parse: (html) => new DOMParser().parseFromString(html, "text/html"),
		sources: parts.sources,
		vault: parts.vault,
		limits: () => ({
			timeoutMs: parts.settings.clipTimeoutSeconds * 1000,
			maxBytes: MAX_PAGE_BYTES,
		}),
		missingWords,
		now: () => localIso(parts.now()),
		pause: () => new Promise((resolve) => window.setTimeout(resolve, 0)),
	});
	const running = new Set<Readonly<{ run: ClipRun; choice: ClipChoice }>>();
	const start = (items: readonly ClipItem[], choice: ClipChoice): ClipRun => {
		const target = targetOf(parts, choice);
		const run = startClipRun(items, {
			tasks: parts.tasks,
			undo: parts.undo,
			now: () => parts.now().toISOString(),
			lanes: parts.settings.clipLanes,
			clip: (item, signal) => clipper.clip(item, target, signal),
			saveLink: (item) => clipper.saveLink(item, target, t("clip.captureNote.link")),
		});
		const entry = { run, choice };
		running.add(entry);
		void run.task.ended.then(() => running.delete(entry));
		return run;
	};
	const open = async (from: ClipStart) => {
		const [busy] = running;
		const remembered = await rememberedOf(parts);
		const files = await Promise.all(from.files.map((file) => file.text()));
		const text = [from.text, ...files.flatMap((each) => linksIn(each))]
			.filter((part) => part !== "")
			.join("\n");
		const choice = { project: from.project, category: "" };
		new ClipModal(
			app,
			modalParts(parts, text, choice, remembered, start),
			from.text === "" ? (busy ?? null) : null,
		).open();
	};
	const clipOne = (url: string, isTyped: boolean) =>
		guarded(() => clipWithNotice(parts, start, url, isTyped));

	plugin.addCommand({
		id: "clip-sources",
		name: t("clip.command.clipSources"),
		callback: () =>
			guarded(() => open({ project: currentProject(parts), text: "", files: [] })),
	});
	plugin.addCommand({
		id: "clip-link-from-clipboard",
		name: t("clip.command.clipClipboard"),
		callback: () =>
			guarded(async () => {
				const text = await window.navigator.clipboard.readText();
				const [link] = linksIn(text);
				if (link === undefined) new Notice(t("clip.notice.noLink"));
				else clipOne(link, true);
			}),
	});
	plugin.addCommand({
		id: "clip-link-under-cursor",
		name: t("clip.command.clipUnderCursor"),
		editorCallback: (editor) => {
			const link = linkUnderCursor(editor);
			if (link === null) new Notice(t("clip.notice.noLinkUnderCursor"));
			else clipOne(link, true);
		},
	});
	plugin.registerEvent(
		app.workspace.on("url-menu", (menu, url) => {
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.clip"))
					.setIcon("wheat")
					.setSection("winnow")
					.onClick(() => clipOne(url, false)),
			);
		}),
	);
	// A link from outside shows the sheet and never clips unseen.
	plugin.registerObsidianProtocolHandler("winnow", (params) => {
		const [line] = readClipLines(params["url"] ?? "");
		const text = line?.kind === "link" ? line.url : "";
		guarded(() => open({ project: currentProject(parts), text, files: [] }));
	});
	return { open };
}

function modalParts(
	parts: ClipParts,
	text: string,
	choice: ClipChoice,
	remembered: ReadonlyMap<UrlIdentity, Remembered>,
	run: (items: readonly ClipItem[], choice: ClipChoice) => ClipRun,
): ConstructorParameters<typeof ClipModal>[1] {
	const { app, projects, sources } = parts;
	const openNote = (path: string) => void app.workspace.openLinkText(path, "", false);
	return {
		start: {
			text: text === "" ? "" : `${text}\n`,
			choice,
			projects: projects.all().filter((project) => !project.isArchived),
			categories: (project) => categoriesOf(parts, project),
			states: (typed) => lineStates(readClipLines(typed), sources, remembered),
			now: () => parts.now(),
			language: parts.language,
		},
		run,
		progress: {
			openNote,
			openPage: (url) => void window.open(url),
			startReading: () => parts.openInbox(),
			undoAll: () => guarded(() => parts.undo.undo()),
		},
		projectName: ({ project }) => nameOf(parts, project),
	};
}

/** One link, no sheet: a notice says what came of it, with *Open* and *Undo*. */
async function clipWithNotice(
	parts: ClipParts,
	start: (items: readonly ClipItem[], choice: ClipChoice) => ClipRun,
	url: string,
	isTyped: boolean,
): Promise<void> {
	const run = start([{ url, isTyped }], { project: currentProject(parts), category: "" });
	await run.task.ended;
	const outcome = run.outcomes.get(0);
	const state = run.task.items[0]?.state;
	if (outcome?.kind === "already-here") {
		noticeWith(t("clip.notice.here", { title: outcome.source.title }), [
			[
				t("common.open"),
				() => void parts.app.workspace.openLinkText(outcome.source.path, "", false),
			],
		]);
		return;
	}
	const [note] = clippedNotes(run.outcomes.values());
	if (note === undefined) {
		const reason = state?.kind === "failed" ? state.reason : t("clip.failed.cancelled");
		noticeWith(reason, [[t("clip.saveLink"), () => void run.saveLink(0)]]);
		return;
	}
	noticeWith(t("clip.notice.clipped", { title: note.title }), [
		[t("common.open"), () => void parts.app.workspace.openLinkText(note.path, "", false)],
		[t("common.undo"), () => guarded(() => parts.undo.undo())],
	]);
}

/** A notice with buttons stays until it is closed. */
function noticeWith(text: string, buttons: readonly (readonly [string, () => void])[]): void {
	const notice = new Notice(text, 0);
	const row = notice.messageEl.createDiv({ cls: "winnow-notice-buttons" });
	for (const [label, act] of buttons) {
		const button = row.createEl("button", { text: label });
		button.addEventListener("click", () => {
			notice.hide();
			act();
		});
	}
}

/** What `Deleted.md` remembers of pages whose files are gone. */
async function rememberedOf({ vault, settings }: ClipParts): Promise<ReadonlyMap<UrlIdentity, Remembered>> {
	const read = await vault.read(`${settings.researchFolder}/Deleted.md`);
	const known = new Map<UrlIdentity, Remembered>();
	for (const { identity, date, reason } of read.ok ? readDeleted(read.value) : []) {
		if (identity !== null) known.set(identity, { identity, date, reason });
	}
	return known;
}

/** Under the project's `Sources/`, a folder per category; without a project under `Unsorted`. */
function targetOf(
	{ projects, settings }: ClipParts,
	{ project, category }: ClipChoice,
): ClipTarget {
	const chosen = project === null ? null : projects.get(project);
	const root =
		chosen === null ? `${settings.researchFolder}/Unsorted` : `${chosen.folder}/Sources`;
	const shelf = category === "" ? "" : fileName(category, [], "");
	return {
		folder: shelf === "" ? root : `${root}/${shelf}`,
		place: {
			projectName: chosen?.name ?? null,
			category,
			statusProperty: settings.statusProperty,
		},
	};
}

function currentProject({ app, projects }: ClipParts): string | null {
	const file = app.workspace.getActiveFile();
	const here = file === null ? null : projects.of(file.path);
	if (here !== null) return here.path;
	const living = projects.all().filter((project) => !project.isArchived);
	const [only] = living;
	return only !== undefined && living.length === 1 ? only.path : null;
}

function nameOf({ projects }: ClipParts, project: string | null): string {
	return (project === null ? null : projects.get(project)?.name) ?? t("clip.noProject");
}

function categoriesOf({ projects, sources }: ClipParts, project: string | null): readonly string[] {
	const names = new Set<string>();
	for (const source of sources.all()) {
		const isHere = (projects.of(source.path)?.path ?? null) === project;
		if (isHere && source.category !== "") names.add(source.category);
	}
	return [...names].sort((a, b) => a.localeCompare(b));
}

function linkUnderCursor(editor: Editor): string | null {
	const { line, ch } = editor.getCursor();
	const text = editor.getLine(line);
	const found = linksIn(text).find((link) => {
		const at = text.indexOf(link.replace(/\/$/, ""));
		return at !== -1 && at <= ch && ch <= at + link.length + 1;
	});
	return found ?? linksIn(text)[0] ?? null;
}

function missingWords(missing: readonly Missing[]): string {
	return missing.map((one) => missingWord(one)).join(" ");
}

function missingWord(one: Missing): string {
	switch (one.kind) {
		case "headings":
			return t("clip.missing.headings", { titles: one.titles.slice(0, 3).join(", ") });
		case "text":
			return t("clip.missing.text", { percent: Math.round(one.share * 100) });
		case "second-opinion":
			return t("clip.missing.secondOpinion");
		case "paywall":
			return t("clip.missing.paywall");
		case "scripts":
			return t("clip.missing.scripts");
	}
}

/** "2026-11-25T14:03:00" on the person's clock. */
function localIso(date: Date): string {
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 19);
}
