import { Component, Modal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { showHint, showNotice, showTrouble } from "../ui/notice";
import { readerWords } from "../text/reader-words";
import type { WriteFailure } from "../vault/safe-vault";
import { applyReview, type Applied } from "./apply-review";
import { blockPlaces } from "./block-places";
import { meterOf, type Meter } from "./meter";
import { mountDone } from "./refine-done-face";
import { money } from "./money";
import { mountFindings } from "./findings-face";
import type { FindingLine } from "./local-map-words";
import { mountStart } from "./refine-start-face";
import { drawGate } from "./section-gate-face";
import { RefineKeysModal } from "./refine-keys-modal";
import type { RefineParts } from "./refine-parts";
import type { RefineWork } from "./refine-work";
import { ReviewScreen } from "./review-screen";
import { gateSections, type GatedSection } from "./section-gate";
import type { Question } from "./suggestion";

/** Refine: the start sheet, the review, what was applied. Closing keeps the review on this device. */
export class RefineModal extends Modal {
	private shown = new Component();
	private screen: ReviewScreen | null = null;
	private meter: Meter;
	private isGateConfirmed = false;
	private isLeaving = false;

	constructor(
		app: App,
		private readonly parts: Pick<RefineParts, "vault" | "undo" | "now">,
		private readonly work: RefineWork,
	) {
		super(app);
		this.meter = meterOf(work.session.snapshot);
	}

	override onOpen(): void {
		this.modalEl.addClass("winnow-refine");
		const { start } = this.work;
		if (start === null) return this.showReview();
		const { map, opensFindings } = start.facts;
		if (opensFindings && map.findings.length > 0) this.showFindings(map.findings, start);
		else this.showStart(start);
	}

	private showStart(start: NonNullable<RefineWork["start"]>): void {
		const { session } = this.work;
		this.setTitle(t("refine.title"));
		const component = this.next();
		mountStart(
			this.contentEl,
			start.facts,
			{
				...start.acts,
				start: (passes, range, model) => {
					this.work.read(passes, range, model);
					this.showReview();
				},
				pasteAnswer: (pass, text) => {
					const pasted = session.paste(pass, text);
					if (!pasted.ok) return { fault: t(`refine.fault.${pasted.error}`) };
					if (pasted.value === 0) return { fault: t("refine.hand.nothingNew") };
					const { suggestions, questions } = session.review;
					return { count: suggestions.length + questions.length };
				},
				showReview: () => this.showReview(),
				showFindings: (findings) => this.showFindings(findings, start),
				cancel: () => this.close(),
			},
			component,
		);
	}

	private showFindings(
		findings: readonly FindingLine[],
		start: NonNullable<RefineWork["start"]>,
	): void {
		this.setTitle(t("refine.found.title", { count: findings.length }));
		const acts = {
			jump: ({ from, quote }: FindingLine) => this.leaveFor(quote, from),
			back: () => this.showStart(start),
		};
		const component = this.next();
		mountFindings(this.contentEl, findings, start.facts.cursor, acts, component);
	}

	private leaveFor(quote: string, from: number): void {
		this.isLeaving = true;
		this.close();
		this.work.openPlace(quote, from);
	}

	/** The draft was edited elsewhere meanwhile. */
	showFollowed(): void {
		this.screen?.showFollowed();
	}

	/** Esc leaves an open input first. */
	override close(): void {
		if (this.screen?.cancelInput() === true) return;
		super.close();
	}

	override onClose(): void {
		this.screen = null;
		this.shown.unload();
		this.contentEl.empty();
		this.work.closed(this.isLeaving);
	}

	private showReview(): void {
		const { session, name } = this.work;
		const component = this.next();
		this.modalEl.addClass("is-review");
		this.setTitle(t("refine.titleReview", { name }));
		const live = this.contentEl.createDiv({
			cls: "winnow-visually-hidden",
			attr: { "aria-live": "polite" },
		});
		const root = this.contentEl.createDiv({ cls: "winnow-refine-screen" });
		const where = blockPlaces(session.snapshot);
		this.meter = meterOf(session.snapshot);
		const announce = (text: string) => live.setText(text);
		this.screen = new ReviewScreen(
			root,
			{
				session,
				follower: this.work.follower,
				meter: this.meter,
				where,
				sourceTitle: (id) => this.work.sourceTitle(id),
				explain: (failure) => this.work.explain(failure),
				openPlace: (block, quote) =>
					this.leaveFor(quote, session.snapshot.block(block)?.from ?? 0),
				copyTask: (question) => void copyTask(question, this.contentEl.win),
				apply: () => void this.apply(),
				showKeys: () => new RefineKeysModal(this.app).open(),
				announce,
				askAgain: (one) => {
					const outcome = this.work.askAgain(one);
					if (outcome === "asked") this.showReview();
					else announce(t(`refine.again.${outcome}`));
				},
				now: () => this.parts.now().getTime(),
				expected: () => this.work.expected(),
				explainMeter: () =>
					showNotice(t("refine.meter.explain"), { icon: "info", stays: METER_NOTICE_MS }),
			},
			component,
		);
	}

	private async apply(): Promise<void> {
		const { session, path } = this.work;
		const gated = this.isGateConfirmed ? [] : gateSections(session.snapshot, session.review);
		const [first] = gated;
		if (first !== undefined) return this.showGate(first);
		const { follower } = this.work;
		const { vault } = this.parts;
		const result = await applyReview(session.review, session.snapshot, path, vault, follower);
		if (!result.ok) {
			showTrouble(t("refine.notApplied", { why: whyNotWritten(result.error) }));
			return;
		}
		const applied = result.value;
		if (applied.applied.length + applied.marks === 0) {
			showHint(t("refine.applied", { applied: 0, stale: applied.stale.length }));
			return;
		}
		const { before, after } = applied.written;
		this.parts.undo.record({
			label: t("refine.titleDone", { count: applied.applied.length + applied.marks }),
			at: this.parts.now().toISOString(),
			steps: [{ kind: "text", path, before, after }],
		});
		const isLogged = await this.work.log(applied);
		this.work.finish();
		this.showDone(applied, isLogged);
	}

	private showGate(gated: GatedSection): void {
		const { session } = this.work;
		const takeBack = (ids: readonly string[]) => {
			for (const id of ids) session.act({ kind: "decide", id, decision: null });
		};
		drawGate(gated, {
			look: () => {
				takeBack(gated.largest);
				this.screen?.lookAtOpen();
			},
			without: () => {
				takeBack(gated.all);
				void this.apply();
			},
			apply: () => {
				this.isGateConfirmed = true;
				void this.apply();
			},
		});
	}

	private showDone(applied: Applied, isLogged: boolean): void {
		const { session, path } = this.work;
		const component = this.next();
		this.screen = null;
		this.modalEl.removeClass("is-review");
		this.setTitle(t("refine.titleDone", { count: applied.applied.length + applied.marks }));
		const decisions = [...session.review.decisions.values()];
		const { before, after } = applied.written;
		mountDone(
			this.contentEl,
			{
				accepted: applied.applied.length,
				rejected: decisions.filter(({ kind }) => kind === "reject").length,
				stale: applied.stale.length,
				marks: applied.marks,
				wordsBefore: readerWords(before),
				wordsNow: readerWords(after),
				meter: this.meter.read(session.review),
				cost: session.spent.calls === 0 ? "" : money(session.spent.cost),
				isLogged,
			},
			{
				undo: async () => (await this.parts.vault.editProse(path, after, () => before)).ok,
				showStale: () => {
					session.leaveOnly(applied.stale);
					this.showReview();
				},
				close: () => this.close(),
			},
			component,
		);
	}

	private next(): Component {
		this.shown.unload();
		this.contentEl.empty();
		this.shown = new Component();
		this.shown.load();
		return this.shown;
	}
}

const METER_NOTICE_MS = 12_000;

function whyNotWritten(failure: WriteFailure): string {
	if (failure.kind === "stale" || failure.kind === "gone")
		return t(`refine.notWritten.${failure.kind}`);
	return t("refine.notWritten.disk", {
		detail: "detail" in failure ? failure.detail : failure.kind,
	});
}

async function copyTask(question: Question, win: Window): Promise<void> {
	await win.navigator.clipboard.writeText(`- [ ] ${question.note.ask}`);
}
