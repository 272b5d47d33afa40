import { hasBrokenLetters, wallOf } from "../../src/clip/wall-page";
import { article, parse } from "./works";

const page = (title: string, body: string) => parse(`<html><head><title>${title}</title></head><body>${body}</body></html>`);

describe("a page that stands before another", () => {
	it.each([
		["robots", page("One moment", "<h1>Verify you are human</h1>")],
		["login", page("Reader", '<h1>Welcome back</h1><form><input type="password"></form>')],
		["not-found", page("Oops", "<h1>Page not found</h1><p>Try the search.</p>")],
		["scripts", page("App", "<div>You need to enable JavaScript to run this.</div>")],
		["not-found", page("提示", "<h1>页面不存在</h1>")],
	] as const)("%s", (wall, document) => {
		expect(wallOf(document)).toBe(wall);
	});

	it("is none where a text only speaks of one", () => {
		const long = article("404: page not found, a history", "", "<p>More words about it. </p>".repeat(60));
		expect(wallOf(parse(long))).toBeNull();
		expect(wallOf(page("A note", "<h1>On sieves</h1><p>Access denied was all it said, and so I built one myself out of wire and patience.</p>"))).not.toBe("login");
	});

	it("letters of a wrong encoding are seen, accents are not taken for them", () => {
		expect(hasBrokenLetters("ÖÐÎÄÎÄÕÂÖÐ")).toBe(true);
		expect(hasBrokenLetters("na\ufffdve \ufffd \ufffd")).toBe(true);
		expect(hasBrokenLetters("Über naïve Élèves à la crème brûlée, ¿señor?")).toBe(false);
	});
});
