import { identitiesOf } from "../source/identity-of-source";
import type { Source } from "../source/source";

/** Sources that are the same work by address, DOI or arXiv id: groups of two and more, in the order given. */
export function sameWorks(sources: readonly Source[]): readonly (readonly Source[])[] {
	const groups = new Groups<Source>();
	const first = new Map<string, Source>();
	for (const source of sources) {
		for (const identity of identitiesOf(source)) {
			const other = first.get(identity);
			if (other === undefined) first.set(identity, source);
			else groups.join(other, source);
		}
	}
	return groups.inOrder(sources);
}

/** A note's text for comparing: words alone, so that layout does not count. */
export type ReadText = Readonly<{ path: string; words: readonly string[] }>;

/** Words that stand together; longer runs make chance matches rarer. */
const SHINGLE = 5;
/** How many of the smallest hashes stand for a text (a bottom sketch, Broder 1997). */
const SKETCH = 200;
/** Share of common runs from which two texts count as nearly the same. */
const NEAR = 0.8;

/**
 * Groups of texts that are nearly the same. Very short texts are left out: they have too few runs to tell.
 * Nothing is stored. Yields between texts, so that thousands do not stop the app.
 */
export function* nearTexts(
	texts: readonly ReadText[],
): Generator<undefined, readonly (readonly string[])[]> {
	const groups = new Groups<string>();
	const holders = new Map<number, number[]>();
	const sketches: (readonly number[])[] = [];
	for (const [index, text] of texts.entries()) {
		const sketch = sketchOf(text.words);
		sketches.push(sketch);
		// Texts that are nearly the same share most of their few smallest hashes.
		const candidates = new Set<number>();
		for (const hash of sketch.slice(0, 20)) {
			const others = holders.get(hash);
			if (others === undefined) holders.set(hash, [index]);
			else {
				// A run in very many texts is boilerplate and tells nothing.
				if (others.length < 50) for (const other of others) candidates.add(other);
				others.push(index);
			}
		}
		for (const other of candidates) {
			if (likeness(sketch, sketches[other] ?? []) >= NEAR)
				groups.join(texts[other]?.path ?? "", text.path);
		}
		yield;
	}
	return groups.inOrder(texts.map(({ path }) => path));
}

function sketchOf(words: readonly string[]): readonly number[] {
	const hashes = new Set<number>();
	for (let at = 0; at + SHINGLE <= words.length; at += 1) {
		let hash = 0x811c9dc5;
		for (let word = at; word < at + SHINGLE; word += 1) hash = hashed(words[word] ?? "", hash);
		hashes.add(hash);
	}
	return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a, 32 bits; a blank between words. */
function hashed(word: string, before: number): number {
	let hash = before;
	for (let at = 0; at <= word.length; at += 1) {
		hash ^= at === word.length ? 32 : word.charCodeAt(at);
		hash = Math.imul(hash, 0x01000193) >>> 0;
	}
	return hash;
}

/** Share of common hashes among the smallest of both: an estimate of how much of all runs is common. */
function likeness(a: readonly number[], b: readonly number[]): number {
	if (a.length < 8 || b.length < 8) return 0;
	const [inA, inB] = [new Set(a), new Set(b)];
	const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
	return smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length / smallest.length;
}

/** Things that belong together, by and by. */
class Groups<Item> {
	private readonly of = new Map<Item, Set<Item>>();

	join(a: Item, b: Item): void {
		const [one, other] = [this.of.get(a) ?? new Set([a]), this.of.get(b) ?? new Set([b])];
		for (const item of other) one.add(item);
		for (const item of one) this.of.set(item, one);
	}

	inOrder(items: readonly Item[]): readonly (readonly Item[])[] {
		const told = new Set<Set<Item>>();
		const groups: Item[][] = [];
		for (const item of items) {
			const group = this.of.get(item);
			if (group === undefined || told.has(group) || group.size < 2) continue;
			told.add(group);
			groups.push(items.filter((each) => group.has(each)));
		}
		return groups;
	}
}
