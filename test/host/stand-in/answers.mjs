/**
 * What the stand-in says: simple rules over the numbered blocks of a request, so that every pass has something to show
 * on any draft. Nobody should mistake it for a model.
 */

/** Numbered blocks of a request: `[12] text` up to the next number or a blank line. */
export function blocksOf(text) {
	const blocks = [];
	for (const part of text.split(/\n{2,}/)) {
		const match = /^\s*(?:The draft:\s*)?\[(\d+)\]\s+([\s\S]+)$/.exec(part);
		if (match) blocks.push({ b: Number(match[1]), text: match[2].trim() });
	}
	return blocks;
}

const FILLERS = [
	/\b(?:It is important to (?:note|understand|remember)(?: at this point)? that|As I said (?:before|at the beginning|above),|Needless to say,|In other words,|What I mean is that|I would like to say that|It goes without saying that|At the end of the day,|As a matter of fact,|To be honest,) /gi,
	/(?:值得注意的是，|众所周知，|需要指出的是，|总的来说，|换句话说，|毫无疑问，)/g,
];
const WORDY = [
	[/\bin order to\b/gi, "to"],
	[/\bdue to the fact that\b/gi, "because"],
	[/\bat this point in time\b/gi, "now"],
	[/\ba (?:large|great) number of\b/gi, "many"],
	[/\bin the event that\b/gi, "if"],
	[/\bhas the ability to\b/gi, "can"],
	[/\bthe day on which\b/gi, "when"],
	[/\bvery\s+/gi, ""],
	[/\bactually\s+/gi, ""],
	[/, basically,/gi, ""],
	[/\bbasically,?\s+/gi, ""],
	[/\bquite\s+/gi, ""],
	[/进行了(.{2})/g, "$1了"],
];
const TYPOS = [
	[/\bteh\b/g, "the"],
	[/\brecieve/g, "receive"],
	[/\bseperat/g, "separat"],
	[/\boccured\b/g, "occurred"],
	[/\bdefinately\b/g, "definitely"],
	[/\bits self\b/g, "itself"],
	[/\bthier\b/g, "their"],
	[/\bbeleive/g, "believe"],
	[/\b(\w{2,}) \1\b/g, "$1"],
];

const why = {
	filler: "Says nothing the next words do not.",
	wordy: "Fewer of your words say it.",
	typo: "A slip.",
	repeat: "Said before.",
};

/** Some words around a match, so that the quote is unique and long enough. */
function around(text, from, to) {
	const before = text
		.slice(0, from)
		.split(/(?<=\s)/)
		.slice(-2)
		.join("");
	const after = text
		.slice(to)
		.split(/(?<=\s)/)
		.slice(0, 2)
		.join("")
		.trimEnd();
	return { before, after };
}

function replaced(b, k, text, rule, result) {
	const edits = [];
	for (const match of text.matchAll(rule)) {
		const r = match[0].replace(new RegExp(rule.source, rule.flags.replace("g", "")), result);
		const { before, after } = around(text, match.index, match.index + match[0].length);
		const q = `${before}${match[0]}${after}`;
		let changed = `${before}${r}${after}`;
		const startsSentence = match.index === 0 || /[.!?]\s+$/.test(text.slice(0, match.index));
		if (k === "filler" && startsSentence)
			changed = before + after.charAt(0).toUpperCase() + after.slice(1);
		edits.push({ b, k, q, r: changed, why: why[k], ref: null });
	}
	return edits;
}

function cut({ b, text }, earlier) {
	const edits = [];
	for (const rule of FILLERS) edits.push(...replaced(b, "filler", text, rule, ""));
	for (const [rule, result] of WORDY) edits.push(...replaced(b, "wordy", text, rule, result));
	for (const sentence of text.match(/[^.!?]+[.!?]+/g) ?? []) {
		const words = sentence.trim();
		const twin = earlier.find((other) => other.text.includes(words));
		if (twin && words.split(" ").length > 5) {
			edits.push({
				b,
				k: "repeat",
				q: words,
				r: "",
				why: why.repeat,
				ref: words.split(" ").slice(0, 8).join(" "),
			});
		}
	}
	return edits;
}

function typos({ b, text }) {
	return TYPOS.flatMap(([rule, result]) => replaced(b, "typo", text, rule, result));
}

function firstWords(text) {
	return /[\u3400-\u9fff]/.test(text)
		? text.slice(0, 10)
		: text.split(/\s+/).slice(0, 6).join(" ");
}

function notes(pass, { b, text }) {
	const q = firstWords(text);
	const isChinese = /[\u3400-\u9fff]/.test(text);
	const found = [];
	if (
		pass === "logic" &&
		/\b(always|never|everybody|nobody|all|every)\b|总是|从不|所有人/i.test(text)
	) {
		found.push({
			b,
			k: "unsupported_claim",
			q,
			ask: isChinese
				? "这在所有情况下都成立吗？"
				: "Does this hold in every case, or only in those you tried?",
			src: null,
		});
	}
	if (pass === "logic" && /\b(so|therefore|thus|hence)\b|因此|所以/i.test(text)) {
		found.push({
			b,
			k: "missing_step",
			q,
			ask: isChinese
				? "从前一句怎么得出这一句？"
				: "How does this follow from the sentence before?",
			src: null,
		});
	}
	if (pass === "background") {
		const term = /\b([A-Z]{2,6}|[a-z]+-[a-z]+)\b/.exec(text)?.[1];
		if (term)
			found.push({
				b,
				k: "undefined_term",
				q,
				ask: `What does a reader who has never met "${term}" need here?`,
				src: null,
			});
	}
	if (pass === "connect" && /^(This|That|It|These|But|And)\b|^(这|那|但)/.test(text)) {
		found.push({
			b,
			k: "unclear_reference",
			q,
			ask: isChinese
				? "这里指的是什么？"
				: "What does the first word of this paragraph point to?",
			src: null,
		});
	}
	return found;
}

/** The answer of one pass over the blocks asked about. */
export function passAnswer(pass, text) {
	const range = /Answer for blocks (\d+)-(\d+)/.exec(text);
	const all = blocksOf(text);
	const asked = all.filter(
		({ b, text: words }) =>
			!words.startsWith("#") && (!range || (b >= Number(range[1]) && b <= Number(range[2]))),
	);
	const edits = [];
	const questions = [];
	for (const block of asked) {
		if (pass === "cut" || pass === "own")
			edits.push(
				...cut(
					block,
					all.filter((other) => other.b < block.b),
				),
			);
		if (pass === "typos") edits.push(...typos(block));
		questions.push(...notes(pass, block));
	}
	return { edits: edits.slice(0, 40), notes: questions.slice(0, 12) };
}

/** Any other question: says what it is and repeats nothing that could pass for knowledge. */
export function plainAnswer(purpose, text) {
	const isChinese = /[\u3400-\u9fff]/.test(text.slice(-400));
	return isChinese
		? `（本地替身的回答，不是 Claude。）这里会是对“${purpose}”的回答：用读者已知的词解释这段话，并指出它依赖的前提。`
		: `(An answer of the local stand-in, not of Claude.) Here would stand the answer to "${purpose}": the passage in words its reader knows, and what it takes for granted.`;
}
