import { deletedNotePath, readDeleted } from "../project/deleted-note";
import { queueNotePath } from "../project/queue-note";
import type { UrlIdentity } from "../source/url-identity";
import { t } from "../ui/i18n";
import { showHint, showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { isPrivateHost, readClipLines } from "./clip-lines";
import { clipAgain, type AgainWish } from "./clip-again-face";
import { parseImageChoice, type ClipChoice } from "./clip-choice";
import { clipFiles, sortFiles } from "./clip-files-face";
import { ClipModal, type ClipModalParts } from "./clip-modal";
import { tellEnd, tellOne, tellUndone, type NoticeActs } from "./clip-notices-face";
import { ClipQueue } from "./clip-queue";
import type { ClipItem, ClipRun } from "./clip-run";
import { categoriesOf, currentProject, projectOfLink, targetOf } from "./clip-target";
import type { DeskParts } from "./desk-parts";
import { explainClipFailure } from "./explain-clip-face";
import { lineStates, type Remembered } from "./line-state";
import { linksInFile } from "./links-in-file";
import { chooseImages, retryImages } from "./note-images-face";
import { PasteModal } from "./paste-modal";
import type { Selection } from "./selection";
import { startDeskRun } from "./start-run-face";
import { watchUndone, type UndoneWatch } from "./watch-undone";

/** What the start sheet opens with. `text` and `files` were not typed by the person. */
export type ClipStart = Readonly<{
	project: string | null;
	text: string;
	files: readonly File[];
	/** What is selected on the page that `text` links to; null where it was too long to be sent. Absent: nothing. */
	selection?: Selection | null;
}>;

/** What is known of the links that a sheet opens with. */
type Given = Readonly<{
	/** Links that have a project of their own. */
	projects: ReadonlyMap<string, string | null>;
	/** The person has seen these addresses: those on the own network count as theirs. */
	isTrusted: boolean;
	selection?: Selection | null;
}>;

const NOTHING_GIVEN: Given = { projects: new Map(), isTrusted: false };

/** How long a reminder stays that nobody asked for. */
const REMINDER_MS = 12_000;

type Shown = Readonly<{ run: ClipRun; choice: ClipChoice }>;

/** Everything a person can ask of clipping; commands, menus and links come here. */
export class ClipDesk {
	readonly queue: ClipQueue;
	readonly undone: UndoneWatch;
	private current: Shown | null = null;
	/** Runs on screen: the end of any other is told by a notice. */
	private readonly onScreen = new Set<ClipRun>();

	constructor(private readonly parts: DeskParts) {
		this.queue = new ClipQueue({
			vault: parts.vault,
			path: () => queueNotePath(parts.settings.researchFolder),
		});
		const exists = (path: string) => parts.app.vault.getFileByPath(path) !== null;
		this.undone = watchUndone(parts.undo, exists, (urls) => guarded(() => this.queue.reopen(urls)));
	}

	/** Parts that a page lists are lines of a new start sheet. */
	private openLinks(links: readonly string[]): void {
		guarded(() => this.open({ project: this.project, text: links.join("\n"), files: [] }));
	}

	get project(): string | null {
		return currentProject(this.parts, this.parts.app.workspace.getActiveFile()?.path ?? null);
	}

	/** Opens the start sheet; without anything to start, the run that goes on. */
	async open(from: ClipStart): Promise<void> {
		const { documents, lists } = await sortFiles(from.files);
		if (documents.length > 0) {
			await clipFiles(this.parts, documents, from.project);
			if (lists.length === 0 && from.text === "") return;
		}
		const text = [from.text, ...lists.flatMap((each) => linksInFile(each))]
			.filter((part) => part !== "")
			.join("\n");
		if (text === "" && this.current !== null) return this.show(this.current);
		const { selection } = from;
		const given = selection === undefined ? NOTHING_GIVEN : { ...NOTHING_GIVEN, selection };
		await this.openStart(text, this.choiceFor(from.project), given);
	}

	/** Files given to the sheet: documents become notes, what is left are texts with links in them. */
	private async takeFiles(files: readonly File[], project: string | null): Promise<readonly string[]> {
		const { documents, lists } = await sortFiles(files);
		if (documents.length > 0) await clipFiles(this.parts, documents, project);
		return lists;
	}

	/** One link, no sheet: a notice says what came of it, with *Open* and *Undo*. */
	async clipOne(url: string, isTyped: boolean): Promise<void> {
		const run = this.start([{ url, isTyped }], this.choiceFor(this.project));
		await run.ended;
		tellOne(run, this.noticeActs(run, () => this.clipOne(url, isTyped)));
	}

	/** One link for the command line: the note's path, or why there is none. */
	async clipPath(url: string, choice: Partial<ClipChoice>): Promise<string> {
		const run = this.start([{ url, isTyped: true }], { ...this.choiceFor(this.project), ...choice });
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
			case "left-out":
				return t("clip.failed.cancelled");
		}
	}

	/** Clips what stands open in the queue. @param isAfterStart leaves out what failed before. */
	async clipQueue(isAfterStart: boolean): Promise<void> {
		const open = await this.queue.open();
		const wanted = open.filter(({ outcome }) => !isAfterStart || outcome === "");
		if (wanted.length === 0) {
			showHint(t("clip.queueEmpty"));
			return;
		}
		const items = wanted.map(({ url, project }): ClipItem => ({
			url,
			isTyped: false,
			project: projectOfLink(this.parts, project) ?? this.project,
		}));
		const choice = this.choiceFor(items[0]?.project ?? null);
		// An address on the own network is fetched only after the person has seen it.
		if (items.some(({ url }) => isPrivateHost(new URL(url).hostname))) {
			const projects = new Map(items.map(({ url, project }) => [url, project ?? null]));
			await this.openStart(items.map(({ url }) => url).join("\n"), choice, { projects, isTrusted: true });
			return;
		}
		await this.show({ run: this.start(items, choice), choice });
	}

	async openQueue(): Promise<void> {
		const path = queueNotePath(this.parts.settings.researchFolder);
		if (this.parts.app.vault.getFileByPath(path) === null) await this.parts.vault.create(path, "");
		await this.parts.app.workspace.openLinkText(path, "", false);
	}

	/** "14 links wait": after a start, where some were left. It goes by itself; the start sheet says it too. */
	async offerQueue(): Promise<void> {
		const waiting = (await this.queue.open()).filter(({ outcome }) => outcome === "");
		if (waiting.length === 0) return;
		const notice = showNotice(t("clip.queueWaits", { count: waiting.length }), {
			icon: "list-plus",
			acts: [
				[t("clip.continue"), () => guarded(() => this.clipQueue(true))],
				[t("clip.openQueue"), () => guarded(() => this.openQueue())],
			],
		});
		window.setTimeout(() => notice.hide(), REMINDER_MS);
	}

	/** What the sheet shows first, and what is taken where there is no sheet. */
	private choiceFor(project: string | null): ClipChoice {
		return { project, category: "", images: parseImageChoice(this.parts.settings.clipImages), word: "" };
	}

	private async openStart(text: string, choice: ClipChoice, given: Given): Promise<void> {
		const [remembered, queued] = await Promise.all([this.remembered(), this.queue.open()]);
		const waiting = queued.filter(({ outcome }) => outcome === "").map(({ url }) => url);
		// A project with shelves has one for most of what comes.
		const hasShelves = categoriesOf(this.parts, choice.project).length > 0;
		const first = hasShelves ? { ...choice, category: null } : choice;
		new ClipModal(this.parts.app, this.modalParts(text, first, remembered, given, waiting)).open();
	}

	private show(shown: Shown): Promise<void> {
		if (!this.onScreen.has(shown.run)) {
			const parts = this.modalParts("", shown.choice, new Map(), NOTHING_GIVEN, []);
			new ClipModal(this.parts.app, parts, shown).open();
		}
		return Promise.resolve();
	}

	private start(items: readonly ClipItem[], choice: ClipChoice): ClipRun {
		const run = startDeskRun(items, choice, this.parts, this.queue, (shown) => guarded(() => this.show({ run: shown, choice })));
		void run.ended.then(() => this.undone.rememberRun(run));
		if (items.length === 1) return run;
		const shown = { run, choice };
		this.current = shown;
		void run.ended.then(() => {
			if (this.current === shown) this.current = null;
			if (!this.onScreen.has(run)) tellEnd(run, this.noticeActs(run, () => Promise.resolve(), shown));
		});
		return run;
	}

	private noticeActs(run: ClipRun, again: () => Promise<void>, shown: Shown | null = null): NoticeActs {
		return {
			openNote: (path) => this.openNote(path),
			openPage: (url) => void window.open(url),
			again: () => guarded(again),
			openLinks: (links) => this.openLinks(links),
			addNew: (path) => guarded(() => this.again(path, "add")),
			startReading: () => this.parts.openInbox(),
			showList: () => guarded(() => this.show(shown ?? { run, choice: this.choiceFor(this.project) })),
		};
	}

	private openNote(path: string): void {
		void this.parts.app.workspace.openLinkText(path, "", false);
	}

	private async again(path: string, wish: AgainWish): Promise<void> {
		const source = this.parts.sources.get(path);
		if (source !== null) await clipAgain(this.parts, source, wish);
	}

	private modalParts(
		text: string,
		choice: ClipChoice,
		remembered: ReadonlyMap<UrlIdentity, Remembered>,
		given: Given,
		waiting: readonly string[],
	): ClipModalParts {
		const { projects, sources, language, settings } = this.parts;
		const today = () => this.parts.now();
		const again = (path: string, wish: AgainWish) => guarded(() => this.again(path, wish));
		return {
			start: {
				text: text === "" ? "" : `${text}\n`,
				isTextTrusted: given.isTrusted,
				selection: given.selection,
				waiting,
				choice,
				projects: projects.all().filter((project) => !project.isArchived),
				projectOf: given.projects,
				categories: (project) => categoriesOf(this.parts, project),
				takeFiles: (files) => this.takeFiles(files, choice.project),
				states: (lines) => lineStates(readClipLines(lines), sources, remembered),
				openNote: (path) => this.openNote(path),
				again,
				now: today,
				language,
			},
			run: (items, chosen) => this.start(items, chosen),
			progress: {
				lanes: settings.clipLanes,
				clock: () => performance.now(),
				today,
				language,
				openNote: (path) => this.openNote(path),
				openPage: (url) => void window.open(url),
				openQueue: () => guarded(() => this.openQueue()),
				pasteText: (run, index, chosen) => this.pasteText(run, index, chosen),
				again,
				openLinks: (links) => this.openLinks(links),
				retryImages: (run, index) => guarded(() => retryImages(this.parts, run, index)),
				chooseImages: (run, index) => chooseImages(this.parts, run, index),
				startReading: () => this.parts.openInbox(),
				undoAll: (run) => guarded(() => tellUndone(run)),
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

	/** What `Deleted.md` remembers of pages whose files are gone. */
	private async remembered(): Promise<ReadonlyMap<UrlIdentity, Remembered>> {
		const { vault, settings } = this.parts;
		const read = await vault.read(deletedNotePath(settings.researchFolder));
		const known = new Map<UrlIdentity, Remembered>();
		for (const { identity, date, reason } of read.ok ? readDeleted(read.value) : []) {
			if (identity !== null) known.set(identity, { identity, date, reason });
		}
		return known;
	}
}
