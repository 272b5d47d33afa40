import { setIcon } from "obsidian";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import { iconButton } from "./inbox-header-face";
import { showWords } from "./show-words";

export type FootActs = Readonly<{
	keep(): void;
	throwAway(): void;
	backToNew(): void;
	more(event: MouseEvent): void;
	undo(): void;
	emptyDeleted(): void;
}>;

/** How long a toast stands while nobody looks at it. */
const TOAST_MS = 8000;

/** The decisions below the list, and the line that says what was done last. */
export class InboxFoot {
	readonly element: HTMLElement;
	private readonly first: FootButton;
	private readonly second: FootButton;
	private readonly hint: HTMLElement;
	private readonly hintText: HTMLElement;
	private readonly toast: HTMLElement;
	private readonly toastText: HTMLElement;
	private readonly toastUndo: HTMLElement;
	private timer: number | null = null;

	constructor(
		parent: HTMLElement,
		private readonly acts: FootActs,
	) {
		const bottom = parent.createDiv({ cls: "winnow-inbox-bottom" });
		this.toast = bottom.createDiv({ cls: "winnow-inbox-toast" });
		this.toastText = this.toast.createSpan({ cls: "winnow-inbox-toast-words" });
		this.toastUndo = this.toast.createEl("button", { cls: "winnow-inbox-toast-undo" });
		this.toastUndo.createSpan({ text: t("common.undo") });
		keyHint(this.toastUndo, "u");
		this.toastUndo.addEventListener("click", () => acts.undo());
		// Whoever reads it keeps it.
		for (const event of ["pointerenter", "focusin"])
			this.toast.addEventListener(event, () => this.stopTimer());
		for (const event of ["pointerleave", "focusout"])
			this.toast.addEventListener(event, () => this.startTimer());
		this.toast.hide();
		this.hint = bottom.createDiv({ cls: "winnow-inbox-hint" });
		this.hintText = this.hint.createSpan();
		const empty = this.hint.createEl("button", {
			cls: "winnow-inbox-link",
			text: t("inbox.emptyDeleted"),
		});
		empty.addEventListener("click", () => acts.emptyDeleted());
		this.element = bottom.createDiv({ cls: "winnow-inbox-foot" });
		this.first = new FootButton(this.element);
		this.second = new FootButton(this.element);
		iconButton(this.element, "more-horizontal", t("inbox.moreActs"), acts.more);
	}

	/** @param count rows an act would mean; above 1 the buttons say so. */
	show(tab: Status, count: number, rows: number): void {
		this.element.toggle(rows > 0);
		this.hint.toggle(tab === "deleted" && rows > 0);
		showWords(this.hintText, t("inbox.emptyHint", { count: rows }));
		const number = count > 1 ? count : null;
		// A number that is cut off would be another number: hints and icons make room.
		this.element.toggleClass("is-hundreds", count >= 100);
		this.element.toggleClass("is-thousands", count >= 1000);
		const isDisabled = count === 0;
		if (tab === "deleted") {
			this.first.show(
				{ icon: "undo-2", text: label("inbox.backToNew", number), key: "0", isDisabled },
				() => this.acts.backToNew(),
			);
			this.second.show(
				{ icon: "check", text: label("inbox.keep", number), key: "y", isDisabled },
				() => this.acts.keep(),
			);
		} else {
			this.first.show(
				{ icon: "check", text: label("inbox.keep", number), key: "y", isDisabled },
				() => this.acts.keep(),
			);
			this.second.show(
				{ icon: "trash-2", text: label("inbox.throwAway", number), key: "n", isDisabled },
				() => this.acts.throwAway(),
			);
		}
	}

	/** Says what was done, until the next act or some seconds have passed. */
	say(words: string, canUndo: "undo" | "final"): void {
		showWords(this.toastText, words);
		this.toastText.setAttr("aria-label", words);
		this.toastUndo.toggle(canUndo === "undo");
		this.toast.show();
		this.startTimer();
	}

	hush(): void {
		this.stopTimer();
		this.toast.hide();
	}

	private startTimer(): void {
		this.stopTimer();
		this.timer = this.toast.win.setTimeout(() => this.hush(), TOAST_MS);
	}

	private stopTimer(): void {
		if (this.timer !== null) this.toast.win.clearTimeout(this.timer);
		this.timer = null;
	}
}

function label(
	key: "inbox.keep" | "inbox.throwAway" | "inbox.backToNew",
	count: number | null,
): string {
	return count === null ? t(key) : t(`${key}Count`, { count });
}

type ButtonLook = Readonly<{ icon: string; text: string; key: string; isDisabled: boolean }>;

class FootButton {
	private readonly button: HTMLButtonElement;
	private readonly icon: HTMLElement;
	private readonly text: HTMLElement;
	private readonly key: HTMLElement;
	private shownIcon = "";
	private act: () => void = () => undefined;

	constructor(parent: HTMLElement) {
		this.button = parent.createEl("button", { cls: "winnow-inbox-foot-button" });
		this.icon = this.button.createSpan({
			cls: "winnow-inbox-foot-icon",
			attr: { "aria-hidden": "true" },
		});
		this.text = this.button.createSpan({ cls: "winnow-inbox-foot-text" });
		this.key = keyHint(this.button, "");
		this.button.addEventListener("click", () => this.act());
	}

	show(look: ButtonLook, act: () => void): void {
		this.act = act;
		if (this.shownIcon !== look.icon) setIcon(this.icon, look.icon);
		this.shownIcon = look.icon;
		this.button.toggleClass("is-keep", look.icon === "check");
		showWords(this.text, look.text);
		showWords(this.key, look.key);
		this.button.disabled = look.isDisabled;
	}
}

function keyHint(parent: HTMLElement, key: string): HTMLElement {
	return parent.createEl("kbd", {
		cls: "winnow-inbox-key",
		text: key,
		attr: { "aria-hidden": "true" },
	});
}
