import { safeSvg } from "../../src/clip/safe-svg";

const xml = {
	parse: (text: string) => new DOMParser().parseFromString(text, "image/svg+xml"),
	print: (document: Document) => new XMLSerializer().serializeToString(document),
};
const svg = (inner: string, more = ""): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${more}>${inner}</svg>`;
const safe = (text: string): string | null => safeSvg(text, xml);

describe("a drawing", () => {
	it("keeps what draws", () => {
		const drawing = svg('<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><style>.a { fill: url(#g) }</style><path class="a" d="M0 0h9" style="stroke: red"/><use href="#g"/><text x="1">Loss</text><animate attributeName="x" to="3"/><image href="data:image/png;base64,AA=="/>');
		const clean = safe(drawing) ?? "";
		for (const part of ["linearGradient", "fill: url(#g)", 'd="M0 0h9"', "stroke: red", 'href="#g"', ">Loss<", "animate", "data:image/png"]) expect(clean).toContain(part);
	});

	it.each([
		["a script", "<script>alert(1)</script>"],
		["a script of another kind", '<script xlink:href="data:text/javascript,alert(1)"/>'],
		["an event", '<path onload="alert(1)" d="M0 0"/>'],
		["a handler", '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>'],
		["an address that runs", '<use href="javascript:alert(1)"/>'],
		["a link out, which keeps its words", '<a xlink:href="https://evil.example/"><text>words</text></a>'],
		["an animation that sets an address", '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>'],
		["an animation that sets an event", '<animate attributeName="onclick" to="alert(1)"/>'],
		["a picture from the web", '<image href="https://evil.example/p.png"/>'],
		["a drawing within", '<image href="data:image/svg+xml;base64,AA=="/>'],
		["CSS that loads", "<style>@import 'https://evil.example/x.css';</style>"],
		["CSS that loads by an escape", "<style>a{fill:\\75rl(https://evil.example/)}</style>"],
		["a fill that loads", '<path fill="url(https://evil.example/f#a)"/>'],
		["a style that loads", '<path style="fill:url(//evil.example/f)"/>'],
		["elements of HTML", '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>'],
	])("loses %s", (_, inner) => {
		const clean = safe(svg(`${inner}<rect width="3"/>`)) ?? "";
		expect(clean).toContain('<rect width="3"');
		expect(clean).not.toMatch(/alert|evil|<script|@import|svg\+xml|handler/);
		if (inner.includes("words")) expect(clean).toContain(">words<");
	});

	it("loses events and instructions of its root too", () => {
		const clean = safe(`<?xml-stylesheet href="https://evil.example/x.css"?>${svg("<rect/>", 'onload="alert(1)"')}`) ?? "";
		expect(clean).not.toMatch(/alert|evil/);
	});

	it.each([
		["is broken", "<svg xmlns='http://www.w3.org/2000/svg'><path"],
		["declares entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("<text>&a;</text>")}`],
		["draws its words with HTML", svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Loss</p></foreignObject>')],
		["is something else", "<html xmlns='http://www.w3.org/1999/xhtml'/>"],
	])("is refused where it %s", (_, text) => expect(safe(text)).toBeNull());
});
