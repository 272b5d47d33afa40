import type { ClaudeFailure } from "../claude/claude";
import { t } from "../ui/i18n";
import { money } from "./refine-start-face";
import type { RefineSession } from "./session";

/** The line under the passes: how far the reading is, what stopped it, or that there is nothing to change. */
export function drawStrip(
	strip: HTMLElement,
	session: RefineSession,
	explain: (failure: ClaudeFailure) => string,
): void {
	const { readings, review } = session;
	const failed = readings.find(({ state }) => state.kind === "failed")?.state;
	const isStopped = readings.some(({ state }) => state.kind === "stopped");
	const isReading = session.state === "reading";
	const isDone = readings.length > 0 && readings.every(({ state }) => state.kind === "read");
	const isEmpty = isDone && review.suggestions.length + review.questions.length === 0;
	strip.empty();
	strip.toggle(isReading || failed !== undefined || isStopped || isEmpty);
	strip.toggleClass("is-error", failed !== undefined && !isReading);
	if (isReading) drawReading(strip, session);
	else if (isEmpty) strip.createSpan({ text: t("refine.nothingToChange") });
	else if (failed !== undefined || isStopped) {
		const why =
			failed?.kind === "failed"
				? t("refine.failed", { why: explain(failed.failure) })
				: t("refine.stopped");
		strip.createSpan({ text: why });
		const again = strip.createEl("button", { text: t("refine.continue") });
		again.addEventListener("click", () => session.continueReading());
	}
}

function drawReading(strip: HTMLElement, session: RefineSession): void {
	const { readings, spent, review, retryWait } = session;
	const done = readings.filter(({ state }) => state.kind === "read").length;
	const count = review.suggestions.length + review.questions.length;
	strip.createSpan({
		text: t("refine.reading", { done: done + 1, total: readings.length, count }),
	});
	if (retryWait !== null)
		strip.createSpan({ text: t("refine.retry", { seconds: Math.ceil(retryWait / 1000) }) });
	const bar = strip.createDiv({
		cls: "winnow-refine-progress",
		attr: {
			role: "progressbar",
			"aria-valuemin": 0,
			"aria-valuemax": readings.length,
			"aria-valuenow": done,
		},
	});
	bar.createDiv().setCssProps({ "--winnow-share": String(done / Math.max(1, readings.length)) });
	if (spent.cost !== null && spent.calls > 0) strip.createSpan({ text: money(spent.cost) });
	const stop = strip.createEl("button", { text: t("refine.stop") });
	stop.addEventListener("click", () => session.stop());
}
