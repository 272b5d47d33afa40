import fc from "fast-check";
import { fileName, foldName, NAME_BYTES } from "../../src/vault/file-name";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("a title as a file name", () => {
	it.each([
		["On scaling", "On scaling.md"],
		["AC/DC: Live?", "AC DC Live.md"],
		["../../etc/passwd", "etc passwd.md"],
		["..hidden", "hidden.md"],
		["ends. . ", "ends.md"],
		["con", "_con.md"],
		["LPT1.txt", "_LPT1.txt.md"],
		["[[Secret]]#^a|b", "Secret a b.md"],
		["50%% off %%%", "50% off %.md"],
		["e\u0301te\u0301", "\u00e9t\u00e9.md"],
		["a\u202eb\u200bc\ufeff", "abc.md"],
		["\ud800broken", "broken.md"],
		["👩‍👩‍👧 family", "👩‍👩‍👧 family.md"],
		["می‌خواهم", "می‌خواهم.md"],
		["", "Untitled.md"],
		["???", "Untitled.md"],
	])("%j is %j", (title, name) => {
		expect(fileName(title, [])).toBe(name);
	});

	it("is cut between graphemes, by bytes", () => {
		const name = fileName("漢字".repeat(80) + "👩‍👩‍👧", []);
		expect(bytes(name)).toBeLessThanOrEqual(NAME_BYTES);
		expect(name).toMatch(/^[漢字]+\.md$/u);
		expect(fileName("👩‍👩‍👧".repeat(20), [])).toMatch(/^(👩‍👩‍👧)+\.md$/u);
	});

	it("of one grapheme longer than a name may be is still a name", () => {
		const name = fileName(`a${"\u0301".repeat(200)}`, []);
		expect(bytes(name)).toBeLessThanOrEqual(NAME_BYTES);
		expect(name.length).toBeGreaterThan(3);
	});

	it("never equals a name that is there, on any disk", () => {
		expect(fileName("Été", ["e\u0301te\u0301.MD"])).toBe("Été 2.md");
		expect(fileName("a", ["A.md", "a 2.md"])).toBe("a 3.md");
	});

	it("follows its rules whatever the title", () => {
		const title = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.string({ unit: fc.constantFrom(..."./\\:%[]#^| con\u200d\u0301\ud83d\ude00漢") }),
		);
		const law = fc.property(title, fc.array(title, { maxLength: 3 }), (words, others) => {
			const taken: string[] = [];
			for (const other of [...others, words]) {
				const name = fileName(other, taken);
				expect(name).toMatch(/^[^\s.].*\.md$/u);
				expect(name).not.toMatch(/[<>:"/\\|?*#^[\]\p{Cc}]|%%|\s\.md$|\.\.md$/u);
				expect(name).toBe(name.normalize("NFC"));
				expect(bytes(name)).toBeLessThanOrEqual(NAME_BYTES);
				expect(taken.map(foldName)).not.toContain(foldName(name));
				taken.push(name);
			}
		});
		fc.assert(law, { numRuns: 2000 });
	});
});
