import { stackExchangeQuestion } from "./stack-exchange-address";

/** How the answer of an address is read. */
export type Reader = "page" | "repository" | "hacker-news" | "reddit" | "stack-exchange" | "notebook" | "text";

/** One place where a work may be had. `isPart`: only a part of the work stands there. */
export type Step = Readonly<{ url: string; reader: Reader; isPart: boolean }>;

/** Where a work is looked for, best first; the last is the address itself. Rules by ids, from public interfaces. */
export function stepsFor(link: string): readonly Step[] {
	const url = new URL(link);
	const host = url.hostname.replace(/^www\./, "");
	const names = url.pathname.split("/").filter((name) => name !== "");
	const [owner, name, kind] = names;
	if (host === "github.com" && owner !== undefined && name !== undefined) {
		if (names.length === 2) {
			const repository = name.replace(/\.git$/, "");
			return [step(`https://api.github.com/repos/${owner}/${repository}`, "repository"), step(link, "page")];
		}
		if (kind === "blob" && /\.(ipynb|md|txt)$/i.test(url.pathname)) {
			const raw = `https://raw.githubusercontent.com/${owner}/${name}/${names.slice(3).join("/")}`;
			return [step(raw, readerOfFile(raw) ?? "text"), step(link, "page")];
		}
	}
	const item = url.searchParams.get("id") ?? "";
	if (host === "news.ycombinator.com" && url.pathname === "/item" && /^\d+$/.test(item))
		return [step(`https://hn.algolia.com/api/v1/items/${item}`, "hacker-news"), step(link, "page")];
	if (/^((old|new|np|sh)\.)?reddit\.com$/.test(host) && names.includes("comments")) {
		const path = url.pathname.replace(/\/+$/, "");
		return [step(`https://www.reddit.com${path}.json?limit=200&raw_json=1`, "reddit"), step(link, "page")];
	}
	const question = stackExchangeQuestion(link);
	// The page first: it needs no quota, and knows more.
	if (question !== null) return [step(link, "page"), step(question, "stack-exchange")];
	return [step(link, readerOfFile(link) ?? "page")];
}

function step(url: string, reader: Reader): Step {
	return { url, reader, isPart: false };
}

function readerOfFile(link: string): Reader | null {
	const { pathname } = new URL(link);
	if (/\.ipynb$/i.test(pathname)) return "notebook";
	return /\.(md|markdown|txt)$/i.test(pathname) ? "text" : null;
}
