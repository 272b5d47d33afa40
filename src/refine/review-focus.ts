type Named = Readonly<{ id: string }>;

/** The entry so many places away; stays at the ends. Null only where there is none. */
export function neighbour<T extends Named>(
	list: readonly T[],
	id: string | null,
	by: number,
): T | null {
	const at = list.findIndex((one) => one.id === id);
	return list[Math.max(0, Math.min(list.length - 1, at + by))] ?? null;
}

/** The next entry that is open: behind this one, else from the begin on. Null: all are decided. */
export function nextOpen<T extends Named>(
	list: readonly T[],
	id: string | null,
	isOpen: (one: T) => boolean,
): T | null {
	const at = list.findIndex((one) => one.id === id);
	for (let step = 1; step <= list.length; step++) {
		const one = list[(at + step) % list.length];
		if (one !== undefined && one.id !== id && isOpen(one)) return one;
	}
	return null;
}
