export const STATUSES = ["new", "kept", "deleted"] as const;

/** Where a source stands in triage, as its frontmatter says it. */
export type Status = (typeof STATUSES)[number];

/** Reads a status property, blanks and case aside. Null: another word, for the caller to judge. */
export function parseStatus(value: unknown): Status | null {
	if (typeof value !== "string") return null;
	const word = value.trim().toLowerCase();
	return STATUSES.find((status) => status === word) ?? null;
}
