import { isEdge, isNode } from "./canvas-data";
import type { CanvasView } from "./canvas-view";

/** Keys while the canvas has the focus; typing into a card stops them on its own. */
export function followKeys(view: CanvasView): void {
	view.registerDomEvent(view.wrapperEl, "keydown", (evt: KeyboardEvent) => {
		if (evt.defaultPrevented || evt.isComposing) return;
		const isMod = evt.ctrlKey || evt.metaKey;
		const key = evt.key.toLowerCase();
		const act = actFor(view, key, isMod, evt.shiftKey);
		if (act === null) return;
		evt.preventDefault();
		evt.stopPropagation();
		act();
	});
}

function actFor(
	view: CanvasView,
	key: string,
	isMod: boolean,
	isShift: boolean,
): (() => void) | null {
	if (isMod && key === "z") return () => (isShift ? view.redo() : view.undo());
	if (isMod && key === "y") return () => view.redo();
	if (isMod && key === "a")
		return () =>
			view.select(
				[...view.canvas.nodes.filter(isNode), ...view.canvas.edges.filter(isEdge)].map(
					({ id }) => id,
				),
			);
	if (isMod) return null;
	if (key === "delete" || key === "backspace") return () => view.removeSelected();
	if (key === "escape") return () => view.select([]);
	if (isShift && (key === "!" || key === "1")) return () => view.fit();
	const step: Readonly<Record<string, readonly [number, number]>> = {
		arrowleft: [-1, 0],
		arrowright: [1, 0],
		arrowup: [0, -1],
		arrowdown: [0, 1],
	};
	const direction = step[key];
	if (direction === undefined || view.selection.size === 0) return null;
	const reach = isShift ? 5 : 20;
	return () =>
		view.change(({ nodes }) => {
			for (const node of nodes.filter((one) => isNode(one) && view.selection.has(one.id))) {
				node.x += direction[0] * reach;
				node.y += direction[1] * reach;
			}
		});
}
