import { all, attribute, isElement, isHidden, nameWords, squash, tagOf, textOf } from "./elements";
import type { Measures } from "./measure";
import { isDecoration } from "./decoration";
import { forEach, type Steps } from "./pieces";

/** Never part of a text. */
const TAGS = "script, style, template, link, meta, nav, aside, form, dialog, svg, canvas, object, input, select, textarea, menu[type], portal, applet, frame, frameset, noembed, noframes, progress, meter";
const ROLES = "[role=navigation], [role=complementary], [role=contentinfo], [role=banner], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=menubar], [role=toolbar], [role=tooltip]";

/** Names of parts that are about the page, not in the text. Each stands as a whole word in class or id. */
const NAMES: ReadonlySet<string> = new Set(
	("share shares sharing sharedaddy sharebar addtoany social socials newsletter subscribe subscription signup optin cta promo promotion advert adverts advertisement advertising ad ads adsbygoogle sponsor sponsored " +
		"related recommended recommendations recirc sidebar breadcrumb breadcrumbs pagination pager prevnext cookie cookies consent gdpr paywall popup modal lightbox overlay tooltip " +
		"comments commentlist comentarios kommentare commentaires commenti publicidad werbung relacionadas relacionados relatedlinks relatedposts relatedarticles rightrail rightbar respond disqus editsection headerlink hatnote navbox metadata noprint printfriendly skip skiplink screenreader sr srt visuallyhidden " +
		"byline postmeta entrymeta toolbar clipboard copybutton feedback helpful jetpack outbrain taboola authorbox authorbio navigation navbar").split(" "),
);
const PAIRS: ReadonlySet<string> = new Set(
	"sr-only screen-reader visually-hidden read-more more-stories post-meta entry-meta article-meta post-nav post-navigation nav-links author-bio author-box about-author edit-page edit-link edit-this back-top to-top copy-button copy-btn btn-copy post-tags entry-footer post-footer article-footer page-nav user-signature post-signature reading-time skip-link comment-form comment-respond post-controls post-actions jump-links".split(" "),
);
/** A junk name on an element with more of the text than this names a layout (`layout-sidebar-right`). */
const MOST = 0.35;
/** On a short page a signup box is more than a third. Characters. */
const SHORT = 180;
/** Never removed by a name alone: code tools and galleries carry such names. */
const KEPT = "pre, img, picture, figure, h1, h2, h3, h4, h5, h6, table, code, math, body, main, article, [data-winnow-fence], [data-winnow-tex], [data-winnow-note], [data-winnow-callout]";

/** Takes out of a region what is about the page. Marks of the converter stay wherever they stand. */
export function* removeJunk(region: Element, measures: Measures, whole: number): Steps {
	const isSmall = (element: Element) => measures.text(element) < whole * MOST;
	const keepsHidden = hiddenShare(region) > 0.5;
	const layout = new Set<string>();
	yield* forEach(all(region, "*"), (element) => {
		if (element.parentNode === null || !region.contains(element)) return;
		if (holdsMark(element) || element.matches("li input[type=checkbox]")) return;
		if (element.matches(TAGS) || (element.matches(ROLES) && isSmall(element))) {
			if (isSmall(element) || tagOf(element) !== "form") element.remove();
		} else if (tagOf(element) === "button") {
			if (textOf(element).length < 60) element.remove();
		} else if (tagOf(element) === "footer" || (tagOf(element) === "header" && element.querySelector("nav, form") !== null)) {
			if (isSmall(element) && element.closest("blockquote, figure") === null) element.remove();
		} else if (!keepsHidden && (isHidden(element) || (attribute(element, "aria-hidden") === "true" && isSmall(element) && element.querySelector("img, pre") === null)) && !holdsMath(element)) element.remove();
		else {
			const name = junkName(element);
			if (name === null || layout.has(name)) return;
			if (isSmall(element) || measures.text(element) < SHORT) element.remove();
			// A name that the text itself bears says nothing on its parts either.
			else layout.add(name);
		}
	});
	yield* forEach(all(region, "p, div, span, li, a, h2, h3, h4, h5, h6, strong, small, section, header"), (element) => {
		if (region.contains(element) && isBoilerplate(element)) element.remove();
	});
}

function holdsMark(element: Element): boolean {
	const marks = "[data-winnow-fence], [data-winnow-tex], [data-winnow-note], [data-winnow-callout]";
	return element.matches(marks) || (element.matches("aside, [hidden]") && element.querySelector("[data-winnow-note], [data-winnow-callout]") !== null);
}

function holdsMath(element: Element): boolean {
	return element.querySelector("math, [data-winnow-tex]") !== null;
}

/** Share of the text in hidden panels: tabs show one language and hide the others. */
function hiddenShare(region: Element): number {
	let hidden = 0;
	for (const element of all(region, "[hidden], [aria-hidden=true], [style]")) {
		if (!isHidden(element) || element.parentElement?.closest("[hidden]") != null) continue;
		hidden += textOf(element).length;
	}
	return hidden === 0 ? 0 : hidden / Math.max(1, textOf(region).length);
}

/** Names under which a picture is not the text's. Others (`modal`, `share`, `lightbox`) stand on what shows one. */
const PICTURE_JUNK: ReadonlySet<string> = new Set("newsletter subscribe signup cta promo promotion advert adverts advertisement advertising ad ads adsbygoogle sponsor sponsored related recommended recommendations recirc sidebar pagination cookie cookies consent comments outbrain taboola authorbox authorbio navigation navbar author byline bio nav".split(" "));

