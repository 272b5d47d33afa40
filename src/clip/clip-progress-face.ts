import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { canRetry, canSaveLink, type ClipOutcome } from "./clip-outcome";
import { clippedNotes, type ClipRun } from "./clip-run";
import { explainClipFailure } from "./explain-clip-face";

export type ProgressParts = Readonly<{
	/** Name of the project the notes go to. */
	projectName: string;
	openNote(path: string): void;
	openPage(url: string): void;
	startReading(): void;
	undoAll(): void;
	close(): void;
	setTitle(title: string): void;
}>;

type Filter = "all" | "problems" | "clipped" | "waiting";

/** A row's place in the list: what needs the person first, then what runs, what is done, what waits. */
type RowState = "problem" | "running" | "clipped" | "here" | "waiting";

/** Shows a run while it goes on and, when it has ended, what came of it. */
export function mountClipProgress(
	container: HTMLElement,
	run: ClipRun,
	parts: ProgressParts,
	component: Component,
): void {
	let filter: Filter = "all";
	const bar = container.createDiv({ cls: "winnow-clip-bar", attr: { role: "progressbar" } });
	const clippedBar = bar.createDiv({ cls: "winnow-clip-bar-clipped" });
	const problemBar = bar.createDiv({ cls: "winnow-clip-bar-problem" });
	const line = container.createDiv({ cls: "winnow-clip-line" });
	const sentence = line.createSpan({ attr: { role: "status" } });
	const filters = container.createDiv({ cls: "winnow-clip-filters" });
	const list = container.createDiv({ cls: "winnow-clip-list", attr: { role: "list" } });
	const foot = container.createDiv({ cls: "modal-button-container winnow-clip-foot" });

	const render = () => {
		const states = run.items.map((_, index) => rowState(run, index));
		const of = (state: RowState) => states.filter((each) => each === state).length;
		const hasEnded = run.task.state === "ended";
		const done = of("clipped") + of("here") + of("problem");
		const total = run.items.length;
		parts.setTitle(
			hasEnded
				? t("clip.titleDone", { clipped: of("clipped"), total })
				: t("clip.titleRunning", { count: total }),
		);
		bar.toggle(!hasEnded);
		bar.setAttrs({ "aria-valuemin": 0, "aria-valuemax": total, "aria-valuenow": done });
		clippedBar.setCssProps({ "--winnow-share": String((of("clipped") + of("here")) / total) });
		problemBar.setCssProps({ "--winnow-share": String(of("problem") / total) });
		sentence.setText(
			hasEnded
				? endSentence(run, parts.projectName)
				: t("clip.progress", {
						done,
						total,
						clipped: of("clipped"),
						problems: of("problem"),
					}),
		);
		filters.toggle(!hasEnded && total > 1);
		renderFilters(
			filters,
			filter,
			{ all: total, problems: of("problem"), clipped: of("clipped"), waiting: of("waiting") },
			(next) => {
				filter = next;
				render();
			},
		);
		renderRows(list, run, states, filter, parts);
		renderFoot(foot, run, parts);
	};

	// Many items may end in one frame; one render is enough.
	let isPlanned = false;
	const renderSoon = () => {
		if (isPlanned) return;
		isPlanned = true;
		container.win.requestAnimationFrame(() => {
			isPlanned = false;
			render();
		});
	};
	component.register(run.onChange(renderSoon));
	render();
}

function rowState(run: ClipRun, index: number): RowState {
	const outcome = run.outcomes.get(index);
	if (outcome !== undefined) {
		if (outcome.kind === "failed") return "problem";
		if (outcome.kind === "already-here") return "here";
		return outcome.note.capture === "full" || outcome.note.capture === "link"
			? "clipped"
			: "problem";
	}
	const state = run.task.items[index]?.state.kind;
	if (state === "running") return "running";
	return state === "failed" ? "problem" : "waiting";
}

function endSentence(run: ClipRun, project: string): string {
	const notes = clippedNotes(run.outcomes.values());
	if (notes.length === 0) return t("clip.doneNothing");
	const minutes = notes.reduce((sum, note) => sum + minutesOf(note.words), 0);
	const time =
		minutes < 90
			? t("clip.minutes", { count: Math.max(1, minutes) })
			: t("clip.hours", { count: Math.round(minutes / 60) });
	return t("clip.doneIn", { project, time });
}

/** Words a minute of a reader of technical prose. */
const READING_PACE = 230;

function minutesOf(words: number): number {
	return Math.max(1, Math.round(words / READING_PACE));
}

function renderFilters(
	container: HTMLElement,
	active: Filter,
	counts: Readonly<Record<Filter, number>>,
	choose: (filter: Filter) => void,
): void {
	container.empty();
	for (const filter of ["all", "problems", "clipped", "waiting"] as const) {
		const button = container.createEl("button", {
			cls: "winnow-clip-filter",
			text: t(`clip.filter.${filter}`, { count: counts[filter] }),
			attr: { "aria-pressed": String(filter === active) },
		});
		button.toggleClass("is-active", filter === active);
		button.addEventListener("click", () => choose(filter));
	}
}

