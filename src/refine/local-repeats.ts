import { diffArrays } from "diff";
import { fold } from "../text/fold";
import { hasCjk } from "../text/script";
import { sentences } from "../text/sentences";
import { words } from "../text/words";
import type { LocalFinding } from "./local-finding";
import { meaningWords } from "./meaning-words";
import { proseStart } from "./sections";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import { isContentWord, stem } from "./word-classes";

/** One sentence with what makes it comparable. */
type Said = Readonly<{
	from: number;
	to: number;
	block: number;
	/** Its words, joined: equal for equal sentences. */
	print: string;
	/** Content stems, or pairs of characters in CJK. */
	features: ReadonlySet<string>;
	/** Its words in order, without formulas and code. */
	words: readonly string[];
}>;

const REPEATABLE = new Set(["paragraph", "item", "quote", "callout"]);
/** Shorter sentences repeat by chance. */
const MIN_WORDS = 6;
const MIN_CHARACTERS = 12;
/** A feature in more sentences than this tells nothing. */
const MAX_SPREAD = 12;
/** Shared features, against the mean of both sentences (Dice). */
const NEAR = 0.68;
/** "Listing 3: …", "图 2：…": a caption names what its text names, and is no repeat of it. */
const CAPTION =
	/^[*_>\s]*(?:listing|figure|fig\.|table|example|图|表|示例|清单|代码)\s*[\dA-Z][\d.-]*\s*[:：.—-]/i;
/** Formulas and code say the same signs in sentences that say different things. */
const SIGNS = /\$[^$\n]*\$|`[^`\n]*`/g;

/** Sentences said twice, word for word or nearly so. The later one is the finding, the earlier its twin. */
export function findRepeats(snapshot: Snapshot): readonly LocalFinding[] {
	const said = snapshot.blocks
		.filter((block) => REPEATABLE.has(block.kind))
		.flatMap((block) => read(snapshot, block));
	const findings: LocalFinding[] = [];
	const firsts = new Map<string, Said>();
	const index = new Map<string, Said[]>();
	for (const one of said) {
		const first = firsts.get(one.print);
		const near = first === undefined ? nearest(one, index) : null;
		const twin = first ?? near;
		if (twin !== undefined && twin !== null) {
			const kind = first === undefined ? "near-repeat" : "repeat";
			findings.push({
				kind,
				from: one.from,
				to: one.to,
				twin: { from: twin.from, to: twin.to },
			});
		}
		if (first === undefined) firsts.set(one.print, one);
		for (const feature of one.features) {
			const list = index.get(feature);
			if (list === undefined) index.set(feature, [one]);
			else list.push(one);
		}
	}
	return findings;
}

function read(snapshot: Snapshot, block: SnapshotBlock): readonly Said[] {
	const start = proseStart(snapshot, block);
	const text = snapshot.text.slice(start, block.to);
	return sentences(text).flatMap((span) => {
		const sentence = text.slice(span.from, span.to);
		const list = words(fold(sentence).cased);
		const spoken = words(fold(sentence.replace(SIGNS, " ")).cased);
		const wide = list.filter(hasCjk).length;
		const isShort = wide > list.length / 2 ? wide < MIN_CHARACTERS : list.length < MIN_WORDS;
		if (isShort) return [];
		const isNamed = CAPTION.test(sentence) || /^([*_])[^*_\n]+\1$/.test(sentence.trim());
		const said = {
			from: start + span.from,
			to: start + span.to,
			block: block.id,
			print: list.join(" "),
			// A caption is compared word for word only.
			features: isNamed ? NOTHING : featuresOf(spoken),
			words: spoken,
		};
		return featuresOf(list).size < 4 ? [] : [said];
	});
}

const NOTHING: ReadonlySet<string> = new Set();

function featuresOf(list: readonly string[]): ReadonlySet<string> {
	const features = new Set<string>();
	list.forEach((word, at) => {
		const next = list[at + 1] ?? "";
		if (!hasCjk(word)) {
			if (isContentWord(word)) features.add(stem(word));
		} else if (hasCjk(next)) features.add(word + next);
	});
	return features;
}

/** The earlier sentence that shares most, if it shares enough of both. Null: none. */
function nearest(one: Said, index: ReadonlyMap<string, readonly Said[]>): Said | null {
	const shared = new Map<Said, number>();
	for (const feature of one.features) {
		const list = index.get(feature) ?? [];
		if (list.length > MAX_SPREAD) continue;
		for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
	}
	let best: Said | null = null;
	let most = 0;
	for (const [other, count] of shared) {
		// Rare features led here; all of them decide.
		if (count < 3) continue;
		const share = overlap(one.features, other.features);
		if (share > most && !isParallel(one.words, other.words)) {
			most = share;
			best = other;
		}
	}
	return most >= NEAR ? best : null;
}

/** At most so many words may differ for two sentences to be one pattern filled in twice. */
const MAX_SWAPPED = 3;

/**
 * "The encoder reads …" and "The decoder reads …": the same pattern said of two things, on purpose. So is a sentence
 * and its denial.
 */
function isParallel(one: readonly string[], other: readonly string[]): boolean {
	const swaps: (readonly [gone: readonly string[], come: readonly string[]])[] = [];
	let gone: readonly string[] = [];
	let changed = 0;
	for (const part of diffArrays([...one], [...other])) {
		if (part.removed) gone = part.value;
		else if (part.added && gone.length > 0) swaps.push([gone, part.value]);
		if (!part.removed) gone = [];
		if (part.added) changed += part.value.length;
	}
	const isDenied = (list: readonly string[]): boolean =>
		meaningWords(list.join(" "), list).some(({ kind }) => kind === "negation");
	if (isDenied(one) !== isDenied(other)) return true;
	const isTerm = (list: readonly string[]): boolean =>
		list.some((word) => isContentWord(word) || /\d/.test(word));
	return changed <= MAX_SWAPPED && swaps.some(([a, b]) => isTerm(a) && isTerm(b));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let common = 0;
	for (const feature of a) if (b.has(feature)) common++;
	return (2 * common) / (a.size + b.size);
}
