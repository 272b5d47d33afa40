import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { elementOf } from "../ui/element-of";
import { move, press, release, RESTING, type Swipe } from "./swipe";

export type TouchActs = Readonly<{
	isOn(): boolean;
	keep(path: string): void;
	throwAway(path: string): void;
}>;

/** Swiping a row with a finger. Mouse and pen have buttons and menus. */
export function listenForSwipes(
	component: Component,
	scroller: HTMLElement,
	acts: TouchActs,
): void {
	let swipe: Swipe = RESTING;
	let row: HTMLElement | null = null;
	let under: HTMLElement | null = null;
	const rest = (): void => {
		row?.setCssProps({ "--winnow-swipe": "0px" });
		row?.removeClass("is-swiping");
		under?.remove();
		[swipe, row, under] = [RESTING, null, null];
	};
	const direction = (): 1 | -1 =>
		scroller.win.getComputedStyle(scroller).direction === "rtl" ? -1 : 1;
	component.registerDomEvent(scroller, "touchstart", (event) => {
		rest();
		const [touch] = Array.from(event.touches);
		if (touch === undefined || event.touches.length > 1 || !acts.isOn()) return;
		row = elementOf(event)?.closest<HTMLElement>(".winnow-inbox-row") ?? null;
		if (row !== null)
			swipe = press(touch.clientX, touch.clientY, event.timeStamp, scroller.win.innerWidth);
	});
	const onMove = (event: TouchEvent): void => {
		const [touch] = Array.from(event.touches);
		if (touch === undefined || row === null) return;
		swipe = move(swipe, touch.clientX, touch.clientY, direction());
		if (swipe.kind !== "swiping") return;
		event.preventDefault();
		row.addClass("is-swiping");
		row.setCssProps({ "--winnow-swipe": `${swipe.by * direction()}px` });
		under ??= createUnder(row);
		showUnder(under, swipe.by > 0 ? "keep" : "throw-away");
	};
	// Scrolling must stop while a row is moved, which a passive listener cannot do.
	scroller.addEventListener("touchmove", onMove, { passive: false });
	component.register(() => scroller.removeEventListener("touchmove", onMove));
	component.registerDomEvent(scroller, "touchend", (event) => {
		const path = row?.dataset.path;
		const end = release(swipe, event.timeStamp);
		if (swipe.kind === "swiping") event.preventDefault();
		rest();
		if (path === undefined || end === "nothing") return;
		if (end === "keep") acts.keep(path);
		else acts.throwAway(path);
	});
	component.registerDomEvent(scroller, "touchcancel", rest);
}

function createUnder(row: HTMLElement): HTMLElement {
	const under = row.createDiv({ cls: "winnow-inbox-swipe", attr: { "aria-hidden": "true" } });
	under.createSpan({ cls: "winnow-inbox-swipe-icon" });
	under.createSpan({ cls: "winnow-inbox-swipe-words" });
	return under;
}

function showUnder(under: HTMLElement, act: "keep" | "throw-away"): void {
	if (under.dataset.act === act) return;
	under.dataset.act = act;
	const [icon, words] = Array.from(under.children);
	if (icon !== undefined) setIcon(icon as HTMLElement, act === "keep" ? "check" : "trash-2");
	if (words !== undefined)
		words.textContent = t(act === "keep" ? "inbox.keep" : "inbox.throwAway");
}
