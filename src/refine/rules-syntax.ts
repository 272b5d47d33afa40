import { applyEdits, shiftEdit } from "../text/edit";
import { hasInvisible } from "../text/fold";
import { isCjkText } from "../text/script";
import { countWords } from "../text/words";
import { activeIn, type ActiveHit } from "./active-syntax";
import type { Case } from "./guard-case";
import { shieldsOf, touches, type Shield } from "./shields";
import { reason, type Reason } from "./suggestion";
import { isFunctionWord } from "./word-classes";

// Rules `protected` and `active`: what must stay, and what must not come in.

/** Code, math, links, footnotes, tags, list and callout marks stay, and so do words quoted from others. */
export function protectedRule(one: Case): readonly Reason[] {
	const { block, snapshot } = one;
	const shields = snapshot.shields(block);
	const whole = snapshot.textOf(block);
	const changed = applyEdits(
		whole,
		one.changes.map((edit) => shiftEdit(edit, -block.from)),
	);
	const after = shieldsOf(changed, block.kind);
	// A heading or list point cut with all it holds is for the author to see, not to forbid.
	const isGone = !whole.startsWith(">") && changed.trim() === "";
	const reasons: Reason[] = [];
	for (const kind of ["span", "frame"] as const) {
		const kept = after.filter((shield) => shield.kind === kind).map((shield) => shield.text);
		for (const shield of shields.filter((other) => other.kind === kind)) {
			const at = kept.indexOf(shield.text);
			const verdict = kind === "frame" && isGone ? "amber" : "block";
			const text = excerpt(shield);
			if (at !== -1) kept.splice(at, 1);
			else reasons.push(reason("protected", verdict, `protected-${kind}`, { text }));
		}
		const [brought] = kept;
		if (brought !== undefined && reasons.length === 0) {
			reasons.push(
				reason("active", "block", "active-markup", { text: brought.trim().slice(0, 60) }),
			);
		}
	}
	if (reasons.length === 0 && block.kind === "table" && cells(whole) !== cells(changed))
		reasons.push(reason("protected", "block", "protected-frame", { text: "|" }));
	const spoken = speechReasons(one, shields);
	return [...reasons, ...spoken, ...(spoken.length === 0 ? termReasons(one, shields) : [])];
}

/** A word in quotation marks that goes with its marks was pointed at: the sentence may have been about it. */
function termReasons(
	{ block, changes, twin }: Case,
	shields: readonly Shield[],
): readonly Reason[] {
	const gone = shields.find(
		({ kind, from, to }) =>
			kind === "speech" &&
			changes.some((edit) => edit.from <= from + block.from && to + block.from <= edit.to),
	);
	return gone === undefined || twin !== null
		? []
		: [reason("protected", "amber", "protected-speech", { text: excerpt(gone) })];
}

/** How many cells each row has: a row or column is no model's to take. */
function cells(table: string): string {
	return table
		.split("\n")
		.map((row) => row.split("|").length)
		.join(" ");
}

function excerpt(shield: Shield): string {
	return shield.text.trim().slice(0, 60);
}

/**
 * Words in quotation marks are somebody's: changed, they would be misquoted. In a story people speak the author's own
 * words.
 */
function speechReasons(one: Case, shields: readonly Shield[]): readonly Reason[] {
	const { block, snapshot } = one;
	const touched = shields.filter((shield) => {
		if (shield.kind !== "speech" || !isSpeech(snapshot.textOf(block), shield)) return false;
		const span = { from: shield.from + block.from, to: shield.to + block.from };
		if (!one.changes.some((edit) => touches(edit, span))) return false;
		const isWhole = one.changes.some((edit) => edit.from <= span.from && span.to <= edit.to);
		return !(isWhole && one.twin !== null);
	});
	const [first] = touched;
	const quoted = touched.find((shield) => !isDialogue(shield));
	if (first === undefined) return [];
	if (quoted === undefined && snapshot.isStory() && !isGrammar(one)) return [];
	const verdict = quoted === undefined ? "amber" : "block";
	return [reason("protected", verdict, "protected-speech", { text: excerpt(quoted ?? first) })];
}

/** "Has tha" made "have tha": a small word for another where somebody speaks is how they speak, no slip. */
function isGrammar({ context, removed, added }: Case): boolean {
	return (
		context.pass === "typos" &&
		added.length > 0 &&
		removed.length > 0 &&
		removed.every(isFunctionWord)
	);
}

