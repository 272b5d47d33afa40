import type { Source } from "../source/source";
import { minutesOfSource } from "./reading-time";

/** What the page of a project says; everything is counted, nothing is stored. */
export type ProjectPage = Readonly<{
	collected: number;
	kept: number;
	thrownAway: number;
	isNew: number;
	outlined: number;
	cited: number;
	published: number;
	readings: number;
	/** Kept sources that stand in no section. */
	withoutSection: number;
	/** Minutes of reading that wait. */
	minutesLeft: number;
	next: NextStep;
}>;

/** The one thing that helps most now. */
export type NextStep =
	"collect" | "read" | "outline" | "draft" | "read-through" | "publish" | "done";

export function projectPage(
	sources: readonly Source[],
	funnel: Readonly<{
		outlined: ReadonlySet<string>;
		cited: ReadonlySet<string>;
		published: number;
		readings: number;
	}>,
): ProjectPage {
	const kept = sources.filter(({ status }) => status === "kept");
	const waiting = sources.filter(({ status }) => status === "new");
	const counts = {
		collected: sources.length,
		kept: kept.length,
		thrownAway: sources.length - kept.length - waiting.length,
		isNew: waiting.length,
		outlined: funnel.outlined.size,
		cited: funnel.cited.size,
		published: funnel.published,
		readings: funnel.readings,
		withoutSection: kept.filter(({ path }) => !funnel.outlined.has(path)).length,
		minutesLeft: waiting.reduce((sum, source) => sum + (minutesOfSource(source) ?? 0), 0),
	};
	return { ...counts, next: nextStep(counts) };
}

/** In the order of the work; a later phase begun does not hide an earlier one that waits. */
function nextStep(page: Omit<ProjectPage, "next">): NextStep {
	if (page.collected === 0) return "collect";
	if (page.isNew > 0) return "read";
	if (page.kept > 0 && page.withoutSection > 0) return "outline";
	if (page.cited === 0) return "draft";
	if (page.readings < 2) return "read-through";
	return page.published === 0 ? "publish" : "done";
}
