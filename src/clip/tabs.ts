import { all, attribute, isElement, make, tagOf, textOf } from "./elements";

/** A label and the panel it opens. */
type Tab = Readonly<{ label: string; panel: Element }>;

/** A label longer than this is none. */
const LONGEST_LABEL = 60;

/** Writes tabs one below the other, each under its label: a note has no tabs, and the hidden ones are text too. */
export function settleTabs(root: Element): void {
	for (const list of all(root, "[role=tablist]")) {
		if (list.parentNode !== null) spread(list, rolesOf(list, root));
	}
	for (const list of labelRows(root)) {
		if (list.parentNode !== null) spread(list, labelsOf(list));
	}
}

function spread(list: Element, tabs: readonly Tab[]): void {
	if (tabs.length < 2) return;
	for (const { label, panel } of tabs) {
		panel.removeAttribute("hidden");
		panel.removeAttribute("aria-hidden");
		if (/display\s*:\s*none/i.test(attribute(panel, "style"))) panel.removeAttribute("style");
		const line = make(panel, "p");
		line.append(make(panel, "strong", label));
		// Beside it: what a panel is called may say the language of the code in it.
		panel.before(line);
	}
	for (const label of all(list, "label, input, [role=tab]")) label.remove();
	if (textOf(list) === "") list.remove();
}

/** By the ids that accessible tabs name, else by place in the smallest box that holds as many panels as tabs. */
function rolesOf(list: Element, root: Element): readonly Tab[] {
	const labels = all(list, "[role=tab]").filter((tab) => isLabel(textOf(tab)));
	if (labels.length < 2) return [];
	for (let box = list.parentElement; box !== null && root.contains(box); box = box.parentElement) {
		const panels = all(box, "[role=tabpanel]");
		if (panels.length === 0) continue;
		if (panels.length !== labels.length) return [];
		return labels.flatMap((tab, index) => {
			const named = panels.find((panel) => panel.id !== "" && panel.id === attribute(tab, "aria-controls")) ?? panels[index];
			return named === undefined ? [] : [{ label: textOf(tab), panel: named }];
		});
	}
	return [];
}

/** Tabs without scripts: hidden radio buttons with a label each. */
function labelRows(root: Element): readonly Element[] {
	const rows = new Set<Element>();
	for (const radio of all(root, "input[type=radio]")) if (radio.parentElement !== null) rows.add(radio.parentElement);
	return Array.from(rows);
}

function labelsOf(row: Element): readonly Tab[] {
	const labels = Array.from(row.querySelectorAll("label")).filter((label) => isLabel(textOf(label)));
	const radios = Array.from(row.children).filter((child) => child.matches("input[type=radio]"));
	if (labels.length < 2 || labels.length !== radios.length) return [];
	// In the same box after the labels, or in the one after it; never the words of a paragraph that happens to follow.
	const panels = [...Array.from(row.children), row.nextElementSibling].map((box) => (isElement(box) ? Array.from(box.children) : [])).find((parts) => parts.length === labels.length && parts.every((part) => /^(div|section|article|pre|figure|table)$/.test(tagOf(part))));
	if (panels === undefined) return [];
	return labels.flatMap((label, index) => {
		const panel = panels[index];
		return panel === undefined ? [] : [{ label: textOf(label), panel }];
	});
}

function isLabel(text: string): boolean {
	return text !== "" && text.length <= LONGEST_LABEL;
}
