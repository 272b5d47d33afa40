import { t } from "../ui/i18n";
import { showDone, showHint, showNotice, showTrouble, type NoticeAct } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { nextSteps } from "./clip-outcome";
import type { ClipRun } from "./clip-run";
import { explainClipFailure } from "./explain-clip-face";
import { lecturesIn } from "./lectures";

/** What a notice can lead to. */
export type NoticeActs = Readonly<{
	openNote(path: string): void;
	openPage(url: string): void;
	again(): void;
	addNew(path: string): void;
	openLinks(links: readonly string[]): void;
	startReading(): void;
	showList(): void;
}>;

/** What came of one link that was clipped without the sheet. */
export function tellOne(run: ClipRun, acts: NoticeActs): void {
	const now = run.now(0);
	switch (now.kind) {
		case "already-here":
			showNotice(t("clip.notice.here", { title: now.source.title }), {
				icon: "copy-check",
				acts: [
					[t("common.open"), () => acts.openNote(now.source.path)],
					[t("clip.addNew"), () => acts.addNew(now.source.path)],
				],
			});
			return;
		case "clipped": {
			const lectures = lecturesIn(now.note.text, now.note.kind);
			showNotice(t("clip.notice.clipped", { title: now.note.title }), {
				icon: "check",
				tone: "done",
				acts: [
					[t("common.open"), () => acts.openNote(now.note.path)],
					...(lectures.length > 0 ? [[t("clip.lectures", { count: lectures.length }), () => acts.openLinks(lectures.map(({ url }) => url))] as const] : []),
					[t("common.undo"), () => guarded(() => tellUndone(run))],
				],
			});
			return;
		}
		case "failed":
			showNotice(explainClipFailure(now.failure), {
				icon: "triangle-alert",
				tone: "needs-you",
				acts: nextSteps(now.failure).flatMap((step): NoticeAct[] => {
					if (step === "retry") return [[t("clip.tryAgain"), () => acts.again()]];
					if (step === "open-page") return [[t("clip.openPage"), () => acts.openPage(run.items[0]?.url ?? "")]];
					if (step !== "save-link") return [];
					const save = async (): Promise<void> => {
						await run.saveLink(0);
						tellOne(run, acts);
					};
					return [[t("clip.saveLink"), () => guarded(save)]];
				}),
			});
			return;
		case "waiting":
		case "running":
		case "left-out":
			showHint(t("clip.failed.cancelled"));
	}
}

/** The end of a run that nobody watched. */
export function tellEnd(run: ClipRun, acts: NoticeActs): void {
	const clipped = run.notes().length;
	const waits = run.items.some((_, index) => run.now(index).kind === "waiting");
	const params = { clipped, total: run.items.length };
	showNotice(waits ? t("clip.notice.stopped", params) : t("clip.titleDone", params), {
		icon: waits ? "circle-pause" : "check",
		...(waits ? {} : { tone: "done" as const }),
		acts: [
			[t("clip.showList"), () => acts.showList()],
			...(clipped > 0 ? [[t("clip.startReading"), () => acts.startReading()] as const] : []),
		],
	});
}

export async function tellUndone(run: ClipRun): Promise<void> {
	const undone = await run.undoAll();
	if (undone.kind === "blocked") {
		showTrouble(t("clip.undo.blocked", { act: undone.by }));
		return;
	}
	const words = [t("clip.undo.done", { count: undone.notes })];
	if (undone.left > 0) words.push(t("clip.undo.left", { count: undone.left }));
	showDone(words.join(" "));
}
