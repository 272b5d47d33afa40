import { all, attribute, nameWords } from "./elements";

const FORUM_ADDRESS = /(^|[./])(forums?|discuss(ions?)?|community|communities|boards?|bbs|talk|answers?|questions?|ask)([./]|$)|^[\w.]*forums?[\w-]*\.|\/(t|threads?|topics?|viewtopic|showthread|questions|discussions?|issues|item)([/.?]|$)|viewtopic|showthread|[?&](topic|thread|tid|t)=\d/i;
const FORUM_SOFTWARE = /discourse|xenforo|phpbb|vbulletin|mybb|smf|simple machines|flarum|nodebb|vanilla|invision|ipboard|woltlab|ubb|bbpress|wpforo|fluxbb|punbb|lemmy|mastodon|discuz/i;
/** What software calls the root of a page of posts. `topic` alone is a documentation tool's word. */
const ROOT_WORDS: ReadonlySet<string> = new Set("forum forums thread viewtopic viewthread showthread phpbb vbulletin xenforo nodebb discourse flarum lemmy mastodon mybb discuz bbpress wpforo vanilla".split(" "));
/** The frame of a page: below it such a word names a box at the side. */
const FRAME = "html, body, body > div, body > div > div";

/** Whether address, maker, data or frame of the page say that it is one of posts. */
export function saysForum(document: Document, url: string): boolean {
	const generator = attribute(all(document, "meta[name=generator]")[0], "content");
	if (FORUM_SOFTWARE.test(generator)) return true;
	if (document.querySelector("[itemtype*='DiscussionForumPosting'], [itemtype*='QAPage']") !== null) return true;
	if (all(document, 'script[type="application/ld+json"]').some((script) => /"(DiscussionForumPosting|QAPage)"/.test(script.textContent ?? ""))) return true;
	return FORUM_ADDRESS.test(url.replace(/^https?:\/\//, "")) || all(document, FRAME).slice(0, 60).some(isForumFrame);
}

function isForumFrame(element: Element): boolean {
	const words = [...nameWords(element), ...attribute(element, "data-template").toLowerCase().split(/[^a-z]+/)];
	return words.some((word) => ROOT_WORDS.has(word)) && !/^(link|a)$/i.test(element.nodeName);
}

export function saysArticle(document: Document): boolean {
	return attribute(all(document, 'meta[property="og:type"]')[0], "content") === "article" || document.querySelector("[itemprop~=articleBody]") !== null;
}
