import { leaveTray } from "../../src/outline/leave-tray";

const card = (id: string, file: string, more = "") =>
	`\t\t{"id":"${id}","type":"file","file":"${file}","x":10,"y":${id === "a" ? 10 : 300},"width":200,"height":100${more}}`;
const canvas = (cards: readonly string[], edges = "") =>
	`{\n\t"nodes":[\n\t\t{"id":"t","type":"group","x":0,"y":0,"width":400,"height":900,"label":"Unassigned","winnow":{"tray":true}},\n${cards.join(",\n")}\n\t],\n\t"edges":[${edges}]\n}`;

describe("a note that got a section", () => {
	it("leaves the tray, and nothing else changes", () => {
		const before = canvas([card("a", "A.md"), card("b", "B.md")]);
		expect(leaveTray(before, ["A.md"])).toBe(canvas([card("b", "B.md")]));
	});

	it.each([
		["an edge", canvas([card("a", "A.md"), card("b", "B.md")], '{"id":"e","fromNode":"a","toNode":"b"}')],
		["a colour", canvas([card("a", "A.md", ',"color":"4"'), card("b", "B.md")])],
	])("stays in the tray where the author gave its card %s", (_, text) => {
		expect(leaveTray(text, ["A.md"])).toBe(text);
	});
});
