import { Notice, type App } from "obsidian";
import { readDeleted } from "../project/deleted-note";
import { linkTo } from "../project/project-files";
import type { Sources } from "../source/source";
import type { SourceSettings } from "../source/source-settings";
import type { UrlIdentity } from "../source/url-identity";
import type { Projects } from "../project/project";
import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import type { Tasks } from "../ui/task";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";
import { isPrivateHost, linksIn, readClipLines } from "./clip-lines";
import { ClipModal, type ClipModalParts } from "./clip-modal";
import type { ClipOutcome } from "./clip-outcome";
import { ClipQueue } from "./clip-queue";
import { startClipRun, type ClipItem, type ClipRun } from "./clip-run";
import type { ClipSettings } from "./clip-settings";
import type { SourceClipper } from "./clip-source";
import type { ClipChoice } from "./clip-start-face";
import { categoriesOf, currentProject, projectLink, projectOfLink, targetOf } from "./clip-target";
import { explainClipFailure } from "./explain-clip-face";
import { lineStates, type Remembered } from "./line-state";
import { PasteModal } from "./paste-modal";

export interface DeskParts {
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
	clipper: SourceClipper;
}

/** What the start sheet opens with. `text` and `files` were not typed by the person. */
export type ClipStart = Readonly<{ project: string | null; text: string; files: readonly File[] }>;

type Shown = Readonly<{ run: ClipRun; choice: ClipChoice }>;

/** Everything a person can ask of clipping; commands, menus and links come here. */
export class ClipDesk {
	readonly queue: ClipQueue;
	private current: Shown | null = null;
	/** Runs on screen: the end of any other is told by a notice. */
	private readonly onScreen = new Set<ClipRun>();

	constructor(private readonly parts: DeskParts) {
		this.queue = new ClipQueue({
			vault: parts.vault,
			path: () => `${parts.settings.researchFolder}/Queue.md`,
		});
	}

	get project(): string | null {
		return currentProject(this.parts, this.parts.app.workspace.getActiveFile()?.path ?? null);
	}

	/** Opens the start sheet; without anything to start, the run that goes on. */
	async open(from: ClipStart): Promise<void> {
		const files = await Promise.all(from.files.map((file) => file.text()));
		const text = [from.text, ...files.flatMap((each) => linksIn(each))]
			.filter((part) => part !== "")
			.join("\n");
		if (text === "" && this.current !== null) return this.show(this.current);
		await this.openStart(text, { project: from.project, category: "" }, new Map(), false);
	}

	/** One link, no sheet: a notice says what came of it, with *Open* and *Undo*. */
	async clipOne(url: string, isTyped: boolean): Promise<void> {
		const run = this.start([{ url, isTyped }], { project: this.project, category: "" });
		await run.ended;
		this.tellOne(run);
	}

	/** One link for the command line: the note's path, or why there is none. */
	async clipPath(url: string): Promise<string> {
		const run = this.start([{ url, isTyped: true }], { project: this.project, category: "" });
		await run.ended;
		const now = run.now(0);
		switch (now.kind) {
			case "clipped":
				return now.note.path;
			case "already-here":
				return now.source.path;
			case "failed":
				return explainClipFailure(now.failure);
			case "waiting":
			case "running":
				return t("clip.failed.cancelled");
		}
	}

	/** Clips what stands open in the queue. @param isAfterStart leaves out what failed before. */
	async clipQueue(isAfterStart: boolean): Promise<void> {
		const open = await this.queue.open();
		const wanted = open.filter(({ outcome }) => !isAfterStart || outcome === "");
		if (wanted.length === 0) {
			new Notice(t("clip.queueEmpty"));
			return;
		}
		const items = wanted.map(({ url, project }): ClipItem => ({
			url,
			isTyped: false,
			project: projectOfLink(this.parts, project) ?? this.project,
		}));
		const choice = { project: items[0]?.project ?? null, category: "" };
		// An address on the own network is fetched only after the person has seen it.
		if (items.some(({ url }) => isPrivateHost(new URL(url).hostname))) {
			const projects = new Map(items.map(({ url, project }) => [url, project ?? null]));
			await this.openStart(items.map(({ url }) => url).join("\n"), choice, projects, true);
			return;
		}
		await this.show({ run: this.start(items, choice), choice });
	}

