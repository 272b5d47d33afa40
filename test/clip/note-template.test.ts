import fc from "fast-check";
import type { ClipFacts } from "../../src/clip/note-properties";
import { fillTemplates, templateValues, type Templates } from "../../src/clip/note-template";

const FACTS: ClipFacts = { title: "Chaff: what the wind takes", url: "https://a.example/", authors: ["Ines Marlow", "Bo"], published: "2025-03-04T10:00:00Z", description: "", site: "Mill notes", publication: "", language: "en", kind: "article", isPrimary: false, doi: "", arxiv: "", capture: "full", captureNote: "", words: 9 };
const fill = (templates: Partial<Templates>, facts: Partial<ClipFacts> = {}, category = "Cleaning") =>
	fillTemplates({ name: "{{title}}", folder: "{{category}}", properties: "", ...templates }, templateValues({ ...FACTS, ...facts }, { category, project: "Grain", created: "2026-11-25T09:00:00" }));

describe("templates of a note", () => {
	it("name it by what the page says", () => {
		expect(fill({ name: "{{author}} ({{year}}) - {{title}}" }).name).toBe("Ines Marlow (2025) - Chaff: what the wind takes");
	});

	it("leave no trace of what the page does not say", () => {
		expect(fill({ name: "{{author}} ({{year}}) - {{title}}" }, { authors: [], published: "" }).name).toBe("Chaff: what the wind takes");
		expect(fill({ name: "{{author}}" }, { authors: [] }).name).toBe("Chaff: what the wind takes");
	});

	it("show a slip instead of hiding it", () => expect(fill({ name: "{{tilte}} a" }).name).toBe("{{tilte}} a"));

	it("make folders, none for what is empty, never a way out", () => {
		expect(fill({ folder: "{{year}}/{{category}}" }).folders).toEqual(["2025", "Cleaning"]);
		expect(fill({ folder: "{{category}}" }, {}, "").folders).toEqual([]);
		expect(fill({ folder: "../../{{site}}" }, { site: "../a/b" }).folders).toEqual(["a b"]);
	});

	it("add properties of the person's own, typed, and touch none of ours", () => {
		const { properties } = fill({ properties: "reviewed: false\nrating: 3\nfrom: {{site}}\ntags: llm, {{kind}}, two words\nsource: other\nStatus: kept\nno value:\nempty: {{language}}\n" }, { language: "" });
		expect(properties).toEqual({ reviewed: false, rating: 3, from: "Mill notes", tags: ["llm", "article", "two-words"] });
	});

	it("take nothing that a page says for a template, a line or a path", () => {
		const hostile = "{{author}}\nstatus: kept\n../x";
		expect(fill({ properties: "from: {{site}}" }, { site: hostile }).properties).toEqual({ from: "{{author}} status: kept ../x" });
	});

	it("law: a folder's name is one name, safe anywhere", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string(), (site, template) => {
				for (const folder of fill({ folder: `${template}/{{site}}` }, { site }).folders) {
					expect(folder).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$|^$/u);
				}
			}),
		);
	});
});
