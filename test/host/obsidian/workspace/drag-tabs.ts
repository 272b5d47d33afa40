import { host } from "../private-names";
import type { WorkspaceLeaf } from "./leaf";
import type { WorkspaceTabs } from "./item";

/** Where a tab may be dropped besides a row of tabs: an edge of a pane splits it. */
export type DropPlace = Readonly<{ kind: "tab"; index: number } | { kind: "split"; direction: "vertical" | "horizontal"; before: boolean } | { kind: "end" }>;

/** The share of a pane's side that means its edge [M]. */
const EDGE = 0.25;

/** The tab on its way; one mouse drags one. */
let dragged: WorkspaceLeaf | null = null;

/** Lets a tab be dragged by its header. */
export function makeDraggable(leaf: WorkspaceLeaf, headerEl: HTMLElement): void {
	headerEl.draggable = true;
	headerEl.addEventListener("dragstart", (event) => {
		dragged = leaf;
		event.dataTransfer?.setData("text/plain", leaf.getDisplayText());
		headerEl.addClass("is-being-dragged");
	});
	headerEl.addEventListener("dragend", () => {
		dragged = null;
		headerEl.removeClass("is-being-dragged");
	});
}

/** Lets tabs be dropped on the row and on the pane of this stack. */
export function acceptTabs(
	tabs: WorkspaceTabs,
	headersEl: HTMLElement,
	leavesEl: HTMLElement,
	drop: (leaf: WorkspaceLeaf, tabs: WorkspaceTabs, place: DropPlace) => void,
): void {
	const listen = (el: HTMLElement, placeOf: (event: DragEvent) => DropPlace): void => {
		el.addEventListener("dragover", (event) => dragged !== null && event.preventDefault());
		el.addEventListener(
			"drop",
			(event) => {
				if (dragged === null) return;
				event.preventDefault();
				event.stopPropagation();
				drop(dragged, tabs, placeOf(event));
			},
			true,
		);
	};
	listen(headersEl, ({ clientX }) => ({ kind: "tab", index: indexAt(headersEl, clientX) }));
	listen(leavesEl, (event) => edgeAt(leavesEl, event));
}

/** Before the first tab whose middle lies right of the pointer. */
function indexAt(headersEl: HTMLElement, x: number): number {
	const middles = [...headersEl.children].map((tab) => tab.getBoundingClientRect()).map(({ left, width }) => left + width / 2);
	const index = middles.findIndex((middle) => x < middle);
	return index === -1 ? middles.length : index;
}

function edgeAt(el: HTMLElement, { clientX, clientY }: DragEvent): DropPlace {
	const { left, top, width, height } = el.getBoundingClientRect();
	const [x, y] = [(clientX - left) / width, (clientY - top) / height];
	if (x < EDGE || x > 1 - EDGE) return { kind: "split", direction: "vertical", before: x < EDGE };
	if (y < EDGE || y > 1 - EDGE) return { kind: "split", direction: "horizontal", before: y < EDGE };
	return { kind: "end" };
}

/** Moves a leaf into a stack; what it shows goes along. `index` counts with the leaf where it stood. */
export function moveLeaf(leaf: WorkspaceLeaf, to: WorkspaceTabs, index: number): void {
	const from = leaf.parent as WorkspaceTabs;
	const at = from[host].children.indexOf(leaf);
	from[host].remove(leaf);
	to[host].insert(leaf, from === to && at < index ? index - 1 : index);
	to[host].show(to[host].children.indexOf(leaf));
}
