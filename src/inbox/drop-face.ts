import type { Component } from "obsidian";

/** Links and files dropped or pasted onto the list start clipping. */
export function listenForDrops(
	component: Component,
	element: HTMLElement,
	clip: (text: string, files: readonly File[]) => void,
): void {
	const take = (data: DataTransfer | null): boolean => {
		const files = Array.from(data?.files ?? []);
		const text = data?.getData("text/uri-list") || data?.getData("text/plain") || "";
		if (files.length === 0 && !/https?:\/\//i.test(text)) return false;
		clip(text, files);
		return true;
	};
	component.registerDomEvent(element, "dragover", (event) => {
		const types = event.dataTransfer?.types ?? [];
		const isOurs =
			types.includes("Files") ||
			types.includes("text/uri-list") ||
			types.includes("text/plain");
		if (!isOurs || element.querySelector(".is-dragged") !== null) return;
		event.preventDefault();
		element.addClass("is-drop-target");
	});
	for (const leave of ["dragleave", "dragend", "drop"] as const) {
		component.registerDomEvent(element, leave, () => element.removeClass("is-drop-target"));
	}
	component.registerDomEvent(element, "drop", (event) => {
		if (!event.defaultPrevented && take(event.dataTransfer)) event.preventDefault();
	});
	component.registerDomEvent(element.doc, "paste", (event) => {
		const { activeElement } = element.doc;
		const isHere = activeElement !== null && element.contains(activeElement);
		if (!isHere || activeElement.instanceOf(HTMLInputElement)) return;
		if (take(event.clipboardData)) event.preventDefault();
	});
}
