import type { Span } from "../text/edit";
import { fold } from "../text/fold";
import { hasCjk } from "../text/script";
import { countWords, words } from "../text/words";
import type { LocalFinding } from "./local-finding";
import { isProse, sectionsOf, type DraftSection } from "./sections";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import { isContentWord, stem } from "./word-classes";

/** Headings with nothing below them: no text and no sub-heading. */
export function findEmptyHeadings(snapshot: Snapshot): readonly LocalFinding[] {
	const sections = sectionsOf(snapshot);
	return sections.flatMap((section, at) => {
		const { heading } = section;
		if (heading === null || section.blocks.length > 0) return [];
		const next = sections[at + 1];
		const hasChild = next !== undefined && next.level > section.level;
		return hasChild
			? []
			: [{ kind: "empty-heading", from: heading.from, to: heading.to } as const];
	});
}

/** How far below a table its prose may stand. */
const NEAR_BLOCKS = 3;

/** Paragraphs that say row by row what the table above them shows. */
export function findTableProse(snapshot: Snapshot): readonly LocalFinding[] {
	return snapshot.blocks.flatMap((table, at) => {
		if (table.kind !== "table") return [];
		const rows = rowsOf(snapshot.textOf(table));
		if (rows.length < 3) return [];
		return following(snapshot.blocks, at).flatMap((block) => {
			const text = ` ${spoken(snapshot.textOf(block))} `;
			const told = rows.filter((row) => tells(text, row)).length;
			if (told < 3 || told < rows.length * 0.6) return [];
			const twin = { from: table.from, to: table.to };
			return [{ kind: "table-prose", from: block.from, to: block.to, twin } as const];
		});
	});
}

function following(blocks: readonly SnapshotBlock[], at: number): readonly SnapshotBlock[] {
	const after = blocks.slice(at + 1, at + 1 + NEAR_BLOCKS);
	const end = after.findIndex((block) => block.kind === "heading" || block.kind === "table");
	return (end === -1 ? after : after.slice(0, end)).filter((block) => block.kind === "paragraph");
}

/** Cells of the body rows, as spoken. */
function rowsOf(table: string): readonly (readonly string[])[] {
	return table
		.split("\n")
		.slice(2)
		.map((line) =>
			line
				.trim()
				.replace(/^\||\|$/g, "")
				.split("|")
				.map(spoken)
				.filter((cell) => cell !== ""),
		);
}

function spoken(text: string): string {
	const list = words(fold(text).cased);
	return list.map((word) => (hasCjk(word) ? word : stem(word))).join(" ");
}

/** A row is told where its first cell and one more are named. */
function tells(text: string, row: readonly string[]): boolean {
	const [first, ...others] = row;
	if (first === undefined || !text.includes(` ${first} `)) return false;
	return others.some((cell) => text.includes(` ${cell} `));
}

/** "gradient boosting (GB)": where a short form is explained. */
const SHORT_FORM = /\(([A-Z][A-Za-z0-9-]*[A-Z0-9])s?\)|（([A-Z][A-Za-z0-9-]*[A-Z0-9])）/g;
/** "is called *term*", "*term* means", 称为“term”. */
const NAMED = [
	/\b(?:called|known as|termed|referred to as)\s+(?:an?\s+|the\s+)?(?:\*{1,2}|_{1,2}|“|")([^*_“”"\n]{3,40})(?:\*{1,2}|_{1,2}|”|")/g,
	/(?:\*{1,2}|_{1,2})([^*_\n]{3,40})(?:\*{1,2}|_{1,2})\s+(?:means|refers to|denotes|(?:is|are) (?:an?|the|called|defined)\b)/g,
	/(?:称为|称作|叫做|叫作|称之为)\s*(?:\*{1,2}|“|「|_)?([\p{Script=Han}]{2,12})(?:\*{1,2}|”|」|_)/gu,
	/(?:\*{1,2}|“|「)([\p{Script=Han}]{2,12})(?:\*{1,2}|”|」)(?:是指|指的是|即)/gu,
];

/** A plain word in more earlier paragraphs than this is no term that slipped in. */
const MOST_EARLY = 2;

