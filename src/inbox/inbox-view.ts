import {
	ItemView,
	Platform,
	Scope,
	type HoverParent,
	type HoverPopover,
	type ViewStateResult,
	type WorkspaceLeaf,
} from "obsidian";
import { linkTo } from "../project/project-files";
import type { Source } from "../source/source";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import { isCommandKey } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { brokenIn } from "./broken-in";
import { emptinessOf } from "./emptiness";
import { apply, statusAfter, takeBack } from "./inbox-acts-face";
import { showBroken } from "./inbox-broken-face";
import { showEmptiness } from "./inbox-empty-face";
import { actOfKey, type KeyAct } from "./inbox-keys";
import type { Inbox } from "./inbox-parts";
import { KeyQueue } from "./key-queue";
import { InboxQuery } from "./inbox-query";
import {
	FIRST_QUESTION,
	isFiltering,
	NO_FILTER,
	type Grouping,
	type Question,
} from "./inbox-question";
import { ListModel } from "./list-model";
import { INBOX_VIEW } from "./inbox-view-type";
import { createPieces, listenToList, type PieceHost, type Pieces } from "./inbox-pieces-face";
import { performAct } from "./perform-act-face";
import { Preview } from "./preview-face";
import { measureSizes, TitleWidths } from "./row-size-face";
import { RowInput } from "./row-input-face";
import { isEmptyLine, moreLine, type RowShape } from "./row-shape";
import { readSaved, savedState } from "./saved-state";
import { surroundingsOf } from "./surroundings";
import type { Change } from "./triage";

/** Above this many sources an answer is worked out in slices, so that no frame waits for it. */
const SLICED_FROM = 4096;
const SLICE_MS = 8;
const SKELETON_AFTER_MS = 300;

/** The list of sources on which the reader decides. */
export class InboxView extends ItemView implements HoverParent, PieceHost {
	hoverPopover: HoverPopover | null = null;
	override navigation = false;
	override icon = "wheat";
	readonly model: ListModel;
	moves = 0;
	private readonly preview: Preview;
	private readonly widths = new TitleWidths();
	private measuredWidth = 0;
	private readonly keys = new KeyQueue((act) => {
		this.moves += 1;
		performAct(this, act);
	});
	private input: RowInput | null = null;
	private pieces: Pieces | null = null;
	/** The person, or a saved layout, chose what is shown. */
	private hasChosen = false;
	private isSkeletonDue = false;
	private openMenus = 0;

	constructor(
		leaf: WorkspaceLeaf,
		readonly inbox: Inbox,
	) {
		super(leaf);
		this.model = new ListModel(
			new InboxQuery({
				sources: inbox.sources,
				projectsOf: (source) => inbox.projectsOf(source),
				projectName: (path) => inbox.projectName(path),
				around: () => surroundingsOf(inbox),
				compareText: new Intl.Collator(undefined, { numeric: true }).compare,
				shapeOf: (source, grouping) => this.shapeOf(source, grouping),
			}),
		);
		this.preview = new Preview(
			this.app,
			() => this.contentEl.win,
			() => inbox.settings.inboxPreview && !Platform.isPhone,
			() =>
				this.input === null &&
				this.containerEl.contains(this.containerEl.doc.activeElement),
			() => {
				this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
				this.focusList();
			},
		);
		// One handler for every key: a layout's own letters are told by their place, which a Scope cannot.
		this.scope = new Scope(this.app.scope);
		this.scope.register(null, null, (event) => (this.onKey(event) ? false : undefined));
	}

	getViewType(): string {
		return INBOX_VIEW;
	}

	getDisplayText(): string {
		return t("inbox.title");
	}

	protected override async onOpen(): Promise<void> {
		const { inbox } = this;
		this.pieces = createPieces(this);
		listenToList(this, this.pieces.list);
		this.register(() => this.pieces?.foot.hush());
		this.register(() => this.pieces?.live.end());
		this.measure();
		this.register(inbox.sources.onChange((paths) => this.onSources(paths)));
		this.register(
			inbox.projects.onChange(() =>
				this.answer(this.hasChosen ? this.question : this.firstQuestion()),
			),
		);
		this.register(inbox.onFunnel(() => this.render()));
		this.register(() => this.preview.cancel());
		this.registerEvent(this.app.workspace.on("css-change", () => this.measure()));
		this.containerEl.onWindowMigrated(() => this.measure());
		if (!this.hasChosen) this.answer(this.firstQuestion());
		const timer = this.contentEl.win.setTimeout(() => {
			this.isSkeletonDue = true;
			this.render();
		}, SKELETON_AFTER_MS);
		this.register(() => this.contentEl.win.clearTimeout(timer));
		return Promise.resolve();
	}

