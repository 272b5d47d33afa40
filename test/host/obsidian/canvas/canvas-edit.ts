/** Typing on the canvas: the text of a card, the name of a group. */
import type { CanvasNode } from "./canvas-data";
import type { CanvasView } from "./canvas-view";

export function editText(view: CanvasView, node: CanvasNode): void {
	const nodeEl = view.nodeEl(node.id);
	const container = nodeEl?.el.querySelector<HTMLElement>(".canvas-node-container");
	if (nodeEl == null || container == null || container.querySelector("textarea") !== null) return;
	nodeEl.el.addClass("is-editing");
	const area = container.createEl("textarea", { cls: "canvas-text-editor" });
	const { id } = node;
	area.value = node.text ?? "";
	area.focus();
	const finish = (): void => {
		area.remove();
		nodeEl.el.removeClass("is-editing");
		const now = view.node(id);
		// The node may be gone or new since: a change from the disk, an undo.
		if (now === null || area.value === (now.text ?? "")) return;
		view.change(() => (now.text = area.value));
	};
	area.addEventListener("blur", finish, { once: true });
	area.addEventListener("keydown", (evt) => {
		evt.stopPropagation();
		if (evt.key === "Escape" && !evt.isComposing) {
			area.blur();
			view.wrapperEl.focus();
		}
	});
}

export function editGroupLabel(view: CanvasView, node: CanvasNode): void {
	const label = view.nodeEl(node.id)?.labelEl;
	if (label === undefined || label.isContentEditable) return;
	const { id } = node;
	label.contentEditable = "plaintext-only";
	label.focus();
	label.win.getSelection()?.selectAllChildren(label);
	label.addEventListener(
		"blur",
		() => {
			const text = (label.textContent ?? "").trim();
			label.contentEditable = "inherit";
			label.setText(text);
			const now = view.node(id);
			if (now === null || text === (now.label ?? "")) return view.draw();
			view.change(() => (now.label = text));
		},
		{ once: true },
	);
	label.addEventListener("keydown", (evt) => {
		evt.stopPropagation();
		if (evt.isComposing || (evt.key !== "Enter" && evt.key !== "Escape")) return;
		evt.preventDefault();
		if (evt.key === "Escape") label.setText(view.node(id)?.label ?? "");
		label.blur();
		view.wrapperEl.focus();
	});
}
