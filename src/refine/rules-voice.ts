import { hasCjk } from "../text/script";
import type { Case } from "./guard-case";
import { newBigrams, newStems } from "./rules-caps";
import { isSpoken, spellingOf } from "./spoken-words";
import { reason, type Reason } from "./suggestion";
import { isConnective, isContentWord, isContraction, isFirstPerson } from "./word-classes";

// Rule `voice`: what is no fault but a way of saying it. Never accepted in bulk; another mark for a dash alone is forbidden.

export function voiceRule(one: Case): readonly Reason[] {
	const found = [
		marks(one),
		quoteMarks(one),
		impersonal(one),
		spoken(one),
		spelling(one),
		writtenOut(one),
		thrice(one),
		fresh(one),
		adds(one),
	];
	return found.filter((why) => why !== null);
}

const DASH = /[\u2012-\u2015]/;
const EXPRESSIVE = /[\u2012-\u2015\u2026!\uff01;\uff1b]/;

/** A dash, an exclamation or a pause of the author's gives way to another mark. With the words it set off, it may go. */
function marks({ changes, snapshot, added, removed }: Case): Reason | null {
	const isSameWords = added.length + removed.length === 0;
	for (const { from, to, text } of changes) {
		const gone = snapshot.text.slice(from, to);
		const mark = EXPRESSIVE.exec(gone)?.[0];
		const isSwap = /[\p{P}\p{S}]/u.test(text) || isSameWords;
		if (mark === undefined || text.includes(mark) || !isSwap) continue;
		return DASH.test(mark) && isSameWords
			? reason("voice", "block", "voice-dash")
			: reason("voice", "amber", "voice-mark", { mark });
	}
	return null;
}

