import type { Inbox } from "./inbox-parts";
import type { Question } from "./inbox-question";

/** Whether the rows of an answer are all there are, or a start is still reading the notes they come from. */
export type RowsKnown = "all are known" | "more may come";

/** The sources may be read before the project they belong to: until then none of them is its own. */
export function rowsKnown(
	{ scope }: Pick<Question, "scope">,
	{ sources, knowsProject }: Pick<Inbox, "knowsProject"> & Readonly<{ sources: Pick<Inbox["sources"], "isReady"> }>,
): RowsKnown {
	const isScopeKnown = scope.kind !== "project" || knowsProject(scope.path);
	return sources.isReady && isScopeKnown ? "all are known" : "more may come";
}
