/** Whether two values out of a YAML parser are equal; dates by their time. Values may share parts or hold themselves. */
export function isSameValue(
	a: unknown,
	b: unknown,
	seen = new Map<object, Set<object>>(),
): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	const before = seen.get(a);
	if (before?.has(b) === true) return true;
	if (before === undefined) seen.set(a, new Set([b]));
	else before.add(b);
	if (a instanceof Date || b instanceof Date) {
		return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
	}
	if (a instanceof Map || b instanceof Map || a instanceof Set || b instanceof Set) {
		return isIterable(a) && isIterable(b) && isSameValue([...a], [...b], seen);
	}
	const left = Object.entries(a);
	const right = Object.entries(b);
	return (
		Array.isArray(a) === Array.isArray(b) &&
		left.length === right.length &&
		left.every(
			([key, value], i) => right[i]?.[0] === key && isSameValue(value, right[i]?.[1], seen),
		)
	);
}

function isIterable(value: object): value is Iterable<unknown> {
	return Symbol.iterator in value;
}
