import { runInNewContext } from "node:vm";
import { BOOKMARKLET, parseLinkRequest } from "../../src/clip/selection";

/** Where the bookmark leads on a page with this body, all of it selected or nothing. */
function follow(body: string, isSelected: boolean): URL {
	const page = new DOMParser().parseFromString(`<title>On husks</title><body>${body}</body>`, "text/html");
	const range = page.createRange();
	range.selectNodeContents(page.body);
	const getSelection = () => ({ rangeCount: isSelected ? 1 : 0, getRangeAt: () => range, toString: () => page.body.textContent });
	const location = { href: "https://mill.example/husks?a=1#b" };
	const code = decodeURI(BOOKMARKLET.replaceAll("%23", "#").replace(/^javascript:/, ""));
	runInNewContext(code, { document: page, getSelection, location, XMLSerializer, encodeURIComponent });
	return new URL(location.href);
}

const asked = (link: URL) => parseLinkRequest(Object.fromEntries(link.searchParams));

describe("the bookmarklet", () => {
	it("carries what is selected, with its links and letters", () => {
		const { url, selection } = asked(follow('<p>Husks &amp; <a href="/oats">oats</a> 谷壳</p><p></p>', true));
		expect(url).toBe("https://mill.example/husks?a=1#b");
		expect(selection?.title).toBe("On husks");
		const again = new DOMParser().parseFromString(selection?.html ?? "", "text/html");
		expect(again.body.textContent).toBe("Husks & oats 谷壳");
		expect(again.querySelector("a")?.getAttribute("href")).toBe("/oats");
	});

	it("asks for the page alone where nothing is selected", () => {
		expect(asked(follow("<p>Husks</p>", false))).toEqual({ url: "https://mill.example/husks?a=1#b", selection: null, isTooLong: false });
	});

	it("sends a long selection as text, and says where even that is too long", () => {
		const long = asked(follow(`<p><b>${"<i>a</i>".repeat(4000)}</b></p>`, true));
		expect(long.selection?.html).toBe(`<p>${"a".repeat(4000)}`);
		expect(asked(follow(`<p>${"husk ".repeat(9000)}</p>`, true))).toMatchObject({ selection: null, isTooLong: true });
	});
});
