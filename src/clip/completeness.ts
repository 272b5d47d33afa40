import type { Capture } from "../source/kind";
import { squash } from "./elements";

/** How much of a page a clip holds. `note` is "" for a whole one, else what is missing, as a message key's parameters need it. */
export type Completeness = Readonly<{ capture: Capture; missing: readonly Missing[] }>;

export type Missing = Readonly<
	| { kind: "headings"; titles: readonly string[] }
	| { kind: "text"; share: number }
	| { kind: "second-opinion"; agreement: number }
	| { kind: "paywall" }
	| { kind: "scripts" }
>;

export type Evidence = Readonly<{
	/** Headings of the region before cleaning. */
	headingsBefore: readonly string[];
	markdown: string;
	words: number;
	/** Text of another extractor; null where it was not asked or found nothing. */
	secondText: string | null;
	pageText: string;
}>;

/** Measured on unseen pages: above 0.95 both extractors are right, below 0.8 one of them is wrong on most. */
const AGREEMENT_WANTED = 0.7;
const FEW_WORDS = 30;

export function completeness(evidence: Evidence): Completeness {
	const missing: Missing[] = [];
	const lost = lostHeadings(evidence);
	// One or two go rightly: comments, related pages, a list of notes.
	if (lost.length > 2 && lost.length > evidence.headingsBefore.length * 0.4) missing.push({ kind: "headings", titles: lost });
	if (evidence.secondText !== null) {
		const agreement = recallOf(evidence.secondText, evidence.markdown);
		if (agreement < AGREEMENT_WANTED) missing.push({ kind: "second-opinion", agreement });
	}
	if (evidence.words < FEW_WORDS) missing.push({ kind: "scripts" });
	if (isPaywalled(evidence)) return { capture: "teaser", missing: [...missing, { kind: "paywall" }] };
	return { capture: missing.length > 0 ? "partial" : "full", missing };
}

function lostHeadings({ headingsBefore, markdown }: Evidence): readonly string[] {
	let letters: string | null = null;
	const text = () => (letters ??= lettersOf(markdown));
	// Looking through the whole note is for those that do not stand there as headings.
	const kept = new Set(markdown.split("\n").filter((row) => row.includes("#")).map(lettersOf));
	return headingsBefore.map(withoutMarks).filter((heading) => {
		const wanted = lettersOf(heading);
		return wanted.length > 2 && !kept.has(wanted) && !text().includes(wanted);
	});
}

/** `Use[edit]`, `Limits #`: controls beside a heading are no part of it. */
function withoutMarks(heading: string): string {
	return heading.replace(/\[[^\]]{0,20}\]\s*$/, "").replace(/[\s#¶§]+$/, "");
}

function lettersOf(text: string): string {
	return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Share of the other's words that the clip holds too, counted as a multiset. */
function recallOf(other: string, own: string): number {
	const have = new Map<string, number>();
	for (const word of wordsOf(own)) have.set(word, (have.get(word) ?? 0) + 1);
	const wanted = wordsOf(other);
	if (wanted.length < 50) return 1;
	let held = 0;
	for (const word of wanted) {
		const left = have.get(word) ?? 0;
		if (left === 0) continue;
		held++;
		have.set(word, left - 1);
	}
	return held / wanted.length;
}

function wordsOf(text: string): readonly string[] {
	return squash(text).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const PAYWALL = /(this|the rest of this|full) (post|article|story|content|issue) is (only )?(for|available to) (paid |paying )?(subscribers|members)|subscribe to (continue|keep) reading|member-only story|to (continue|keep) reading,? (subscribe|sign in|log in|become)|create (a free|an) account to (read|continue)|already a (subscriber|member)\?|本文为(付费|会员)|剩余\d+%|登录后(可|继续)?(查看|阅读)/i;

function isPaywalled({ pageText, words }: Evidence): boolean {
	return words < 700 && PAYWALL.test(pageText);
}
