import { wordSet } from "./word-classes";

// Numbers that English writes out.

const SMALL =
	"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const LARGE = wordSet(
	"hundred hundreds thousand thousands million millions billion billions dozen dozens twice thrice",
);
/** "One" is left out: it is a pronoun more often than a number. */
export const VALUES = new Map([
	...SMALL.split(" ").map((word, index) => [word, String(index + 2)] as const),
	...TENS.split(" ").map((word, index) => [word, String(index * 10 + 20)] as const),
	...[...LARGE].map((word) => [word, word] as const),
]);

export const NUMBER_WORDS = [...VALUES.keys()];