	async openQueue(): Promise<void> {
		const path = `${this.parts.settings.researchFolder}/Queue.md`;
		if (this.parts.app.vault.getFileByPath(path) === null) await this.parts.vault.create(path, "");
		await this.parts.app.workspace.openLinkText(path, "", false);
	}

	/** "14 links wait": after a start, where some were left. */
	async offerQueue(): Promise<void> {
		const waiting = (await this.queue.open()).filter(({ outcome }) => outcome === "");
		if (waiting.length === 0) return;
		showNotice(t("clip.queueWaits", { count: waiting.length }), {
			icon: "list-plus",
			acts: [
				[t("clip.continue"), () => guarded(() => this.clipQueue(true))],
				[t("clip.openQueue"), () => guarded(() => this.openQueue())],
			],
		});
	}

	private async openStart(
		text: string,
		choice: ClipChoice,
		projects: ReadonlyMap<string, string | null>,
		isTrusted: boolean,
	): Promise<void> {
		const remembered = await this.remembered();
		new ClipModal(this.parts.app, this.modalParts(text, choice, remembered, projects, isTrusted)).open();
	}

	private show(shown: Shown): Promise<void> {
		const parts = this.modalParts("", shown.choice, new Map(), new Map(), false);
		new ClipModal(this.parts.app, parts, shown).open();
		return Promise.resolve();
	}

	private start(items: readonly ClipItem[], choice: ClipChoice): ClipRun {
		const { parts, queue } = this;
		const targetFor = (item: ClipItem) =>
			targetOf(parts, item.project === undefined ? choice : { ...choice, project: item.project });
		const isBatch = items.length > 1;
		// The list is written first: what stands there is not lost with the app.
		const listed = isBatch
			? queue.put(
					items.map((item) => {
						const project = item.project === undefined ? choice.project : item.project;
						return { url: item.url, project: project === null ? null : projectLink(parts, project) };
					}),
				)
			: Promise.resolve();
		const run = startClipRun(items, {
			tasks: parts.tasks,
			undo: parts.undo,
			now: () => parts.now().toISOString(),
			lanes: parts.settings.clipLanes,
			clip: async (item, signal) => {
				await listed;
				return parts.clipper.clip(item, targetFor(item), signal);
			},
			saveLink: (item) => parts.clipper.saveLink(item, targetFor(item), t("clip.captureNote.link")),
			settled: (item, outcome) => guarded(() => this.settleQueued(item, outcome)),
		});
		if (!isBatch) return run;
		const shown = { run, choice };
		this.current = shown;
		void run.ended.then(() => {
			if (this.current === shown) this.current = null;
			if (!this.onScreen.has(run)) this.tellEnd(shown);
		});
		return run;
	}

	private settleQueued(item: ClipItem, outcome: ClipOutcome): Promise<void> {
		switch (outcome.kind) {
			case "clipped":
				return this.queue.settle(item.url, { kind: "note", link: linkTo(outcome.note.path) });
			case "already-here":
				return this.queue.settle(item.url, { kind: "note", link: linkTo(outcome.source.path) });
			case "failed":
				return this.queue.settle(item.url, {
					kind: "failed",
					reason: explainClipFailure(outcome.failure),
				});
		}
	}

