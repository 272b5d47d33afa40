import { foldWord } from "../text/words";

// Closed word classes: what carries grammar, doubt and negation rather than content.
// Written from grammar books' closed classes; English and Chinese.

const set = (words: string): ReadonlySet<string> =>
	new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Articles, pronouns, prepositions, conjunctions, auxiliaries and the adverbs that join or grade. */
const FUNCTION_WORDS = set(`
a an the this that these those such same other another others own each every either neither both all any some no none
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one
who whom whose which what whatever whoever whichever anyone anything anybody everyone everything everybody
someone something somebody nobody nothing
about above across after against along alongside amid among around as at before behind below beneath beside besides
between beyond by despite down during except for from in inside into near of off on onto out outside over past per
since through throughout till to toward towards under underneath until unto up upon via with within without
and but or nor so yet if because although though unless while whereas whether than lest once
be am is are was were been being have has had having do does did doing done
can could may might must shall should will would ought need cannot
not never n't also too very quite rather just only even still already again almost always often sometimes soon
then there here now when where why how thus hence therefore however indeed instead else together apart away back
first last next more most less least much many few little several enough further
let let's like get gets getting got go goes going gone went
maybe perhaps yes well
`);

/** Words a sentence may be joined with: they open it and say how it follows. */
const CONNECTIVES = set(`
accordingly additionally afterwards alternatively anyway besides consequently conversely earlier eventually finally
firstly fortunately furthermore generally hence however incidentally instead lastly later likewise meanwhile moreover
namely naturally nevertheless next nonetheless notably obviously otherwise overall previously secondly similarly
specifically still subsequently surprisingly therefore thirdly though thus ultimately unfortunately
example instance contrast addition result particular fact general short turn consequence summary hand words reason case
`);

const NEGATIONS = set(
	"no not never none nobody nothing neither nor without cannot hardly scarcely barely nowhere",
);

const HEDGES = set(`
perhaps maybe possibly probably likely unlikely seem seems seemed seemingly appear appears appeared suggest suggests
suggested think thinks believe believes guess suppose apparently presumably roughly approximately almost nearly
generally usually often sometimes rarely somewhat mostly largely partly arguably allegedly tend tends tended typically
frequently occasionally potentially supposedly
`);

const MODALS = set("may might can could would should must shall will ought");

const QUANTIFIERS = set(
	"all any every each some most many few several both always only exactly more less fewer half entire entirely",
);

/** Polish that models bring in and few writers do: counted only where it is new. From common knowledge. */
const MODEL_WORDS = set(`
delve delves delving delved underscore underscores underscoring underscored showcase showcases showcasing showcased
pivotal intricate intricacies tapestry realm meticulous meticulously notably crucial crucially comprehensive landscape
foster fosters fostering fostered leverage leverages leveraging leveraged seamless seamlessly robust multifaceted
nuanced testament vibrant bustling embark embarks embarking navigate navigates navigating elevate elevates elevating
harness harnesses harnessing unveil unveils unveiling profound profoundly invaluable groundbreaking transformative
enhance enhances enhancing enhanced facilitate facilitates facilitating encompass encompasses encompassing
moreover furthermore additionally ultimately essentially holistic synergy paramount
`);

const FIRST_PERSON = set(
	"i i'd i'll i'm i've me my mine myself we we'd we'll we're we've us our ours ourselves",
);

const CONTRACTION = /(?:n't|'(?:re|ve|ll|d|m))$/;
const CONTRACTED_IS = set(
	"it's that's there's he's she's what's who's let's here's where's how's when's why's",
);

/** All of these take words as `words()` gives them: lower case, apostrophes straight. */
export function isFunctionWord(word: string): boolean {
	if (FUNCTION_WORDS.has(word)) return true;
	const stem = word.replace(/(?:n't|'(?:s|re|ve|ll|d|m))$/, "");
	return (
		stem !== word &&
		(FUNCTION_WORDS.has(stem) || stem === "ca" || stem === "wo" || stem === "sha")
	);
}

export function isContentWord(word: string): boolean {
	return !isFunctionWord(word) && !/^\d/.test(word);
}

export function isConnective(word: string): boolean {
	return CONNECTIVES.has(word);
}