/** A picture with next to no words around it, and no link to elsewhere. */
function holdsPicture(element: Element): boolean {
	if (textOf(element).length > 160) return false;
	return all(element, "img").some((image) => image.closest("a") === null && !isDecoration(image));
}

/** The word in its name that calls an element no part of the text; null where there is none. */
function junkName(element: Element): string | null {
	if (element.matches(KEPT)) return null;
	const words = nameWords(element);
	const word = words.find((each, index) => NAMES.has(each) || PAIRS.has(`${each}-${words[index + 1] ?? ""}`));
	if (word === undefined || element.querySelector("pre, [data-winnow-fence]") !== null || isNamedAfterHeading(element)) return null;
	if (holdsPicture(element) && !words.some((each) => PICTURE_JUNK.has(each))) return null;
	// Links and marks inside a sentence, and paragraphs of text, carry such names for their looks.
	const isText = /^(a|abbr|code|em|strong|b|i|sup|sub|cite|mark|q)$/.test(tagOf(element)) && element.closest("p, li, td, dd, blockquote") !== null;
	return isText || (/^(p|dl|dd|dt|li)$/.test(tagOf(element)) && words.includes("related")) ? null : word;
}

/** A section whose id is its heading in other letters: the words are the author's. */
function isNamedAfterHeading(element: Element): boolean {
	const id = attribute(element, "id").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
	return id.length > 5 && all(element, "h1, h2, h3, h4, h5, h6").slice(0, 1).some((heading) => textOf(heading).replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase() === id);
}

/** Whole lines that pages say about themselves, in the languages of the corpus. */
const LINES = /^(advertisement|sponsored( content)?|anzeige|广告|skip to (main )?content|share( this( article| post)?)?|share (on|via|to) [\w ]{1,20}|tweet( this)?|copy( code| link)?|copied!?|copy to clipboard|复制代码|复制|edit( this page| on github)?|edit this page on github|was this (page|article) helpful\??( yes no)?|log ?in|sign ?in|sign ?up|create account|register|subscribe( now)?|leave a (comment|reply)|add a comment|post a comment|(previous|next) (post|article|page|topic)|you may also like|recommended for you|related (articles|posts|stories)|more from|相关阅读|相关推荐|関連記事|please enable javascript.{0,80}|all rights reserved\.?|click to expand\.{0,3}|print|email|table of contents|on this page|back to top|read more:?|continue reading|create an account|start thread|add message|watch this thread|\d+ min(ute)?s? read|loading\.{0,3}|expand description|(show|see|view) (more|less)|view comments?|(add|post) your comments?|text size|\[\+\] enlarge|order reprints|reprints|skip advertisement|click to enlarge|story continues below( advertisement)?|article continues (below|after advertisement)|advertisement - scroll to continue|iklan|advertentie|publicité|pubblicità|publicidade?|reklama?|реклама|広告|광고|(estimated )?reading time:? .{1,20}|suggest edits?|press enter or click to view image in full size|related:?|follow|(in|out)\s*\[[\d* ]*\]:?|[↩↑^#¶§|•·]+)$/i;

/** How pages begin what they say about their own text. */
const STATEMENTS = /^(特别声明|版权声明|免责声明|郑重声明|声明：本文|本文(为|系).{0,12}(原创|转载)|责任编辑|(notice|disclaimer): the content above|©|copyright ©)/i;

/** Where a page files itself: nothing but links to its shelves. */
const SHELVES = /^(filed (under|in)|posted in|tagged( (with|in|as))?|tags|categor(y|ies)|kategorien?|schlagwörter|catégories?|mots-clés|categorías?|etiquetas?|标签|分类|タグ)\s*[:：|]/i;

function saysShelves(element: Element, text: string): boolean {
	if (text.length > 300 || !SHELVES.test(text) || !/^(p|div|span|small|footer)$/.test(tagOf(element))) return false;
	const linked = all(element, "a[href]").reduce((sum, link) => sum + textOf(link).length, 0);
	return linked > 0 && linked >= (text.length - (SHELVES.exec(text)?.[0].length ?? 0)) * 0.6;
}

function isBoilerplate(element: Element): boolean {
	if (element.childElementCount > 6) return false;
	const raw = element.textContent ?? "";
	if (raw.length > 2000) return false;
	const text = squash(raw);
	if (text.length < 600 && STATEMENTS.test(text) && element.querySelector("p, h1, h2, h3, ul, img") === null && element.closest("figure, figcaption") === null && /^(p|div|span)$/.test(tagOf(element))) return true;
	if (saysShelves(element, text)) return true;
	if (text === "" || text.length > 100 || !LINES.test(text)) return false;
	if (/^h\d$/.test(tagOf(element)) && !/^(related|more from|you may|recommended|table of|on this page|share|相关|関連)/i.test(text)) return false;
	if (element.querySelector("img, pre, table") !== null || element.closest("pre, td, th") !== null) return false;
	// Inside a sentence the same words are text.
	const parent = element.parentElement;
	if (parent !== null && /^(p|li|span|a|strong|small)$/.test(tagOf(element)) && isElement(parent) && /^(p|li|h\d|blockquote|em|strong)$/.test(tagOf(parent)) && textOf(parent) !== text) return false;
	return attribute(element, "data-winnow-fence") === "";
}
