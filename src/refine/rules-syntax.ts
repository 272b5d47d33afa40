import { applyEdits, shiftEdit } from "../text/edit";
import { hasInvisible } from "../text/fold";
import { countWords } from "../text/words";
import type { Case } from "./guard-case";
import { shieldsOf, touches, type Shield } from "./shields";
import { reason, type Reason } from "./suggestion";

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
	return [...reasons, ...speechReasons(one, shields)];
}

function excerpt(shield: Shield): string {
	return shield.text.trim().slice(0, 60);
}

/** Words in quotation marks are somebody's: changed, they would be misquoted. Dialogue is the author's own, and a term of few words is no speech. */
function speechReasons(one: Case, shields: readonly Shield[]): readonly Reason[] {
	const { block } = one;
	const speech = shields.find((shield) => {
		if (shield.kind !== "speech" || countWords(shield.text) < (one.isCjk ? 8 : 4)) return false;
		const span = { from: shield.from + block.from, to: shield.to + block.from };
		if (!one.changes.some((edit) => touches(edit, span))) return false;
		const isWhole = one.changes.some((edit) => edit.from <= span.from && span.to <= edit.to);
		return !isDialogue(shield) && !(isWhole && one.twin !== null);
	});
	if (speech === undefined) return [];
	return [reason("protected", "block", "protected-speech", { text: excerpt(speech) })];
}

/** Speech that opens its paragraph, or in which people speak to each other. */
function isDialogue(shield: Shield): boolean {
	return shield.from === 0 || /\b(?:you|your|I|my)\b|[你我您]/i.test(shield.text);
}

type ActiveKey = "active-link" | "active-markup" | "active-structure";

/** Text that does something in a note, a plugin or a browser instead of being read. */
const ACTIVE: readonly Readonly<{ key: ActiveKey; pattern: RegExp }>[] = [
	{ key: "active-link", pattern: /[a-z][a-z0-9+.-]*[:：]\/\/\S*/gi },
	{
		key: "active-link",
		pattern:
			/\b(?:javascript|data|vbscript|file|mailto|tel|sms|obsidian|app|blob|about)[:：]\S+/gi,
	},
	{ key: "active-link", pattern: /(?:^|[^:\w])\/\/[\w-]+\.\S*/g },
	{ key: "active-link", pattern: /\bwww\.\S+/gi },
	{
		key: "active-link",
		pattern:
			/\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,24})\b(?:\/\S*)?/gi,
	},
	{ key: "active-link", pattern: /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g },
	{ key: "active-link", pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/g },
	{ key: "active-link", pattern: /!?\[\[|\]\]|!\[|\]\(|\]\[|\[\^|\^\[|\]:|\[@/g },
	{ key: "active-markup", pattern: /<\/?[a-z!?][^>]*>?/gi },
	{ key: "active-markup", pattern: /<[%*]|[%*]>/g },
	{ key: "active-markup", pattern: /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/gi },
	{ key: "active-markup", pattern: /`+|~~~+|\$\$|%%|==|\{\{|\}\}|\$=/g },
	{ key: "active-markup", pattern: /\$(?!\s)[^$\n]*[^$\s]\$(?!\d)|\\[a-z]{2,}\{/gi },
	{ key: "active-markup", pattern: /[\p{L}\p{N}_)\]]::/gu },
	{ key: "active-markup", pattern: /(?:^|\s)#[\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*/gu },
	{ key: "active-markup", pattern: /(?:^|\s)\^[\w-]+/g },
	{ key: "active-structure", pattern: /(?:^|\s)#{1,6}(?=\s+\S)/g },
	{ key: "active-structure", pattern: /(?:^|\s)(?:[-*+]|\d{1,3}[.)])\s+\[.\]/g },
	{ key: "active-structure", pattern: />\s*\[!|(?:^|\n)\s*>/g },
	{
		key: "active-structure",
		pattern: /\|\s*:?-{2,}|(?:^|\n)\s*\||(?:^|\n)\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*(?=\n|$)/g,
	},
	{ key: "active-structure", pattern: /(?:^|\n)\s*(?:[-*+]|\d{1,3}[.)])(?=\s+\S)/g },
];

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
	if (one.changes.some((change) => /[\n\r]/.test(change.text))) {
		return [reason("active", "block", "active-structure", { text: "⏎" })];
	}
	const known = `${source}\n${edit.q}`;
	const asked = firstNew(edit.r, known);
	return asked === null ? around(one) : [asked];
}

/** Something active in `text` that `known` does not hold. */
function firstNew(text: string, known: string): Reason | null {
	for (const { key, pattern } of ACTIVE) {
		for (const match of text.matchAll(pattern)) {
			const found = match[0].trim();
			if (known.includes(found) && count(text, found) <= Math.max(1, count(known, found)))
				continue;
			return reason("active", "block", key, { text: found.slice(0, 60) });
		}
	}
	return null;
}

/** Old and new characters together may make what neither is: judged on the text around the change. */
function around(one: Case): readonly Reason[] {
	const { snapshot, block, changes } = one;
	const first = changes[0];
	const last = changes.at(-1);
	if (first === undefined || last === undefined) return [];
	const from = Math.max(block.from, first.from - MARGIN);
	const to = Math.min(block.to, last.to + MARGIN);
	const before = snapshot.text.slice(from, to);
	const local = changes
		.filter((edit) => edit.from >= from && edit.to <= to)
		.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
	const after = applyEdits(before, local);
	for (const { key, pattern } of ACTIVE) {
		const known = (before.match(pattern) ?? []).length;
		const found = after.match(pattern) ?? [];
		const fresh = found.find((text) => !before.includes(text.trim()));
		if (found.length > known && fresh !== undefined) {
			return [reason("active", "block", key, { text: fresh.trim().slice(0, 60) })];
		}
	}
	return [];
}

/** Whether a text holds anything active at all. For questions, which have no reason to. */
export function isActiveText(text: string): boolean {
	return hasControl(text) || ACTIVE.some(({ pattern }) => text.match(pattern) !== null);
}

function count(text: string, part: string): number {
	return part === "" ? 0 : text.split(part).length - 1;
}

function hasControl(text: string): boolean {
	return [...text].some((one) => {
		const code = one.codePointAt(0) ?? 0;
		return (
			(code < 32 && one !== "\n" && one !== "\r" && one !== "\t") ||
			(code >= 0x7f && code < 0xa0)
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
