import { setIcon } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { t } from "../ui/i18n";
import { money } from "./money";
import type { RefineSession } from "./session";

export type StripFacts = Readonly<{
	explain(failure: ClaudeFailure): string;
	headingOf(block: number): string;
	/** The shown pass was read to its end. */
	isTabRead: boolean;
	/** It has nothing to list. */
	isTabEmpty: boolean;
}>;

/** The line under the passes: how far the reading is, what stopped it, or that there is nothing to change. */
export function drawStrip(strip: HTMLElement, session: RefineSession, facts: StripFacts): void {
	const { readings, review } = session;
	const broken = readings.find(({ state }) => state.kind === "failed");
	const failed = broken?.state;
	const isStopped = readings.some(({ state }) => state.kind === "stopped");
	const isReading = session.state === "reading";
	const isDone = readings.length > 0 && readings.every(({ state }) => state.kind === "read");
	const isAllEmpty = isDone && review.suggestions.length + review.questions.length === 0;
	const isEmpty = isAllEmpty || (facts.isTabRead && facts.isTabEmpty);
	strip.empty();
	strip.toggle(isReading || failed !== undefined || isStopped || isEmpty);
	strip.toggleClass("is-error", failed !== undefined && !isReading);
	strip.setAttr("role", failed !== undefined && !isReading ? "alert" : "status");
	if (isReading) drawReading(strip, session);
	else if (failed !== undefined || isStopped) {
		setIcon(strip.createSpan({ cls: "winnow-refine-strip-icon" }), "cloud-off");
		const why =
			failed?.kind === "failed"
				? t("refine.failed", { why: facts.explain(failed.failure) })
				: t("refine.stopped");
		strip.createSpan({ cls: "winnow-refine-strip-words", text: why });
		const missing = broken ?? readings.find(({ state }) => state.kind === "stopped");
		const from = missing === undefined ? "" : facts.headingOf(missing.range.from);
		const again = strip.createEl("button", { text: t("refine.continueFrom", { from }) });
		again.addEventListener("click", () => session.continueReading());
	} else if (isEmpty) {
		setIcon(strip.createSpan({ cls: "winnow-refine-strip-icon is-good" }), "check");
		strip.createSpan({ text: t("refine.nothingToChange") });
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
