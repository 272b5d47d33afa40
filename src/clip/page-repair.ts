import { all, attribute, rename, tagOf, textOf } from "./elements";
import { allNamed } from "./page-names";

/**
 * Pages drawn by scripts carry a plain twin in `noscript` (Discourse does). Where it holds most of the text, it is
 * the page. Parsers without scripts give its content as elements.
 */
export function restoreUnscripted(document: Document): void {
	const twins = all(document, "noscript").filter((twin) => twin.children.length > 0 && textOf(twin).length > 300);
	if (twins.length === 0) return;
	const inside = twins.reduce((sum, twin) => sum + textOf(twin).length, 0);
	const unseen = all(document.body, "script, style, template").reduce((sum, part) => sum + textOf(part).length, 0);
	if (inside < (textOf(document.body).length - unseen) * 0.4) return;
	for (const twin of twins) {
		if (document.body.contains(twin)) shown(twin);
		else document.body.append(...Array.from(twin.childNodes));
	}
}

/** The names stay: software that has its posts there is known by them. */
function shown(twin: Element): void {
	const box = rename(twin, "div");
	for (const name of ["id", "class"]) if (twin.hasAttribute(name)) box.setAttribute(name, attribute(twin, name));
}

/** Tools that ask for consent come from few makers and hold long lists of their own. */
const CONSENT =
	"[id*=onetrust], [class*=onetrust], #CybotCookiebotDialog, [id*=usercentrics], [id^=sp_message_container], [id*=didomi], #qc-cmp2-container, [class*=cookie-consent], [id*=cookie-consent], [class*=cookieconsent], [id*=cookieconsent], [class*=cookie-banner], [id*=cookie-banner], [class*=cookie-notice], [id*=cookie-notice], [class*=cookie-law], [id*=cookie-law], [class*=gdpr], [id*=gdpr], [id*=truste], [class*=cmplz], #cmpbox, .osano-cm-window, .fc-consent-root";

export function removeConsentTools(document: Document): void {
	const tools = allNamed(document.body, CONSENT);
	if (tools.length === 0) return;
	const whole = textOf(document.body).length;
	for (const tool of tools) {
		if (/^(body|main|article|html)$/.test(tagOf(tool)) || tool.querySelector("article, main, h1") !== null) continue;
		if (attribute(tool, "id") !== "" || textOf(tool).length < whole * 0.5) tool.remove();
	}
}
