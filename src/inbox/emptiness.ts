import type { Source } from "../source/source";
import type { Counts } from "./inbox-query";
import type { Question } from "./inbox-question";

/** Why the list shows no rows. */
export type Emptiness = Readonly<
	| { kind: "loading" }
	/** No source anywhere. */
	| { kind: "first-run"; hasProject: boolean }
	/** Sources elsewhere, none in this project; `unsorted` of them could come along. */
	| { kind: "no-sources"; unsorted: number }
	| {
			kind: "all-read";
			kept: number;
			total: number;
			withoutSection: number | null;
			project: string | null;
			/** There is no project yet: without one neither outline nor draft. */
			needsProject: boolean;
	  }
	| { kind: "empty-tab"; tab: "kept" | "deleted" }
	| { kind: "no-match"; search: string; tab: Question["tab"]; found: Counts; isFiltered: boolean }
>;

export type Known = Readonly<{
	isReady: boolean;
	anySource: boolean;
	anyProject: boolean;
	/** The chosen project's note path; null: all or unsorted. */
	project: string | null;
	counts: Counts;
	found: Counts;
	question: Question;
	isFiltered: boolean;
	funnel: Readonly<{ outlined: ReadonlySet<string> }> | null;
	scoped(): readonly Source[];
	unsorted(): number;
}>;

export function emptinessOf(known: Known): Emptiness {
	const { counts, question, project } = known;
	if (!known.isReady) return { kind: "loading" };
	if (!known.anySource) return { kind: "first-run", hasProject: known.anyProject };
	const total = counts.new + counts.kept + counts.deleted;
	if (total === 0)
		return { kind: "no-sources", unsorted: project === null ? 0 : known.unsorted() };
	if (counts[question.tab] > 0) {
		const { search, tab } = question;
		return { kind: "no-match", search, tab, found: known.found, isFiltered: known.isFiltered };
	}
	if (question.tab !== "new") return { kind: "empty-tab", tab: question.tab };
	return {
		kind: "all-read",
		kept: counts.kept,
		total,
		withoutSection: withoutSection(known),
		project,
		needsProject: !known.anyProject,
	};
}

/** Kept sources that stand in no section; null where no outline was looked at. */
function withoutSection({ funnel, scoped }: Known): number | null {
	if (funnel === null) return null;
	return scoped().filter(({ status, path }) => status === "kept" && !funnel.outlined.has(path))
		.length;
}
