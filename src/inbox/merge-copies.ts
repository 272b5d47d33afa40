import type { Source } from "../source/source";
import type { Decision } from "./triage";

/**
 * What makes one of several copies: the others are thrown away with a reason that names it. Those thrown away before
 * keep their own reason. Nothing is moved from one note into another.
 * @param why the reason in the person's language.
 */
export function mergeInto(
	kept: Source,
	group: readonly Source[],
	why: (title: string) => string,
): Readonly<{ paths: readonly string[]; change: Decision }> {
	const others = group.filter(({ path, status }) => path !== kept.path && status !== "deleted");
	return {
		paths: others.map(({ path }) => path),
		change: { kind: "delete", reason: why(kept.title) },
	};
}
