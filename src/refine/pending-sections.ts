import type { RefineSession } from "./session";
import { askedBlocks } from "./prompt";
import type { PassId } from "./suggestion";

/** A section a pass has not come through yet. `here`: what it found so far stands above, and more may come. */
export type PendingSection = Readonly<{ heading: string; state: "here" | "reads" | "waits" }>;

/** What a pass still has to read, in reading order. Where its last find stands is as far as it is known to be. */
export function pendingSections(
	{ readings, review, snapshot }: Pick<RefineSession, "readings" | "review" | "snapshot">,
	pass: PassId,
	headingOf: (block: number) => string,
): readonly PendingSection[] {
	const blocks = askedBlocks(snapshot);
	const found: PendingSection[] = [];
	for (const { range, state, pass: by } of readings) {
		if (by.id !== pass || (state.kind !== "reads" && state.kind !== "waits")) continue;
		const last = review.suggestions
			.filter(
				(one) => one.pass === pass && one.edit.b >= range.from && one.edit.b <= range.to,
			)
			.reduce((most, { edit }) => Math.max(most, edit.b), 0);
		let isFirst = state.kind === "reads";
		for (const { id } of blocks) {
			if (id < Math.max(range.from, last) || id > range.to) continue;
			const heading = headingOf(id);
			if (found.at(-1)?.heading === heading) continue;
			const isHere = isFirst && last > 0;
			found.push({ heading, state: isHere ? "here" : isFirst ? "reads" : "waits" });
			isFirst = false;
		}
	}
	return found;
}
