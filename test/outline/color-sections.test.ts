import { parseCanvas } from "../../src/outline/canvas-document";
import { colorSections } from "../../src/outline/color-sections";
import { coverage } from "../../src/outline/coverage";
import { readOutline } from "../../src/outline/outline";
import { source } from "./sources";

const kept = new Map([source("A.md", { isPrimary: true }), source("B.md")].map((each) => [each.path, each]));

function colored(text: string) {
	const canvas = parseCanvas(text);
	if (!canvas.ok) throw new Error(canvas.error.kind);
	const covered = coverage(readOutline(canvas.value), [], (path) => kept.get(path) ?? null);
	return colorSections(canvas.value, covered);
}

const group = (id: string, y: number, color: string) =>
	`{"id":"${id}","type":"group","label":"${id}","x":0,"y":${y},"width":400,"height":100${color}}`;
const card = (id: string, file: string, x: number, y: number) =>
	`{"id":"${id}","type":"file","file":"${file}","x":${x},"y":${y + 10},"width":90,"height":80}`;
const canvas = (groups: readonly string[], cards: readonly string[]) =>
	`{"nodes":[\n${[...groups, ...cards].join(",\n")}\n],"edges":[],"own": 1}`;

describe("colors by coverage", () => {
	const cards = [card("a", "A.md", 0, 0), card("b", "B.md", 100, 0), card("a2", "A.md", 0, 200)];

	it("are green, yellow and orange for enough, thin and none, and nothing else of the file changes", () => {
		const text = canvas([group("good", 0, ""), group("thin", 200, ""), group("bare", 400, "")], cards);
		const want = canvas(
			[group("good", 0, ',"color":"4"'), group("thin", 200, ',"color":"3"'), group("bare", 400, ',"color":"2"')],
			cards,
		);
		expect(colored(text)).toEqual({ text: want, count: 3 });
	});

	it("follow the coverage, and leave a color of the person's own", () => {
		const text = canvas([group("good", 0, ',"color":"2"'), group("thin", 200, ',"color":"#ff0000"'), group("bare", 400, ',"color":"6"')], cards);
		const want = text.replace('"color":"2"', '"color":"4"');
		expect(colored(text)).toEqual({ text: want, count: 1 });
	});

	it("say nothing a second time", () => {
		const once = colored(canvas([group("good", 0, "")], cards))?.text ?? "";
		expect(colored(once)).toEqual({ text: once, count: 0 });
	});
});
