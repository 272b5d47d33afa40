import { Component } from "../component";
import { setIcon } from "../icons";
import { refuseNames } from "../private-names";

export type MenuPositionDef = {
	x: number;
	y: number;
	width?: number;
	overlap?: boolean;
	left?: boolean;
};

/** The sections the app draws first, in its order; unknown ones follow, unnamed items go last ([M]). */
const SECTIONS = [
	"title",
	"correction",
	"spellcheck",
	"selection-link",
	"selection",
	"pane",
	"open",
	"close",
	"action",
	"info",
	"view",
	"system",
	"",
	"danger",
];

const drawn: unique symbol = Symbol("drawn");

export class MenuItem {
	readonly #menu: Menu;
	readonly #el = createDiv({
		cls: "menu-item tappable",
		attr: { role: "menuitem", tabindex: "-1" },
	});
	readonly #iconEl = this.#el.createDiv({ cls: "menu-item-icon" });
	readonly #titleEl = this.#el.createDiv({ cls: "menu-item-title" });
	#section = "";
	#disabled = false;
	#isLabel = false;
	#callback: ((evt: MouseEvent | KeyboardEvent) => unknown) | null = null;

	constructor(menu: Menu) {
		this.#menu = menu;
	}

	setTitle(title: string | DocumentFragment): this {
		this.#titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		this.#iconEl.empty();
		if (icon !== null) setIcon(this.#iconEl, icon);
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.#el.toggleClass("mod-checked", checked === true);
		this.#el.querySelector(".mod-checked-icon")?.remove();
		if (checked !== null) {
			this.#el.setAttribute("role", "menuitemcheckbox");
			this.#el.setAttribute("aria-checked", String(checked));
		}
		if (checked === true)
			setIcon(this.#el.createDiv({ cls: "menu-item-icon mod-checked-icon" }), "lucide-check");
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.#disabled = disabled;
		this.#el.toggleClass("is-disabled", disabled);
		if (disabled) this.#el.setAttribute("aria-disabled", "true");
		else this.#el.removeAttribute("aria-disabled");
		return this;
	}

	setWarning(isWarning: boolean): this {
		this.#el.toggleClass("is-warning", isWarning);
		return this;
	}

	setIsLabel(isLabel: boolean): this {
		this.#isLabel = isLabel;
		this.#el.toggleClass("is-label", isLabel);
		return this;
	}

	onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this {
		this.#callback = callback;
		return this;
	}

	setSection(section: string): this {
		this.#section = section;
		return this;
	}

	[drawn](): {
		el: HTMLElement;
		section: string;
		isChoice: boolean;
		choose: (evt: MouseEvent | KeyboardEvent) => void;
	} {
		return {
			el: this.#el,
			section: this.#section,
			isChoice: !this.#disabled && !this.#isLabel,
			choose: (evt) => {
				if (this.#disabled || this.#isLabel) return;
				this.#menu.hide();
				this.#callback?.(evt);
			},
		};
	}
}

export class MenuSeparator {}

export class Menu extends Component {
	#entries: (MenuItem | MenuSeparator)[] = [];
	#el: HTMLElement | null = null;
	#hideCallbacks: (() => unknown)[] = [];
	#noIcon = false;
	#focusBefore: Element | null = null;

	setNoIcon(): this {
		this.#noIcon = true;
		return this;
	}

	/** A browser has no native menus to offer: both ways show the same. */
	setUseNativeMenu(_useNativeMenu: boolean): this {
		return this;
	}

	addItem(cb: (item: MenuItem) => unknown): this {
		const item = new MenuItem(this);
		this.#entries.push(item);
		cb(item);
		return this;
	}

	addSeparator(): this {
		this.#entries.push(new MenuSeparator());
		return this;
	}

	setParentElement(el: HTMLElement): this {
		el.addClass("has-active-menu");
		this.onHide(() => el.removeClass("has-active-menu"));
		return this;
	}

	showAtMouseEvent(evt: MouseEvent): this {
		evt.preventDefault();
		return this.showAtPosition({ x: evt.clientX, y: evt.clientY }, evt.view?.document);
	}

	showAtPosition(position: MenuPositionDef, doc: Document = activeDocument): this {
		if (this.#entries.length === 0) return this;
		this.hide();
		this.load();
		this.#focusBefore = doc.activeElement;
		const el = doc.body.createDiv({ cls: "menu", attr: { role: "menu", tabindex: "-1" } });
		if (this.#noIcon) el.addClass("no-icon");
		this.#el = el;
		this.#fill(el.createDiv({ cls: "menu-scroll" }));
		place(el, position);
		el.focus();
		el.addEventListener("keydown", (event) => this.#key(event));
		this.registerDomEvent(
			doc,
			"pointerdown",
			(event: PointerEvent) => {
				if (!el.contains(event.target as Node)) this.hide();
			},
			true,
		);
		return this;
	}

	hide(): this {
		if (this.#el === null) return this;
		const hadFocus = this.#el.contains(this.#el.doc.activeElement);
		this.#el.remove();
		this.#el = null;
		this.unload();
		const back = this.#focusBefore;
		if (hadFocus && back !== null && back.isConnected && back.instanceOf(HTMLElement))
			back.focus();
		for (const callback of this.#hideCallbacks) callback();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.#hideCallbacks.push(callback);
	}

	onHistoryBack(): void {
		this.hide();
	}

	/** One menu per event: who comes second adds to the first one's ([R] d.ts). */
	static forEvent(evt: PointerEvent | MouseEvent): Menu {
		const existing = menuOfEvent.get(evt);
		if (existing !== undefined) return existing;
		const menu = new Menu();
		menuOfEvent.set(evt, menu);
		evt.preventDefault();
		window.setTimeout(() => menu.showAtMouseEvent(evt), 0);
		return menu;
	}

	/** Groups by section; a separator stands between sections and wherever one was added. */
	#fill(scrollEl: HTMLElement): void {
		const sections = new Map<string, (MenuItem | MenuSeparator)[]>();
		for (const entry of this.#entries) {
			const section = entry instanceof MenuItem ? entry[drawn]().section : "";
			const list = sections.get(section) ?? [];
			sections.set(section, [...list, entry]);
		}
		const rank = (section: string): number => {
			const at = SECTIONS.indexOf(section);
			return at === -1 ? SECTIONS.indexOf("") - 0.5 : at;
		};
		const ordered = [...sections.entries()].sort(([a], [b]) => rank(a) - rank(b));
		ordered.forEach(([, entries], index) => {
			if (index > 0)
				scrollEl.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
			const group = scrollEl.createDiv({ cls: "menu-group", attr: { role: "group" } });
			for (const entry of entries) {
				if (entry instanceof MenuSeparator)
					group.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
				else if (entry instanceof MenuItem) this.#draw(group, entry);
			}
		});
	}

	#draw(group: HTMLElement, item: MenuItem): void {
		const { el, choose, isChoice } = item[drawn]();
		group.append(el);
		el.onclick = (event) => choose(event);
		el.onmouseenter = () => this.#select(isChoice ? el : null);
		el.onkeydown = (event) => {
			if (event.key === "Enter" || event.key === " ") choose(event);
		};
	}

	#choices(): HTMLElement[] {
		const all = [...(this.#el?.querySelectorAll<HTMLElement>(".menu-item") ?? [])];
		return all.filter((el) => !el.matches(".is-disabled, .is-label"));
	}

	#select(el: HTMLElement | null): void {
		for (const other of this.#choices()) other.toggleClass("selected", other === el);
		el?.focus();
	}

	#key(event: KeyboardEvent): void {
		const choices = this.#choices();
		const at = choices.findIndex((el) => el.hasClass("selected"));
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (step !== 0)
			this.#select(choices[(at + step + choices.length) % choices.length] ?? null);
		else if (event.key === "Home") this.#select(choices[0] ?? null);
		else if (event.key === "End") this.#select(choices.at(-1) ?? null);
		else if (event.key === "Escape" || event.key === "Tab") this.hide();
		else if (event.key === "ArrowLeft") this.hide();
		else if (event.key.length !== 1) return;
		// An open menu keeps every key from the app below.
		event.stopPropagation();
		event.preventDefault();
	}
}

const menuOfEvent = new WeakMap<Event, Menu>();

/** Keeps the menu inside the window: it opens to the other side where there is no room. */
function place(el: HTMLElement, position: MenuPositionDef): void {
	const { innerWidth, innerHeight } = el.win;
	const { offsetWidth, offsetHeight } = el;
	let x = position.left === true ? position.x - offsetWidth : position.x;
	let y = position.y;
	if (x + offsetWidth > innerWidth)
		x = Math.max(
			0,
			(position.width === undefined ? position.x : position.x + position.width) - offsetWidth,
		);
	if (y + offsetHeight > innerHeight) y = Math.max(0, innerHeight - offsetHeight - 8);
	el.style.left = `${x}px`;
	el.style.top = `${y}px`;
}

refuseNames(MenuItem.prototype, "menu item", ["setSubmenu", "dom", "titleEl", "iconEl", "submenu"]);
refuseNames(Menu.prototype, "menu", ["items", "dom", "scrollEl", "sections", "bgEl"]);
