import { all, attribute, isElement, isText, squash, tagOf, textOf } from "./elements";
import { isRecord, textIn, worksIn, type JsonLd } from "./json-ld";
import type { NearTitle } from "./near-title";
import { readDate } from "./page-dates";
import { line, type PageMeta } from "./page-meta";
import { allNamed } from "./page-names";

/** Names of who made the work, each once, without "By". Empty where the page does not say. */
export function pageAuthors(document: Document, meta: PageMeta, data: JsonLd, site: string, near: NearTitle, host: string): readonly string[] {
	const sources: readonly (() => readonly string[])[] = [
		() => [...meta.every("citation_author"), ...meta.every("citation_authors").flatMap((each) => each.split(/;/)), ...meta.every("dc.creator"), ...meta.every("dcterms.creator")].map(turned),
		() => authorsInData(data),
		() => [...meta.every("author"), ...meta.every("article:author"), ...meta.every("parsely-author"), ...meta.every("sailthru.author"), ...meta.every("byl"), ...meta.every("og:article:author")],
		() => marked(document, "[itemprop~=author] [itemprop~=name], [itemprop~=author], [itemprop~=creator]"),
		() => marked(document, "a[rel~=author], [rel~=author] [class*=name]"),
		() => marked(document, ".ltx_personname, d-byline .author .name, .authors .author"),
		() => bylines(document),
		() => spokenByline(near),
		() => twitterName(meta),
		() => besideDate(near),
		() => ownerOfSite(document, site, host),
	];
	for (const read of sources) {
		const names = clean(read().flatMap(split), site, host);
		if (names.length > 0) return names;
	}
	return [];
}

/** "Doe, Jane" as libraries write it. */
function turned(name: string): string {
	const parts = name.split(",").map((each) => each.trim());
	return parts.length === 2 && parts[0] !== "" && parts[1] !== "" && !/\d|^(jr|sr|phd|md)\.?$/i.test(parts[1] ?? "") ? `${parts[1]} ${parts[0]}` : name;
}

function authorsInData(data: JsonLd): readonly string[] {
	for (const node of worksIn(data)) {
		const said = node["author"] ?? node["creator"];
		const list = Array.isArray(said) ? said : [said];
		const names = list.map((each) => (typeof each === "string" ? each : nameIn(data.resolve(each)))).filter((name) => name !== "" && !/^https?:/.test(name));
		if (names.length > 0) return names;
	}
	return [];
}

function nameIn(node: unknown): string {
	if (!isRecord(node)) return "";
	const whole = textIn(node["name"]);
	return whole !== "" ? whole : squash(`${textIn(node["givenName"])} ${textIn(node["familyName"])}`);
}

function marked(document: Document, selector: string): readonly string[] {
	const found = all(document, selector).filter((element) => !isInComments(element));
	const names = found.map((element) => attribute(element, "content") || firstName(element)).filter((name) => name !== "");
	return [...new Set(names)].slice(0, 8);
}

const AROUND = /comment|sidebar|related|recommend|footer|widget|reply|teaser|card/i;

function isInComments(element: Element): boolean {
	for (let parent = element.parentElement; parent !== null && !/^(body|main|html)$/.test(tagOf(parent)); parent = parent.parentElement) {
		// The foot of an entry is where old blogs sign it.
		const name = `${attribute(parent, "class")} ${attribute(parent, "id")}`.replace(/\b(post|entry|article)[-_]footer[\w-]*/gi, "");
		if (AROUND.test(name) && textOf(parent).length < 20000) return true;
	}
	return false;
}

const BYLINES =
	"[class*=byline i], [class*=author-name i], [class*=authorname i], [class*=author_name i], [class*=post-author i], [class*=entry-author i], [class*=article-author i], [class*=articleAuthor], [class*=story-author i], .author, .p-author, .vcard .fn, [data-testid*=author i], [class*=author__name i], [class*=AuthorName], [class*=writer i], [class*=nickname i], [class*=nick-name i], [class*=journalist i], [class*=reporter i], #meta_content span.rich_media_meta_text, #js_name ~ .rich_media_meta_text, .rich_media_meta_nickname, [class*=Byline]";

/** Byline classes, read text node by text node: joined text would glue name and date. */
function bylines(document: Document): readonly string[] {
	for (const element of allNamed(document, BYLINES)) {
		const text = textOf(element);
		if (text === "" || text.length > 300 || isInComments(element)) continue;
		const links = all(element, "a").map(textOf).filter(isName);
		if (links.length > 0 && /^(by|von|par|por|written by|作者|文)/i.test(text)) return links;
		const name = firstName(element);
		if (name !== "") return name.split(/\s+(?:and|&|und|et|y)\s+|,\s+/).filter(isName);
	}
	return [];
}

