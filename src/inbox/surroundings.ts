import type { Surroundings } from "./fits";
import type { Funnel, Inbox } from "./inbox-parts";

/** What filters ask beyond a source itself: the time, and what outlines and drafts of its project hold. */
export function surroundingsOf(
	inbox: Pick<Inbox, "now" | "sources" | "projectsOf" | "knownFunnel">,
): Surroundings {
	const funnels = new Map<string, Funnel | null>();
	const funnelOf = (path: string): Funnel | null => {
		const source = inbox.sources.get(path);
		const [project] = source === null ? [] : inbox.projectsOf(source);
		if (project === undefined) return null;
		if (!funnels.has(project)) funnels.set(project, inbox.knownFunnel(project));
		return funnels.get(project) ?? null;
	};
	return {
		now: inbox.now().getTime(),
		hasSection: (path) => funnelOf(path)?.outlined.has(path) ?? null,
		isCited: (path) => funnelOf(path)?.cited.has(path) ?? null,
	};
}
