/** Turns block quotes that begin with `[!type]` into the app's callouts. */
import { setIcon } from "../icons";

const FIRST_LINE = /^\[!([^\]]+)\]([+-]?)[ \t]*(.*)$/;

const ICONS: Readonly<Record<string, string>> = {
	note: "pencil",
	abstract: "clipboard-list",
	summary: "clipboard-list",
	tldr: "clipboard-list",
	info: "info",
	todo: "circle-check",
	tip: "flame",
	hint: "flame",
	important: "flame",
	success: "check",
	check: "check",
	done: "check",
	question: "circle-help",
	help: "circle-help",
	faq: "circle-help",
	warning: "triangle-alert",
	caution: "triangle-alert",
	attention: "triangle-alert",
	failure: "x",
	fail: "x",
	missing: "x",
	danger: "zap",
	error: "zap",
	bug: "bug",
	example: "list",
	quote: "quote",
	cite: "quote",
};

export function makeCallouts(root: ParentNode): void {
	// Innermost last in document order: reversed, each still stands whole inside its outer one.
	for (const quote of [...root.querySelectorAll("blockquote")].reverse()) makeCallout(quote);
}

function makeCallout(quote: HTMLElement): void {
	const first = quote.firstElementChild;
	const start = first?.firstChild;
	if (first?.tagName !== "P" || start?.nodeType !== Node.TEXT_NODE) return;
	const match = FIRST_LINE.exec((start.textContent ?? "").split("\n")[0] ?? "");
	if (match === null) return;
	const [, rawType = "note", fold = "", ownTitle = ""] = match;
	const [type = "note", metadata] = rawType.split("|").map((part) => part.trim().toLowerCase());
	const doc = quote.ownerDocument;

	const callout = doc.createElement("div");
	callout.className = "callout";
	callout.setAttribute("data-callout", type);
	callout.setAttribute("data-callout-fold", fold);
	callout.setAttribute("data-callout-metadata", metadata ?? "");
	const title = callout.appendChild(doc.createElement("div"));
	title.className = "callout-title";
	const icon = title.appendChild(doc.createElement("div"));
	icon.className = "callout-icon";
	setIcon(icon, `lucide-${ICONS[type] ?? "pencil"}`);
	const titleText = title.appendChild(doc.createElement("div"));
	titleText.className = "callout-title-inner";

	// The rest of the first line may hold links and emphasis: nodes move, text is not read.
	start.textContent = ownTitle;
	moveUntilBreak(first, titleText);
	if (titleText.textContent?.trim() === "")
		titleText.textContent = type.charAt(0).toUpperCase() + type.slice(1);
	if (first.textContent?.trim() === "" && first.children.length === 0) first.remove();

	if (quote.children.length > 0) {
		const content = callout.appendChild(doc.createElement("div"));
		content.className = "callout-content";
		content.append(...quote.childNodes);
		if (fold !== "") makeFoldable(callout, title, content, fold === "-");
	}
	quote.replaceWith(callout);
}

function moveUntilBreak(from: Element, to: Element): void {
	while (from.firstChild !== null) {
		const node = from.firstChild;
		if (node.nodeName === "BR") {
			node.remove();
			return;
		}
		to.append(node);
	}
}

function makeFoldable(
	callout: HTMLElement,
	title: HTMLElement,
	content: HTMLElement,
	isFolded: boolean,
): void {
	callout.classList.add("is-collapsible");
	const arrow = title.appendChild(callout.ownerDocument.createElement("div"));
	arrow.className = "callout-fold";
	setIcon(arrow, "lucide-chevron-down");
	const fold = (folded: boolean): void => {
		callout.classList.toggle("is-collapsed", folded);
		arrow.classList.toggle("is-collapsed", folded);
		content.style.display = folded ? "none" : "";
	};
	fold(isFolded);
	title.addEventListener("click", () => fold(!callout.classList.contains("is-collapsed")));
}
