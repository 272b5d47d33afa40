import { setIcon } from "obsidian";
import { shortDate } from "../ui/dates";
import { t } from "../ui/i18n";
import { canRetry, canSaveLink, readingMinutes, type ClippedNote } from "./clip-outcome";
import type { ClipRun, ItemNow } from "./clip-run";
import { explainClipFailure } from "./explain-clip-face";

export type RowParts = Readonly<{
	openNote(path: string): void;
	openPage(url: string): void;
	pasteText(run: ClipRun, index: number): void;
	today(): Date;
	language: string;
}>;

/** What a row is: what needs the person, what runs, what is done, what was known, what waits. */
export type RowState = "problem" | "running" | "clipped" | "here" | "waiting";

const ROW_ICONS: Readonly<Record<RowState, string>> = {
	problem: "circle-alert",
	running: "loader-circle",
	clipped: "check",
	here: "copy-check",
	waiting: "circle",
};

/** The state of each item, in the order of the run. */
export function rowStates(run: ClipRun): readonly RowState[] {
	return run.items.map((_, index) => rowState(run.now(index)));
}

function rowState(now: ItemNow): RowState {
	switch (now.kind) {
		case "waiting":
		case "running":
			return now.kind;
		case "failed":
			return "problem";
		case "already-here":
			return "here";
		case "clipped":
			return isWhole(now.note) ? "clipped" : "problem";
	}
}

/** What the person chose to have so is no problem: a link alone, a pasted text. */
function isWhole({ capture }: ClippedNote): boolean {
	return capture !== "partial" && capture !== "teaser";
}

/** Draws the rows of the wanted states, in the order of these; the place in the list stays. */
export function renderRows(
	list: HTMLElement,
	run: ClipRun,
	states: readonly RowState[],
	shown: readonly RowState[],
	parts: RowParts,
): void {
	const { scrollTop } = list;
	list.empty();
	for (const state of shown) {
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
	parts: RowParts,
): void {
	const item = run.items[index];
	if (item === undefined) return;
	const now = run.now(index);
	const element = list.createDiv({
		cls: `winnow-clip-row is-${state}`,
		attr: { role: "listitem" },
	});
	const icon = element.createSpan({ cls: "winnow-clip-row-icon" });
	setIcon(icon, ROW_ICONS[state]);
	const words = element.createDiv({ cls: "winnow-clip-row-words" });
	words.createDiv({
		cls: "winnow-clip-row-title",
		text: titleOf(item.url, now),
		attr: { dir: "auto" },
	});
	words.createDiv({
		cls: "winnow-clip-row-says",
		text: says(now, parts),
		attr: { dir: "auto" },
	});
	const acts = element.createDiv({ cls: "winnow-clip-row-acts" });
	const act = (text: string, run: () => void) => {
		const attr = { "data-key": `${index} ${text}` };
		const button = acts.createEl("button", { cls: "winnow-link-button", text, attr });
		button.addEventListener("click", run);
	};
	if (now.kind === "clipped") act(t("common.open"), () => parts.openNote(now.note.path));
	if (now.kind === "already-here") act(t("common.open"), () => parts.openNote(now.source.path));
	if (now.kind !== "failed") return;
	if (canRetry(now.failure)) act(t("clip.tryAgain"), () => run.retry(index));
	if (canSaveLink(now.failure)) {
		act(t("clip.saveLink"), () => void run.saveLink(index));
		act(t("clip.pasteText"), () => parts.pasteText(run, index));
		act(t("clip.openPage"), () => parts.openPage(item.url));
	}
}

function titleOf(url: string, now: ItemNow): string {
	if (now.kind === "clipped") return now.note.title;
	if (now.kind === "already-here") return now.source.title;
	return url.replace(/^https?:\/\/(www\.)?/, "");
}

function says(now: ItemNow, { today, language }: RowParts): string {
	switch (now.kind) {
		case "waiting":
			return t("clip.item.waiting");
		case "running":
			return t("clip.item.running");
		case "failed":
			return explainClipFailure(now.failure);
		case "already-here": {
			const { decided, created } = now.source;
			const status = t(`clip.status.${now.source.status}`);
			const date = shortDate(decided ?? created ?? "", today(), language);
			return date === ""
				? t("clip.item.here", { status })
				: t("clip.item.hereSince", { status, date });
		}
		case "clipped":
			return clippedWords(now.note);
	}
}

function clippedWords({ site, kind, words, capture, captureNote }: ClippedNote): string {
	const facts = [site, t(`clip.kind.${kind}`)];
	if (words > 0) facts.push(t("clip.item.minutes", { minutes: readingMinutes(words) }));
	if (capture !== "full")
		facts.push(captureNote === "" ? t(`clip.capture.${capture}`) : captureNote);
	return facts.filter((fact) => fact !== "").join(" · ");
}
