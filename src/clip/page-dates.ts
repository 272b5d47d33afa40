import { all, attribute, follows, squash, tagOf, textOf } from "./elements";
import { textIn, worksIn, type JsonLd } from "./json-ld";
import type { NearTitle } from "./near-title";
import type { PageMeta } from "./page-meta";
import { allNamed } from "./page-names";

/** When the work was published, ISO 8601: a day, or a time with the page's own zone. Null where the page does not say. */
export function pagePublished(document: Document, region: Element | null, meta: PageMeta, data: JsonLd, near: NearTitle, url: string, language: string | null): string | null {
	const read = (text: string) => readDate(text, language);
	const sources: readonly (() => readonly string[])[] = [
		() => [meta.first("citation_publication_date", "citation_date", "citation_online_date")],
		() => worksIn(data).map((node) => textIn(node["datePublished"])).filter((each) => each !== ""),
		() => [meta.first("article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "sailthru.date", "parsely-pub-date", "date", "dcterms.date", "article.published", "published-date", "release_date")],
		() => worksIn(data).flatMap((node) => [textIn(node["dateCreated"]), textIn(node["uploadDate"])]).filter((each) => each !== ""),
		() => all(document, "[itemprop~=datePublished], [itemprop~=dateCreated]").map((element) => attribute(element, "datetime") || attribute(element, "content") || textOf(element)),
		() => timesNear(document, region),
		() => allNamed(document, DATE_NAMES).filter((element) => !isAround(element)).map(textOf).filter((text) => text.length > 5 && text.length < 120),
		() => datesNear(near),
		() => [dateInUrl(url)],
		() => datesInScripts(document),
		() => [meta.first("article:modified_time", "og:updated_time", "last-modified"), ...worksIn(data).map((node) => textIn(node["dateModified"]))],
	];
	for (const source of sources) {
		for (const text of source()) {
			const date = read(text);
			if (date !== null) return date;
		}
	}
	return null;
}

const DATE_NAMES = "[class*=publish i], [class*=posted-on i], [class*=post-date i], [class*=entry-date i], [class*=article-date i], [class*=pubdate i], [class*=timestamp i], [class~=date], [id*=publish_time], [class*=dateline i], [class*=date-time i], [class*=post__date], [class*=postdate i], [class*=meta__date], [class*=meta-date]";

function isAround(element: Element): boolean {
	for (let parent: Element | null = element; parent !== null && !/^(body|main|html)$/.test(tagOf(parent)); parent = parent.parentElement) {
		if (/comment|sidebar|related|recommend|widget|reply|footer|teaser/i.test(`${attribute(parent, "class")} ${attribute(parent, "id")}`) && textOf(parent).length < 20000) return true;
	}
	return false;
}

/** `time` elements outside comments; those said to be of publication first, then the one nearest after the heading. */
function timesNear(document: Document, region: Element | null): readonly string[] {
	const times = all(document, "time[datetime], time[pubdate], relative-time[datetime], abbr.published[title], abbr[data-utime]").filter((time) => !isAround(time));
	const stated = times.filter((time) => time.hasAttribute("pubdate") || /publish|entry-date|dt-published|pubdate|post-date/i.test(attribute(time, "class")));
	const heading = all(document, "h1")[0];
	const near = times.filter((time) => heading === undefined || follows(heading, time) || region?.contains(time) === true);
	return [...stated, ...near, ...times].map((time) => attribute(time, "datetime") || attribute(time, "title") || textOf(time));
}

const FIRST_PAGES = "1993";

/** Dates in the text around the title, those after it first. A date of an update counts only where there is no other. */
function datesNear(near: NearTitle): readonly string[] {
	const found: string[] = [];
	const updated: string[] = [];
	for (const pieces of [near.after, near.before]) {
		pieces.forEach((piece, index) => {
			if (!/\d/.test(piece) || piece.length > 160) return;
			// Day, month and year may be pieces of their own.
			const text = readDate(piece, null) !== null ? piece : pieces.slice(index, index + 3).join(" ");
			const date = text.length > 200 ? null : readDate(text, null);
			// Older than any web page: the text is about that day.
			if (date === null || date < FIRST_PAGES) return;
			const isUpdate = /updated|modified|edited|revised|更新/i.test(`${pieces[index - 1] ?? ""} ${piece}`) && !/publish/i.test(piece);
			(isUpdate ? updated : found).push(text);
		});
	}
	return [...found, ...updated];
}

/** Pages drawn by scripts keep the date in their data. */
function datesInScripts(document: Document): readonly string[] {
	const name = /["']?\b(?:datePublished|publishedAt|published_at|publish_time|publishTime|publishDate|createTime|created_at)["']?\s*[:=]\s*["']?([^"',;}<]{8,40})/;
	return all(document, "script:not([src])").map((script) => name.exec((script.textContent ?? "").slice(0, 300_000))?.[1] ?? "").filter((each) => each !== "");
}

function dateInUrl(url: string): string {
	const match = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)/.exec(url);
	return match === null ? "" : `${match[1] ?? ""}-${match[2] ?? ""}-${match[3] ?? ""}`;
}

const MONTHS: readonly RegExp[] = [
	/^(jan|janv|januar|janeiro|ene|enero|gen|янв)/, /^(feb|fév|fev|févr|febr|фев)/, /^(mar|mär|mrz|märz|мар)/, /^(apr|avr|abr|апр)/, /^(may|mai|mayo|maio|mag|мая|май)/, /^(jun|juin|июн)/, /^(jul|juil|июл)/, /^(aug|août|aou|ago|авг)/, /^(sep|set|сен)/, /^(oct|okt|out|ott|окт)/, /^(nov|ноя)/, /^(dec|dez|déc|dic|дек)/,
];

/** Reads the first date in a text. `02-12-2025` and dots are day first; slashes are month first unless the language says otherwise. */
export function readDate(text: string, language: string | null): string | null {
	const source = squash(text).slice(0, 300);
	if (source === "") return null;
	const iso = /(?:^|[^\d])((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(source);
	if (iso !== null) return build(iso[1], iso[2], iso[3], iso[0].includes(":") ? timeOf(iso) : "");
	const cjk = /((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/.exec(source);
	if (cjk !== null) return build(cjk[1], cjk[2], cjk[3], "");
	const yearFirst = /(?:^|[^\d])((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(source);
	if (yearFirst !== null) return build(yearFirst[1], yearFirst[2], yearFirst[3], "");
	const named = monthNamed(source);
	if (named !== null) return named;
	const numeric = /(?:^|[^\d])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(source);
	if (numeric !== null) {
		const isMonthFirst = numeric[2] === "/" && (language === null || /^en(-us)?$|^en-(ca|ph)$/i.test(language)) && Number(numeric[1]) <= 12;
		return isMonthFirst ? build(numeric[4], numeric[1], numeric[3], "") : build(numeric[4], numeric[3], numeric[1], "");
	}
	const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(source);
	if (compact !== null) return build(compact[1], compact[2], compact[3], "");
	const seconds = /^\d{10}(\d{3})?$/.exec(source);
	if (seconds !== null) return new Date(Number(source) * (seconds[1] === undefined ? 1000 : 1)).toISOString();
	return null;
}

function monthNamed(source: string): string | null {
	const lower = source.toLowerCase();
	const dayFirst = /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th|\.|er)?[\s-]+(?:de\s+|of\s+)?([\p{L}]{3,10})\.?,?[\s-]+(?:de\s+)?((?:19|20)\d\d)/u.exec(lower);
	if (dayFirst !== null) {
		const month = monthOf(dayFirst[2]);
		if (month !== null) return build(dayFirst[3], String(month), dayFirst[1], "");
	}
	for (const match of lower.matchAll(/([\p{L}]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?((?:19|20)\d\d)/gu)) {
		const month = monthOf(match[1]);
		if (month !== null) return build(match[3], String(month), match[2], "");
	}
	// `Tue Apr 03 16:27:12 2024`, as servers and mailing lists write it.
	const server = /([a-z]{3})\s+(\d{1,2})\s+\d\d:\d\d(?::\d\d)?\s+(?:[a-z]{2,5}\s+)?((?:19|20)\d\d)/.exec(lower);
	const month = server === null ? null : monthOf(server[1]);
	return server === null || month === null ? null : build(server[3], String(month), server[2], "");
}

function monthOf(word: string | undefined): number | null {
	const index = MONTHS.findIndex((month) => month.test(word ?? ""));
	return index === -1 ? null : index + 1;
}

function timeOf(iso: RegExpExecArray): string {
	const zone = (iso[7] ?? "").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
	return iso[4] === undefined ? "" : `T${iso[4]}:${iso[5] ?? "00"}:${iso[6] ?? "00"}${zone}`;
}

/** What an element says in attributes about when: tools for hints keep the whole date there. "" for nothing. */
export function saidDate(element: Element): string {
	const said = attribute(element, "datetime") || attribute(element, "title");
	if (said !== "") return said;
	// Only leaves carry hints of this kind, and asking every element of a page for all its attributes is slow.
	if (element.firstElementChild !== null || (element.firstChild?.nodeValue ?? "").length > 40) return "";
	const name = element.getAttributeNames().find((each) => each.startsWith("data-") && /^(?:19|20)\d\d-\d\d-\d\d/.test(attribute(element, each)));
	return name === undefined ? "" : attribute(element, name);
}

function build(year: string | undefined, month: string | undefined, day: string | undefined, time: string): string | null {
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	if (!(y >= 1900 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
	return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}${time}`;
}
