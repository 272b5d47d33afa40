import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import type { WriteFailure } from "../vault/safe-vault";
import type { UndoOutcome } from "../vault/undo-log";
import type { Elsewhere } from "./decided-elsewhere";
import type { Change } from "./triage";

/** What an act is called where it can be taken back: "Kept: On scaling", "Kept 3 sources". */
export function actWords(
	change: Change,
	paths: readonly string[],
	titleOf: (path: string) => string,
): string {
	const [first] = paths;
	const key = actKey(change);
	if (paths.length === 1 && first !== undefined)
		return t(`inbox.did.${key}`, { title: titleOf(first) });
	return t(`inbox.didMany.${key}`, { count: paths.length });
}

function actKey(
	change: Change,
): "keep" | "delete" | "reopen" | "category" | "project" | "hard" | "notHard" {
	return change.kind === "hard" && !change.isHard ? "notHard" : change.kind;
}

export function titleOf(
	sources: Readonly<{ get(path: string): Source | null }>,
): (path: string) => string {
	return (path) => sources.get(path)?.title ?? path;
}

/**
 * Says which of two decisions on the same source stands: "“On scaling” was kept elsewhere, later than here."
 * @param some not empty, all earlier or all later than the one made here.
 */
export function elsewhereWords(
	some: readonly Pick<Elsewhere, "path" | "status" | "when">[],
	titleOf: (path: string) => string,
): string {
	const [first, second] = some;
	if (first === undefined) return "";
	if (second !== undefined) return t(`inbox.elsewhereMany.${first.when}`, { count: some.length });
	return t(`inbox.elsewhere.${first.when}.${first.status}`, { title: titleOf(first.path) });
}

/** Why a note was not written and what to do. The note is as it was in every case. */
export function explainWrite(failure: WriteFailure): string {
	switch (failure.kind) {
		case "unreadable":
			return t("inbox.failure.unreadable", { line: failure.line });
		case "gone":
			return t("inbox.failure.gone");
		case "stale":
			return t("inbox.failure.stale");
		case "exists":
			return t("inbox.failure.exists");
		case "refused":
			return t("inbox.failure.refused", { detail: failure.detail });
		case "disk":
			return t("inbox.failure.disk", { detail: failure.detail });
	}
}

/** Says what a taken-back (or repeated) act did, and what it left alone. */
export function undoWords(outcome: UndoOutcome, direction: "undo" | "redo"): string {
	const words = t(direction === "undo" ? "inbox.tookBack" : "inbox.didAgain", {
		act: outcome.act.label,
	});
	// The trash gives nothing back to a plugin: a picture that an earlier session's undo put there stays.
	const isPicture = (path: string): boolean => outcome.act.steps.some((step) => step.kind === "saved" && step.path === path);
	const pictures = direction === "undo" ? 0 : outcome.skipped.filter(({ path }) => isPicture(path)).length;
	const skipped = outcome.skipped.length - pictures;
	const changed = outcome.changedElsewhere.length;
	return [
		words,
		skipped === 0 ? "" : t("inbox.leftAlone", { count: skipped }),
		pictures === 0 ? "" : t("inbox.picturesStay", { count: pictures }),
		changed === 0 ? "" : t("inbox.changedElsewhere", { count: changed }),
		outcome.left === 0
			? ""
			: t("inbox.undoStopped", { done: outcome.done, count: outcome.left }),
	]
		.filter(Boolean)
		.join(" ");
}