/** Terms the draft explains, but uses in an earlier paragraph. */
export function findEarlyTerms(snapshot: Snapshot): readonly LocalFinding[] {
	const prose = snapshot.blocks.filter((block) => isProse(block) && block.kind !== "heading");
	const explained = new Map<string, Readonly<{ block: number; place: Span }>>();
	for (const block of prose) {
		for (const { term, from, to } of definitionsIn(snapshot.textOf(block))) {
			if (explained.has(term)) continue;
			explained.set(term, {
				block: block.id,
				place: { from: block.from + from, to: block.from + to },
			});
		}
	}
	return [...explained].flatMap(([term, { block, place }]) => {
		const earlier = prose.filter((one) => one.id < block);
		const uses = earlier.filter((one) => placeOf(snapshot.textOf(one), term) !== -1).length;
		// Used all along, it needs no explaining.
		if (uses > MOST_EARLY && isPlainWord(term)) return [];
		for (const one of earlier) {
			const at = placeOf(snapshot.textOf(one), term);
			if (at === -1) continue;
			const from = one.from + at;
			return [
				{ kind: "early-term", term, from, to: from + term.length, twin: place } as const,
			];
		}
		return [];
	});
}

function definitionsIn(text: string): readonly (Span & Readonly<{ term: string }>)[] {
	const found: (Span & Readonly<{ term: string }>)[] = [];
	for (const pattern of [SHORT_FORM, ...NAMED]) {
		for (const match of text.matchAll(pattern)) {
			const term = (match[1] ?? match[2] ?? "").trim();
			if (isTerm(term))
				found.push({ term, from: match.index, to: match.index + match[0].length });
		}
	}
	return found;
}

/** Emphasis on "you" or "exactly once" names nothing. */
function isTerm(term: string): boolean {
	const list = words(term);
	return hasCjk(term)
		? list.length > 1 && !/[的了是个]/.test(term)
		: /\p{Lu}/u.test(term.slice(1)) ||
				list.some((word) => isContentWord(word) && word.length > 3 && !word.endsWith("ly"));
}

/** One plain word may be of every day as well ("label", 模型). */
function isPlainWord(term: string): boolean {
	const list = words(term);
	if (hasCjk(term)) return list.length < 3;
	return list.length === 1 && !/\p{Lu}|\d|-/u.test(term) && term.length < 10;
}

/** A term as a whole word; -1 where the text does not use it. */
function placeOf(text: string, term: string): number {
	const isLetter = (character: string): boolean =>
		/[\p{L}\p{N}]/u.test(character) && !hasCjk(character);
	for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
		if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + term.length))) return at;
	}
	return -1;
}

/** Beyond these shares of the draft a section stands out, when there are enough of them to compare. */
const LARGE = 0.35;
const SMALL = 0.04;
const MIN_SECTIONS = 4;

/**
 * Sections out of proportion to the brief: a large one that the brief does not name, a tiny one that it does.
 * @param brief the author's answers; empty: there is nothing to compare with.
 */
export function findLopsidedSections(
	snapshot: Snapshot,
	brief: readonly string[],
): readonly LocalFinding[] {
	const asked = new Set(stems(brief.join("\n")));
	const sized = topSections(snapshot);
	const all = sized.reduce((sum, one) => sum + one.count, 0);
	if (asked.size === 0 || sized.length < MIN_SECTIONS || all < 400) return [];
	return sized.flatMap(({ section, count }): readonly LocalFinding[] => {
		const { heading } = section;
		if (heading === null) return [];
		const title = stems(section.title);
		const isAsked = title.some((word) => asked.has(word));
		const share = count / all;
		const place = { from: heading.from, to: heading.to, percent: Math.round(share * 100) };
		if (share > LARGE && !isAsked) return [{ kind: "large-section", ...place }];
		return share < SMALL && isAsked ? [{ kind: "small-section", ...place }] : [];
	});
}

/** Sections of the level the draft is divided by, with the words of all below them. */
function topSections(
	snapshot: Snapshot,
): readonly Readonly<{ section: DraftSection; count: number }>[] {
	const sections = sectionsOf(snapshot);
	const levels = sections.map((section) => section.level).filter((level) => level > 0);
	const top = [...new Set(levels)]
		.sort((a, b) => a - b)
		.find((level) => levels.filter((one) => one === level).length > 1);
	if (top === undefined) return [];
	const found: { section: DraftSection; count: number }[] = [];
	for (const section of sections) {
		const count = section.blocks
			.filter(isProse)
			.reduce((sum, block) => sum + countWords(snapshot.textOf(block)), 0);
		const last = found.at(-1);
		if (section.level > 0 && section.level <= top) found.push({ section, count });
		else if (last !== undefined) last.count += count;
	}
	return found;
}

function stems(text: string): readonly string[] {
	const list = words(text);
	const wide = list.flatMap((word, at) => {
		const next = list[at + 1] ?? "";
		return hasCjk(word) && hasCjk(next) ? [word + next] : [];
	});
	return [...list.filter((word) => !hasCjk(word) && isContentWord(word)).map(stem), ...wide];
}
