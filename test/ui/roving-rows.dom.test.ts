import { RovingRows } from "../../src/ui/roving-rows";

// jsdom draws nothing, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

function panel(keys: readonly string[]): HTMLElement {
	const container = document.body.appendChild(document.createElement("div"));
	draw(container, keys);
	return container;
}

function draw(container: HTMLElement, keys: readonly string[]): void {
	container.replaceChildren(
		...keys.map((key) => {
			const row = document.createElement("div");
			row.tabIndex = -1;
			row.dataset.row = key;
			return row;
		}),
	);
}

describe("rows of a panel", () => {
	it("get the focus back after a render, also where it came by Tab or mouse", () => {
		const container = panel(["a", "b", "c"]);
		const rows = new RovingRows(container);
		rows.restore(false);
		container.querySelector<HTMLElement>("[data-row=b]")?.focus();
		const hadFocus = rows.hasFocus();
		draw(container, ["a", "b", "c"]);
		rows.restore(hadFocus);
		expect((document.activeElement as HTMLElement).dataset.row).toBe("b");
	});
});
