import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { clipRowList } from "./clip-row-list-face";
import type { RowParts, RowState } from "./clip-rows-face";
import type { ClipRun } from "./clip-run";
import { readingMinutes } from "./clip-outcome";

export type ProgressParts = RowParts &
	Readonly<{
		/** Name of the project the notes go to. */
		projectName: string;
		lanes: number;
		/** Milliseconds of a clock that only goes forward. */
		clock(): number;
		openQueue(): void;
		startReading(): void;
		undoAll(run: ClipRun): void;
		close(): void;
		setTitle(title: string): void;
	}>;

type Filter = "all" | "problems" | "clipped" | "waiting";

const SHOWN: Readonly<Record<Filter, readonly RowState[]>> = {
	all: ["problem", "offers", "running", "clipped", "here", "waiting"],
	problems: ["problem"],
	clipped: ["offers", "clipped", "here"],
	waiting: ["waiting", "running"],
};

/** What is done well waits in the inbox: at the end the list holds what needs the person and what was here. */
const SHOWN_AT_END: readonly RowState[] = ["problem", "offers", "here", "waiting"];

/** A screen reader hears of progress no more often than this. */
const LIVE_MS = 5000;

/** Shows a run while it goes on and, when it has ended, what came of it. */
export function mountClipProgress(
	container: HTMLElement,
	run: ClipRun,
	parts: ProgressParts,
	component: Component,
): void {
	let filter: Filter = "all";
	const begun = parts.clock();
	const bar = container.createDiv({ cls: "winnow-clip-bar", attr: { role: "progressbar" } });
	bar.setAttr("aria-label", t("clip.taskLabel"));
	const clippedBar = bar.createDiv({ cls: "winnow-clip-bar-clipped" });
	const problemBar = bar.createDiv({ cls: "winnow-clip-bar-problem" });
	const line = container.createDiv({ cls: "winnow-clip-line" });
	const sentence = line.createSpan();
	const pace = line.createSpan();
	const live = container.createDiv({ cls: "winnow-visually-hidden", attr: { role: "status" } });
	const filters = container.createDiv({ cls: "winnow-clip-filters" });
	const list = container.createDiv({ cls: "winnow-clip-list", attr: { role: "list" } });
	const foot = container.createDiv({ cls: "modal-button-container winnow-clip-foot" });
	let spoken = -LIVE_MS;
	let wasEnded = false;
	const rows = clipRowList(list, run, parts);
	const chips = filterChips(filters, (next) => {
		filter = next;
		render();
	});
	let footShown = "";

	const render = () => {
		const states = rows.states();
		const of = (state: RowState) => states.filter((each) => each === state).length;
		const hasEnded = run.state === "ended";
		const clipped = run.notes().length;
		const done = states.filter((state) => state !== "waiting" && state !== "running").length;
		const shown = !hasEnded ? SHOWN[filter] : parts.chooseImages === null ? SHOWN_AT_END : SHOWN.all;
		const total = run.items.length;
		container.toggleClass("is-ended", hasEnded);
		parts.setTitle(
			hasEnded
				? t("clip.titleDone", { clipped, total })
				: t("clip.titleRunning", { count: total }),
		);
		bar.toggle(!hasEnded);
		bar.setAttrs({ "aria-valuemin": 0, "aria-valuemax": total, "aria-valuenow": done });
		clippedBar.setCssProps({ "--winnow-share": String((of("clipped") + of("offers") + of("here")) / total) });
		problemBar.setCssProps({ "--winnow-share": String(of("problem") / total) });
		const words = hasEnded
			? endSentence(run, parts.projectName, of("here"), of("problem"))
			: t("clip.progress", { done, total, clipped, count: of("problem") });
		sentence.setText(words);
		pace.setText(hasEnded ? "" : paceWords(parts.clock() - begun, done - of("here"), total - of("here"), parts.lanes));
		if (hasEnded || parts.clock() - spoken >= LIVE_MS) {
			spoken = parts.clock();
			if (live.textContent !== words) live.setText(words);
		}
		filters.toggle(total > 1 && !hasEnded);
		list.toggle(states.some((state) => shown.includes(state)));
		chips.show(filter, {
			all: total,
			problems: of("problem"),
			clipped: of("clipped") + of("offers") + of("here"),
			waiting: of("waiting") + of("running"),
		});
		keepingFocus(container, () => {
			rows.show(shown);
			// Pages end many times a second: a press that begins on a button must end on the same one.
			const footNow = hasEnded ? `ended ${String(clipped)}` : run.state;
			if (footNow !== footShown) renderFoot(foot, run, parts);
			footShown = footNow;
		});
		if (hasEnded && !wasEnded) focusNext(container, foot);
		wasEnded = hasEnded;
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

/** Rows are drawn anew while the person may stand on one of their buttons: the focus goes to its successor. */
function keepingFocus(container: HTMLElement, draw: () => void): void {
	const active = container.doc.activeElement;
	const key = active !== null && container.contains(active) ? active.getAttribute("data-key") : null;
	draw();
	if (key === null) return;
	for (const button of container.querySelectorAll<HTMLElement>("[data-key]")) {
		if (button.getAttribute("data-key") === key) button.focus();
	}
}

/** The run's end takes away what the keys stood on. Who writes elsewhere meanwhile is left alone. */
function focusNext(container: HTMLElement, foot: HTMLElement): void {
	const { activeElement, body } = container.doc;
	if (activeElement !== null && activeElement !== body && !(activeElement.closest(".modal")?.contains(container) ?? false)) return;
	foot.querySelector<HTMLElement>("button.mod-cta, button:last-child")?.focus();
}

function paceWords(elapsed: number, done: number, total: number, lanes: number): string {
	const atATime = t("clip.lanes", { count: lanes });
	if (done < 3 || total < 8) return total > lanes ? atATime : "";
	const seconds = ((elapsed / done) * (total - done)) / 1000;
	const left =
		seconds < 90
			? t("clip.leftSeconds", { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
			: t("clip.leftMinutes", { count: Math.round(seconds / 60) });
	return `${left} · ${atATime}`;
}

function endSentence(run: ClipRun, project: string, here: number, problems: number): string {
	const notes = run.notes();
	const minutes = notes.reduce((sum, note) => sum + readingMinutes(note.words), 0);
	const time =
		minutes < 90
			? t("clip.minutes", { count: Math.max(1, minutes) })
			: t("clip.hours", { count: Math.round(minutes / 60) });
	const parts = [notes.length === 0 ? t("clip.doneNothing") : t("clip.doneIn", { project, time })];
	if (here > 0 && problems > 0) parts.push(t("clip.doneHereAndProblems", { here: t("clip.doneHerePart", { count: here }), count: problems }));
	else if (here > 0) parts.push(t("clip.doneHere", { count: here }));
	else if (problems > 0) parts.push(t("clip.doneProblems", { count: problems }));
	const waiting = run.items.filter((_, index) => run.now(index).kind === "waiting").length;
	if (waiting > 0) parts.push(t("clip.doneWaiting", { count: waiting }));
	return parts.join(" ");
}

const FILTERS = ["all", "problems", "clipped", "waiting"] as const;

type FilterChips = Readonly<{ show(active: Filter, counts: Readonly<Record<Filter, number>>): void }>;

function filterChips(container: HTMLElement, choose: (filter: Filter) => void): FilterChips {
	const chips = FILTERS.map((filter) => {
		const button = container.createEl("button", { cls: "winnow-clip-filter" });
		button.addEventListener("click", () => choose(filter));
		return { filter, button };
	});
	return {
		show: (active, counts) => {
			for (const { filter, button } of chips) {
				const text = t(`clip.filter.${filter}`, { count: counts[filter] });
				if (button.textContent !== text) button.setText(text);
				button.setAttr("aria-pressed", String(filter === active));
				button.toggleClass("is-active", filter === active);
			}
		},
	};
}

function renderFoot(foot: HTMLElement, run: ClipRun, parts: ProgressParts): void {
	foot.empty();
	const hint = foot.createDiv({ cls: "winnow-clip-counts" });
	const button = (text: string, cls: string, act: () => void, icon = "") => {
		const element = foot.createEl("button", { cls, attr: { "data-key": `foot ${text}` } });
		if (icon !== "") setIcon(element.createSpan({ cls: "winnow-clip-button-icon" }), icon);
		element.createSpan({ text });
		element.addEventListener("click", act);
	};
	const link = (text: string, act: () => void) => {
		const element = hint.createEl("button", {
			cls: "winnow-link-button",
			text,
			attr: { "data-key": `foot ${text}` },
		});
		element.addEventListener("click", act);
	};
	if (run.state !== "ended") {
		hint.createSpan({ text: t("clip.closeHint") });
		if (run.items.length > 1) link(t("clip.openQueue"), () => parts.openQueue());
		const isPaused = run.state === "paused";
		button(
			isPaused ? t("clip.resume") : t("clip.pause"),
			"",
			() => (isPaused ? run.resume() : run.pause()),
			isPaused ? "play" : "pause",
		);
		button(t("clip.stop"), "", () => run.stop());
		button(t("clip.background"), "mod-cta", () => parts.close());
		return;
	}
	const { length } = run.notes();
	if (length > 0) {
		link(t("clip.undoAll", { count: length }), () => parts.undoAll(run));
		hint.createSpan({ text: t("clip.undoAllHint", { count: length }) });
	}
	button(t("common.close"), "", () => parts.close());
	if (length > 0) button(t("clip.startReading"), "mod-cta", () => parts.startReading());
}