	override onResize(): void {
		this.measure();
	}

	override getState(): Record<string, unknown> {
		const { place, closed } = this.model;
		const scrollTop = this.pieces?.list.scroller.scrollTop ?? 0;
		return savedState({
			question: this.question,
			place,
			closed,
			preview: this.preview.shownPath,
			scrollTop,
		});
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		const saved = readSaved(state);
		if (saved !== null) {
			this.hasChosen = true;
			this.model.place = saved.place;
			this.model.closed = saved.closed;
			if (saved.preview !== null) this.preview.adopt(saved.preview);
			this.answer(saved.question, () => this.scrollTo(saved.scrollTop));
		}
		await super.setState(state, result);
	}

	/** The app asks a view to take the focus so; here it belongs to the rows. */
	override setEphemeralState(state: unknown): void {
		super.setEphemeralState(state);
		if (typeof state !== "object" || state === null || !("focus" in state)) return;
		if (state.focus === true && this.input === null) this.focusList();
	}

	// What the list shows

	get question(): Question {
		return this.model.query.asked;
	}

	get allInScope(): Iterable<Source> {
		return this.model.query.scoped();
	}

	ask(question: Question, then: () => void = () => undefined): void {
		this.hasChosen = true;
		this.answer(question, then);
	}

	/** The old rows stand until the answer is worked out. */
	private answer(question: Question, then: () => void = () => undefined): void {
		const steps = this.model.query.askInSteps(question);
		const isLong = this.inbox.sources.all().length > SLICED_FROM;
		const run = (): void => {
			const end = performance.now() + SLICE_MS;
			for (;;) {
				if (steps.next().done === true) break;
				if (isLong && performance.now() > end)
					return void this.contentEl.win.setTimeout(run, 0);
			}
			this.render();
			then();
			void this.app.workspace.requestSaveLayout();
		};
		run();
	}

