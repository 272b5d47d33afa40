import { all } from "../../src/clip/elements";
import { measure } from "../../src/clip/measure";
import { allNamed, noteNames } from "../../src/clip/page-names";

const page = (body: string) => new DOMParser().parseFromString(`<!doctype html><body>${body}</body>`, "text/html");
const lists = [".post.has-profile, div.post[id^=p], .body:not(.post .body)", "[class*=byline i], #main > [id*='Thread'] .row, [itemtype*='schema.org/Question']", "[class~=date], time"];

describe("allNamed", () => {
	const document = page('<div id="main"><div id="p1" class="post Byline-row"><p class="body row">A</p></div><i id="aThread"><b class="row">C</b></i></div><p class="body">B</p><div itemtype="https://schema.org/Question"></div><time>now</time>');

	it.each(lists)("finds what the whole list %s finds, in page order", (list) => {
		noteNames(document);
		expect(all(document, list).length).toBeGreaterThan(0);
		expect(allNamed(document, list)).toEqual(all(document, list));
	});

	it("finds nothing where the page has none of the names", () => {
		noteNames(document);
		expect(allNamed(document, ".vcard, [class*=comment i]")).toEqual([]);
	});

	it("asks for the whole list where no names are noted", () => {
		const other = page('<p class="vcard">Ann</p>');
		expect(allNamed(other, ".vcard")).toHaveLength(1);
	});
});

describe("measures of a page from which something went", () => {
	it("are those that a new reading gives", () => {
		const document = page(`<main><section id="a"><p>${"word ".repeat(40)}<a href="/x">${"link ".repeat(9)}</a></p><p id="b">${"more ".repeat(30)}</p></section><aside><p>${"side ".repeat(20)}</p></aside></main>`);
		const before = done(measure(document.body));
		for (const id of ["b", "a"]) before.remove(all(document, `#${id}`)[0] ?? document.body);
		const [again, anew] = [done(before.again(null)), done(measure(document.body))];
		for (const element of all(document, "body, main, aside, p")) for (const part of ["text", "links", "good", "inner"] as const) expect(again[part](element)).toBe(anew[part](element));
	});
});

function done<T>(steps: Generator<undefined, T, undefined>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}
