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
export class ReviewStrip {
	private time: HTMLElement | null = null;
	private since: number | null = null;
	/** The failure the person has put aside to decide what is there. */
	private putAside: ClaudeFailure | null = null;

	constructor(
		private readonly strip: HTMLElement,
		private readonly session: RefineSession,
		private readonly parts: Readonly<{
			/** Milliseconds since 1970. */
			now(): number;
			/** US dollars all readings were expected to cost; null: not known. */
			expected(): number | null;
			/** Goes to the first suggestion that is to be decided. */
			look(): void;
		}>,
	) {}

	show(facts: StripFacts): void {
		const { strip, session } = this;
		const { readings, review } = session;
		const broken = readings.find(({ state }) => state.kind === "failed");
		const stopped = readings.find(({ state }) => state.kind === "stopped");
		const isReading = session.state === "reading";
		const isPaused = session.state === "paused" && broken === undefined;
		const isDone = readings.length > 0 && readings.every(({ state }) => state.kind === "read");
		const isAllEmpty = isDone && review.suggestions.length + review.questions.length === 0;
		const isEmpty = isAllEmpty || (facts.isTabRead && facts.isTabEmpty);
		const failure = broken?.state.kind === "failed" ? broken.state.failure : null;
		const isPutAside = failure !== null && failure === this.putAside;
		const isBroken =
			!isReading && !isPaused && !isPutAside && (broken ?? stopped) !== undefined;
		if (!isReading) this.since = null;
		this.time = null;
		strip.empty();
		strip.toggle(isReading || isPaused || isBroken || isEmpty);
		strip.toggleClass("is-error", isBroken && broken !== undefined);
		strip.setAttr("role", isBroken && broken !== undefined ? "alert" : "status");
		if (isReading) this.drawReading();
		else if (isPaused) this.drawPaused();
		else if (isBroken) this.drawBroken(facts);
		else if (isEmpty) {
			setIcon(strip.createSpan({ cls: "winnow-refine-strip-icon is-good" }), "check");
			strip.createSpan({ text: t("refine.nothingToChange") });
		}
	}

	/** Once a second while it reads. */
	tick(): void {
		if (this.time === null || this.since === null) return;
		const seconds = Math.round((this.parts.now() - this.since) / 1000);
		const { spent, retryWait } = this.session;
		const expected = this.parts.expected();
		const cost =
			spent.cost === null || spent.calls === 0
				? ""
				: expected === null
					? ` · ${money(spent.cost)}`
					: ` · ${t("refine.spentOf", { spent: money(spent.cost), expected: money(expected) })}`;
		const wait =
			retryWait === null
				? ""
				: `${t("refine.retry", { seconds: Math.ceil(retryWait / 1000) })} `;
		this.time.setText(`${wait}${t("refine.seconds", { seconds })}${cost}`);
	}

	private drawReading(): void {
		const { strip, session } = this;
		const { done, total } = this.drawProgress(
			session.isStreaming ? "refine.reading" : "refine.readingAtOnce",
		);
		this.drawBar(done, total);
		this.since ??= this.parts.now();
		// Read out every second it would only disturb.
		this.time = strip.createSpan({
			cls: "winnow-refine-strip-time",
			attr: { "aria-hidden": "true" },
		});
		this.tick();
		if (session.hasPaused) this.button(t("refine.continue"), () => session.continueReading());
		else if (total > 1) this.button(t("refine.pause"), () => session.pause());
		this.button(t("refine.stop"), () => session.stop());
	}

	private drawPaused(): void {
		const { done, total } = this.drawProgress("refine.paused");
		this.drawBar(done, total);
		const { session } = this;
		this.button(t("refine.continue"), () => session.continueReading());
		this.button(t("refine.stop"), () => session.stop());
	}

	private drawBroken(facts: StripFacts): void {
		const { strip, session } = this;
		const broken = session.readings.find(({ state }) => state.kind === "failed");
		const state = broken?.state;
		const why =
			state?.kind === "failed"
				? t("refine.failed", { why: facts.explain(state.failure) })
				: t("refine.stopped");
		setIcon(strip.createSpan({ cls: "winnow-refine-strip-icon" }), "cloud-off");
		strip.createSpan({ cls: "winnow-refine-strip-words", text: why });
		const missing =
			broken ?? session.readings.find((reading) => reading.state.kind === "stopped");
		const from = missing === undefined ? "" : facts.headingOf(missing.range.from);
		const go = this.button(t("refine.continueFrom", { from }), () => session.continueReading());
		if (state?.kind !== "failed") return;
		go.addClass("mod-cta");
		if (session.review.suggestions.length === 0) return;
		this.button(t("refine.reviewHere"), () => {
			this.putAside = state.failure;
			strip.hide();
			this.parts.look();
		});
	}

	private drawProgress(
		key: "refine.reading" | "refine.readingAtOnce" | "refine.paused",
	): Readonly<{ done: number; total: number }> {
		const { readings, review } = this.session;
		const done = readings.filter(({ state }) => state.kind === "read").length;
		const count = review.suggestions.length + review.questions.length;
		const total = readings.length;
		const nth = key === "refine.paused" ? done : Math.min(total, done + 1);
		this.strip.createSpan({ text: t(key, { done: nth, total, count }) });
		return { done, total };
	}

	private drawBar(done: number, total: number): void {
		const bar = this.strip.createDiv({
			cls: "winnow-refine-progress",
			attr: {
				role: "progressbar",
				"aria-label": t("refine.progress"),
				"aria-valuemin": 0,
				"aria-valuemax": total,
				"aria-valuenow": done,
			},
		});
		bar.createDiv().setCssProps({ "--winnow-share": String(done / Math.max(1, total)) });
	}

	private button(text: string, act: () => void): HTMLButtonElement {
		const button = this.strip.createEl("button", { text });
		button.addEventListener("click", act);
		return button;
	}
}