/** The first piece of text that can be a name. */
function firstName(element: Element): string {
	const pieces: string[] = [];
	const walk = (node: Node) => {
		if (isText(node)) {
			const text = squash(node.data);
			if (text !== "") pieces.push(text);
		} else if (isElement(node) && !/^(script|style|svg|time|button|img)$/.test(tagOf(node))) node.childNodes.forEach(walk);
	};
	walk(element);
	for (const piece of pieces) {
		const name = withoutBy(piece).split(/\s+(?:[|•·–—-]|on|in|at)\s+/)[0]?.trim() ?? "";
		if (isName(name) || name.split(/,\s+|\s+(?:and|&)\s+/).every((each) => isName(each))) return name;
	}
	return "";
}

const BY = /^(?:(?:[Aa]rticle |[Ww]ritten |[Pp]osted |[Ww]ords |[Ss]tory |[Tt]ext )?(?:[Bb]y|BY)|[Vv]on|[Pp]ar|[Pp]or)(?:\s*:\s*|\s+)(\p{Lu}.{1,80})$|^(?:作者\s*[:：/]?|(?:文|撰文|记者|编辑)\s*[:：/])\s*([^章字标：:]{2,20})$/u;
/** `Posted on 3 May 2024 by Marta Lindqvist`. */
const BY_AFTER_DATE = /^(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Ss]ubmitted|[Uu]pdated)?\s?(?:on\s)?[^.!?]{0,30}\d{4},?(?:\s(?:at\s)?[\d:]{4,5}(?:\s?[ap]m)?)?\s[Bb]y:?\s(\p{Lu}.{1,60})$/u;
const BY_ALONE = /^(?:(?:article |written |posted |published |words |story )?by|author|von|par|por|作者)\s*:?$/i;

/** A piece near the title that begins with "By", or the one after a lone "By". */
function spokenByline({ before, after }: NearTitle): readonly string[] {
	for (const pieces of [after, before]) {
		for (const [index, piece] of pieces.entries()) {
			if (piece.length > 120) continue;
			const following = pieces[index + 1] ?? "";
			// In a sentence something happens "by doing" it.
			const next = BY_ALONE.test(piece) && !/^\p{Ll}+ing\s/u.test(following) ? following : "";
			const match = BY.exec(piece) ?? BY_AFTER_DATE.exec(piece);
			const said = next !== "" ? next : (match?.[1] ?? match?.[2] ?? "");
			if (said === "") continue;
			const names = split(said.split(/\s+[|•·–—-]\s+|\s*\d|\s+(?:on|in|at|published|updated)\s+/i)[0] ?? "").filter(isName);
			if (names.length > 0) return names;
		}
	}
	return [];
}

/** A name of two to four words right beside the date, as many blogs set it. */
function besideDate({ before, after }: NearTitle): readonly string[] {
	for (const pieces of [after.slice(0, 14), before.slice(-8)]) {
		for (const [index, piece] of pieces.entries()) {
			if (piece.length > 60 || readDate(piece, null) === null) continue;
			// `Marta Lindqvist, 3 May 2024` in one line.
			const [name = "", ...rest] = piece.split(/\s*[,·|–—]\s+/);
			if (rest.length > 0 && readDate(rest.join(" "), null) !== null && looksLikePerson(name)) return [name];
			if (piece.length > 40) continue;
			for (const beside of [pieces[index + 1], pieces[index - 1], pieces[index + 2], pieces[index - 2]]) {
				if (beside !== undefined && looksLikePerson(beside)) return [beside];
			}
		}
	}
	return [];
}

function looksLikePerson(text: string): boolean {
	if (/[.!?]$/.test(text)) return false;
	return isName(text) && /^\p{Lu}[\p{L}'’-]+(\s+\p{Lu}\.?)?(\s+(de|van|von|der|la|di))*(\s+\p{Lu}[\p{L}'’-]+){1,2}$/u.test(text) && !NO_PERSON.test(text);
}

const NO_PERSON = /\b(read|blog|news|guide|posts?|home|min|share|team|support|products?|engineering|case|studies|learn|more|start|free|sign|open|source|all|rights|reserved|back|categories|table|contents|overview|getting|started|press|media|center|university|institute|inc|llc|company|group|machine|learning|data|science|research|the|our|your|how|what|why)\b/i;

