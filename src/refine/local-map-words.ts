import { t } from "../ui/i18n";
import { byCheck, checkOf, type Check, type CheckResult } from "./local-checks";
import type { LocalFinding } from "./local-finding";
import type { LocalMap, StyleProfile } from "./local-pass";
import { sectionsOf } from "./sections";
import type { Snapshot } from "./snapshot";

/** A place the device found, as a line to go to. `heading`: "" before the first one. */
export type FindingLine = Readonly<{
	check: Check;
	icon: string;
	text: string;
	heading: string;
	/** Offset in the draft, and the words there on one line. */
	from: number;
	quote: string;
	/** Words of the other place; null where there is none. */
	twin: string | null;
}>;

/** A check as a row of the sheet. */
export type CheckLine = Readonly<{ check: Check; name: string; hint: string; count: number }>;

/** The free local map in words. */
export type MapWords = Readonly<{
	findings: readonly FindingLine[];
	/** Checks that found something. */
	checks: readonly CheckLine[];
	/** Names of those that found nothing; "" where all found something. */
	quiet: string;
	/** "4 doubled words, 1 sentence that stands twice"; "" for nothing. */
	summary: string;
	/** How the author writes; "" where there is too little to tell. */
	style: string;
}>;

const ICONS: Readonly<Record<Check, string>> = {
	twice: "copy",
	table: "table",
	doubled: "spell-check",
	long: "move-horizontal",
	term: "circle-question-mark",
	heading: "heading",
	weight: "scale",
};

const QUOTE_LENGTH = 120;
/** Fewer words say nothing of a style. */
const STYLE_WORDS = 100;

export function mapWords({ findings, style }: LocalMap, snapshot: Snapshot): MapWords {
	const results = byCheck(findings);
	const found = results.filter((one) => one.findings.length > 0);
	const quiet = results.filter((one) => one.findings.length === 0);
	const joined = (parts: readonly string[]): string => parts.join(t("refine.found.and"));
	return {
		findings: findingLines(findings, snapshot),
		checks: found.map(checkLine),
		quiet: quiet.map(({ check }) => t(`refine.check.${check}`)).join(" · "),
		summary: joined(
			found.map((one) => t(`refine.found.${one.check}`, { count: one.findings.length })),
		),
		style: style.words < STYLE_WORDS ? "" : styleWords(style),
	};
}

function checkLine({ check, findings }: CheckResult): CheckLine {
	const [first] = findings;
	const example = first === undefined ? "" : exampleOf(first);
	return {
		check,
		name: t(`refine.check.${check}`),
		hint: t(`refine.checkHint.${check}`, { example }),
		count: findings.length,
	};
}

function exampleOf(finding: LocalFinding): string {
	if (finding.kind === "doubled-word") return `${finding.word} ${finding.word}`;
	return finding.kind === "early-term" ? finding.term : "";
}

function styleWords(style: StyleProfile): string {
	const params = {
		median: style.sentenceMedian,
		long: style.sentenceLong,
		contractions: Math.round(style.contractions),
		firstPerson: Math.round(style.firstPerson),
		hedges: Math.round(style.hedges),
		dashes: Math.round(style.dashes),
	};
	return t(style.isCjk ? "refine.style.lineCjk" : "refine.style.line", params);
}

function findingLines(
	findings: readonly LocalFinding[],
	snapshot: Snapshot,
): readonly FindingLine[] {
	const headings = headingsOf(snapshot);
	const words = (from: number, to: number): string => {
		const quote = snapshot.text.slice(from, to).replace(/\s+/g, " ");
		return quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote;
	};
	return findings.map((finding) => ({
		check: checkOf(finding),
		icon: ICONS[checkOf(finding)],
		text: findingWords(finding),
		heading: headings(finding.from),
		from: finding.from,
		quote: words(finding.from, finding.to),
		twin: "twin" in finding ? words(finding.twin.from, finding.twin.to) : null,
	}));
}

/** The heading an offset stands under. */
function headingsOf(snapshot: Snapshot): (offset: number) => string {
	const starts = sectionsOf(snapshot).flatMap(({ heading, title }) =>
		heading === null ? [] : [{ from: heading.from, title }],
	);
	starts.reverse();
	return (offset) => starts.find(({ from }) => from <= offset)?.title ?? "";
}

function findingWords(finding: LocalFinding): string {
	switch (finding.kind) {
		case "doubled-word":
			return t("refine.local.doubled-word", { word: finding.word });
		case "long-sentence":
			return t("refine.local.long-sentence", { count: finding.count });
		case "early-term":
			return t("refine.local.early-term", { term: finding.term });
		case "large-section":
			return t("refine.local.large-section", { percent: finding.percent });
		case "small-section":
			return t("refine.local.small-section", { percent: finding.percent });
		case "repeat":
		case "near-repeat":
		case "table-prose":
		case "empty-heading":
			return t(`refine.local.${finding.kind}`);
	}
}
