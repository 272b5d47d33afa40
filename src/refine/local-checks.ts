import type { LocalFinding, LocalKind } from "./local-finding";

/** What the device looks for, as a writer would name it. In the order of the sheet. */
export const CHECKS = ["twice", "table", "doubled", "long", "term", "heading", "weight"] as const;

export type Check = (typeof CHECKS)[number];

const CHECK_OF: Readonly<Record<LocalKind, Check>> = {
	repeat: "twice",
	"near-repeat": "twice",
	"table-prose": "table",
	"doubled-word": "doubled",
	"long-sentence": "long",
	"early-term": "term",
	"empty-heading": "heading",
	"large-section": "weight",
	"small-section": "weight",
};

export function checkOf(finding: LocalFinding): Check {
	return CHECK_OF[finding.kind];
}

/** One check with what it found; none may be empty. */
export type CheckResult = Readonly<{ check: Check; findings: readonly LocalFinding[] }>;

export function byCheck(findings: readonly LocalFinding[]): readonly CheckResult[] {
	return CHECKS.map((check) => ({
		check,
		findings: findings.filter((finding) => checkOf(finding) === check),
	}));
}
