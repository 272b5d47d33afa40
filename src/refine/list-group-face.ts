import { setIcon } from "obsidian";

/** The line above the rows of a section; a click on it folds them. */
export type ListGroup = Readonly<{ key: string; element: HTMLElement; count: HTMLElement }>;

/** @param key what a click finds it by (`data-group`) */
export function makeGroup(key: string, heading: string): ListGroup {
	const element = createDiv({
		cls: "winnow-refine-group",
		attr: { role: "presentation", "data-group": key },
	});
	setIcon(element.createSpan({ cls: "winnow-refine-group-fold" }), "chevron-down");
	element.createSpan({ cls: "winnow-refine-group-name", text: heading, attr: { dir: "auto" } });
	return { key, element, count: element.createSpan({ cls: "winnow-refine-group-count" }) };
}
