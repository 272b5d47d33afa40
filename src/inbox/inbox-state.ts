/** The rows a person can walk through, in their order on the screen. */
export type Order = Readonly<{
	count: number;
	pathAt(index: number): string | null;
	/** -1: not among them. */
	indexOf(path: string): number;
	/** The same as a place among them, and cheaper: a selection asks it for each of its rows. */
	has(path: string): boolean;
}>;

/** Where the person is in the list. Focus and selection are two things, both kept by path. */
export type Place = Readonly<{
	focus: string | null;
	/** Where the focused row stood last: if it goes, its place is taken by what comes there. */
	index: number;
	selection: ReadonlySet<string>;
	/** Where extending began. */
	anchor: string | null;
	/** 1: downwards. The next row after a decision lies this way. */
	travel: 1 | -1;
}>;

const NOTHING: ReadonlySet<string> = new Set();

export const START: Place = { focus: null, index: 0, selection: NOTHING, anchor: null, travel: 1 };

export function focusOn(place: Place, order: Order, path: string): Place {
	const index = order.indexOf(path);
	return index === -1 ? place : { ...place, focus: path, index, anchor: null };
}

/** Moves by so many rows, at most to the ends. */
export function step(place: Place, order: Order, by: number): Place {
	const index = target(place, order, by);
	const travel = by < 0 ? -1 : 1;
	return {
		...place,
		focus: order.pathAt(index),
		index: Math.max(index, 0),
		travel,
		anchor: null,
	};
}

/** Moves and selects what lies between where extending began and here. */
export function extend(place: Place, order: Order, by: number): Place {
	const moved = step(place, order, by);
	return moved.focus === null
		? place
		: extendTo({ ...place, travel: moved.travel }, order, moved.focus);
}

export function extendTo(place: Place, order: Order, path: string): Place {
	const anchor = place.anchor ?? place.focus ?? path;
	const [from, to] = [order.indexOf(anchor), order.indexOf(path)];
	if (to === -1) return place;
	const selection = new Set(place.anchor === null ? place.selection : NOTHING);
	const start = from === -1 ? to : from;
	for (let index = Math.min(start, to); index <= Math.max(start, to); index += 1) {
		const between = order.pathAt(index);
		if (between !== null) selection.add(between);
	}
	return { ...place, focus: path, index: to, selection, anchor };
}

export function toggle(place: Place, path: string): Place {
	const selection = new Set(place.selection);
	if (!selection.delete(path)) selection.add(path);
	return { ...place, selection, anchor: path };
}

export function selectAll(place: Place, order: Order): Place {
	const selection = new Set<string>();
	for (let index = 0; index < order.count; index += 1) {
		const path = order.pathAt(index);
		if (path !== null) selection.add(path);
	}
	return { ...place, selection, anchor: null };
}

export function clearSelection(place: Place): Place {
	return { ...place, selection: NOTHING, anchor: null };
}

/** What an act means: the selection in the list's order, else the focused row. */
export function targets(place: Place, order: Order): readonly string[] {
	if (place.selection.size === 0) return place.focus === null ? [] : [place.focus];
	const chosen = [...place.selection].map((path) => ({ path, index: order.indexOf(path) }));
	return chosen
		.filter(({ index }) => index !== -1)
		.sort((a, b) => a.index - b.index)
		.map(({ path }) => path);
}

/** How many rows an act means. */
export function countTargets({ selection, focus }: Place): number {
	return selection.size === 0 ? Number(focus !== null) : selection.size;
}

/**
 * Where focus goes when these rows leave: on in the direction travelled, at the end to the last row.
 * Call with the order before they leave.
 */
export function leave(place: Place, order: Order, paths: ReadonlySet<string>): Place {
	const selection = new Set([...place.selection].filter((path) => !paths.has(path)));
	const stays = { ...place, selection, anchor: null };
	if (place.focus === null || !paths.has(place.focus)) return stays;
	const from = order.indexOf(place.focus);
	const next =
		firstOther(order, from, place.travel, paths) ??
		firstOther(order, from, -place.travel, paths);
	return { ...stays, focus: next, index: next === null ? 0 : order.indexOf(next) };
}

function firstOther(
	order: Order,
	from: number,
	by: number,
	paths: ReadonlySet<string>,
): string | null {
	for (let index = from + by; index >= 0 && index < order.count; index += by) {
		const path = order.pathAt(index);
		if (path !== null && !paths.has(path)) return path;
	}
	return null;
}

/** After the rows changed: forgets what is no longer there; a focus that went falls to the row now in its place. */
export function settle(place: Place, order: Order): Place {
	return settleFocus({ ...place, selection: present(place.selection, order) }, order);
}

/** The same, where no selected row can have gone. */
export function settleFocus(place: Place, order: Order): Place {
	const index = place.focus === null ? -1 : order.indexOf(place.focus);
	if (index !== -1) return { ...place, index };
	const at = Math.min(place.index, order.count - 1);
	return {
		...place,
		anchor: null,
		focus: at < 0 ? null : order.pathAt(at),
		index: Math.max(at, 0),
	};
}

/** The selected rows that are there; the same set where all are. */
function present(selection: Place["selection"], order: Order): Place["selection"] {
	const gone = [...selection].filter((path) => !order.has(path));
	if (gone.length === 0) return selection;
	const left = new Set(selection);
	for (const path of gone) left.delete(path);
	return left;
}

function target(place: Place, order: Order, by: number): number {
	const from = place.focus === null ? -1 : order.indexOf(place.focus);
	if (from === -1) return by < 0 ? order.count - 1 : Math.min(0, order.count - 1);
	return Math.min(Math.max(from + by, 0), order.count - 1);
}
