import type { Sizes } from "./list-layout";

/** How high the styles, the theme and the text size make a row. What is not laid out keeps `before`. */
export function measureSizes(parent: HTMLElement, before: Sizes): Sizes {
	const row = parent.createDiv({
		cls: "winnow-inbox-row is-probe",
		attr: { "aria-hidden": "true" },
	});
	const group = parent.createDiv({
		cls: "winnow-inbox-group is-probe",
		attr: { "aria-hidden": "true" },
	});
	const heights = [row, group].map((element) => element.getBoundingClientRect().height);
	row.remove();
	group.remove();
	return { row: heights[0] || before.row, group: heights[1] || before.group };
}
