import { hasCjk, isCjkText } from "../text/script";
import { sentences } from "../text/sentences";
import { countWords, tokens } from "../text/words";
import type { LocalFinding } from "./local-finding";
import { isProse, proseStart } from "./sections";
import type { Snapshot, SnapshotBlock } from "./snapshot";

/** Readers lose the thread beyond this, whatever the style. */
const LONG_WORDS = 45;
const LONG_CHARACTERS = 110;

/** Sentences nobody reads in one breath. */
export function findLongSentences(snapshot: Snapshot): readonly LocalFinding[] {
	const prose = snapshot.blocks.filter((block) => isProse(block) && block.kind !== "heading");
	return prose.flatMap((block) => {
		const start = proseStart(snapshot, block);
		const text = withoutFences(snapshot.text.slice(start, block.to));
		return sentences(text).flatMap((span): readonly LocalFinding[] => {
			const sentence = text.slice(span.from, span.to);
			const count = countWords(sentence);
			const most = isCjkText(sentence) ? LONG_CHARACTERS : LONG_WORDS;
			if (count <= most) return [];
			return [{ kind: "long-sentence", from: start + span.from, to: start + span.to, count }];
		});
	});
}

/** Code in a quote or callout ends a sentence; everything keeps its place. */
function withoutFences(text: string): string {
	return text.replace(FENCED, (code) => `\n\n${" ".repeat(Math.max(0, code.length - 2))}`);
}

const FENCED = /(?:```|~~~)[^]*?(?:```|~~~|$)/g;

/** Words that stand twice in good English ("that that", "had had") or for emphasis ("very very"). */
const MAY_DOUBLE = new Set(
	"that had is very so no yes ha bye really many long far much again on her you".split(" "),
);
/** CJK reduplicates freely; only these never stand twice in a row. */
const NEVER_DOUBLE = new Set([
	"的",
	"了",
	"在",
	"和",
	"与",
	"把",
	"被",
	"而",
	"但",
	"就",
	"也",
	"及",
	"或",
	"将",
	"从",
]);
const NEVER_DOUBLE_PAIR = new Set(
	"我们 他们 你们 它们 因为 所以 但是 如果 可以 这个 那个 就是 以及 并且 而且 然后 由于 或者 一个 这些 那些".split(
		" ",
	),
);

/** The same word twice in a row, also over a line end. */
export function findDoubledWords(snapshot: Snapshot): readonly LocalFinding[] {
	return snapshot.blocks.filter(isProse).flatMap((block) => doubledIn(snapshot, block));
}

function doubledIn(snapshot: Snapshot, block: SnapshotBlock): readonly LocalFinding[] {
	const shields = snapshot.shields(block).filter((shield) => shield.kind === "span");
	const list = tokens(snapshot.textOf(block));
	const found: LocalFinding[] = [];
	list.forEach((token, at) => {
		if (token.kind !== "word") return;
		const length = hasCjk(token.text) ? wideLength(list, at) : latinLength(list, at);
		const end = list[at + length - 1];
		if (length === 0 || end === undefined) return;
		if (shields.some((shield) => shield.from < end.to && token.from < shield.to)) return;
		const word =
			hasCjk(token.text) && length === 4
				? token.text + (list[at + 1]?.text ?? "")
				: token.text;
		found.push({
			kind: "doubled-word",
			word,
			from: block.from + token.from,
			to: block.from + end.to,
		});
	});
	return found;
}

type Tokens = ReturnType<typeof tokens>;

/** Tokens from a word to its double; 0 where there is none. */
function latinLength(list: Tokens, at: number): number {
	const word = list[at]?.text.toLowerCase() ?? "";
	const gap = list[at + 1];
	const next = list[at + 2];
	const isDoubled =
		gap?.kind === "space" && next?.kind === "word" && next.text.toLowerCase() === word;
	if (!isDoubled || MAY_DOUBLE.has(word) || !/\p{L}/u.test(word)) return 0;
	// "Duran Duran", "New New York": two names.
	const areNames = /^\p{Lu}/u.test(list[at]?.text ?? "") && /^\p{Lu}/u.test(next.text);
	return areNames ? 0 : 3;
}

function wideLength(list: Tokens, at: number): number {
	const [a = "", b = "", c = "", d = ""] = list.slice(at, at + 4).map((token) => token.text);
	if (a === b && NEVER_DOUBLE.has(a)) return 2;
	return a === c && b === d && NEVER_DOUBLE_PAIR.has(a + b) ? 4 : 0;
}
