import { all, squash, textOf } from "./elements";
import { line, type PageMeta } from "./page-meta";

/** Marks that sites put between a title and their own name. */
const SEPARATORS = /\s+[|\-–—·•»«:/\\~>]+\s+|\s*[|｜·•»«]\s*|\s*[_]\s+|\s+\[(?=[^\]]*\]$)|:\s+(?=[A-Z][\w ]{0,20}$)/;

export type TitleParts = Readonly<{ meta: PageMeta; site: string; host: string; headlines: readonly string[] }>;

/** The work's title without the site's name. */
export function pageTitle(document: Document, region: Element | null, parts: TitleParts): string {
	const titleTag = line(all(document, "head title, title")[0]?.textContent ?? "");
	const social = line(parts.meta.first("og:title", "twitter:title", "dc.title", "citation_title"));
	const cited = line(parts.meta.first("citation_title"));
	if (cited !== "") return cited;
	const said = [social, titleTag, ...parts.headlines.map((each) => line(each))].filter((each) => each !== "");
	const own = region === null ? [] : all(region, "h1");
	const inRegion = own.map((heading) => agreeing(heading, said, titleTag)).find((text) => text !== "");
	if (inRegion !== undefined) return inRegion;
	const isPiece = (text: string) => text !== "" && said.some((each) => pieceEnds(each).some((piece) => fold(piece.text) === fold(text)) || fold(each).endsWith(` ${fold(text)}`));
	const begins = own.length > 0 || region === null ? "" : headingText(region.querySelector("h2") ?? undefined);
	if (begins !== "" && said.some((each) => pieceEnds(each).some((piece) => fold(piece.text) === fold(begins)))) return begins;
	// The one heading whose markup calls it the title of an entry, of whatever rank.
	const [entry, ...entries] = own.length > 0 ? [] : all(document, ENTRY_TITLES).filter((each) => each.closest("aside, nav, footer") === null).map(headingText);
	if (entry !== undefined && entries.length === 0 && isPiece(entry)) return entry;
	const beside = besideText(region, said, parts);
	if (beside !== "") return beside;
	const headings = all(document, "h1, [role=heading][aria-level='1']").map((heading) => agreeing(heading, said, titleTag)).filter((text) => text !== "");
	const longest = headings.sort((a, b) => b.length - a.length)[0];
	if (longest !== undefined && longest !== "") return longest;
	const sole = soleHeading(document, said, parts);
	if (sole !== "") return sole;
	const stated = social !== "" ? social : (parts.headlines.map((each) => line(each)).find((each) => each !== "") ?? titleTag);
	const named = headingText(all(document, NAMED_TITLES)[0]);
	if (named !== "" && !said.some((each) => shareWords(each, named))) return named;
	const book = all(document, "h1").filter((heading) => region?.contains(heading) !== true).map(headingText);
	const cut = withoutSite(stated, parts, book);
	if (cut !== "") return cut;
	return headingText(all(document, "h1")[0]) || line(parts.headlines[0] ?? "");
}

/** The one top heading of the landmark around the text, where a title ends in it: before it stand the names of book and shelf. */
function besideText(region: Element | null, said: readonly string[], { site, host }: TitleParts): string {
	let landmark: Element | null = null;
	for (let next = region; next !== null; next = next.parentElement) if (next.matches("main, [role=main], article, [role=article]")) landmark = next;
	if (landmark === null) return "";
	const [heading, ...others] = all(landmark, "h1").map(headingText).filter((text) => text !== "");
	if (heading === undefined || others.length > 0 || heading.length > 200 || isSiteName(heading, site, host)) return "";
	return said.some((each) => fold(each).endsWith(` ${fold(heading)}`)) ? heading : "";
}

/** The only top heading of a page, where it goes on from what the title tag says: that one is cut for search engines. "" where it does not. */
function soleHeading(document: Document, said: readonly string[], { site, host }: TitleParts): string {
	const [first, ...others] = all(document, "h1").map(headingText).filter((text) => text !== "");
	if (first === undefined || others.length > 0 || first.length > 200 || isSiteName(first, site, host)) return "";
	const goesOn = said.some((each) => {
		const start = fold(pieceEnds(each)[0]?.text ?? "");
		return start.length > 8 && fold(first).startsWith(`${start} `) && !isSiteName(start, site, host);
	});
	return goesOn ? first : "";
}

/** Headings whose markup calls them the title of the work; they count where the title tag speaks of the site alone. */
const NAMED_TITLES = "h1[slot=title], h1[class*=post-title], h1[class*=entry-title], h1[class*=article-title], h1[itemprop~=headline]";

const ENTRY_TITLES = "h2[class*=entry-title], h3[class*=entry-title], h2[class*=post-title], h3[class*=post-title], h3[class*=title_txt], h2.p-name, h3.p-name, h2[itemprop~=headline], h3[itemprop~=headline], h2[itemprop~=name], h3[itemprop~=name]";

