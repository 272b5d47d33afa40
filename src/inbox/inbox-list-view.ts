import { ItemView, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Source } from "../source/source";
import { InboxQuery } from "./inbox-query";
import { FIRST_QUESTION, type Question } from "./inbox-question";
import type { Inbox } from "./inbox-parts";
import { inSlices } from "./in-slices";
import type { Pieces } from "./inbox-pieces-face";
import { ListModel } from "./list-model";
import { RowMeasure } from "./row-size-face";
import { rowsKnown, type RowsKnown } from "./rows-known";
import { readSaved, savedState } from "./saved-state";
import { surroundingsOf } from "./surroundings";

/** Above this many sources an answer is worked out in slices, so that no frame waits for it. */
const SLICED_FROM = 4096;
const SKELETON_AFTER_MS = 300;

/** The rows that answer a question, kept up to date, and the person's place among them over reloads. */
export abstract class InboxListView extends ItemView {
	readonly model: ListModel;
	protected pieces: Pieces | null = null;
	/** Reading takes long enough to be shown. */
	protected isSkeletonDue = false;
	private readonly rows: RowMeasure;
	/** What is asked, though an earlier answer may still stand. */
	private wanted: Question = FIRST_QUESTION;
	/** Where the list was scrolled to before the app was started anew; null: it stands there, or never was. */
	private savedTop: number | null = null;
	/** Of the answer that stands: what it was worked out from, not what is known by now. */
	private known: RowsKnown = "more may come";
	/** The answer that is being worked out, and what waits for it. */
	private steps: Iterator<undefined, void> | null = null;
	private readonly whenShown: (() => void)[] = [];
	/** The person, or a saved layout, chose what is shown. */
	private hasChosen = false;

	constructor(
		leaf: WorkspaceLeaf,
		readonly inbox: Inbox,
	) {
		super(leaf);
		this.rows = new RowMeasure(({ identity }) =>
			identity === null ? 1 : inbox.sources.byIdentity(identity).length,
		);
		this.model = new ListModel(
			new InboxQuery({
				sources: inbox.sources,
				projectsOf: (source) => inbox.projectsOf(source),
				projectName: (path) => inbox.projectName(path),
				around: () => surroundingsOf(inbox),
				compareText: new Intl.Collator(undefined, { numeric: true }).compare,
				shapeOf: (source, grouping) => this.rows.shapeOf(source, grouping),
			}),
		);
	}

	/** Builds what the view is made of and listens to it. */
	protected abstract build(): Pieces;
	/** Draws all but the rows. */
	protected abstract drawAround(pieces: Pieces): void;
	protected abstract get previewPath(): string | null;
	protected abstract adoptPreview(path: string): void;

	protected override async onOpen(): Promise<void> {
		const { inbox } = this;
		this.pieces = this.build();
		this.measure();
		this.register(inbox.sources.onChange((paths) => this.onSources(paths)));
		this.register(inbox.projects.onChange(() => this.answerAnew()));
		this.register(inbox.onFunnel(() => this.render()));
		this.registerEvent(this.app.workspace.on("css-change", () => this.measure()));
		this.containerEl.onWindowMigrated(() => this.measure());
		this.answerAnew();
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
		const scrollTop = this.savedTop ?? this.pieces?.list.scroller.scrollTop ?? 0;
		const preview = this.previewPath;
		return savedState({ question: this.wanted, place, closed, preview, scrollTop });
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		const saved = readSaved(state);
		if (saved !== null) {
			this.model.place = saved.place;
			this.model.closed = saved.closed;
			if (saved.preview !== null) this.adoptPreview(saved.preview);
			this.savedTop = saved.scrollTop;
			// The rows that stand answer another question: they say nothing of this place.
			this.known = "more may come";
			this.ask(saved.question);
		}
		await super.setState(state, result);
	}

	/** What the person asked for last; a long answer may still be worked out (`model.query.asked` is what rows show). */
	get question(): Question {
		return this.wanted;
	}