const QUOTE_MARKS = /["\u2018\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02]/g;
/** One that stands between letters is an apostrophe. */
const CLOSING = /\u2019(?![\p{L}\p{N}])/gu;

/**
 * Another style of quotation marks, or a mark moved across one ("x”," and "x,”" are both right), is forbidden; without
 * its marks a quoted word is the author's own.
 */
function quoteMarks({ source, result, before, after }: Case): Reason | null {
	const of = (text: string): readonly string[] => [
		...(text.match(QUOTE_MARKS) ?? []),
		...(text.match(CLOSING) ?? []),
	];
	const mine = of(source);
	const now = of(result);
	if (mine.length === 0) return null;
	const isNew = now.some((mark) => countOf(now, mark) > countOf(mine, mark));
	const isMoved = /[”"’'][,.，。]/.test(source) && /[,.，。][”"’']/.test(result);
	const isSameWords = before.join(" ") === after.join(" ");
	if ((isNew && now.length <= mine.length) || (isMoved && isSameWords && source !== result))
		return reason("voice", "block", "voice-quotes");
	return isSameWords && now.length < mine.length
		? reason("voice", "amber", "voice-quotes")
		: null;
}

function countOf(list: readonly string[], wanted: string): number {
	return list.filter((one) => one === wanted).length;
}

/** What makes a sentence impersonal: the passive, "one", "people". */
const NOBODY = new Set(["was", "were", "is", "are", "be", "been", "one", "people", "they", "it"]);
const OWNED = new Set(["mine", "ours", "myself", "ourselves"]);

/** "I measured it" made "it was measured", or what was mine is nobody's: the author leaves the sentence. */
function impersonal({ removed, added, after }: Case): Reason | null {
	if (after.length === 0 || after.some(isFirstPerson)) return null;
	const isPassive = added.some((word) => NOBODY.has(word));
	const word = removed.find((gone) => OWNED.has(gone) || (isPassive && isFirstPerson(gone)));
	return word === undefined ? null : reason("voice", "amber", "voice-person", { word });
}

/** A spoken or regional word goes. */
function spoken({ removed, added }: Case): Reason | null {
	const word = removed.find((gone) => isSpoken(gone) && !added.includes(gone));
	return word === undefined ? null : reason("voice", "amber", "voice-spoken", { word });
}

/** "Color" for "colour": both are right. */
function spelling({ removed, added }: Case): Reason | null {
	if (removed.length === 0 || added.length === 0) return null;
	const come = new Map(added.map((word) => [spellingOf(word), word]));
	for (const mine of removed) {
		const other = come.get(spellingOf(mine));
		if (other !== undefined && other !== mine)
			return reason("voice", "amber", "voice-spelling", { mine, other });
	}
	return null;
}

const LONG_FORMS = new Set(["not", "is", "are", "am", "have", "has", "had", "will", "would", "us"]);

/** "Did not" for "didn't". */
function writtenOut({ removed, added }: Case): Reason | null {
	const short = removed.filter(isContraction);
	const [word] = short;
	const isLonger = added.filter(isContraction).length < short.length;
	if (word === undefined || !isLonger || !added.some((one) => LONG_FORMS.has(one))) return null;
	return reason("voice", "amber", "voice-short", { word });
}

/** Twice is a slip, three times is meant. */
function thrice({ before, after }: Case): Reason | null {
	const times = mostInARow(before);
	return times.count > 2 && mostInARow(after).count < times.count
		? reason("voice", "amber", "voice-thrice", { word: times.words })
		: null;
}

const LONGEST_TURN = 4;

/** How often a turn of up to four words follows itself at most. */
function mostInARow(list: readonly string[]): Readonly<{ count: number; words: string }> {
	let most = { count: 1, words: "" };
	for (let size = 1; size <= LONGEST_TURN; size++) {
		let same = 0;
		for (let at = size; at < list.length; at++) {
			same = list[at] === list[at - size] ? same + 1 : 0;
			const count = 1 + Math.floor((same + (size > 1 ? 1 : 0)) / size);
			if (count <= most.count) continue;
			const turn = list.slice(at - size + 1, at + 1);
			most = { count, words: turn.join(turn.some(hasCjk) ? "" : " ") };
		}
	}
	return most;
}

/** Words of content that the note does not have, in a pass that may bring them in. A mended slip is one, too. */
function fresh(one: Case): Reason | null {
	if (one.context.pass === "typos") return null;
	const words = one.isCjk
		? freshCharacters(one)
		: newStems(one)
				.filter((word) => !isConnective(word))
				.join(" ");
	return words === "" ? null : reason("voice", "amber", "voice-fresh", { words });
}

/** Words that join and particles, as `FUNCTION_WORDS` are in English. */
const CHINESE_JOINTS =
	/后来|接下来|与此同时|反之|换言之|换句话说|既然|即使|同样|可见|由此|最终|终于|所以|因此|因而|于是|但是|不过|然而|可是|另外|此外|而且|并且|同时|例如|比如|首先|其次|最后|然后|接着|总之|也就是说|因为|由于|虽然|尽管|如果|那么|当然|相反|结果|随后|这样|这时|[的了着过地得是在和与及并也还就又才而但却因若则那这其之对把被将从向到为以吗呢吧啊呀于有]/g;

function freshCharacters(one: Case): string {
	const moved = [...one.removed];
	const come = one.added.filter((character) => {
		const at = moved.indexOf(character);
		if (at !== -1) moved.splice(at, 1);
		return at === -1 && hasCjk(character);
	});
	const words = come.join("").replace(CHINESE_JOINTS, "");
	return newBigrams(one).some((pair) => [...pair].some((each) => words.includes(each)))
		? words
		: "";
}

/**
 * At least two words of content more than went, in a pass that joins one: known words may claim something new as well.
 */
function adds({ added, removed, isCjk, context }: Case): Reason | null {
	if (isCjk) return null;
	const most = context.pass === "connect" ? 0 : 1;
	const isNew = (word: string): boolean => isContentWord(word) && !isConnective(word);
	const come = added.filter((word) => isNew(word) && !removed.includes(word));
	const gone = removed.filter((word) => isNew(word) && !added.includes(word));
	return come.length - gone.length > most
		? reason("voice", "amber", "voice-adds", { words: come.join(" ") })
		: null;
}
