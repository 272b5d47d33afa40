import { Keymap, Platform, type Component } from "obsidian";
import { elementOf } from "../ui/element-of";

/** What a mouse or finger on the rows asks for. */
export type PointerActs = Readonly<{
	/** Before anything else: keys belong to the list now. */
	focusList(): void;
	foldGroup(group: string): void;
	focus(path: string): void;
	extendTo(path: string): void;
	toggle(path: string): void;
	isSelecting(): boolean;
	open(path: string, where: "here" | "tab"): void;
	/** A source was clicked to be looked at. */
	preview(path: string): void;
	menu(path: string, event: MouseEvent): void;
	hover(path: string, event: MouseEvent, target: HTMLElement): void;
	/** What a dragged row gives to where it is dropped. */
	dragged(path: string): string;
}>;

/** One listener of each kind for all rows: one per row would pile up with every row drawn. */
export function listenToRows(component: Component, scroller: HTMLElement, acts: PointerActs): void {
	const onRow = <
		Name extends "auxclick" | "dblclick" | "contextmenu" | "mouseover" | "dragstart",
	>(
		name: Name,
		act: (path: string, event: HTMLElementEventMap[Name], row: HTMLElement) => void,
	): void => {
		component.registerDomEvent(scroller, name, (event) => {
			const row = rowOf(event);
			const path = row?.dataset.path;
			if (row !== null && path !== undefined) act(path, event, row);
		});
	};
	component.registerDomEvent(scroller, "click", (event) => click(event, acts));
	onRow("auxclick", (path, event) => {
		if (event.button === 1) acts.open(path, "tab");
	});
	onRow("dblclick", (path) => acts.open(path, "here"));
	onRow("contextmenu", (path, event) => {
		event.preventDefault();
		acts.menu(path, event);
	});
	onRow("mouseover", (path, event, row) => acts.hover(path, event, row));
	onRow("dragstart", (path, event, row) => {
		event.dataTransfer?.setData("text/plain", acts.dragged(path));
		row.addClass("is-dragged");
	});
	component.registerDomEvent(scroller, "dragend", (event) =>
		rowOf(event)?.removeClass("is-dragged"),
	);
}

function click(event: MouseEvent, acts: PointerActs): void {
	acts.focusList();
	const group = elementOf(event)?.closest<HTMLElement>(".winnow-inbox-group")?.dataset.group;
	if (group !== undefined) return acts.foldGroup(group);
	const path = rowOf(event)?.dataset.path;
	if (path === undefined) return;
	if (event.shiftKey) return acts.extendTo(path);
	// As in the app's file list: Alt selects, Mod opens beside.
	if (!event.altKey && Keymap.isModEvent(event) !== false) return acts.open(path, "tab");
	acts.focus(path);
	const isOnBox = elementOf(event)?.closest(".winnow-inbox-check") != null;
	if (event.altKey || isOnBox || (Platform.isPhone && acts.isSelecting()))
		return acts.toggle(path);
	if (Platform.isPhone) acts.open(path, "here");
	else acts.preview(path);
}

function rowOf(event: Event): HTMLElement | null {
	return elementOf(event)?.closest<HTMLElement>(".winnow-inbox-row") ?? null;
}
