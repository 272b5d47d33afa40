import { markChoices } from "../../src/publish/mark-choices";
import { MARK_KINDS } from "../../src/text/marks";

const choices = (query: string, name = (kind: string): string => kind) =>
	markChoices(query, name, MARK_KINDS).map(({ kind, words }) => (words === "" ? kind : `${kind}: ${words}`));

describe("marking a weak spot from the editor", () => {
	it("offers every kind before anything is typed", () => {
		expect(choices("  ")).toEqual(["unclear", "dull", "check", "cut", "gap"]);
	});

	it("finds a kind by its first letters, also in the person's language", () => {
		expect(choices("CU")).toEqual(["cut"]);
		expect(choices("枯", (kind) => (kind === "dull" ? "枯燥" : "别的"))).toEqual(["dull"]);
	});

	it("takes all else as the person's own words, under any kind", () => {
		expect(choices(" who says so? ")[2]).toBe("check: who says so?");
	});
});
