import fc from "fast-check";
import { anchorOf, passagePlace } from "../../src/understand/passage-place";

const at = (text: string, passage: string, anchor: Parameters<typeof passagePlace>[2] = null) => {
	const place = passagePlace(text, passage, anchor);
	return place === null ? null : text.slice(0, place.from).length + ":" + text.slice(place.from, place.to);
};

describe("the place of a passage", () => {
	const twice = "First the same words here.\n\nThen again the same words there.\n";
	const second = twice.lastIndexOf("the same words");
	const anchor = anchorOf(twice, { from: second, to: second + "the same words".length });

	it("is the one that was selected, where the words stand twice", () => {
		expect(at(twice, "the same words", anchor)).toBe(`${String(second)}:the same words`);
	});

	it("moves along with what is written above", () => {
		expect(at(`Something new.\n\n${twice}`, "the same words", anchor)).toBe(`${String(second + 16)}:the same words`);
	});

	it("is found by words that were copied from the rendered page", () => {
		expect(at("---\na: b\n---\nIt says *why* it **won** there.\n", "why it won")).toMatch(/:why\* it \*\*won\*\*$/);
		expect(at("他说“==很好==”，于是留下。\n", "他说“很好”")).toMatch(/他说“==很好/);
	});

	it("is none where the words are gone, or there are none", () => {
		expect(at("Other text.\n", "the same words", anchor)).toBeNull();
		expect(at("Other text.\n", "")).toBeNull();
	});

	it("is where it was selected, while the text stands", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("a", "b", "中", " ", "\n", "*"), minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
				const [from, to] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
				fc.pre(from < to);
				const words = text.slice(from, to);
				const place = passagePlace(text, words, anchorOf(text, { from, to }));
				const isOnce = text.indexOf(words) === text.lastIndexOf(words);
				expect(place === null ? null : text.slice(place.from, place.to)).toBe(words);
				if (isOnce) expect(place).toEqual({ from, to });
			}),
		);
	});
});
