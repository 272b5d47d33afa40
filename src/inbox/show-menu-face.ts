import type { Menu } from "obsidian";
import type { ListHost } from "./list-host";

/** Opens where the person clicked; asked for by key, below the element it belongs to. */
export function showMenu(
	host: ListHost,
	menu: Menu,
	event: MouseEvent | null,
	below: HTMLElement,
): void {
	menu.onHide(host.menuOpened());
	// A button pressed by key gives a click without a place.
	if (event !== null && (event.clientX !== 0 || event.clientY !== 0)) {
		menu.showAtMouseEvent(event);
		return;
	}
	const { left, bottom, width } = below.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom, width }, below.doc);
}
