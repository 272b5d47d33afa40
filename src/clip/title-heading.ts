import { all, attribute, isHidden, textOf } from "./elements";
import { fold } from "./page-title";

/** Whether a heading is what the head of the page calls it. */
export function saysTitle(document: Document): (text: string) => boolean {
	const said = [attribute(all(document, 'meta[property="og:title"]')[0], "content"), textOf(all(document, "head title, title")[0])].map(fold).filter((each) => each !== "");
	return (text) => {
		const folded = fold(text);
		return folded.length > 3 && said.some((each) => each === folded || each.startsWith(`${folded} `));
	};
}

/** The heading over the one text of a page: what the head calls it, else the first `h1` that is no part of a frame. Null: there is none. */
export function titleHeading(document: Document, isTitle: (text: string) => boolean): Element | null {
	const headings = all(document, "h1, h2").filter((heading) => textOf(heading) !== "" && !isUnseen(heading));
	return headings.find((heading) => isTitle(textOf(heading))) ?? headings.find((heading) => heading.matches("h1") && !isFramed(heading)) ?? null;
}

function isUnseen(heading: Element): boolean {
	for (let part: Element | null = heading; part !== null; part = part.parentElement) if (isHidden(part)) return true;
	return false;
}

const FRAME = "nav, aside, footer, form:not([runat], [id^=aspnet]), [role=banner], [role=navigation], [role=complementary], [role=contentinfo], [role=search], .side, .sidebar, #sidebar";

function isFramed(heading: Element): boolean {
	return heading.closest(FRAME) !== null;
}
