import { refuseNames } from "../private-names";

/** How long the app shows a notice that names no time ([M]). */
const SHOWN_MS = 5000;

export class Notice {
	noticeEl: HTMLElement;
	containerEl: HTMLElement;
	messageEl: HTMLElement;
	#timer: number | null = null;

	/** @param duration Milliseconds; 0 stays until it is clicked ([R] d.ts). */
	constructor(message: string | DocumentFragment, duration: number = SHOWN_MS) {
		this.containerEl = createDiv({ cls: "notice", attr: { role: "status" } });
		this.noticeEl = this.containerEl;
		this.messageEl = this.containerEl.createDiv({ cls: "notice-message" });
		this.setMessage(message);
		this.containerEl.addEventListener("click", () => this.hide());
		holder(activeDocument).append(this.containerEl);
		if (duration > 0) this.#timer = window.setTimeout(() => this.hide(), duration);
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		return this;
	}

	hide(): void {
		if (this.#timer !== null) window.clearTimeout(this.#timer);
		const parent = this.containerEl.parentElement;
		this.containerEl.remove();
		if (parent?.childElementCount === 0) parent.remove();
	}
}

function holder(doc: Document): HTMLElement {
	return (
		doc.body.querySelector<HTMLElement>(":scope > .notice-container") ??
		doc.body.createDiv({ cls: "notice-container" })
	);
}

refuseNames(Notice.prototype, "notice", ["setAutoHide", "timerId"]);
