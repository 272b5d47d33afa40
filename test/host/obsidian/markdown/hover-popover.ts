import { Component } from "../component";

export type Point = { x: number; y: number };

/** A small window beside a link. It shows after a wait and leaves when the pointer is on neither. */
export class HoverPopover extends Component {
	hoverEl: HTMLElement;
	state = 0;
	readonly #parent: { hoverPopover: unknown };
	readonly #targetEl: HTMLElement | null;
	readonly #waitMs: number;
	readonly #staticPos: Point | null;
	#showTimer = 0;
	#hideTimer = 0;

	constructor(
		parent: { hoverPopover: unknown },
		targetEl: HTMLElement | null,
		waitTime = 300,
		staticPos: Point | null = null,
	) {
		super();
		this.#parent = parent;
		this.#targetEl = targetEl;
		this.#waitMs = waitTime;
		this.#staticPos = staticPos;
		this.hoverEl = createDiv({ cls: "popover hover-popover" });
		if (parent.hoverPopover instanceof HoverPopover) parent.hoverPopover.unload();
		parent.hoverPopover = this;
		this.load();
	}

	override onload(): void {
		const target = this.#targetEl;
		const stay = (): void => window.clearTimeout(this.#hideTimer);
		const leave = (): void => {
			window.clearTimeout(this.#hideTimer);
			this.#hideTimer = window.setTimeout(() => this.unload(), 250);
		};
		this.registerDomEvent(this.hoverEl, "mouseenter", stay);
		this.registerDomEvent(this.hoverEl, "mouseleave", leave);
		if (target !== null) {
			this.registerDomEvent(target, "mouseenter", stay);
			this.registerDomEvent(target, "mouseleave", leave);
			this.registerDomEvent(target.doc, "keydown", (evt: KeyboardEvent) => {
				if (evt.key === "Escape") this.unload();
			});
			this.registerDomEvent(target.doc, "pointerdown", (evt: PointerEvent) => {
				if (evt.target instanceof Node && !this.hoverEl.contains(evt.target)) this.unload();
			});
		}
		this.#showTimer = window.setTimeout(() => this.#show(), this.#waitMs);
	}

	override onunload(): void {
		window.clearTimeout(this.#showTimer);
		window.clearTimeout(this.#hideTimer);
		this.hoverEl.remove();
		if (this.#parent.hoverPopover === this) this.#parent.hoverPopover = null;
	}

	#show(): void {
		const target = this.#targetEl;
		if (target !== null && !target.isConnected) {
			this.unload();
			return;
		}
		const doc = target?.doc ?? activeDocument;
		doc.body.append(this.hoverEl);
		this.state = 1;
		const box = target?.getBoundingClientRect();
		const own = this.hoverEl.getBoundingClientRect();
		const { innerWidth, innerHeight } = doc.win;
		const x = this.#staticPos?.x ?? box?.left ?? 0;
		const below = this.#staticPos?.y ?? (box?.bottom ?? 0) + 4;
		const above = (box?.top ?? below) - own.height - 4;
		const y = below + own.height > innerHeight && above > 0 ? above : below;
		this.hoverEl.style.left = `${Math.max(8, Math.min(x, innerWidth - own.width - 8))}px`;
		this.hoverEl.style.top = `${Math.max(8, Math.min(y, innerHeight - own.height - 8))}px`;
	}
}
