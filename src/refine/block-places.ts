import { t } from "../ui/i18n";
import { sectionsOf } from "./sections";
import type { Snapshot } from "./snapshot";

export type BlockPlace = Readonly<{ heading: string; paragraph: number }>;

/** Heading and paragraph number of a block, counted once. */
export function blockPlaces(snapshot: Snapshot): (block: number) => BlockPlace {
	const places = new Map<number, BlockPlace>();
	for (const section of sectionsOf(snapshot)) {
		const heading = section.title === "" ? t("refine.opening") : section.title;
		if (section.heading !== null) places.set(section.heading.id, { heading, paragraph: 1 });
		section.blocks.forEach((block, index) =>
			places.set(block.id, { heading, paragraph: index + 1 }),
		);
	}
	return (block) => places.get(block) ?? { heading: t("refine.opening"), paragraph: 1 };
}
