import { setIcon } from "obsidian";
import { shortDate } from "../ui/dates";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { AgainWish } from "./clip-again-face";
import { nextSteps, readingMinutes, type ClippedNote, type NextStep } from "./clip-outcome";
import type { ClipRun, ItemNow } from "./clip-run";
import { explainClipFailure } from "./explain-clip-face";
import { explainImages } from "./explain-image-face";
import { remoteImages } from "./image-links";
import { lecturesIn } from "./lectures";

export type RowParts = Readonly<{
	openNote(path: string): void;
	openPage(url: string): void;
	pasteText(run: ClipRun, index: number): void;
	/** Clips a source's page once more, as the person wishes. */
	again(path: string, wish: AgainWish): void;
	/** Tries the pictures again that could not be saved. */
	retryImages(run: ClipRun, index: number): void;
	/** Opens the start sheet with the parts that a page lists. */
	openLinks(links: readonly string[]): void;
	/** Null: the person did not want to pick. */
	chooseImages: ((run: ClipRun, index: number) => void) | null;
	today(): Date;
	language: string;
}>;

/** What a row is: what needs the person, what has parts to offer, what runs, what is done, what was known, what waits, what was left out. */
export type RowState = "problem" | "offers" | "running" | "clipped" | "here" | "waiting" | "left-out";

const ROW_ICONS: Readonly<Record<RowState, string>> = {
	problem: "circle-alert",
	offers: "graduation-cap",
	running: "loader-circle",
	clipped: "check",
	here: "copy-check",
	waiting: "circle",
	"left-out": "circle-slash",
};

/** What a row of this item is. */
export function rowState(now: ItemNow): RowState {
	switch (now.kind) {
		case "waiting":
		case "running":
		case "left-out":
			return now.kind;
		case "failed":
			return "problem";
		case "already-here":
			return "here";
		case "clipped":
			if (!isWhole(now.note)) return "problem";
			return lecturesIn(now.note.text, now.note.kind).length > 0 ? "offers" : "clipped";
	}
}

/** What the person chose to have so is no problem: a link alone, a pasted text. */
function isWhole({ capture, images }: ClippedNote): boolean {
	return capture !== "partial" && capture !== "teaser" && (images === null || images.failed.length === 0);
}

/** One item of a run, as it stands now. */
export function drawRow(list: HTMLElement, run: ClipRun, index: number, now: ItemNow, parts: RowParts): HTMLElement {
	const url = run.items[index]?.url ?? "";
	const state = rowState(now);
	const element = list.createDiv({ cls: `winnow-clip-row is-${state}`, attr: { role: "listitem" } });
	const icon = element.createSpan({ cls: "winnow-clip-row-icon" });
	setIcon(icon, ROW_ICONS[state]);
	const words = element.createDiv({ cls: "winnow-clip-row-words" });
	words.createDiv({ cls: "winnow-clip-row-title", text: titleOf(url, now), attr: { dir: "auto" } });
	words.createDiv({ cls: "winnow-clip-row-says", text: says(now, parts), attr: { dir: "auto" } });
	const acts = element.createDiv({ cls: "winnow-clip-row-acts" });
	for (const [label, perform] of actsOf(now, run, index, parts)) {
		const attr = { "data-key": `${index} ${label}` };
		const button = acts.createEl("button", { cls: "winnow-link-button", text: label, attr });
		button.addEventListener("click", perform);
	}
	return element;
}

type RowAct = readonly [label: string, perform: () => void];

/** What a row offers; what helps most comes first. */
function actsOf(now: ItemNow, run: ClipRun, index: number, parts: RowParts): readonly RowAct[] {
	switch (now.kind) {
		case "waiting":
		case "running":
		case "left-out":
			return [];
		case "already-here": {
			const { path } = now.source;
			return [
				[t("common.open"), () => parts.openNote(path)],
				[t("clip.addNew"), () => parts.again(path, "add")],
				[t("clip.again.keepBoth"), () => parts.again(path, "both")],
			];
		}
		case "clipped": {
			const { path, url, capture, images, text } = now.note;
			const acts: RowAct[] = [];
			if (images !== null && images.failed.length > 0) acts.push([t("clip.images.again"), () => parts.retryImages(run, index)]);
			const { chooseImages } = parts;
			if (chooseImages !== null && remoteImages(text).length > 0) acts.push([t("clip.images.pick"), () => chooseImages(run, index)]);
			const lectures = lecturesIn(text, now.note.kind);
			if (lectures.length > 0) acts.push([t("clip.lectures", { count: lectures.length }), () => parts.openLinks(lectures.map(({ url: link }) => link))]);
			if (capture === "partial" || capture === "teaser") acts.push([t("clip.openPage"), () => parts.openPage(url)]);
			return [...acts, [t("common.open"), () => parts.openNote(path)]];
		}
		case "failed":
			return nextSteps(now.failure).map((step) => [t(STEP_WORDS[step]), () => takeStep(step, run, index, parts)]);
	}
}

const STEP_WORDS: Readonly<Record<NextStep, TextKey>> = {
	retry: "clip.tryAgain",
	"save-link": "clip.saveLink",
	paste: "clip.pasteText",
	"open-page": "clip.openPage",
	archive: "clip.archive",
	"leave-out": "clip.leaveOut",
};

function takeStep(step: NextStep, run: ClipRun, index: number, parts: RowParts): void {
	const url = run.items[index]?.url ?? "";
	switch (step) {
		case "retry":
			return run.retry(index);
		case "save-link":
			return guarded(() => run.saveLink(index));
		case "paste":
			return parts.pasteText(run, index);
		case "open-page":
			return parts.openPage(url);
		case "archive":
			return parts.openPage(`https://web.archive.org/web/2/${url}`);
		case "leave-out":
			return run.leaveOut(index);
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
		case "left-out":
			return t("clip.leftOut");
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

function clippedWords({ site, kind, words, capture, captureNote, images }: ClippedNote): string {
	const facts = [site, t(`clip.kind.${kind}`)];
	if (words > 0) facts.push(t("clip.item.minutes", { minutes: readingMinutes(words) }));
	if (capture !== "full")
		facts.push(captureNote === "" ? t(`clip.capture.${capture}`) : captureNote);
	if (images !== null && images.saved > 0) facts.push(t("clip.item.images", { count: images.saved }));
	if (images !== null && images.failed.length > 0) facts.push(explainImages(images.failed));
	return facts.filter((fact) => fact !== "").join(" · ");
}