export function isContraction(word: string): boolean {
	return CONTRACTION.test(word) || CONTRACTED_IS.has(word);
}

export function isModelWord(word: string): boolean {
	return MODEL_WORDS.has(word);
}

export function isFirstPerson(word: string): boolean {
	return FIRST_PERSON.has(word);
}

/** What a word does to a claim: deny, doubt, allow or demand, or say how much of something. */
export type MeaningWord = "negation" | "hedge" | "modal" | "quantifier";

const CHINESE_MEANING: Readonly<Record<MeaningWord, readonly string[]>> = {
	negation: ["没有", "并非", "不是", "从未", "不", "没", "无", "非", "未", "别", "勿", "莫"],
	hedge: [
		"某种程度上",
		"也许",
		"或许",
		"大概",
		"似乎",
		"好像",
		"大约",
		"左右",
		"一般",
		"通常",
		"往往",
		"有时",
		"估计",
		"多半",
		"几乎",
		"基本上",
		"大致",
		"看来",
		"据说",
		"未必",
		"不一定",
	],
	modal: [
		"可能",
		"必须",
		"应该",
		"应当",
		"可以",
		"能够",
		"需要",
		"一定",
		"必然",
		"得以",
		"不得不",
	],
	quantifier: [
		"所有",
		"全部",
		"每个",
		"每一",
		"一些",
		"有些",
		"大多数",
		"多数",
		"少数",
		"只有",
		"仅仅",
		"总是",
		"从不",
		"任何",
		"许多",
		"很多",
		"部分",
		"唯一",
		"几个",
	],
};

const CHINESE_CLASS = new Map<string, MeaningWord>();
for (const kind of ["negation", "hedge", "modal", "quantifier"] as const) {
	for (const term of CHINESE_MEANING[kind]) CHINESE_CLASS.set(term, kind);
}
const CHINESE_TERMS = new RegExp(
	[...CHINESE_CLASS.keys()].sort((a, b) => b.length - a.length).join("|"),
	"g",
);

/** "It must be said that", "one can see that": the modal of a wind-up claims nothing. */
const CHINESE_WIND_UP =
	/需要(?:指出|注意|说明|强调|提到)的?是?|(?:我们)?可以(?:看到|看出|说|发现|这样讲)的?是?/g;

/** One word that shifts a claim. `word` is how two texts are compared: every short "n't" is "not". */
export type MeaningHit = Readonly<{ kind: MeaningWord; word: string }>;

/** @param words of `text`, as `words()` gives them. */
export function meaningWords(text: string, words: readonly string[]): readonly MeaningHit[] {
	const hits: MeaningHit[] = [];
	for (const word of words) {
		const kind = meaningOf(word);
		if (kind !== null) hits.push(kind);
	}
	for (const match of text.replace(CHINESE_WIND_UP, "").matchAll(CHINESE_TERMS)) {
		const kind = CHINESE_CLASS.get(match[0]);
		if (kind !== undefined) hits.push({ kind, word: match[0] });
	}
	return hits;
}

function meaningOf(word: string): MeaningHit | null {
	if (/n't$/.test(word) || word === "cannot") return { kind: "negation", word: "not" };
	if (NEGATIONS.has(word)) return { kind: "negation", word };
	if (HEDGES.has(word)) return { kind: "hedge", word };
	const modal = word.replace(/'(?:d|ll)$/, "") === word ? word : null;
	if (modal !== null && MODALS.has(modal)) return { kind: "modal", word: modal };
	return QUANTIFIERS.has(word) ? { kind: "quantifier", word } : null;
}

/** The stem two forms of an English word share, roughly: enough to tell a new word from a new ending. */
export function stem(word: string): string {
	let root = foldWord(word).replace(/'s$/, "");
	if (root.length > 4) root = root.replace(/ies$/, "y").replace(/sses$/, "ss");
	if (root.length > 5) root = root.replace(/(?:ations?|ingly|edly|ness(?:es)?|ments?)$/, "");
	if (root.length > 4) root = root.replace(/(?:ing|ed|es|ly|s|er|est)$/, "");
	return root.replace(/([^aeiouls])\1$/, "$1").replace(/e$/, "");
}
