import { drawRow, rowState, type RowParts, type RowState } from "./clip-rows-face";
import type { ClipRun, ItemNow } from "./clip-run";

export type ClipRowList = Readonly<{
	/** The state of each item, in the order of the run. */
	states(): readonly RowState[];
	/** Shows the rows of these states, in the order of these. */
	show(shown: readonly RowState[]): void;
}>;

type Drawn = Readonly<{ now: ItemNow; state: RowState; element: HTMLElement | null }>;

/**
 * The rows of a run. A row is drawn anew only when its item changed: pages end many times a second, and a press
 * that begins on a button must end on the same one.
 */
export function clipRowList(list: HTMLElement, run: ClipRun, parts: RowParts): ClipRowList {
	const drawn: Drawn[] = [];
	const bringUpToDate = (): void => {
		run.items.forEach((_, index) => {
			const now = run.now(index);
			const before = drawn[index];
			if (before !== undefined && isSame(before.now, now)) return;
			before?.element?.remove();
			drawn[index] = { now, state: rowState(now), element: null };
		});
	};
	const elementOf = (each: Drawn, index: number): HTMLElement => {
		if (each.element !== null) return each.element;
		const element = drawRow(list, run, index, each.now, parts);
		drawn[index] = { ...each, element };
		return element;
	};
	return {
		states: () => {
			bringUpToDate();
			return drawn.map(({ state }) => state);
		},
		show: (shown) => {
			bringUpToDate();
			const wanted = shown.flatMap((state) => {
				return drawn.flatMap((each, index) => (each.state === state ? [elementOf(each, index)] : []));
			});
			inOrder(list, wanted);
		},
	};
}

/** An outcome stays one object; what has none yet is told apart by its kind. */
function isSame(one: ItemNow, other: ItemNow): boolean {
	if (one === other) return true;
	const isBare = one.kind === "waiting" || one.kind === "running" || one.kind === "left-out";
	return isBare && one.kind === other.kind;
}

/** Only what is out of its place is moved; the place in the list stays. */
function inOrder(list: HTMLElement, wanted: readonly HTMLElement[]): void {
	const { scrollTop } = list;
	const keep = new Set<Element>(wanted);
	for (const element of [...list.children]) if (!keep.has(element)) element.remove();
	let at = list.firstElementChild;
	for (const element of wanted) {
		if (element === at) at = at.nextElementSibling;
		else list.insertBefore(element, at);
	}
	list.scrollTop = scrollTop;
}