/** A site that is named after its owner: the name looks like a person's and shares a word with the host. */
function ownerOfSite(document: Document, site: string, host: string): readonly string[] {
	const copyright = /(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){1,2})/iu.exec(squash((document.body.textContent ?? "").slice(-6000)).slice(-1500))?.[1] ?? "";
	const titles = all(document, "title").flatMap((title) => textOf(title).split(/\s+[|–—·•-]\s+/));
	const letters = host.toLowerCase().replace(/[^a-z]/g, "");
	return [site, copyright, ...titles].map((each) => each.replace(/['’]s\s.*$/, "").trim()).filter((name) => looksLikePerson(name) && name.toLowerCase().split(/\s+/).some((word) => word.length > 3 && letters.includes(word))).slice(0, 1);
}

function twitterName(meta: PageMeta): readonly string[] {
	const label = meta.first("twitter:label1");
	return /written by|author|by|verfasst/i.test(label) ? [meta.first("twitter:data1")] : [];
}

function split(names: string): readonly string[] {
	const text = withoutBy(line(names));
	if (/[;、，]|\s+(?:and|und|et|&)\s+/.test(text)) return text.split(/\s*[;、，]\s*|,?\s+(?:and|und|et|&)\s+/).flatMap((each) => (/,/.test(each) ? each.split(/,\s*/) : [each]));
	const parts = text.split(/,\s*/);
	return parts.length > 1 && parts.every((part) => isName(part) && /\s/.test(part)) ? parts : [text];
}

function withoutBy(text: string): string {
	return text.replace(/^(?:view all |all )?(?:posts|articles|more)(?: by| from)\s+/i, "").replace(/^\s*(?:(?:written|posted|published|words|story|article|reviewed|created|authored)\s+)?(?:by|von|par|por)\b[:\s]*/i, "").replace(/^(?:author|作者|文|撰文|编辑)\s*[:：/｜|]\s*/i, "").trim();
}

function isName(text: string): boolean {
	if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text) || /https?:|www\.|[@{}<>=]|\d{3,}/.test(text)) return false;
	if (text.split(/\s+/).length > 6) return false;
	return !/^(by|share|follow|posted|published|updated|last|view|read|more|comments?|view (all )?comments|\d+ comments?|reply|subscribe|home|about|contact|menu|login|sign|admin|administrator|editor|staff|author|guest|the|min|date|tweet|facebook|twitter|linkedin|email|print|in|on|and|author:|authors?|written|contributors?|see all.*|all posts.*)$/i.test(text) && !/\b(min read|ago|january|february|march|april|june|july|august|september|october|november|december|minutes?)\b/i.test(text);
}

/** What somebody does, and nobody is called. */
const WORK = /(^|[\s,-])(editors?|reporters?|correspondents?|writers?|journalists?|columnists?|contributors?|producers?|photographers?|interns?|staff)$/i;

/** `Ed Hornick, CNN`, `Ann Lee, Executive Editor`: what stands behind the comma is where or what, not who. */
function withoutEmployer(name: string, site: string, host: string): string {
	const found = /^([^,]{3,}),\s+([^,]{2,60})$/.exec(name);
	const [who, where] = [found?.[1], found?.[2]];
	if (who === undefined || where === undefined || !/\s/.test(who)) return name;
	const folded = where.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	const isHere = folded === site.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || (folded.length > 2 && host.replace(/[^\p{L}\p{N}]+/gu, "").includes(folded));
	return isHere || WORK.test(where) || /^\p{Lu}{3,6}$/u.test(where) ? who : name;
}

function clean(names: readonly string[], site: string, host: string): readonly string[] {
	const found = new Map<string, string>();
	for (const raw of names) {
		const said = line(withoutBy(raw), 100).replace(/\s*(기자|特派員|記者|记者)$/, "").replace(/^@(?=\w)/, "").replace(/[,;|]+$/, "").replace(/\s*\([^)]{0,80}\)$/, "").replace(/,\s*(ph\.?d\.?|m\.?d\.?|jr\.?)$/i, "").trim();
		const name = withoutEmployer(said, site, host);
		const isOther = (names.length > 1 && (name.toLowerCase() === site.toLowerCase() || WORK.test(name))) || name.toLowerCase() === host.replace(/^www\./, "");
		if (name.length < 2 || !/\p{L}/u.test(name) || /^https?:|^(admin|administrator|editor|staff|guest|author|none|null|undefined|unknown|anonymous)$/i.test(name) || isOther) continue;
		if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
	}
	return [...found.values()].slice(0, 60);
}
