import { foldWord } from "../text/words";

// Closed word classes: what carries grammar rather than content, and what joins. From grammar books' closed classes.
// Words that deny, doubt or measure a claim stand in meaning-words.ts.

/** A closed class from a list with blanks. */
export const wordSet = (words: string): ReadonlySet<string> =>
	new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Articles, pronouns, prepositions, conjunctions, auxiliaries and the adverbs that join or grade. */
const FUNCTION_WORDS = wordSet(`
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
const CONNECTIVES = wordSet(`
accordingly additionally afterwards alternatively anyway besides consequently conversely earlier eventually finally
firstly fortunately furthermore generally hence however incidentally instead lastly later likewise meanwhile moreover
namely naturally nevertheless next nonetheless notably obviously otherwise overall previously secondly similarly
specifically still subsequently surprisingly therefore thirdly though thus ultimately unfortunately
example instance contrast addition result particular fact general short turn consequence summary hand words reason case
practice theory principle reality effect essence end meantime sum way sense comparison response return parallel total
`);

/** Polish that models bring in and few writers do: counted only where it is new. From common knowledge. */
const MODEL_WORDS = wordSet(`
delve delves delving delved underscore underscores underscoring underscored showcase showcases showcasing showcased
pivotal intricate intricacies tapestry realm meticulous meticulously notably crucial crucially comprehensive landscape
foster fosters fostering fostered leverage leverages leveraging leveraged seamless seamlessly robust multifaceted
nuanced testament vibrant bustling embark embarks embarking navigate navigates navigating elevate elevates elevating
harness harnesses harnessing unveil unveils unveiling profound profoundly invaluable groundbreaking transformative
enhance enhances enhancing enhanced facilitate facilitates facilitating encompass encompasses encompassing
moreover furthermore additionally ultimately essentially holistic synergy paramount
`);

const FIRST_PERSON = wordSet(
	"i i'd i'll i'm i've me my mine myself we we'd we'll we're we've us our ours ourselves",
);

const CONTRACTION = /(?:n't|'(?:re|ve|ll|d|m))$/;
const CONTRACTED_IS = wordSet(
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

/** The stem two forms of an English word share, roughly: enough to tell a new word from a new ending. */
export function stem(word: string): string {
	let root = foldWord(word).replace(/'s$/, "");
	if (root.length > 4) root = root.replace(/ies$/, "y").replace(/sses$/, "ss");
	if (root.length > 5) root = root.replace(/(?:ations?|ingly|edly|ness(?:es)?|ments?)$/, "");
	if (root.length > 4) root = root.replace(/(?:ing|ed|es|ly|s|er|est)$/, "");
	else root = root.replace(/^(\w{2}[^aeious])s$/, "$1");
	return root.replace(/([^aeiouls])\1$/, "$1").replace(/e$/, "");
}
