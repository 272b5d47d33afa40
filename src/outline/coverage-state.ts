import type { Project } from "../project/project";
import type { Coverage } from "./coverage";
import type { SyncPlan } from "./heading-sync";
import type { Outline } from "./outline";

/** What the coverage panel shows. */
export type CoverageState = Readonly<{
	project: Project;
	outline: Outline;
	coverage: Coverage;
	keptCount: number;
	plan: SyncPlan;
}>;
