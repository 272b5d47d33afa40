import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import { finishKey } from "../ui/finish-key";
import type { PageView } from "./page-segments";

export type FootFacts = Readonly<{
	isQuestions: boolean;
	/** Decided or answered, of all that are listed. */
	done: number;
	total: number;
	accepted: number;
	/** What *Apply* would write: suggestions and marks. */
	toApply: number;
	view: PageView;
}>;

export type FootActs = Readonly<{
	apply(): void;
	undo(): void;
	setView(view: PageView): void;
	toggleList(): void;
	yes(): void;
	no(): void;
}>;

const SUGGESTION_HINTS = [
	["j k", "move"],
	["y", "accept"],
	["n", "reject"],
	["s", "split"],
	["e", "edit"],
	["u", "undo"],
	["?", "all"],
] as const;
const QUESTION_HINTS = [
	["j k", "move"],
	["y", "mark"],
	["t", "task"],
	["n", "dismiss"],
	["o", "open"],
] as const;
const VIEWS = ["changes", "before", "after"] as const;

/** The line below: what is decided, the keys, the three views, *Apply*. On a phone two large buttons as well. */
export class ReviewFoot {
	private readonly counts: HTMLButtonElement;
	private readonly hints: HTMLElement;
	private readonly views: HTMLElement;
	private readonly viewButtons = new Map<PageView, HTMLElement>();
	private readonly applyWords: HTMLElement;
	private readonly applyButton: HTMLButtonElement;
	private hinted: boolean | null = null;

	constructor(parent: HTMLElement, acts: FootActs) {
		const foot = parent.createDiv({ cls: "winnow-refine-foot" });
		this.counts = foot.createEl("button", { cls: "winnow-refine-counts" });
		this.counts.addEventListener("click", () => acts.toggleList());
		this.hints = foot.createDiv({ cls: "winnow-refine-keys", attr: { "aria-hidden": "true" } });
		this.views = foot.createDiv({ cls: "winnow-refine-views" });
		for (const view of VIEWS) {
			const button = this.views.createEl("button", {
				cls: "winnow-refine-view",
				text: t(`refine.view.${view}`),
			});
			if (view === "after") keyHint(button, "b");
			button.addEventListener("click", () => acts.setView(view));
			this.viewButtons.set(view, button);
		}
		const undo = foot.createEl("button", {
			cls: "winnow-refine-undo clickable-icon",
			attr: { "aria-label": t("refine.act.undo") },
		});
		setIcon(undo, "undo-2");
		undo.addEventListener("click", () => acts.undo());
		this.applyButton = foot.createEl("button", { cls: "winnow-refine-apply mod-cta" });
		this.applyWords = this.applyButton.createSpan();
		finishKey(this.applyButton);
		this.applyButton.addEventListener("click", () => acts.apply());
		const thumbs = foot.createDiv({ cls: "winnow-refine-thumbs" });
		thumb(thumbs, "x", t("refine.act.reject"), () => acts.no());
		thumb(thumbs, "check", t("refine.act.accept"), () => acts.yes());
	}

	show(facts: FootFacts): void {
		const { done, total, accepted, toApply } = facts;
		this.counts.setText(
			facts.isQuestions
				? t("refine.answered", { done, total })
				: t("refine.decided", { done, total, accepted }),
		);
		this.applyWords.setText(
			toApply === 0 ? t("refine.applyNothing") : t("refine.apply", { count: toApply }),
		);
		this.applyButton.disabled = toApply === 0;
		this.views.toggle(!facts.isQuestions);
		for (const [view, button] of this.viewButtons) {
			button.toggleClass("is-active", view === facts.view);
			button.setAttr("aria-pressed", String(view === facts.view));
		}
		this.showHints(facts.isQuestions);
	}

	private showHints(isQuestions: boolean): void {
		if (this.hinted === isQuestions) return;
		this.hinted = isQuestions;
		this.hints.empty();
		for (const [key, what] of isQuestions ? QUESTION_HINTS : SUGGESTION_HINTS) {
			const hint = this.hints.createSpan({ cls: "winnow-refine-key" });
			keyHint(hint, key);
			hint.appendText(t(`refine.hint.${what}`));
		}
	}
}

function thumb(parent: HTMLElement, icon: string, text: string, act: () => void): void {
	const button = parent.createEl("button", { cls: `winnow-refine-thumb is-${icon}` });
	setIcon(button.createSpan({ cls: "winnow-refine-act-icon" }), icon);
	button.createSpan({ text });
	button.addEventListener("click", act);
}
