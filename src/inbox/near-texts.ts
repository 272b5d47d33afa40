import { words } from "../text/words";
import { Groups } from "./groups";
import { fold } from "./search-text";

/** The smallest hashes of a text's runs of words, ascending: what is left of it for comparing. */
export type Sketch = Readonly<{ path: string; hashes: Uint32Array }>;

/** Beginning of a text that is compared; enough to tell two works apart. */
const COMPARED_CHARACTERS = 40_000;
/** Words that stand together; longer runs make chance matches rarer. */
const RUN = 5;
/** How many of the smallest hashes stand for a text (a bottom sketch, Broder 1997). */
const SKETCH = 200;
/** Texts with fewer runs tell nothing. */
const FEWEST = 8;
/** Share of common runs from which two texts count as nearly the same. */
const NEAR = 0.8;
/** Texts that are nearly the same share most of their few smallest hashes. */
const LOOKED_UP = 20;
/** A run in more texts than this is boilerplate; only the first of them are compared. */
const COMMON = 50;
const OF_COMMON = 3;

/** @param note a whole note; its properties do not count, nor does layout. */
export function sketchOf(path: string, note: string): Sketch {
	const own = Uint32Array.from(words(fold(bodyOf(note))), hashWord);
	const runs = new Uint32Array(Math.max(0, own.length - RUN + 1));
	for (let at = 0; at < runs.length; at += 1) {
		let hash = 0x811c9dc5;
		for (let word = at; word < at + RUN; word += 1)
			hash = Math.imul(hash ^ (own[word] ?? 0), 0x01000193) ^ (hash >>> 15);
		runs[at] = hash;
	}
	runs.sort();
	const hashes = new Uint32Array(Math.min(SKETCH, runs.length));
	let count = 0;
	for (const hash of runs) {
		if (count > 0 && hashes[count - 1] === hash) continue;
		if (count === hashes.length) break;
		hashes[count] = hash;
		count += 1;
	}
	return { path, hashes: hashes.slice(0, count) };
}

/**
 * Groups of texts that are nearly the same. Very short texts are left out. Nothing is stored. Yields between texts,
 * so that thousands do not stop the app.
 */
export function* nearTexts(
	sketches: readonly Sketch[],
): Generator<undefined, readonly (readonly string[])[]> {
	const groups = new Groups<string>();
	const holders = new Map<number, number[]>();
	for (const [index, sketch] of sketches.entries()) {
		const candidates = new Set<number>();
		for (const hash of sketch.hashes.subarray(0, LOOKED_UP)) {
			const others = holders.get(hash);
			if (others === undefined) holders.set(hash, [index]);
			else {
				const looked = others.length < COMMON ? others : others.slice(0, OF_COMMON);
				for (const other of looked) candidates.add(other);
				others.push(index);
			}
		}
		for (const other of candidates) {
			const known = sketches[other];
			if (known !== undefined && likeness(sketch.hashes, known.hashes) >= NEAR)
				groups.join(known.path, sketch.path);
		}
		yield;
	}
	return groups.inOrder(sketches.map(({ path }) => path));
}

/** FNV-1a, 32 bits. */
function hashWord(word: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < word.length; at += 1)
		hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
	return hash;
}

/** Share of common hashes among the smallest of both: an estimate of how much of all runs is common. */
function likeness(a: Uint32Array, b: Uint32Array): number {
	if (a.length < FEWEST || b.length < FEWEST) return 0;
	let [at, bt, common, seen] = [0, 0, 0, 0];
	while (seen < SKETCH && (at < a.length || bt < b.length)) {
		const [one, other] = [a[at] ?? Infinity, b[bt] ?? Infinity];
		if (one === other) common += 1;
		if (one <= other) at += 1;
		if (other <= one) bt += 1;
		seen += 1;
	}
	return common / seen;
}

function bodyOf(note: string): string {
	const end = note.startsWith("---") ? note.indexOf("\n---", 3) : -1;
	const from = end === -1 ? 0 : end + 4;
	return note.slice(from, from + COMPARED_CHARACTERS);
}
