import fc from "fast-check";
import { applyEdits, invertEdits, sortEdits, type Edit } from "../../src/text/edit";

/** A text and edits of it that lie apart. */
const textAndEdits = fc.string({ maxLength: 60 }).chain((text) =>
	fc
		.array(fc.tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 6 })), {
			maxLength: 8,
		})
		.map((list) => {
			const edits: Edit[] = [];
			for (const [from, length, words] of [...list].sort((a, b) => a[0] - b[0])) {
				if (from > (edits.at(-1)?.to ?? -1))
					edits.push({ from, to: Math.min(text.length, from + length), text: words });
			}
			return { text, edits };
		}),
);

describe("edits", () => {
	it("can always be taken back", () => {
		const law = fc.property(textAndEdits, ({ text, edits }) => {
			expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
		});
		fc.assert(law);
	});

	it("give the same text one after the other, from the end", () => {
		const law = fc.property(textAndEdits, ({ text, edits }) => {
			const oneByOne = [...edits]
				.reverse()
				.reduce((now, edit) => applyEdits(now, [edit]), text);
			expect(applyEdits(text, sortEdits(edits))).toBe(oneByOne);
		});
		fc.assert(law);
	});
});
