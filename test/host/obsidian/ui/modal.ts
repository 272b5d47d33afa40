import type { App } from "../app";
import { setIcon } from "../icons";
import { Scope } from "../keymap";
import { refuseNames } from "../private-names";

export class Modal {
	app: App;
	scope = new Scope();
	containerEl: HTMLElement;
	modalEl: HTMLElement;
	titleEl: HTMLElement;
	contentEl: HTMLElement;
	shouldRestoreSelection = true;
	#isOpen = false;
	#focusBefore: Element | null = null;
	#closeCallback: (() => unknown) | null = null;

	constructor(app: App) {
		this.app = app;
		this.containerEl = createDiv({ cls: "modal-container mod-dim" });
		const bg = this.containerEl.createDiv({ cls: "modal-bg" });
		this.modalEl = this.containerEl.createDiv({
			cls: "modal",
			attr: { role: "dialog", "aria-modal": "true", tabindex: "-1" },
		});
		const close = this.modalEl.createEl("button", {
			cls: "modal-close-button clickable-icon",
			attr: { "aria-label": "Close" },
		});
		setIcon(close, "lucide-x");
		const header = this.modalEl.createDiv({ cls: "modal-header" });
		this.titleEl = header.createDiv({ cls: "modal-title" });
		this.contentEl = this.modalEl.createDiv({ cls: "modal-content" });
		bg.addEventListener("click", () => this.close());
		close.addEventListener("click", () => this.close());
		this.containerEl.addEventListener("keydown", (event) => this.#keepFocus(event));
		this.scope.register([], "Escape", (event) => {
			if (event.isComposing) return undefined;
			this.close();
			return false;
		});
	}

	open(): void {
		if (this.#isOpen) return;
		this.#isOpen = true;
		const doc = activeDocument;
		this.#focusBefore = doc.activeElement;
		doc.body.append(this.containerEl);
		this.app.keymap.pushScope(this.scope);
		const name = this.titleEl.getText();
		if (name !== "") this.modalEl.setAttribute("aria-label", name);
		// The app puts the focus first: a field that `onOpen` focuses keeps it.
		this.modalEl.focus();
		const opened: unknown = this.onOpen();
		if (opened instanceof Promise) opened.catch((error: unknown) => reportError(error));
		if (doc.activeElement === this.modalEl) focusable(this.contentEl)[0]?.focus();
	}

	close(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.containerEl.remove();
		const back = this.#focusBefore;
		if (
			this.shouldRestoreSelection &&
			back !== null &&
			back.isConnected &&
			back.instanceOf(HTMLElement)
		)
			back.focus();
		this.onClose();
		this.#closeCallback?.();
	}

	onOpen(): Promise<void> | void {
		// For subclasses.
	}

	onClose(): void {
		// For subclasses.
	}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		if (this.#isOpen) this.modalEl.setAttribute("aria-label", title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.#closeCallback = callback;
		return this;
	}

	onHistoryBack(): void {
		this.close();
	}

	/** Tab stays inside of the dialog. */
	#keepFocus(event: KeyboardEvent): void {
		if (event.key !== "Tab" || event.defaultPrevented) return;
		const stops = focusable(this.modalEl);
		const [first, last] = [stops[0], stops.at(-1)];
		const current = this.modalEl.doc.activeElement;
		if (first === undefined || last === undefined) return event.preventDefault();
		if (event.shiftKey && (current === first || current === this.modalEl)) last.focus();
		else if (!event.shiftKey && current === last) first.focus();
		else return;
		event.preventDefault();
	}
}

const STOPS = "a[href], button, input, select, textarea, [tabindex], [contenteditable=true]";

function focusable(el: HTMLElement): HTMLElement[] {
	return [...el.querySelectorAll<HTMLElement>(STOPS)].filter(
		(stop) =>
			stop.tabIndex >= 0 &&
			!stop.hasAttribute("disabled") &&
			stop.getClientRects().length > 0,
	);
}

refuseNames(Modal.prototype, "modal", [
	"bgEl",
	"headerEl",
	"dimBackground",
	"setDimBackground",
	"shouldAnimate",
	"selection",
	"win",
]);
