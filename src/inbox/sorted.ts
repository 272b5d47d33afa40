/** Lists kept in the order of a total `compare`, searched by halving. */

/** Where an item stands; -1 where no equal one does. */
export function indexIn<Item>(
	sorted: readonly Item[],
	item: Item,
	compare: (a: Item, b: Item) => number,
): number {
	const at = placeIn(sorted, item, compare);
	const there = sorted[at];
	return there !== undefined && compare(there, item) === 0 ? at : -1;
}

/** @returns where it stands now */
export function insertInto<Item>(
	sorted: Item[],
	item: Item,
	compare: (a: Item, b: Item) => number,
): number {
	const at = placeIn(sorted, item, compare);
	sorted.splice(at, 0, item);
	return at;
}

/** The list without what stands at these rows. @param rows lowest first, each once */
export function withoutRows<Item>(sorted: readonly Item[], rows: readonly number[]): Item[] {
	let next = 0;
	return sorted.filter((_, row) => {
		const isGone = rows[next] === row;
		if (isGone) next += 1;
		return !isGone;
	});
}

/** The list with these put in: each is compared with a few, the rest is copied. @param items in order */
export function withItems<Item>(
	sorted: readonly Item[],
	items: readonly Item[],
	compare: (a: Item, b: Item) => number,
): Item[] {
	const places = items.map((item) => placeIn(sorted, item, compare));
	const whole: Item[] = [];
	let next = 0;
	sorted.forEach((item, row) => {
		for (; places[next] === row; next += 1) whole.push(...items.slice(next, next + 1));
		whole.push(item);
	});
	return whole.concat(items.slice(next));
}

/** The first place whose item is not before this one. */
function placeIn<Item>(
	sorted: readonly Item[],
	item: Item,
	compare: (a: Item, b: Item) => number,
): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		const there = sorted[middle];
		if (there !== undefined && compare(there, item) < 0) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** Sorts with a breath after every `step` items, so that no list is too long for one frame. */
export function* sortInSteps<Item>(
	items: readonly Item[],
	compare: (a: Item, b: Item) => number,
	step: number,
): Generator<undefined, Item[]> {
	let runs: Item[][] = [];
	for (let from = 0; from < items.length; from += step) {
		runs.push(items.slice(from, from + step).sort(compare));
		yield;
	}
	while (runs.length > 1) {
		const longer: Item[][] = [];
		for (let at = 0; at < runs.length; at += 2) {
			longer.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare, step));
		}
		runs = longer;
	}
	return runs[0] ?? [];
}

function* mergeInSteps<Item>(
	left: readonly Item[],
	right: readonly Item[],
	compare: (a: Item, b: Item) => number,
	step: number,
): Generator<undefined, Item[]> {
	if (right.length === 0) return [...left];
	const merged: Item[] = [];
	let [l, r] = [0, 0];
	for (;;) {
		const [a, b] = [left[l], right[r]];
		if (a === undefined && b === undefined) return merged;
		const isLeft = b === undefined || (a !== undefined && compare(a, b) <= 0);
		const next = isLeft ? a : b;
		if (next !== undefined) merged.push(next);
		if (isLeft) l += 1;
		else r += 1;
		if (merged.length % step === 0) yield;
	}
}
