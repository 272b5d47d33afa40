import { fail, ok, type Result } from "../result";
import { all, attribute } from "./elements";
import { parseUrl } from "./links";
import { overBudget, type OverBudget } from "./page-budget";
import { restoreScriptData } from "./script-data";

/** A parsed page and the address its relative links start from. Nothing in it runs or loads. */
export type Page = Readonly<{ document: Document; url: string; base: string }>;

/**
 * Parses a page within its budget. `parse` is the caller's: `DOMParser` in the app, another DOM in tests.
 * The document it gives must be inert.
 */
export function parsePage(
	html: string,
	url: string,
	parse: (html: string) => Document,
): Result<Page, OverBudget> {
	const over = overBudget(html);
	if (over !== null) return fail(over);
	const document = parse(html);
	restoreScriptData(document, parse);
	return ok({ document, url, base: baseOf(document, url) });
}

/**
 * The address relative links start from: `<base>`, else the page's. Without this they would resolve against the app.
 * `requestUrl` hides redirects; where a page's canonical address is on another path, its own relative links say which
 * counts only together with the flow, so it is not guessed here.
 */
export function baseOf(document: Document, url: string): string {
	const said = attribute(all(document, "base[href]")[0], "href");
	const base = said === "" ? null : parseUrl(said, url);
	return base !== null && /^https?:$/.test(base.protocol) ? base.href : url;
}
