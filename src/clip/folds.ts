import { all, attribute, isHeading, make, tagOf, textOf, unwrap } from "./elements";

const LONGEST_LABEL = 200;
const LEAST_TEXT = 20;
/** Menus fold too: their panels hold links. */
const MOST_LINKS = 0.5;

/** Opens parts that a button folds: the button's words become their title, and what was hidden is text. */
export function settleFolds(root: Element): void {
	const buttons = all(root, "button[aria-expanded], button[aria-controls], [role=button][aria-expanded]");
	const named = buttons.length === 0 ? new Map<string, Element>() : new Map(all(root, "[id]").map((each) => [each.id, each]));
	for (const button of buttons) {
		const label = textOf(button);
		if (label === "" || label.length > LONGEST_LABEL || button.closest("nav, header, footer, aside, form, pre, [role=navigation], [role=menubar], [role=tablist]") !== null) continue;
		const panel = panelOf(button, root, named);
		if (panel === null || panel.contains(button) || textOf(panel).length < LEAST_TEXT || holdsLinks(panel)) continue;
		open(panel);
		const heading = button.closest("h1, h2, h3, h4, h5, h6");
		if (heading !== null || isHeading(button)) unwrap(button);
		else {
			const line = make(button, "p");
			line.append(make(button, "strong", label));
			button.replaceWith(line);
		}
	}
}

/** By its id, else what stands right after the button or after the box that holds nothing but the button. */
function panelOf(button: Element, root: Element, byId: ReadonlyMap<string, Element>): Element | null {
	const named = byId.get(attribute(button, "aria-controls"));
	if (named !== undefined) return named;
	let head = button;
	while (head.parentElement !== null && head.parentElement !== root && head.parentElement.childElementCount === 1) head = head.parentElement;
	return head.nextElementSibling;
}

function holdsLinks(panel: Element): boolean {
	const inLinks = all(panel, "a").reduce((sum, link) => sum + textOf(link).length, 0);
	return /^(nav|menu|form)$/.test(tagOf(panel)) || inLinks > textOf(panel).length * MOST_LINKS;
}

function open(panel: Element): void {
	for (const element of [panel, ...all(panel, "[hidden]")]) {
		element.removeAttribute("hidden");
		element.removeAttribute("aria-hidden");
		if (/display\s*:\s*none/i.test(attribute(element, "style"))) element.removeAttribute("style");
	}
}