	/** Sources of the chosen project, whatever their status. */
	get allInScope(): Iterable<Source> {
		return this.model.query.scoped();
	}

	ask(question: Question, then: (() => void) | null = null): void {
		this.hasChosen = true;
		this.answer(question, then);
	}

	/** @param sight `focus`: the row with the focus is scrolled to. */
	render(sight: "focus" | "stays" = "stays"): void {
		const { pieces, model } = this;
		if (pieces === null) return;
		model.settle(this.known);
		pieces.list.show(model.layout, sight === "focus" ? model.focusedRow : -1);
		// The first rows bring a scroll bar, which leaves titles less room.
		if (this.rows.areStale(pieces.list)) return this.measure(sight);
		const hadFocus = isFocusIn(pieces);
		this.drawAround(pieces);
		// What is hidden or drawn anew drops the focus, though `activeElement` names it until the next frame.
		const shown = model.query.length > 0 ? pieces.list.scroller : pieces.empty;
		if (hadFocus && !shown.contains(shown.doc.activeElement)) this.focusList();
	}

	/** Where there are no rows, what stands in their place has the focus. */
	focusList(): void {
		if (this.pieces === null) return;
		const { list, empty } = this.pieces;
		(list.scroller.isShown() ? list.scroller : empty).focus({ preventScroll: true });
	}

	protected scrollTo(top: number): void {
		if (this.pieces === null) return;
		this.pieces.list.scroller.scrollTop = top;
		this.pieces.list.draw();
	}

	/** The old rows stand until the answer is worked out; a question before that takes its place. */
	private answer(question: Question, then: (() => void) | null = null): void {
		this.wanted = question;
		if (then !== null) this.whenShown.push(then);
		const known = rowsKnown(question, this.inbox);
		const steps = this.model.query.askInSteps(question);
		this.steps = steps;
		const later = (run: () => void): void =>
			void this.contentEl.win.setTimeout(() => {
				if (this.steps === steps) run();
			}, 0);
		const isLong = this.inbox.sources.count > SLICED_FROM;
		inSlices(steps, isLong ? later : null, () => {
			this.known = known;
			this.render();
			if (this.savedTop !== null && this.known === "all are known") {
				this.scrollTo(this.savedTop);
				this.savedTop = null;
			}
			for (const act of this.whenShown.splice(0)) act();
			void this.app.workspace.requestSaveLayout();
		});
	}

	private answerAnew(): void {
		this.answer(this.hasChosen ? this.wanted : this.firstQuestion());
	}

	private onSources(paths: ReadonlySet<string> | null): void {
		if (paths === null) return this.answerAnew();
		this.model.query.update(withCopies(paths, this.inbox.sources));
		this.render();
	}

	/** With one project that is open, its sources; else all. */
	private firstQuestion(): Question {
		const [only, other] = this.inbox.projects.all().filter(({ isArchived }) => !isArchived);
		if (only === undefined || other !== undefined) return FIRST_QUESTION;
		return { ...FIRST_QUESTION, scope: { kind: "project", path: only.path } };
	}

	/** After the window, the theme or the text size changed. */
	private measure(sight: "focus" | "stays" = "stays"): void {
		if (this.pieces === null) return;
		if (this.rows.measure(this.pieces.list, this.model)) this.answerAnew();
		else this.render(sight);
	}
}

/** A copy that comes or goes shows in the rows of its siblings too. */
function withCopies(
	paths: ReadonlySet<string>,
	sources: Pick<Inbox["sources"], "get" | "byIdentity">,
): ReadonlySet<string> {
	const all = new Set(paths);
	for (const path of paths) {
		const identity = sources.get(path)?.identity ?? null;
		if (identity === null) continue;
		for (const copy of sources.byIdentity(identity)) all.add(copy.path);
	}
	return all;
}

function isFocusIn({ list, empty }: Pieces): boolean {
	const { activeElement } = empty.doc;
	return list.scroller.contains(activeElement) || empty.contains(activeElement);
}