	showTab(tab: Status): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab }, () => this.scrollTo(0));
	}

	search(search: string): void {
		this.model.clearSelection();
		this.ask({ ...this.question, search }, () => this.scrollTo(0));
	}

	private onSources(paths: ReadonlySet<string> | null): void {
		if (paths === null)
			return this.answer(this.hasChosen ? this.question : this.firstQuestion());
		this.model.query.update(paths);
		this.render();
	}

	/** With one project that is open, its sources; else all. */
	private firstQuestion(): Question {
		const [only, other] = this.inbox.projects.all().filter(({ isArchived }) => !isArchived);
		if (only === undefined || other !== undefined) return FIRST_QUESTION;
		return { ...FIRST_QUESTION, scope: { kind: "project", path: only.path } };
	}

	// What the person does

	targets(): readonly string[] {
		return this.model.targets;
	}

	decide(change: Change, paths = this.targets()): void {
		this.moves += 1;
		apply(this.inbox, this, paths, change);
		this.preview.showSoon(this.model.place.focus);
	}

	perform(act: KeyAct): void {
		this.keys.add(act);
	}

	takeBack(direction: "undo" | "redo"): void {
		const run = (onShown: () => void): Promise<void> =>
			takeBack(this.inbox, this, direction, onShown);
		guarded(() => this.keys.takeBack(run));
	}

	askInRow(
		label: string,
		value: string,
		known: () => readonly string[],
		use: (value: string) => void,
	): void {
		const row = this.model.focusedRow;
		if (row === -1 || this.pieces === null) return;
		this.pieces.list.reveal(row);
		const element = this.pieces.list.elementOf(row);
		if (element === null) return;
		this.input?.close();
		const onClose = (): void => {
			this.input = null;
			this.focusList();
		};
		this.input = new RowInput(this.app, element, {
			label,
			value,
			known,
			onEnter: use,
			onClose,
		});
	}

	open(where: "here" | "tab", path = this.model.place.focus): void {
		const file = path === null ? null : this.app.vault.getFileByPath(path);
		if (file === null) return;
		this.preview.cancel();
		guarded(() => this.app.workspace.getLeaf(where === "tab" ? "tab" : false).openFile(file));
	}

	clip(text: string, files: readonly File[]): void {
		const { scope } = this.question;
		this.inbox.openClip({ project: scope.kind === "project" ? scope.path : null, text, files });
	}

	select(paths: readonly string[]): void {
		this.model.select(paths);
		this.selected();
	}

	walked(): void {
		this.render();
		this.reveal();
		this.preview.showSoon(this.model.place.focus);
		void this.app.workspace.requestSaveLayout();
	}

	selected(): void {
		this.render();
		this.reveal();
		this.pieces?.live.say(t("inbox.selected", { count: this.model.place.selection.size }));
		void this.app.workspace.requestSaveLayout();
	}

	readOn(by: 1 | -1): void {
		this.preview.readOn(by);
	}

	get pageRows(): number {
		return this.pieces?.list.pageRows ?? 1;
	}

	focusSearch(): void {
		this.pieces?.header.search.focus();
		this.pieces?.header.search.select();
	}

	/** Where there are no rows, what stands in their place has the focus. */
	focusList(): void {
		if (this.pieces === null) return;
		const { list, empty } = this.pieces;
		(list.scroller.isShown() ? list.scroller : empty).focus({ preventScroll: true });
	}

	/** From the top of what is new, with the first source beside the list. */
	startReading(): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab: "new" }, () => {
			this.scrollTo(0);
			this.focusList();
			this.preview.showSoon(this.model.place.focus);
		});
	}

	/** Escape: the selection, then the search, then the filter. */
	stepBack(): void {
		if (this.model.place.selection.size > 0) this.clearSelection();
		else if (this.question.search !== "") this.search("");
		else if (isFiltering(this.question.filter))
			this.ask({ ...this.question, filter: NO_FILTER });
	}

	menuOpened(): () => void {
		this.openMenus += 1;
		return () => (this.openMenus -= 1);
	}

	lookAt(path: string): void {
		this.moves += 1;
		this.preview.showSoon(path);
	}

	pathAfter(path: string | null): string | null {
		return this.model.pathAfter(path);
	}

	clearSelection(): void {
		this.model.clearSelection();
		this.render();
	}

	private takeUnsorted(project: string): void {
		const unsorted = this.inbox.sources
			.all()
			.filter((source) => this.inbox.projectsOf(source).length === 0);
		this.decide(
			{ kind: "project", link: linkTo(project) },
			unsorted.map(({ path }) => path),
		);
	}

	// Stage: what acts show

	beforeChange(paths: readonly string[], change: Change): void {
		const status = statusAfter(change);
		if (status !== null && status !== this.question.tab) this.model.leave(paths);
	}

	changed(paths: readonly string[]): void {
		this.model.query.update(paths);
		this.render();
		this.reveal();
	}

	say(words: string, canUndo: "undo" | "final"): void {
		this.pieces?.foot.say(words, canUndo);
		this.pieces?.live.say(
			`${words} ${t("inbox.left", { count: this.model.query.counts.new })}`,
		);
	}

	trouble(path: string, words: string | null): void {
		if (words === null) this.model.troubles.delete(path);
		else this.model.troubles.set(path, words);
	}

	goTo(path: string): void {
		const source = this.inbox.sources.get(path);
		if (source === null) return;
		const show = (): void => {
			this.model.focusOn(path);
			this.walked();
		};
		if (source.status === this.question.tab) show();
		else this.ask({ ...this.question, tab: source.status }, show);
	}

	// Drawing

	render(): void {
		const { pieces, inbox, model } = this;
		if (pieces === null) return;
		model.settle();
		const { question } = this;
		const { query, place, layout } = model;
		pieces.list.show(layout);
		// The first rows bring a scroll bar, which leaves titles less room.
		if (pieces.list.width !== this.measuredWidth) {
			this.measuredWidth = pieces.list.width;
			return this.measure();
		}
		const project = question.scope.kind === "project" ? question.scope.path : null;
		const funnel = project === null ? null : inbox.knownFunnel(project);
		pieces.header.show({
			question,
			projectName: this.scopeName(),
			counts: query.counts,
			found: query.length,
			funnel:
				funnel === null
					? null
					: { outlined: funnel.outlined.size, cited: funnel.cited.size },
			selected: place.selection.size,
			isBare: inbox.sources.all().length === 0 && inbox.projects.all().length === 0,
		});
		const broken =
			question.tab === "new"
				? brokenIn(inbox.sources.broken(), question.scope, inbox.projects.all())
				: [];
		showBroken(pieces.broken, broken, (path) => this.open("here", path));
		const { scroller } = pieces.list;
		const hadFocus = this.isFocusAmongRows();
		scroller.toggle(query.length > 0);
		pieces.empty.toggle(query.length === 0);
		if (query.length === 0) this.showEmptiness(pieces.empty, project);
		// What is hidden or drawn anew drops the focus, though `activeElement` names it until the next frame.
		const shown = query.length > 0 ? scroller : pieces.empty;
		if (hadFocus && !shown.contains(shown.doc.activeElement)) this.focusList();
		scroller.toggleClass("is-selecting", place.selection.size > 0);
		scroller.setAttrs({
			"aria-label": t("inbox.list", { tab: t(`inbox.tab.${question.tab}`) }),
			"aria-activedescendant": pieces.list.elementOf(model.focusedRow)?.id ?? null,
		});
		pieces.foot.show(question.tab, model.targets.length, query.length);
	}

	private showEmptiness(parent: HTMLElement, project: string | null): void {
		const { inbox, question, model } = this;
		const state = emptinessOf({
			isReady: inbox.sources.isReady,
			anySource: inbox.sources.all().length > 0,
			anyProject: inbox.projects.all().length > 0,
			project,
			counts: model.query.counts,
			found: model.query.found,
			question,
			isFiltered: isFiltering(question.filter),
			funnel: project === null ? null : inbox.knownFunnel(project),
			scoped: () => [...model.query.scoped()],
			unsorted: () =>
				inbox.sources.all().filter((source) => inbox.projectsOf(source).length === 0)
					.length,
		});
		// A vault that is read in no time shows no grey bars first.
		if (state.kind === "loading" && !this.isSkeletonDue) return parent.empty();
		showEmptiness(parent, state, {
			clip: () => this.clip("", []),
			newProject: () => inbox.openNewProject(),
			trySample: () => inbox.trySample(),
			takeUnsorted: () => project !== null && this.takeUnsorted(project),
			openOutline: (path) => inbox.openOutline(path),
			tab: (status) => this.ask({ ...question, tab: status }),
			clearFilter: () => this.ask({ ...question, filter: NO_FILTER, search: "" }),
		});
	}

	private reveal(): void {
		const row = this.model.focusedRow;
		if (row !== -1) this.pieces?.list.reveal(row);
	}

	private scrollTo(top: number): void {
		if (this.pieces === null) return;
		this.pieces.list.scroller.scrollTop = top;
		this.pieces.list.draw();
	}

	/** After the window, the theme or the text size changed. */
	private measure(): void {
		if (this.pieces === null) return;
		const { sizer } = this.pieces.list;
		this.model.sizes = measureSizes(sizer, this.model.sizes);
		if (this.widths.measure(sizer)) this.answer(this.question);
		else this.render();
	}

	private shapeOf(source: Source, grouping: Grouping): RowShape {
		const { identity } = source;
		const copies = identity === null ? 1 : this.inbox.sources.byIdentity(identity).length;
		const hasMore = !isEmptyLine(moreLine(source, grouping, copies));
		return { titleWidth: this.widths.of(source), hasMore };
	}

	private isFocusAmongRows(): boolean {
		if (this.pieces === null) return false;
		const { list, empty } = this.pieces;
		const { activeElement } = empty.doc;
		return list.scroller.contains(activeElement) || empty.contains(activeElement);
	}

	private scopeName(): string {
		const { scope } = this.question;
		if (scope.kind === "project") return this.inbox.projectName(scope.path);
		if (this.inbox.projects.all().length === 0) return t("inbox.noProject");
		return scope.kind === "all" ? t("inbox.allProjects") : t("inbox.unsorted");
	}

	// Where menus open

	get anchorElement(): HTMLElement {
		return this.pieces?.list.elementOf(this.model.focusedRow) ?? this.contentEl;
	}

	get projectButton(): HTMLElement {
		return this.pieces?.header.projectButton ?? this.contentEl;
	}

	get filterButton(): HTMLElement {
		return this.pieces?.header.filterButton ?? this.contentEl;
	}

	// Listening

	/** @returns whether the key was ours. */
	onKey(event: KeyboardEvent): boolean {
		if (this.openMenus > 0 || event.defaultPrevented || !isCommandKey(event)) return false;
		const target = event.target as Node | null;
		const isOnButton =
			target !== null && target.instanceOf(HTMLElement) && target.closest("button") !== null;
		// A button with focus answers Enter and Space itself.
		if (isOnButton && ["Enter", " "].includes(event.key)) return false;
		const act = actOfKey(event, Platform.isMacOS);
		if (act === null) return false;
		if (act !== "held") this.perform(act);
		return true;
	}
}
