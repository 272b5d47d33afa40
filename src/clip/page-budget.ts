/** Why a page is not parsed: it would block the app for seconds. */
export type OverBudget = Readonly<{ kind: "too-large"; megabytes: number } | { kind: "too-deep" }>;

/**
 * Measured in Chromium: its parser needs over five seconds for 100,000 nested elements, the whole conversion about as
 * long for 80,000 flat ones. The largest of 680 real pages has a third of this.
 */
export const PAGE_BUDGET = { characters: 4_500_000, elements: 45_000, depth: 1200 } as const;

/** Elements whose end tag is often left out: they close by themselves and tell nothing about depth. */
const SELF_CLOSING: ReadonlySet<string> = new Set(
	"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup html head body".split(" "),
);
/** Their content is text up to the end tag. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "noframes"]);

/**
 * Counts elements and depth by one pass over the text, without parsing. Null: within the budget.
 * Formatting elements left open are opened again in every block, so they count towards depth too.
 */
export function overBudget(html: string): OverBudget | null {
	if (html.length > PAGE_BUDGET.characters) return { kind: "too-large", megabytes: Math.round(html.length / 1e6) };
	let elements = 0;
	let depth = 0;
	let deepest = 0;
	let at = html.indexOf("<");
	while (at !== -1) {
		const code = html.charCodeAt(at + 1) | 32;
		if (html.startsWith("<!--", at)) {
			const end = html.indexOf("-->", at + 4);
			at = end === -1 ? -1 : html.indexOf("<", end);
			continue;
		}
		const isEnd = html.charCodeAt(at + 1) === 47;
		const isStart = code >= 97 && code <= 122;
		if (isStart || isEnd) {
			const name = tagName(html, at + (isEnd ? 2 : 1));
			if (isStart) {
				elements++;
				if (RAW.has(name)) {
					at = endOfRaw(html, at, name);
					continue;
				}
				if (!SELF_CLOSING.has(name)) depth++;
				if (depth > deepest) deepest = depth;
			} else if (!SELF_CLOSING.has(name) && name !== "" && depth > 0) depth--;
			if (elements > PAGE_BUDGET.elements || deepest > PAGE_BUDGET.depth) return { kind: "too-deep" };
		}
		at = html.indexOf("<", at + 1);
	}
	return null;
}

function tagName(html: string, from: number): string {
	let to = from;
	while (to < from + 20) {
		const code = html.charCodeAt(to) | 32;
		if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) break;
		to++;
	}
	return html.slice(from, to).toLowerCase();
}

function endOfRaw(html: string, at: number, name: string): number {
	let end = html.indexOf("</", at);
	while (end !== -1 && tagName(html, end + 2) !== name) end = html.indexOf("</", end + 2);
	return end === -1 ? -1 : html.indexOf("<", end + 2);
}
