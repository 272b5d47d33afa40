import { scanBlocks, type Block, type Unclosed } from "../text/blocks";
import { fold, type Folded } from "../text/fold";
import { hashText } from "../text/hash";
import { hasCjk, isCjkText } from "../text/script";
import { words } from "../text/words";
import { chineseNamesIn } from "./chinese-names";
import { capitalsIn, namesKnownIn } from "./facts-in";
import { shieldsOf, type Shield } from "./shields";
import { stem } from "./word-classes";

/** What a caller numbers itself keeps its own kinds; ours are `BlockKind`. */
export type SnapshotBlock = Readonly<{ id: number; kind: string; from: number; to: number }>;

/** Words of a note, for telling what is new to it. Built once, from all of its text. */
export type Vocabulary = Readonly<{
	/** As written in the text, lower case. */
	words: ReadonlySet<string>;
	stems: ReadonlySet<string>;
	/** Pairs of neighbouring CJK characters. */
	bigrams: ReadonlySet<string>;
	/** Words that only ever stand with a capital, lower case. */
	names: ReadonlySet<string>;
	/** Words that never stand in lower case, lower case: names, and words that only open sentences. */
	capitals: ReadonlySet<string>;
	/** People of a Chinese text, longest first. */
	people: readonly string[];
}>;

/** A note at one moment: what passes are asked about and suggestions are placed on. Costly parts on first use. */
export interface Snapshot {
	readonly text: string;
	readonly hash: string;
	readonly blocks: readonly SnapshotBlock[];
	/** Comments, formulas and fences nobody closed; what follows them is protected. */
	readonly unclosed: readonly Unclosed[];
	block(id: number): SnapshotBlock | null;
	/** The block around an offset; null between blocks. */
	blockAt(offset: number): SnapshotBlock | null;
	textOf(block: SnapshotBlock): string;
	folded(block: SnapshotBlock): Folded;
	/** Offsets count from the block's begin. */
	shields(block: SnapshotBlock): readonly Shield[];
	/** True: judged by characters. */
	isCjk(block: SnapshotBlock): boolean;
	vocabulary(): Vocabulary;
	/** People speak in it all along: what they say is the author's own. */
	isStory(): boolean;
}

/** @param given Blocks numbered by the caller; else the text is cut here. */
export function takeSnapshot(text: string, given?: readonly SnapshotBlock[]): Snapshot {
	const scanned = given === undefined ? scanBlocks(text) : { blocks: given, unclosed: [] };
	const blocks: readonly (Block | SnapshotBlock)[] = scanned.blocks;
	const byId = new Map(blocks.map((block) => [block.id, block]));
	const textOf = (block: SnapshotBlock): string => text.slice(block.from, block.to);
	const vocabulary = lazy(() => readVocabulary(text));
	return {
		text,
		hash: hashText(text),
		blocks,
		unclosed: scanned.unclosed,
		block: (id) => byId.get(id) ?? null,
		blockAt: (offset) => findBlock(blocks, offset),
		textOf,
		folded: perBlock((block) => fold(textOf(block))),
		shields: perBlock((block) => shieldsOf(textOf(block), block.kind)),
		isCjk: perBlock((block) => isCjkText(textOf(block))),
		vocabulary,
		isStory: lazy(() => {
			const prose = blocks.filter(({ kind }) => kind === "paragraph").map(textOf);
			const spoken = prose.filter((each) => OPENING_SPEECH.test(each)).length;
			return spoken > Math.max(STORY_LEAST, prose.length * STORY_SHARE);
		}),
	};
}

/** Paragraphs that begin with speech, of all. */
const STORY_SHARE = 0.15;
/** Fewer are quotations of an essay. */
const STORY_LEAST = 3;
const OPENING_SPEECH = /^["\u201c\u201e\u00ab\u300c\u300e\u2018]/;

function findBlock(blocks: readonly SnapshotBlock[], offset: number): SnapshotBlock | null {
	let low = 0;
	let high = blocks.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const block = blocks[middle];
		if (block === undefined) return null;
		if (offset < block.from) high = middle - 1;
		else if (offset > block.to) low = middle + 1;
		else return block;
	}
	return null;
}

/** Remembers per block: at most one value for each block of the snapshot. */
function perBlock<T>(compute: (block: SnapshotBlock) => T): (block: SnapshotBlock) => T {
	const known = new Map<number, T>();
	return (block) => {
		const value = known.get(block.id);
		if (value !== undefined) return value;
		const fresh = compute(block);
		known.set(block.id, fresh);
		return fresh;
	};
}

function lazy<T>(compute: () => T): () => T {
	let value: Readonly<{ of: T }> | null = null;
	return () => {
		value ??= { of: compute() };
		return value.of;
	};
}

function readVocabulary(text: string): Vocabulary {
	const found = new Set<string>();
	const bigrams = new Set<string>();
	let last = "";
	for (const word of words(text)) {
		const isWide = hasCjk(word);
		if (isWide && last !== "") bigrams.add(last + word);
		last = isWide ? word : "";
		found.add(word);
		// A part of a compound is known when the compound is.
		if (/[-./_]/.test(word)) for (const part of word.split(/[-./_]/)) found.add(part);
	}
	const stems = new Set<string>();
	for (const word of found) stems.add(stem(word));
	return {
		words: found,
		stems,
		bigrams,
		names: namesKnownIn(text),
		capitals: capitalsIn(text),
		people: chineseNamesIn(text),
	};
}
