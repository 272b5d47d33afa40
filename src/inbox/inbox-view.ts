import {
	ItemView,
	Keymap,
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
import {
	apply,
	copyLinks,
	noteLink,
	openOriginal,
	statusAfter,
	takeBack,
	type Stage,
} from "./inbox-acts-face";
import { askCategory, askProject } from "./ask-face";
import { createGroup, paintGroup } from "./group-face";
import { showBroken } from "./inbox-broken-face";
import { emptinessOf } from "./emptiness";
import { showEmptiness, type EmptyActs } from "./inbox-empty-face";
import { InboxKeysModal } from "./inbox-keys-modal";
import {
	showFilterMenu,
	showMoreMenu,
	showProjectMenu,
	showRowMenu,
	showSortMenu,
} from "./inbox-menu";
import { InboxFoot } from "./inbox-foot-face";
import { InboxHeader } from "./inbox-header-face";
import { actOfKey, type KeyAct } from "./inbox-keys";
import type { Inbox } from "./inbox-parts";
import { InboxQuery } from "./inbox-query";
import { FIRST_QUESTION, isFiltering, NO_FILTER, type Question } from "./inbox-question";
import { RowFace } from "./inbox-row-face";
import * as walk from "./inbox-state";
import { ListLayout, type Sizes } from "./list-layout";
import type { ListHost } from "./list-host";
import { LiveRegion } from "./live-region";
import { Preview } from "./preview-face";
import { measureSizes } from "./row-size-face";
import { RowInput } from "./row-input-face";
import { readSaved, savedState } from "./saved-state";
import { searchWords } from "./search-text";
import type { Change } from "./triage";
import { listenForDrops } from "./drop-face";
import { listenForSwipes } from "./touch-face";
import { VirtualList } from "./virtual-list";

export const INBOX_VIEW = "winnow-inbox";

/** Above this many sources an answer is worked out in slices, so that no frame waits for it. */
const SLICED_FROM = 4096;
/** What a slice may take. */
const SLICE_MS = 8;
const SKELETON_AFTER_MS = 300;

/** The list of sources on which the reader decides. */
export class InboxView extends ItemView implements HoverParent, Stage, ListHost {
	hoverPopover: HoverPopover | null = null;
	override navigation = false;
	override icon = "wheat";
	private place = walk.START;
	private closed: ReadonlySet<string> = new Set();
	private troubles: ReadonlyMap<string, string> = new Map();
	private sizes: Sizes = { row: 88, group: 28 };
	private layout = new ListLayout(0, [], new Set(), this.sizes);
	private readonly query: InboxQuery;
	private readonly preview: Preview;
	private input: RowInput | null = null;
	private pieces: Pieces | null = null;
	private hasAsked = false;

	constructor(
		leaf: WorkspaceLeaf,
		readonly inbox: Inbox,
	) {
		super(leaf);
		this.query = new InboxQuery({
			sources: inbox.sources,
			projectsOf: (source) => inbox.projectsOf(source),
			projectName: (path) => inbox.projectName(path),
			around: () => this.around(),
			compareText: new Intl.Collator(undefined, { numeric: true }).compare,
		});
		this.preview = new Preview(
			this.app,
			() => this.contentEl.win,
			() => inbox.settings.inboxPreview && !Platform.isPhone,
			() => this.takeFocusBack(),
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

	get question(): Question {
		return this.query.asked;
	}

	get allInScope(): Iterable<Source> {
		return this.query.scoped();
	}

	protected override async onOpen(): Promise<void> {
		this.build();
		const { inbox } = this;
		this.register(inbox.sources.onChange((paths) => this.onSources(paths)));
		this.register(inbox.projects.onChange(() => this.ask(this.question)));
		this.register(inbox.onFunnel(() => this.render()));
		this.register(() => this.preview.cancel());
		this.registerEvent(this.app.workspace.on("css-change", () => this.measure()));
		this.containerEl.onWindowMigrated(() => this.measure());
		if (!this.hasAsked) this.ask(this.firstQuestion());
		this.contentEl.win.setTimeout(() => this.render(), SKELETON_AFTER_MS);
		return Promise.resolve();
	}

	override onResize(): void {
		this.measure();
	}

	override getState(): Record<string, unknown> {
		return savedState({
			question: this.question,
			place: this.place,
			closed: this.closed,
			preview: this.preview.shownPath,
			scrollTop: this.pieces?.list.scroller.scrollTop ?? 0,
		});
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		const saved = readSaved(state);
		if (saved !== null) {
			this.hasAsked = true;
			this.place = saved.place;
			this.closed = saved.closed;
			if (saved.preview !== null) this.preview.adopt(saved.preview);
			this.ask(saved.question, () => {
				if (this.pieces !== null) this.pieces.list.scroller.scrollTop = saved.scrollTop;
				this.pieces?.list.draw();
			});
		}
		await super.setState(state, result);
	}

	// What the person asks of the list

	/** Shows the answer to a question; the old rows stand until it is worked out. */
	ask(question: Question, then: () => void = () => undefined): void {
		this.hasAsked = true;
		const finish = (): void => {
			this.render();
			then();
			void this.app.workspace.requestSaveLayout();
		};
		const steps = this.query.askInSteps(question);
		const isLong = this.inbox.sources.all().length > SLICED_FROM;
		const run = (): void => {
			const end = performance.now() + SLICE_MS;
			for (;;) {
				if (steps.next().done === true) return finish();
				if (isLong && performance.now() > end) break;
			}
			this.contentEl.win.setTimeout(run, 0);
		};
		run();
	}

	showTab(tab: Status): void {
		this.input?.close();
		this.place = { ...walk.clearSelection(this.place), focus: null, index: 0 };
		this.ask({ ...this.question, tab }, () => this.scrollToTop());
	}

	search(search: string): void {
		this.place = walk.clearSelection(this.place);
		this.ask({ ...this.question, search }, () => this.scrollToTop());
	}

	/** The focused row, or all selected ones. */
	targets(): readonly string[] {
		return walk.targets(this.place, this.order());
	}

	decide(change: Change, paths = this.targets()): void {
		apply(this.inbox, this, paths, change);
		this.preview.showSoon(this.place.focus);
	}

	/** Asks for a line in the focused row, then decides with it. */
	askInRow(
		label: string,
		value: string,
		known: () => readonly string[],
		use: (value: string) => void,
	): void {
		const { focus } = this.place;
		const row = focus === null ? -1 : this.query.indexOf(focus);
		if (row === -1 || this.pieces === null) return;
		this.pieces.list.reveal(row);
		const element = this.pieces.list.elementOf(row);
		if (element === null) return;
		this.input?.close();
		this.input = new RowInput(this.app, element, {
			label,
			value,
			known,
			onEnter: use,
			onClose: () => {
				this.input = null;
				this.focusList();
			},
		});
	}

	perform(act: KeyAct): void {
		switch (act.kind) {
			case "step":
				return this.walkBy(act.by, act.extends ? "extend" : "step");
			case "page":
				return this.walkBy(act.by * (this.pieces?.list.pageRows ?? 1), "step");
			case "end":
				return this.walkBy(act.by * this.query.length, "step");
			case "group":
				return this.walkToGroup(act.by);
			case "keep":
			case "throw-away":
				return this.decideOrAsk(act.kind === "keep" ? "keep" : "delete", act.asksReason);
			case "back-to-new":
				return this.decide({ kind: "reopen" });
			case "tab":
				return this.showTab(act.tab);
			case "read-on":
				return this.preview.readOn(act.by);
			case "open":
				return this.open(act.inNewTab ? "tab" : "here");
			case "undo":
			case "redo":
				return guarded(() =>
					takeBack(this.inbox, this, act.kind === "undo" ? "undo" : "redo"),
				);
			case "toggle":
				return this.toggle(this.place.focus);
			case "select-all":
				return this.setPlace(walk.selectAll(this.place, this.order()));
			case "category":
				return askCategory(this);
			case "project":
				return askProject(this);
			case "hard":
				return this.toggleHard();
			case "section":
				return this.inbox.addToSection(this.targets());
			case "copy-link":
				return guarded(() => copyLinks(this.app, this.targets()));
			case "original":
				return openOriginal(
					this.targets().flatMap((path) => this.inbox.sources.get(path) ?? []),
				);
			case "switch-project":
				return showProjectMenu(this, null);
			case "filter":
				return showFilterMenu(this, null);
			case "search":
				this.pieces?.header.search.focus();
				return this.pieces?.header.search.select();
			case "keys":
				return new InboxKeysModal(this.app).open();
			case "menu":
				return showRowMenu(this, null);
			case "back":
				return this.stepBack();
		}
	}

	open(where: "here" | "tab", path = this.place.focus): void {
		if (path === null) return;
		const file = this.app.vault.getFileByPath(path);
		if (file === null) return;
		this.preview.cancel();
		guarded(() => this.app.workspace.getLeaf(where === "tab" ? "tab" : false).openFile(file));
	}

	clearSelection(): void {
		this.setPlace(walk.clearSelection(this.place));
	}

	// Stage: what acts show

	beforeChange(paths: readonly string[], change: Change): void {
		const status = statusAfter(change);
		if (status === null || status === this.question.tab) return;
		this.place = walk.leave(this.place, this.order(), new Set(paths));
	}

	changed(paths: readonly string[]): void {
		this.query.update(paths);
		this.render();
		this.reveal();
	}

	say(words: string, canUndo: "undo" | "final"): void {
		this.pieces?.foot.say(words, canUndo);
		this.pieces?.live.say(`${words}. ${t("inbox.left", { count: this.query.counts.new })}`);
	}

	trouble(path: string, words: string | null): void {
		const troubles = new Map(this.troubles);
		if (words === null) troubles.delete(path);
		else troubles.set(path, words);
		this.troubles = troubles;
	}

	goTo(path: string): void {
		const source = this.inbox.sources.get(path);
		if (source === null) return;
		const show = (): void => {
			this.setPlace(walk.focusOn(this.place, this.order(), path));
			this.reveal();
			this.preview.showSoon(this.place.focus);
		};
		if (source.status === this.question.tab) show();
		else this.ask({ ...this.question, tab: source.status }, show);
	}

	// Drawing

	private build(): void {
		const { contentEl } = this;
		contentEl.empty();
		contentEl.addClass("winnow-inbox");
		contentEl.toggleClass("is-phone", Platform.isPhone);
		const prefix = `winnow-inbox-${Math.random().toString(36).slice(2, 8)}`;
		const header = new InboxHeader(
			contentEl,
			{
				switchProject: (event) => showProjectMenu(this, event),
				clip: () => this.clip("", []),
				sort: (event) => showSortMenu(this, event),
				more: (event) => showMoreMenu(this, event),
				filter: (event) => showFilterMenu(this, event),
				tab: (status) => this.showTab(status),
				search: (text) => this.search(text),
				toList: () => this.focusList(),
				clearSelection: () => this.clearSelection(),
			},
			`${prefix}-list`,
		);
		const broken = contentEl.createDiv({ cls: "winnow-inbox-broken" });
		const scroller = contentEl.createDiv({
			cls: "winnow-inbox-list",
			attr: {
				role: "listbox",
				tabindex: "0",
				id: `${prefix}-list`,
				"aria-multiselectable": "true",
			},
		});
		const empty = contentEl.createDiv({ cls: "winnow-inbox-empty" });
		const foot = new InboxFoot(contentEl, {
			keep: () => this.decide({ kind: "keep", reason: null }),
			throwAway: () => this.decide({ kind: "delete", reason: null }),
			backToNew: () => this.decide({ kind: "reopen" }),
			more: (event) => showRowMenu(this, event),
			undo: () => this.perform({ kind: "undo" }),
		});
		const live = new LiveRegion(contentEl);
		this.register(() => live.end());
		this.register(() => foot.hush());
		const rows = new RowFace(prefix);
		const list = new VirtualList(
			scroller,
			{
				keyOf: (row) => this.query.at(row)?.path ?? "",
				rowOf: (path) => this.query.indexOf(path),
				createRow: (parent) => rows.create(parent),
				paintRow: (element, row) => this.paintRow(rows, element, row),
				createGroup: (parent) => createGroup(parent),
				paintGroup: (element, item) => paintGroup(element, item, this.question.grouping),
			},
			this.layout,
			() => (this.place.focus === null ? -1 : this.query.indexOf(this.place.focus)),
		);
		this.pieces = { header, broken, list, empty, foot, live };
		this.listen(scroller, list);
		this.measure();
	}

	render(): void {
		const { pieces, query, inbox } = this;
		if (pieces === null) return;
		this.layout = new ListLayout(query.length, query.runs(), this.closed, this.sizes);
		this.place = walk.settle(this.place, this.order());
		pieces.list.show(this.layout);
		const { question } = this;
		const project = question.scope.kind === "project" ? question.scope.path : null;
		const total = inbox.sources.all().length;
		pieces.header.show({
			question,
			projectName: this.scopeName(),
			counts: query.counts,
			found: query.length,
			funnel: this.funnelCounts(project),
			selected: this.place.selection.size,
			isBare: total === 0 && inbox.projects.all().length === 0,
		});
		const broken = question.tab === "new" ? inbox.sources.broken() : [];
		showBroken(pieces.broken, broken, (path) => this.open("here", path));
		this.renderEmptiness(pieces);
		const { list } = pieces;
		const focused =
			this.place.focus === null ? null : list.elementOf(query.indexOf(this.place.focus));
		list.scroller.toggleClass("is-selecting", this.place.selection.size > 0);
		list.scroller.setAttrs({
			"aria-label": t("inbox.list", { tab: t(`inbox.tab.${question.tab}`) }),
			"aria-activedescendant": focused?.id ?? null,
		});
		pieces.foot.show(question.tab, this.targets().length, query.length > 0);
	}

	private renderEmptiness({ empty, list }: Pieces): void {
		const { question, query, inbox } = this;
		list.scroller.toggle(query.length > 0);
		empty.toggle(query.length === 0);
		if (query.length > 0) return;
		const project = question.scope.kind === "project" ? question.scope.path : null;
		const state = emptinessOf({
			isReady: inbox.sources.isReady,
			anySource: inbox.sources.all().length > 0,
			anyProject: inbox.projects.all().length > 0,
			project,
			counts: query.counts,
			found: query.found,
			question,
			isFiltered: isFiltering(question.filter),
			funnel: project === null ? null : inbox.knownFunnel(project),
			scoped: () => [...query.scoped()],
			unsorted: () =>
				inbox.sources.all().filter((source) => inbox.projectsOf(source).length === 0)
					.length,
		});
		const acts: EmptyActs = {
			clip: () => this.clip("", []),
			newProject: () => this.inbox.openNewProject(),
			trySample: () => this.inbox.trySample(),
			takeUnsorted: () => this.takeUnsorted(project),
			openOutline: (path) => inbox.openOutline(path),
			tab: (status) => this.ask({ ...question, tab: status }),
			clearFilter: () => this.ask({ ...question, filter: NO_FILTER, search: "" }),
		};
		showEmptiness(empty, state, acts);
	}

	private paintRow(rows: RowFace, element: HTMLElement, row: number): void {
		const source = this.query.at(row);
		if (source === null) return;
		const { selection, focus } = this.place;
		const { identity } = source;
		rows.paint(element, source, {
			isFocused: focus === source.path,
			isSelected: selection.has(source.path),
			isSelecting: selection.size > 0,
			grouping: this.question.grouping,
			words: searchWords(this.question.search),
			position: row + 1,
			size: this.query.length,
			trouble: this.troubles.get(source.path) ?? null,
			copies: identity === null ? 1 : this.inbox.sources.byIdentity(identity).length,
			now: this.inbox.now().getTime(),
		});
	}

	// Listening

	private listen(scroller: HTMLElement, list: VirtualList): void {
		this.registerDomEvent(scroller, "scroll", () => list.draw());
		this.registerDomEvent(scroller, "click", (event) => this.onClick(event));
		this.registerDomEvent(scroller, "auxclick", (event) => {
			const path = pathOf(event);
			if (event.button === 1 && path !== null) this.open("tab", path);
		});
		this.registerDomEvent(scroller, "dblclick", (event) => this.open("here", pathOf(event)));
		this.registerDomEvent(scroller, "contextmenu", (event) => this.onContextMenu(event));
		this.registerDomEvent(scroller, "mouseover", (event) => this.onHover(event));
		this.registerDomEvent(scroller, "dragstart", (event) => this.onDragStart(event));
		listenForSwipes(this, scroller, {
			isOn: () => this.inbox.settings.inboxSwipe,
			keep: (path) => this.decide({ kind: "keep", reason: null }, [path]),
			throwAway: (path) => this.decide({ kind: "delete", reason: null }, [path]),
		});
		listenForDrops(this, this.contentEl, (text, files) => this.clip(text, files));
		// A second way in for keys the app's scope did not hand over.
		this.registerDomEvent(this.contentEl, "keydown", (event) => {
			if (event.defaultPrevented || !this.onKey(event)) return;
			event.preventDefault();
			event.stopPropagation();
		});
	}

	private onSources(paths: ReadonlySet<string> | null): void {
		if (paths === null) return this.ask(this.hasAsked ? this.question : this.firstQuestion());
		this.query.update(paths);
		this.render();
	}

	/** @returns whether the key was ours. */
	private onKey(event: KeyboardEvent): boolean {
		if (event.defaultPrevented || !isCommandKey(event)) return false;
		const target = event.target as Node | null;
		const onButton =
			target !== null && target.instanceOf(HTMLElement) && target.closest("button") !== null;
		// A button with focus answers Enter and Space itself.
		if (onButton && ["Enter", " "].includes(event.key)) return false;
		const act = actOfKey(event, Platform.isMacOS);
		if (act === null) return false;
		if (act !== "held") this.perform(act);
		return true;
	}

	private onClick(event: MouseEvent): void {
		this.focusList();
		if (this.foldGroup(event)) return;
		const path = pathOf(event);
		if (path === null) return;
		const onBox = elementOf(event)?.closest(".winnow-inbox-check") != null;
		if (event.shiftKey) return this.setPlace(walk.extendTo(this.place, this.order(), path));
		if (Keymap.isModEvent(event)) return this.open("tab", path);
		const isTap = Platform.isPhone && this.place.selection.size > 0;
		this.setPlace(walk.focusOn(this.place, this.order(), path));
		if (event.altKey || onBox || isTap) return this.toggle(path);
		if (Platform.isPhone) this.open("here", path);
		else this.preview.showSoon(path);
	}

	private onContextMenu(event: MouseEvent): void {
		const path = pathOf(event);
		if (path === null) return;
		event.preventDefault();
		// A menu outside the selection means the row it was opened on.
		if (!this.place.selection.has(path)) this.place = walk.clearSelection(this.place);
		this.setPlace(walk.focusOn(this.place, this.order(), path));
		showRowMenu(this, event);
	}

	private onHover(event: MouseEvent): void {
		const path = pathOf(event);
		if (path === null) return;
		this.app.workspace.trigger("hover-link", {
			event,
			source: INBOX_VIEW,
			hoverParent: this,
			targetEl: event.target,
			linktext: path,
			sourcePath: "",
		});
	}

	private onDragStart(event: DragEvent): void {
		const path = pathOf(event);
		if (path === null) return;
		const paths = this.place.selection.has(path) ? this.targets() : [path];
		event.dataTransfer?.setData(
			"text/plain",
			paths.map((each) => noteLink(this.app, each)).join("\n"),
		);
	}

	// Walking

	private walkBy(by: number, how: "step" | "extend"): void {
		const order = this.order();
		this.setPlace(
			how === "extend"
				? walk.extend(this.place, order, by)
				: walk.step(this.place, order, by),
		);
		this.preview.showSoon(this.place.focus);
		const focused = this.place.focus === null ? null : this.inbox.sources.get(this.place.focus);
		if (focused !== null && how === "extend") {
			this.pieces?.live.say(t("inbox.selected", { count: this.place.selection.size }));
		}
	}

	private walkToGroup(by: 1 | -1): void {
		const row = this.place.focus === null ? 0 : this.query.indexOf(this.place.focus);
		const starts = this.query.runs().map(({ start }) => start);
		const next =
			by === 1
				? starts.find((start) => start > row)
				: starts.filter((start) => start < row).at(-1);
		const path = next === undefined ? undefined : this.query.at(next)?.path;
		if (path === undefined) return;
		this.setPlace(walk.focusOn(this.place, this.order(), path));
		this.preview.showSoon(path);
	}

	private foldGroup(event: Event): boolean {
		const group = elementOf(event)?.closest<HTMLElement>(".winnow-inbox-group")?.dataset.group;
		if (group === undefined) return false;
		const closed = new Set(this.closed);
		if (!closed.delete(group)) closed.add(group);
		this.setClosed(closed);
		return true;
	}

	private takeUnsorted(project: string | null): void {
		if (project === null) return;
		const { sources } = this.inbox;
		const unsorted = sources
			.all()
			.filter((source) => this.inbox.projectsOf(source).length === 0);
		this.decide(
			{ kind: "project", link: linkTo(project) },
			unsorted.map(({ path }) => path),
		);
	}

	private toggle(path: string | null): void {
		if (path !== null) this.setPlace(walk.toggle(this.place, path));
	}

	private setPlace(place: walk.Place): void {
		this.place = place;
		this.render();
		this.reveal();
		void this.app.workspace.requestSaveLayout();
	}

	private reveal(): void {
		if (this.place.focus !== null)
			this.pieces?.list.reveal(this.query.indexOf(this.place.focus));
	}

	private decideOrAsk(kind: "keep" | "delete", asksReason: boolean): void {
		if (!asksReason) return this.decide({ kind, reason: null });
		const paths = this.targets();
		const label = t(kind === "keep" ? "inbox.reasonToKeep" : "inbox.reasonToThrowAway", {
			count: paths.length,
		});
		this.askInRow(
			label,
			"",
			() => this.inbox.reasons.all(),
			(reason) => {
				this.decide({ kind, reason: reason === "" ? null : reason }, paths);
			},
		);
	}

	private toggleHard(): void {
		const paths = this.targets();
		const areAllHard = paths.every((path) => this.inbox.sources.get(path)?.isHard === true);
		this.decide({ kind: "hard", isHard: !areAllHard }, paths);
	}

	/** Escape: the selection, then the search, then the filter. */
	private stepBack(): void {
		if (this.place.selection.size > 0) this.clearSelection();
		else if (this.question.search !== "") this.search("");
		else if (isFiltering(this.question.filter))
			this.ask({ ...this.question, filter: NO_FILTER });
	}

	/** The shown row below this one, from the top where it is not shown; null: none. */
	pathAfter(path: string | null): string | null {
		const order = this.order();
		return order.pathAt(path === null ? 0 : order.indexOf(path) + 1);
	}

	clip(text: string, files: readonly File[]): void {
		const { scope } = this.question;
		this.inbox.openClip({ project: scope.kind === "project" ? scope.path : null, text, files });
	}

	select(paths: readonly string[]): void {
		this.setPlace({ ...this.place, selection: new Set(paths), anchor: null });
	}

	setClosed(closed: ReadonlySet<string>): void {
		this.closed = closed;
		this.render();
		void this.app.workspace.requestSaveLayout();
	}

	get closedGroups(): ReadonlySet<string> {
		return this.closed;
	}

	get anchorElement(): HTMLElement {
		const { focus } = this.place;
		const row = focus === null ? null : this.pieces?.list.elementOf(this.query.indexOf(focus));
		return row ?? this.contentEl;
	}

	get projectButton(): HTMLElement {
		return this.pieces?.header.projectButton ?? this.contentEl;
	}

	get filterButton(): HTMLElement {
		return this.pieces?.header.filterButton ?? this.contentEl;
	}

	focusList(): void {
		this.pieces?.list.scroller.focus({ preventScroll: true });
	}

	private takeFocusBack(): void {
		const { activeElement, body } = this.contentEl.doc;
		if (
			this.input !== null ||
			(activeElement !== body && this.contentEl.contains(activeElement))
		)
			return;
		this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
		this.focusList();
	}

	private measure(): void {
		if (this.pieces === null) return;
		this.sizes = measureSizes(this.pieces.list.scroller, this.sizes);
		this.render();
	}

	private scrollToTop(): void {
		if (this.pieces === null) return;
		this.pieces.list.scroller.scrollTop = 0;
		this.pieces.list.draw();
	}

	private order(): walk.Order {
		const { layout, query } = this;
		return {
			count: layout.visibleCount,
			pathAt: (index) => {
				const row = layout.rowOfVisible(index);
				return row === null ? null : (query.at(row)?.path ?? null);
			},
			indexOf: (path) => layout.visibleOfRow(query.indexOf(path)),
		};
	}

	private firstQuestion(): Question {
		const open = this.inbox.projects.all().filter(({ isArchived }) => !isArchived);
		const [only] = open;
		if (open.length !== 1 || only === undefined) return FIRST_QUESTION;
		return { ...FIRST_QUESTION, scope: { kind: "project", path: only.path } };
	}

	private scopeName(): string {
		const { scope } = this.question;
		if (scope.kind === "project") return this.inbox.projectName(scope.path);
		if (this.inbox.projects.all().length === 0) return t("inbox.noProject");
		return scope.kind === "all" ? t("inbox.allProjects") : t("inbox.unsorted");
	}

	private funnelCounts(
		project: string | null,
	): Readonly<{ outlined: number; cited: number }> | null {
		const funnel = project === null ? null : this.inbox.knownFunnel(project);
		return funnel === null
			? null
			: { outlined: funnel.outlined.size, cited: funnel.cited.size };
	}

	private around(): ReturnType<ConstructorParameters<typeof InboxQuery>[0]["around"]> {
		const { inbox } = this;
		const funnels = new Map<string, ReturnType<Inbox["knownFunnel"]>>();
		const funnelOf = (path: string): ReturnType<Inbox["knownFunnel"]> => {
			const source = inbox.sources.get(path);
			const [project] = source === null ? [] : inbox.projectsOf(source);
			if (project === undefined) return null;
			if (!funnels.has(project)) funnels.set(project, inbox.knownFunnel(project));
			return funnels.get(project) ?? null;
		};
		return {
			now: inbox.now().getTime(),
			hasSection: (path) => funnelOf(path)?.outlined.has(path) ?? null,
			isCited: (path) => funnelOf(path)?.cited.has(path) ?? null,
		};
	}
}

type Pieces = Readonly<{
	header: InboxHeader;
	broken: HTMLElement;
	list: VirtualList;
	empty: HTMLElement;
	foot: InboxFoot;
	live: LiveRegion;
}>;

function pathOf(event: Event): string | null {
	return elementOf(event)?.closest<HTMLElement>(".winnow-inbox-row")?.dataset.path ?? null;
}

function elementOf(event: Event): Element | null {
	const target = event.target as Node | null;
	return target !== null && target.instanceOf(Element) ? target : null;
}