const ROW_ORDER: readonly RowState[] = ["problem", "running", "clipped", "here", "waiting"];
const SHOWN: Readonly<Record<Filter, readonly RowState[]>> = {
	all: ROW_ORDER,
	problems: ["problem"],
	clipped: ["clipped", "here"],
	waiting: ["waiting", "running"],
};
const ROW_ICONS: Readonly<Record<RowState, string>> = {
	problem: "circle-alert",
	running: "loader-circle",
	clipped: "check",
	here: "copy-check",
	waiting: "circle",
};

function renderRows(
	list: HTMLElement,
	run: ClipRun,
	states: readonly RowState[],
	filter: Filter,
	parts: ProgressParts,
): void {
	const { scrollTop } = list;
	list.empty();
	for (const state of SHOWN[filter]) {
		states.forEach((each, index) => {
			if (each === state) row(list, run, index, state, parts);
		});
	}
	list.scrollTop = scrollTop;
}

function row(
	list: HTMLElement,
	run: ClipRun,
	index: number,
	state: RowState,
	parts: ProgressParts,
): void {
	const item = run.items[index];
	if (item === undefined) return;
	const outcome = run.outcomes.get(index);
	const element = list.createDiv({
		cls: `winnow-clip-row is-${state}`,
		attr: { role: "listitem" },
	});
	setIcon(element.createSpan({ cls: "winnow-clip-row-icon" }), ROW_ICONS[state]);
	const words = element.createDiv({ cls: "winnow-clip-row-words" });
	words.createDiv({
		cls: "winnow-clip-row-title",
		text: titleOf(item.url, outcome),
		attr: { dir: "auto" },
	});
	words.createDiv({
		cls: "winnow-clip-row-says",
		text: says(run, index, state),
		attr: { dir: "auto" },
	});
	const acts = element.createDiv({ cls: "winnow-clip-row-acts" });
	const act = (text: string, run: () => void) => {
		const button = acts.createEl("button", { cls: "winnow-link-button", text });
		button.addEventListener("click", run);
	};
	if (outcome?.kind === "clipped") act(t("common.open"), () => parts.openNote(outcome.note.path));
	if (outcome?.kind === "already-here")
		act(t("common.open"), () => parts.openNote(outcome.source.path));
	if (outcome?.kind !== "failed") return;
	if (run.task.state !== "ended" && canRetry(outcome.failure)) {
		act(t("clip.tryAgain"), () => run.task.retry(index));
	}
	if (canSaveLink(outcome.failure)) act(t("clip.saveLink"), () => void run.saveLink(index));
	act(t("clip.openPage"), () => parts.openPage(item.url));
}

function titleOf(url: string, outcome: ClipOutcome | undefined): string {
	if (outcome?.kind === "clipped") return outcome.note.title;
	if (outcome?.kind === "already-here") return outcome.source.title;
	return url.replace(/^https?:\/\/(www\.)?/, "");
}

function says(run: ClipRun, index: number, state: RowState): string {
	const outcome = run.outcomes.get(index);
	if (outcome === undefined) {
		const item = run.task.items[index]?.state;
		if (item?.kind === "failed") return item.reason;
		return state === "running" ? t("clip.item.running") : t("clip.item.waiting");
	}
	switch (outcome.kind) {
		case "failed":
			return explainClipFailure(outcome.failure);
		case "already-here":
			return t("clip.item.here", { status: t(`clip.status.${outcome.source.status}`) });
		case "clipped": {
			const { site, kind, words, capture, captureNote } = outcome.note;
			const params = { site, kind: t(`clip.kind.${kind}`), minutes: minutesOf(words) };
			if (capture === "full") return t("clip.item.clipped", params);
			const part = captureNote === "" ? t(`clip.capture.${capture}`) : captureNote;
			return t("clip.item.clippedPart", { ...params, capture: part });
		}
	}
}

function renderFoot(foot: HTMLElement, run: ClipRun, parts: ProgressParts): void {
	foot.empty();
	const hint = foot.createDiv({ cls: "winnow-clip-counts" });
	const button = (text: string, cls: string, act: () => void) => {
		const element = foot.createEl("button", { text, cls });
		element.addEventListener("click", act);
	};
	if (run.task.state !== "ended") {
		hint.setText(t("clip.closeHint"));
		const isPaused = run.task.state === "paused";
		button(isPaused ? t("clip.resume") : t("clip.pause"), "", () =>
			isPaused ? run.task.resume() : run.task.pause(),
		);
		button(t("clip.stop"), "", () => run.task.stop());
		button(t("clip.background"), "mod-cta", () => parts.close());
		return;
	}
	const { length } = clippedNotes(run.outcomes.values());
	if (length > 0) {
		const undo = hint.createEl("button", {
			cls: "winnow-link-button",
			text: t("clip.undoAll", { count: length }),
		});
		undo.addEventListener("click", () => parts.undoAll());
		hint.createSpan({ text: ` ${t("clip.undoAllHint", { count: length })}` });
	}
	button(t("common.close"), "", () => parts.close());
	if (length > 0) button(t("clip.startReading"), "mod-cta", () => parts.startReading());
}