/** The heading's text if it agrees with what the page says elsewhere, or its first piece if that does: buttons follow. */
function agreeing(heading: Element, said: readonly string[], titleTag: string): string {
	const text = headingText(heading);
	if (agrees(text, said, titleTag)) return text;
	const first = line(heading.firstChild?.textContent ?? "");
	return first.length > 7 && agrees(first, said, titleTag) ? first : "";
}

function shareWords(a: string, b: string): boolean {
	const words = new Set(fold(a).split(" "));
	return fold(b).split(" ").some((word) => word.length > 3 && words.has(word));
}

function headingText(heading: Element | undefined): string {
	if (heading === undefined) return "";
	const copy = heading.cloneNode(true) as Element;
	for (const part of all(copy, "a.headerlink, .headerlink, .anchor, button, svg, sup.footnote, [aria-hidden=true], .sr-only, .visually-hidden, style, script, [hidden], [class*=tooltip], [role=tooltip], [role=button]")) {
		if (textOf(part).length < textOf(copy).length / 2) part.remove();
	}
	return line(textOf(copy)).replace(/\s*[#¶§]$/, "");
}

/** A heading is the title if a title string equals it or borders on it; never where it is only the last part (book or board). */
function agrees(heading: string, said: readonly string[], titleTag: string): boolean {
	const text = fold(heading.replace(/\s*[#¶§]$/, ""));
	if (text === "" || text.length > 400) return false;
	const tail = fold(titleTag);
	// "The blog: the post" with the post alone elsewhere: the heading names the blog.
	if (said.some((each) => fold(each).length > text.length && tail === `${text} ${fold(each)}`)) return false;
	return said.some((each) => {
		const whole = fold(each);
		if (whole === text) return true;
		if (whole.startsWith(text)) return text.length > 3;
		if (text.startsWith(whole) && whole.length > 12) return true;
		return text.length > 12 && whole.includes(text) && !(tail.endsWith(text) && tail !== text);
	});
}

export function fold(text: string): string {
	return squash(text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "));
}

/** Cuts parts equal to the site or host off either end. */
export function withoutSite(title: string, { site, host }: Pick<TitleParts, "site" | "host">, books: readonly string[] = []): string {
	// Chinese portals write title_board_site without blanks.
	const joined = /^(.{3,}?[\p{Script=Han}】》！？”])_\p{Script=Han}/u.exec(title)?.[1];
	let text = squash((joined ?? title).replace(/^GitHub - [\w.-]+\//, ""));
	for (let step = 0; step < 3; step++) {
		const cut = cutOnce(text, (part) => isSiteName(part, site, host) || books.some((book) => fold(book) === fold(part)));
		if (cut === text) break;
		text = cut;
	}
	return withoutSiteAndColon(text, site, host);
}

function cutOnce(title: string, isOther: (part: string) => boolean): string {
	const pieces = pieceEnds(title);
	const last = pieces[pieces.length - 1];
	const first = pieces[0];
	if (pieces.length < 2 || last === undefined || first === undefined) return title;
	if (isOther(last.text)) return title.slice(0, last.cut).trim();
	if (isOther(first.text)) return title.slice(pieces[1]?.from ?? 0).trim();
	return title;
}

/** `Garnix Blog: Attested builds`: a colon parts the site's name only where that is all that stands before it. */
function withoutSiteAndColon(title: string, site: string, host: string): string {
	const found = /^([^:]{2,40}):\s+(\S.{7,})$/.exec(title);
	return found?.[1] !== undefined && found[2] !== undefined && isSiteName(found[1], site, host) ? found[2] : title;
}

type Piece = Readonly<{ text: string; from: number; cut: number }>;

function pieceEnds(title: string): readonly Piece[] {
	const found: Piece[] = [];
	let from = 0;
	let cut = 0;
	for (;;) {
		const rest = title.slice(from);
		const match = SEPARATORS.exec(rest);
		if (match === null || match.index === 0) break;
		found.push({ text: rest.slice(0, match.index), from, cut });
		cut = from + match.index;
		from = cut + match[0].length;
	}
	found.push({ text: title.slice(from).replace(/\]$/, ""), from, cut });
	return found;
}

function isSiteName(part: string, site: string, host: string): boolean {
	const text = fold(part).replace(/\s+/g, "");
	if (text === "") return true;
	const name = fold(site).replace(/\s+/g, "");
	if (name !== "" && (text === name || (name.length > 4 && text.includes(name)) || (text.length > 4 && name.includes(text)))) return true;
	const labels = host.replace(/^www\./, "").split(".");
	const domain = labels.slice(0, -1).join("").replace(/[^\p{L}\p{N}]/gu, "");
	if (text.length > 2 && (domain.includes(text) || labels.some((label) => label.replace(/-/g, "") === text))) return true;
	const main = (labels[labels.length - 2] ?? "").replace(/-/g, "");
	return main.length > 3 && text.includes(main);
}
