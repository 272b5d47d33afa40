import { all, textOf } from "./elements";

/** What stands in the way of a page's text. */
export type Wall = "login" | "robots" | "not-found" | "scripts";

/** A page with more text than this is no wall, whatever it says. */
const MAX_WALL_WORDS = 120;

const ROBOTS =
	/just a moment|attention required|security check|verify(ing)? (that )?you are (a )?human|are you a robot|checking (if the site connection is secure|your browser)|enable (javascript and )?cookies to continue|unusual traffic|access denied|环境异常|安全验证|人机验证/i;
const NOT_FOUND =
	/^(error )?404\b|page (was )?not found|page (does not|doesn[’']t) exist|no longer (available|exists)|页面不存在|内容已被删除|找不到(该|此)?(页面|网页)/i;
const SCRIPTS = /(need|have|please|must|required?)\b.{0,40}\b(enable|turn on|allow) javascript|javascript (is|must be) (required|disabled|enabled)|请(启用|开启)\s*javascript/i;
const LOGIN = /^(log|sign) ?in\b|(log|sign) in to (continue|read|view)|登录后|请先?登录/i;

/** Whether a page is only a wall before another: asked of pages with little text. Null: it is a page. */
export function wallOf(document: Document): Wall | null {
	const { body } = document;
	const text = textOf(body);
	if (text.split(/\s+/).length > MAX_WALL_WORDS || text.length > 1500) return null;
	const heads = [document.title, ...all(document, "h1, h2").map(textOf)];
	const says = (pattern: RegExp) => heads.some((head) => pattern.test(head.trim()));
	if (says(ROBOTS) || (ROBOTS.test(text) && text.length < 600)) return "robots";
	if (says(NOT_FOUND)) return "not-found";
	if (all(document, "input[type=password]").length > 0 || says(LOGIN)) return "login";
	return SCRIPTS.test(text) && text.length < 400 ? "scripts" : null;
}

/** Letters that came out wrong: replacement marks, or the long runs of accents that East Asian bytes make when misread. */
export function hasBrokenLetters(text: string): boolean {
	const marks = text.split("\ufffd").length - 1;
	return marks > 2 || marks > text.length / 500 || /[\u00a1-\u00ff]{8}/.test(text);
}
