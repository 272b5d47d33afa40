import fc from "fast-check";
import { makeAnchor, reanchor } from "../../src/text/anchor";
import { resolveQuote } from "../../src/text/resolve-quote";

/** The words a quote was found at, with how; or how it was not. */
function found(block: string, quote: string, use?: "cut"): string {
	const place = resolveQuote(block, quote, use);
	return "from" in place ? `${place.how}: ${block.slice(place.from, place.to)}` : place.how;
}

describe("a quote is found in its block", () => {
	const block = "We don’t **really** know — or [[Note|do we]]? We know it’s `x`. 我们，知道 it.";
	it.each([
		["or [[Note|do we]]?", "exact: or [[Note|do we]]?"],
		["We don't really know", "normalised: We don’t **really** know"],
		["know - or do we?", "normalised: know — or [[Note|do we]]?"],
		["we know it's x", "normalised: We know it’s `x`"],
		["我们,知道it", "normalised: 我们，知道 it"],
		["We don't real\u00adly\nknow", "normalised: We don’t **really** know"],
	])("%j", (quote, place) => {
		expect(found(block, quote)).toBe(place);
	});

	it("takes a closing mark along only with its opening one", () => {
		expect(found("the **big cat** sat", "big cat")).toBe("exact: big cat");
		expect(found("the **big** *cat* sat", "the big cat")).toBe("normalised: the **big** *cat*");
	});

	it.each([
		["We know We know", "We know", "ambiguous"],
		["we KNOW and We know", "We Know", "ambiguous"],
		["something else", "not there at all", "none"],
		["something", "", "none"],
		["something", "  ", "none"],
	])("and never guessed: %j %j", (text, quote, how) => {
		expect(found(text, quote)).toBe(how);
	});

	it("by its ends, for a cut only", () => {
		const text = "First words here and much more to the very last words. End.";
		expect(found(text, "First words … last words.", "cut")).toBe(
			"elision: First words here and much more to the very last words.",
		);
		expect(found(text, "First words … last words.")).toBe("none");
		expect(found(text, "last words … First words", "cut")).toBe("none");
	});

	it("nearly, in whole words, and marked so", () => {
		expect(found("the quick brown fox jumps over the dog", "quick brwn fox jumps")).toBe(
			"fuzzy: quick brown fox jumps",
		);
	});
});

describe("a quote of the block itself", () => {
	it("is placed where it stands or called ambiguous", () => {
		const text = fc.stringMatching(/^[a-c]{1,3}( [a-c]{1,3}){2,12}$/);
		const law = fc.property(text, fc.nat(20), fc.nat(20), (block, start, length) => {
			const quote = block.slice(start, start + length).trim();
			const place = resolveQuote(block, quote);
			if ("from" in place) expect(block.slice(place.from, place.to)).toBe(quote);
			else
				expect(quote === "" || block.indexOf(quote) !== block.lastIndexOf(quote)).toBe(
					true,
				);
		});
		fc.assert(law);
	});
});

describe("a passage in a changed note", () => {
	const note =
		"# Head\n\nFirst block about the cat.\n\nThe cat sat here. It was glad.\n\nThe end of it all.";
	const block = { from: note.indexOf("The cat sat"), to: note.indexOf("\n\nThe end") };
	const at = note.indexOf("It was glad");
	const anchor = makeAnchor(note, { from: at, to: at + 11 }, block);

	it("is found with its block, wherever that moved", () => {
		const moved = "The cat sat here. It was glad.\n\n# Head\n\nNew.";
		expect(reanchor(moved, anchor)?.from).toBe(18);
	});

	it("is found by what stands around it when its block changed", () => {
		const changed = note.replace("sat here", "sat there");
		expect(reanchor(changed, anchor)?.from).toBe(changed.indexOf("It was glad"));
	});

	it("is gone when its words are", () => {
		expect(reanchor(note.replace("glad", "sad"), anchor)).toBeNull();
	});

	it("is not guessed between two places alike", () => {
		const twice = `${note}\n\n${note}`;
		expect(reanchor(twice, anchor)).toBeNull();
	});
});
