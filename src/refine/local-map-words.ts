import { t } from "../ui/i18n";
import type { LocalFinding } from "./local-finding";
import type { StartFinding } from "./refine-start-face";
import type { Snapshot } from "./snapshot";

const ICONS: Readonly<Record<LocalFinding["kind"], string>> = {
	repeat: "copy",
	"near-repeat": "copy",
	"table-prose": "table",
	"doubled-word": "spell-check",
	"long-sentence": "move-horizontal",
	"early-term": "circle-question-mark",
	"empty-heading": "heading",
	"large-section": "scale",
	"small-section": "scale",
};

const QUOTE_LENGTH = 80;

/** Findings of the local map as lines to click. */
export function findingLines(
	findings: readonly LocalFinding[],
	snapshot: Snapshot,
): readonly StartFinding[] {
	return findings.map((finding) => {
		const quote = snapshot.text.slice(finding.from, finding.to).replace(/\s+/g, " ");
		const isLong = quote.length > QUOTE_LENGTH;
		return {
			icon: ICONS[finding.kind],
			text: findingWords(finding),
			from: finding.from,
			quote: isLong ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote,
		};
	});
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