	private modalParts(
		text: string,
		choice: ClipChoice,
		remembered: ReadonlyMap<UrlIdentity, Remembered>,
		projectOf: ReadonlyMap<string, string | null>,
		isTrusted: boolean,
	): ClipModalParts {
		const { app, projects, sources, language, settings } = this.parts;
		const today = () => this.parts.now();
		return {
			start: {
				text: text === "" ? "" : `${text}\n`,
				isTextTrusted: isTrusted,
				choice,
				projects: projects.all().filter((project) => !project.isArchived),
				projectOf,
				categories: (project) => categoriesOf(this.parts, project),
				states: (typed) => lineStates(readClipLines(typed), sources, remembered),
				now: today,
				language,
			},
			run: (items, chosen) => this.start(items, chosen),
			progress: {
				lanes: settings.clipLanes,
				clock: () => performance.now(),
				today,
				language,
				openNote: (path) => void app.workspace.openLinkText(path, "", false),
				openPage: (url) => void window.open(url),
				openQueue: () => guarded(() => this.openQueue()),
				pasteText: (run, index) => this.pasteText(run, index, choice),
				startReading: () => this.parts.openInbox(),
				undoAll: (run) => guarded(() => undoRun(run)),
			},
			projectName: ({ project }) => this.nameOf(project),
			isShown: (run, isShown) => {
				if (isShown) this.onScreen.add(run);
				else this.onScreen.delete(run);
			},
		};
	}

	private pasteText(run: ClipRun, index: number, choice: ClipChoice): void {
		const item = run.items[index];
		if (item === undefined) return;
		const target = targetOf(this.parts, choice);
		new PasteModal(this.parts.app, item.url, (pasted) =>
			guarded(async () => run.settle(index, await this.parts.clipper.paste(item, pasted, target))),
		).open();
	}

	private nameOf(project: string | null): string {
		return (project === null ? null : this.parts.projects.get(project)?.name) ?? t("clip.noProject");
	}

	private tellOne(run: ClipRun): void {
		const openNote = (path: string) => () =>
			void this.parts.app.workspace.openLinkText(path, "", false);
		const now = run.now(0);
		switch (now.kind) {
			case "already-here":
				showNotice(t("clip.notice.here", { title: now.source.title }), {
					icon: "copy-check",
					acts: [[t("common.open"), openNote(now.source.path)]],
				});
				return;
			case "clipped":
				showNotice(t("clip.notice.clipped", { title: now.note.title }), {
					icon: "check",
					tone: "done",
					acts: [
						[t("common.open"), openNote(now.note.path)],
						[t("common.undo"), () => guarded(() => undoRun(run))],
					],
				});
				return;
			case "failed":
				showNotice(explainClipFailure(now.failure), {
					icon: "triangle-alert",
					tone: "needs-you",
					acts: [
						[t("clip.tryAgain"), () => guarded(() => this.clipOne(run.items[0]?.url ?? "", run.items[0]?.isTyped ?? false))],
						[t("clip.saveLink"), () => guarded(async () => {
							await run.saveLink(0);
							this.tellOne(run);
						})],
					],
				});
				return;
			case "waiting":
			case "running":
				new Notice(t("clip.failed.cancelled"));
		}
	}

	private tellEnd(shown: Shown): void {
		const { run } = shown;
		const clipped = run.notes().length;
		const waits = run.items.some((_, index) => run.now(index).kind === "waiting");
		const params = { clipped, total: run.items.length };
		showNotice(waits ? t("clip.notice.stopped", params) : t("clip.titleDone", params), {
			icon: waits ? "circle-pause" : "check",
			...(waits ? {} : { tone: "done" as const }),
			acts: [
				[t("clip.showList"), () => guarded(() => this.show(shown))],
				...(clipped > 0
					? ([[t("clip.startReading"), () => this.parts.openInbox()]] as const)
					: []),
			],
		});
	}

	/** What `Deleted.md` remembers of pages whose files are gone. */
	private async remembered(): Promise<ReadonlyMap<UrlIdentity, Remembered>> {
		const { vault, settings } = this.parts;
		const read = await vault.read(`${settings.researchFolder}/Deleted.md`);
		const known = new Map<UrlIdentity, Remembered>();
		for (const { identity, date, reason } of read.ok ? readDeleted(read.value) : []) {
			if (identity !== null) known.set(identity, { identity, date, reason });
		}
		return known;
	}
}

async function undoRun(run: ClipRun): Promise<void> {
	const undone = await run.undoAll();
	if (undone.kind === "blocked") {
		new Notice(t("clip.undo.blocked", { act: undone.by }), 0);
		return;
	}
	const words = [t("clip.undo.done", { count: undone.notes })];
	if (undone.left > 0) words.push(t("clip.undo.left", { count: undone.left }));
	new Notice(words.join(" "));
}
