import { all, isElement, isText, tagOf, UNSHOWN } from "./elements";

/** The commonest short words of languages in Latin letters. Words that several share count for each. */
const WORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	[
		"en the and of to in is that for it with was this are as be on you your by from at or an we can have not",
		"de der die und das ist nicht mit ein zu den auf für von sich im",
		"fr le la les des et est une dans que pour du qui pas au sur",
		"es el la los de que y en una por con del se las para no",
		"it il di che la per una non sono con del della è un le si",
		"pt de que não uma para com os do da em um se as ao mais",
		"nl de het een van en is niet dat op met voor zijn te er aan",
		"pl nie w na się jest do że to z i jak są oraz dla przez",
		"sv och att det som en på är av för inte med den till om har",
		"tr ve bir bu için ile da de çok olarak daha olan gibi ne en kadar",
		"cs se na je že v do jsou jako pro který by ale jsem což nebo",
		"id yang dan di dengan untuk ini dari tidak pada adalah dalam itu ke akan juga",
		"vi và của là có cho không được trong một các với người này đã những",
	].map((line) => {
		const [code = "", ...words] = line.split(" ");
		return [code, words];
	}),
);
const FEWEST_WORDS = 15;
/** Measured on pages of the corpus: of prose in a language these words are a fifth to two fifths. */
const CLEAR = 0.14;
const CLEARER = 1.4;
/** To set aside what the page itself says takes more. */
const PLAIN = 0.22;
const LEAST_PROOF = 1500;

/** Scripts of one language, or of languages that cannot be told apart by it. */
function byScript(text: string): string | null {
	const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
	const letters = Math.max(1, count(/\p{L}/gu));
	if (count(/[\u3040-\u30ff]/g) / letters > 0.1) return "ja";
	if (count(/[\uac00-\ud7af]/g) / letters > 0.2) return "ko";
	if (count(/\p{Script=Han}/gu) / letters > 0.2) return "zh";
	if (count(/[іїєґ]/gi) / letters > 0.02 && count(/\p{Script=Cyrillic}/gu) / letters > 0.4) return "uk";
	if (count(/\p{Script=Cyrillic}/gu) / letters > 0.4) return "ru";
	if (count(/\p{Script=Arabic}/gu) / letters > 0.4) return "ar";
	if (count(/\p{Script=Hebrew}/gu) / letters > 0.4) return "he";
	if (count(/\p{Script=Greek}/gu) / letters > 0.4) return "el";
	if (count(/\p{Script=Thai}/gu) / letters > 0.4) return "th";
	return null;
}

/** The language that a text is written in, by its script and commonest words. Null: it is too short or unclear. */
export function spokenLanguage(text: string): string | null {
	const script = byScript(text);
	if (script !== null) return script;
	const [first, second] = shares(text);
	if (first === undefined) return null;
	// A short or listing text in English is told by less: most pages that say nothing are in it.
	if (first.code === "en" && first.share >= CLEAR / 2) return "en";
	return first.share >= CLEAR && first.share >= (second?.share ?? 0) * CLEARER ? first.code : null;
}

/** Whether a text is plainly not in the language it is said to be in: a template of another country, or none at all. */
export function contradicts(said: string, text: string): boolean {
	if (text.length < LEAST_PROOF) return false;
	const code = said.slice(0, 2).toLowerCase();
	const found = shares(text);
	const own = found.find((each) => each.code === code);
	return own !== undefined && own.share < 0.03 && (found[0]?.share ?? 0) >= PLAIN;
}

function shares(text: string): readonly Readonly<{ code: string; share: number }>[] {
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	if (words.length < FEWEST_WORDS) return [];
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	const share = (list: readonly string[]) => list.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / words.length;
	return Object.entries(WORDS).map(([code, list]) => ({ code, share: share(list) })).sort((a, b) => b.share - a.share);
}

const ENOUGH = 6000;

/** The prose of a page, or all that it shows where it has none; as much as tells a language. */
export function proseOf(root: Element): string {
	let text = "";
	for (const paragraph of all(root, "p")) {
		if (text.length > ENOUGH) break;
		text += `${paragraph.textContent ?? ""}\n`;
	}
	return text.length > 400 ? text.slice(0, ENOUGH) : shownText(root);
}

function shownText(root: Element): string {
	let text = "";
	const walk = (node: Node): void => {
		for (let child = node.firstChild; child !== null && text.length < ENOUGH; child = child.nextSibling) {
			if (isText(child)) text += child.data;
			else if (isElement(child) && !UNSHOWN.has(tagOf(child))) {
				text += " ";
				walk(child);
			}
		}
	};
	walk(root);
	return text.slice(0, ENOUGH);
}
