/** What a reader selected on a page, as the bookmarklet sends it. */
export type Selection = Readonly<{ title: string; html: string }>;

/** What a link from outside asks for. Nothing of it was seen by the person yet. */
export type LinkRequest = Readonly<{ url: string; selection: Selection | null; isTooLong: boolean }>;

/** Longest link an operating system hands over whole, with room for the address. */
const MAX_SENT = 24_000;
/** Longest selection that is taken from a link, whoever made it. */
const MAX_SELECTION = 200_000;

/** Reads the parameters of `obsidian://winnow?…`. Whoever can make the person click can send anything here. */
export function parseLinkRequest(params: Readonly<Record<string, unknown>>): LinkRequest {
	const text = (name: string): string => {
		const value = params[name];
		return typeof value === "string" ? value : "";
	};
	const html = text("selection");
	const isTooLong = html.length > MAX_SELECTION || text("long") !== "";
	const selection = html === "" || isTooLong ? null : { title: text("title").slice(0, 500), html };
	return { url: text("url").slice(0, 4096), selection, isTooLong };
}

/** A page that holds the selection alone; relative links start from the page's address. */
export function selectionPage({ title, html }: Selection): string {
	const words = title.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
	return `<!doctype html><html><head><title>${words}</title></head><body><article>${html}</article></body></html>`;
}

/**
 * A bookmark for the browser that shows the page, and what is selected on it, on the clip sheet. A long selection goes
 * as plain text; one that is longer still is not sent, and the sheet says so.
 */
export const BOOKMARKLET = `javascript:${encodeURI(
	`(()=>{const e=encodeURIComponent,s=getSelection(),d=document.createDocumentFragment();for(let i=0;i<s.rangeCount;i++)d.append(s.getRangeAt(i).cloneContents());` +
		`let h=e(new XMLSerializer().serializeToString(d));if(h.length>${MAX_SENT})h=e("<p>"+s.toString().replace(/[&<]/g,c=>"&#"+c.charCodeAt(0)+";").replace(/\\n+/g,"</p><p>"));` +
		`location.href="obsidian://winnow?url="+e(location.href)+"&title="+e(document.title)+(h.length>${MAX_SENT}?"&long=1":h?"&selection="+h:"")})()`,
).replaceAll("#", "%23")}`;
