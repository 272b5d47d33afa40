import type { App } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { showDone, showHint, showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { startWithNotice } from "../ui/task-notice";
import type { Act, Drive, UndoOutcome } from "../vault/undo-log";
import { actWords, elsewhereWords, explainWrite, titleOf, undoWords } from "./act-words";
import { BULK, LANES, type Label, type Outcome } from "./decide";
import type { Inbox } from "./inbox-parts";
import { shownValues } from "./raw-value";
import type { Change } from "./triage";

/** Where an act shows: the list with its toast, or, from a command, a notice. */
export interface Stage {
	/** Just before rows may leave. */
	beforeChange(paths: readonly string[], change: Change): void;
	/** Sources say something else now. */
	changed(paths: readonly string[]): void;
	say(words: string, canUndo: "undo" | "final"): void;
	/** Why a note was not written; null: no longer so. */
	trouble(path: string, words: string | null): void;
	/** Grows with everything the person does in the list. */
	readonly moves: number;
	/** Brings the person to a source again, in whichever list it is now. */
	goTo(path: string): void;
}

/** Carries a change out and shows it, on whichever stage. */
export function apply(inbox: Inbox, stage: Stage, paths: readonly string[], change: Change): void {
	if (paths.length === 0) return;
	const label: Label = (reached) => actWords(change, reached, titleOf(inbox.sources));
	for (const path of paths) stage.trouble(path, null);
	stage.beforeChange(paths, change);
	const outcome = inbox.decider.decide(paths, change, label);
	stage.changed(paths);
	stage.say(label(paths), "undo");
	if ("reason" in change && change.reason !== null)
		guarded(() => inbox.reasons.add(change.reason ?? ""));
	guarded(async () => showOutcome(inbox, stage, label, await outcome));
}

function showOutcome(
	inbox: Pick<Inbox, "sources">,
	stage: Stage,
	label: Label,
	{ done, failed, left, elsewhere }: Outcome,
): void {
	const earlier = elsewhere.filter(({ when }) => when === "earlier");
	const later = elsewhere.filter(({ when }) => when === "later");
	const title = titleOf(inbox.sources);
	if (earlier.length > 0) stage.say(`${label(done)}. ${elsewhereWords(earlier, title)}`, "undo");
	if (later.length > 0) {
		stage.changed(later.map(({ path }) => path));
		stage.say(elsewhereWords(later, title), "final");
	}
	for (const { path, failure } of failed) stage.trouble(path, explainWrite(failure));
	if (failed.length > 0) {
		stage.changed(failed.map(({ path }) => path));
		stage.say(t("inbox.notWritten", { count: failed.length }), "final");
	}
	if (left.length > 0) {
		stage.changed(left);
		const words = t("inbox.stopped", { done: done.length, count: left.length });
		stage.say(words, done.length > 0 ? "undo" : "final");
	}
}

/** Another device went over what was decided here: the list says so, for the row alone says nothing of when. */
export function tellOvertaken(
	{ sources, decider }: Pick<Inbox, "sources" | "decider">,
	stage: Stage,
	paths: Iterable<string>,
): void {
	const changed = [...paths].flatMap((path) => sources.get(path) ?? []);
	const later = decider.own
		.overtaken(changed)
		.flatMap(({ path, status }) =>
			status === "new" ? [] : [{ path, status, when: "later" as const }],
		);
	if (later.length > 0) stage.say(elsewhereWords(later, titleOf(sources)), "final");
}

/**
 * Takes the last act back, or does it again; shows it before the notes are written.
 * @param onShown the rows are as they will be
 */
export async function takeBack(
	inbox: Inbox,
	stage: Stage,
	direction: "undo" | "redo",
	onShown: () => void = () => undefined,
): Promise<void> {
	const { moves } = stage;
	// An act of thousands that is still being written: it ends here, and what it did is taken back.
	if (direction === "undo") inbox.decider.stop();
	await inbox.decider.settled();
	const last = direction === "undo" ? inbox.undo.last() : null;
	const done = last === null ? null : showTakenBack(inbox, stage, last);
	const drive = driveAsTask(inbox, direction, last?.label ?? "");
	const taking = direction === "undo" ? inbox.undo.undo(drive) : inbox.undo.redo(drive);
	if (last !== null) inbox.decider.hold(pathsOf(last), taking);
	if (done !== null) onShown();
	const outcome = await taking;
	done?.(outcome);
	if (outcome === null) {
		stage.say(
			t(direction === "undo" ? "inbox.nothingToTakeBack" : "inbox.nothingToRedo"),
			"final",
		);
		return;
	}
	const paths = pathsOf(outcome.act);
	stage.changed(paths);
	stage.say(undoWords(outcome, direction), outcome.left > 0 ? "undo" : "final");
	// A cache that was late may have moved the focus; the person may have walked on since.
	const [first] = paths;
	if (stage.moves === moves && first !== undefined) stage.goTo(first);
}

/** What is expected of a note lapses; an act of thousands of notes takes longer. */
const SHOW_AGAIN_MS = 3000;

/**
 * Shows the notes as they will be, focus included. @returns to be called when they are written.
 * Null: the old lines cannot be told before the cache has read them, so nothing is shown.
 */
function showTakenBack(
	inbox: Inbox,
	stage: Stage,
	act: Act,
): ((outcome: UndoOutcome | null) => void) | null {
	const areTold = act.steps.every(
		(step) =>
			step.kind !== "properties" ||
			Object.keys(step.before).every((name) => name in shownValues(step.before)),
	);
	if (!areTold) return null;
	const paths = pathsOf(act);
	const shown = act.steps.flatMap((step) =>
		step.kind === "properties"
			? [
					{
						path: step.path,
						expected: inbox.sources.expect(step.path, shownValues(step.before)),
					},
				]
			: [],
	);
	stage.changed(paths);
	const [first] = paths;
	if (first !== undefined) stage.goTo(first);
	const timer = window.setInterval(() => {
		for (const { expected } of shown) expected.again();
	}, SHOW_AGAIN_MS);
	return (outcome) => {
		window.clearInterval(timer);
		// What a stop, or somebody else's change, left as it was is shown so.
		const written = new Set(outcome === null ? [] : pathsOf(outcome.act));
		for (const { path } of outcome?.skipped ?? []) written.delete(path);
		for (const { path, expected } of shown) {
			if (written.has(path)) expected.again();
			else expected.takeBack();
		}
		stage.changed(paths.filter((path) => !written.has(path)));
	};
}

/** An act of many notes shows how far it is and can be stopped; one of a few just runs. */
function driveAsTask(inbox: Inbox, direction: "undo" | "redo", label: string): Drive {
	return async (paths, run) => {
		if (paths.length <= BULK) return void (await Promise.all(paths.map((_, at) => run(at))));
		const underWay = new Set<Promise<unknown>>();
		const task = startWithNotice<number>(inbox.tasks, {
			label:
				direction === "undo"
					? t("inbox.takingBack", { act: label })
					: t("inbox.doingAgain"),
			items: paths.map((_, at) => at),
			itemLabel: (at) => paths[at] ?? "",
			lanes: LANES,
			timeoutMs: 0,
			run: async (at) => {
				const writing = run(at);
				underWay.add(writing);
				const why = await writing.finally(() => underWay.delete(writing));
				if (why === null) return { kind: "done", note: paths[at] ?? "" };
				return { kind: "skipped", reason: t("inbox.leftAlone", { count: 1 }) };
			},
		});
		await task.ended;
		// A stopped task does not wait for writes already begun, but the undo list must know them.
		await Promise.all(underWay);
	};
}

function pathsOf(act: Act): readonly string[] {
	return act.steps.flatMap((step) => (step.kind === "properties" ? [step.path] : []));
}

/** For commands and menus away from the list. */
export function noticeStage(): Stage {
	return {
		beforeChange: () => undefined,
		changed: () => undefined,
		trouble: (_path, words) => {
			if (words !== null) showTrouble(words);
		},
		say: (words) => {
			showHint(words);
		},
		moves: 0,
		goTo: () => undefined,
	};
}

export function openOriginal(sources: readonly Source[]): void {
	// A paper may be known by its DOI alone: that is an address too.
	const urls = sources
		.map(({ url, identity }) => (/^https?:\/\//i.test(url) ? url : (identity ?? "")))
		.filter((url) => url !== "")
		.slice(0, 10);
	if (urls.length === 0) showHint(t("inbox.noLink"));
	for (const url of urls) window.open(url, "_blank", "noopener");
}

export async function copyLinks(app: App, paths: readonly string[]): Promise<void> {
	const links = paths.map((path) => noteLink(app, path));
	await navigator.clipboard.writeText(links.join("\n"));
	showDone(t("common.copied"));
}

export function noteLink(app: App, path: string): string {
	const file = app.vault.getFileByPath(path);
	return file === null ? path : app.fileManager.generateMarkdownLink(file, "");
}
