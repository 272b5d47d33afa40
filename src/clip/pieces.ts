/** Work in pieces: each `yield` is a place where the app may draw and listen, or the person stop. */
export type Steps<T = void> = Generator<undefined, T, undefined>;

/** Elements that are done at a stretch: a few milliseconds. */
const MANY = 200;

/** Does something to each, with a place to breathe after some. */
export function* forEach<T>(items: readonly T[], work: (item: T) => void): Steps {
	for (let at = 0; at < items.length; at++) {
		const item = items[at];
		if (item !== undefined) work(item);
		if (at % MANY === MANY - 1) yield;
	}
}

/** Says after every so many calls that it is time to breathe: for work that walks a tree. */
export function everySome(): () => boolean {
	let calls = 0;
	return () => ++calls % MANY === 0;
}
