import type { Readability } from "@mozilla/readability";
import type TurndownService from "turndown";

/** The two libraries a clip needs. Handed in, so that the work itself can run without waiting. */
export type ClipTools = Readonly<{ Turndown: typeof TurndownService; Readability: typeof Readability }>;

/** Evaluates them on first use, not when the app starts. */
export async function loadClipTools(): Promise<ClipTools> {
	const [{ default: Turndown }, { Readability }] = await Promise.all([import("turndown"), import("@mozilla/readability")]);
	return { Turndown, Readability };
}