/** A term of few words is no speech, unless somebody says it. */
function isSpeech(whole: string, { from, text }: Shield): boolean {
	const isSaid =
		/[：:，,说道]\s*$/.test(whole.slice(Math.max(0, from - 3), from)) ||
		/[,，!?！？]["'\u2019\u201d\u300d]$/.test(text);
	const least = isCjkText(text) ? (isSaid ? 4 : 8) : isSaid ? 2 : 4;
	return countWords(text) >= least;
}

/** Speech that opens its paragraph, or in which people speak to each other. */
function isDialogue(shield: Shield): boolean {
	return shield.from === 0 || /\b(?:you|your|I|my)\b|[你我您]/i.test(shield.text);
}

/** How far around a change new syntax may come together from old and new characters. */
const MARGIN = 24;

/** A replacement brings in text only: no link, markup, structure, invisible or look-alike character. */
export function activeRule(one: Case): readonly Reason[] {
	const { edit, source } = one;
	if (
		hasInvisible(edit.r.replace(/\p{Extended_Pictographic}[\ufe0f\u200d]/gu, "")) &&
		!hasInvisible(source)
	) {
		return [reason("active", "block", "active-hidden")];
	}
	if (hasControl(edit.r)) return [reason("active", "block", "active-hidden")];
	const looks = lookalike(one);
	if (looks !== null) return [reason("active", "block", "active-lookalike", { word: looks })];
	const opensParagraph = /\n[ \t]*\n/.test(edit.r.trim()) && !/\n[ \t]*\n/.test(source);
	if (opensParagraph || one.changes.some((change) => /[\n\r]/.test(change.text))) {
		return [reason("active", "block", "active-structure", { text: "⏎" })];
	}
	const known = activeIn(`${source}\n${edit.q}`);
	const fresh = firstNew(one, activeIn(edit.r), known) ?? around(one);
	return fresh === null
		? []
		: [reason("active", "block", fresh.key, { text: fresh.text.slice(0, 60) })];
}

/** The first hit that is not among the known ones as often. A file name of the note's ("main.rs") is no link. */
function firstNew(
	one: Case,
	hits: readonly ActiveHit[],
	known: readonly ActiveHit[],
): ActiveHit | null {
	const times = (list: readonly ActiveHit[], text: string): number =>
		list.filter((hit) => hit.text === text).length;
	const mine = one.snapshot.vocabulary().words;
	const isMine = (text: string): boolean =>
		/^[\w-]+\.[a-z]{1,4}$/i.test(text) && mine.has(text.toLowerCase());
	const found = hits.find((hit) => {
		const before = times(known, hit.text);
		return (before === 0 || times(hits, hit.text) > before) && !isMine(hit.text);
	});
	return found ?? null;
}

/** Old and new characters together may make what neither is: judged on the text around the change. */
function around(one: Case): ActiveHit | null {
	const { snapshot, block, changes } = one;
	const first = changes[0];
	const last = changes.at(-1);
	if (first === undefined || last === undefined) return null;
	const from = Math.max(block.from, first.from - MARGIN);
	const to = Math.min(block.to, last.to + MARGIN);
	const before = snapshot.text.slice(from, to);
	const local = changes
		.filter((edit) => edit.from >= from && edit.to <= to)
		.map((edit) => shiftEdit(edit, -from));
	const known = activeIn(before);
	const hits = activeIn(applyEdits(before, local));
	return firstNew(
		one,
		hits.filter((hit) => !before.includes(hit.text)),
		known,
	);
}

/** Whether a text holds anything active at all. For questions, which have no reason to. */
export function isActiveText(text: string): boolean {
	return hasControl(text) || activeIn(text).length > 0;
}

function hasControl(text: string): boolean {
	return [...text].some((one) => {
		const code = one.codePointAt(0) ?? 0;
		return (
			(code < 32 && one !== "\n" && one !== "\r" && one !== "\t") ||
			(code >= 0x7f && code < 0xa0) ||
			// Separators of lines and paragraphs.
			code === 0x2028 ||
			code === 0x2029
		);
	});
}

/** A new word that mixes Latin with Cyrillic or Greek letters: looks like another word. */
function lookalike(one: Case): string | null {
	const mixed = one.added.find(
		(word) =>
			/\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
	);
	if (mixed !== undefined) return mixed;
	const isForeign = (word: string): boolean =>
		/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
	const known = one.snapshot.vocabulary().words;
	return one.added.find((word) => isForeign(word) && !known.has(word)) ?? null;
}
