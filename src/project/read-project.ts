import { linkTargets } from "../source/link-text";
import { headings } from "../text/headings";
import type { BriefAnswer } from "./project";

/** What a project note's frontmatter says; links are targets, not resolved. */
export type ProjectNote = Readonly<{
	path: string;
	folder: string;
	name: string;
	outline: string | null;
	drafts: readonly string[];
	/** Headings of the brief in their order; empty: every second-level heading. */
	brief: readonly string[];
	myWords: readonly string[];
	protectedPassages: readonly string[];
	isArchived: boolean;
}>;

export const PROJECT_TYPE = "research-project";

/** Null: no project note. */
export function readProjectNote(
	path: string,
	frontmatter: Readonly<Record<string, unknown>>,
): ProjectNote | null {
	if (frontmatter.type !== PROJECT_TYPE) return null;
	const slash = path.lastIndexOf("/");
	return {
		path,
		folder: slash === -1 ? "" : path.slice(0, slash),
		name: path.slice(slash + 1).replace(/\.md$/, ""),
		outline: linkTargets(frontmatter.outline)[0] ?? null,
		drafts: linkTargets(frontmatter.draft),
		brief: textsOf(frontmatter.brief),
		myWords: textsOf(frontmatter["my-words"]),
		protectedPassages: textsOf(frontmatter.protected),
		isArchived: frontmatter.archived === true,
	};
}

/** The brief's questions with what stands below each, comments left out. A heading that is gone has an empty answer. */
export function readBrief(text: string, named: readonly string[]): readonly BriefAnswer[] {
	const found = headings(text);
	const wanted =
		named.length > 0 ? named : found.filter((one) => one.level === 2).map((one) => one.text);
	return wanted.map((heading) => {
		const folded = heading.trim().toLowerCase();
		const at = found.find((one) => one.text.trim().toLowerCase() === folded);
		return {
			heading,
			answer: at === undefined ? "" : withoutComments(text.slice(at.to, at.end)).trim(),
		};
	});
}

function textsOf(value: unknown): readonly string[] {
	const values: readonly unknown[] = Array.isArray(value)
		? value
		: typeof value === "string"
			? value.split("\n")
			: [];
	return values.flatMap((one) =>
		typeof one === "string" && one.trim() !== "" ? [one.trim()] : [],
	);
}

function withoutComments(text: string): string {
	return text
		.split("%%")
		.filter((_part, index) => index % 2 === 0)
		.join("");
}
