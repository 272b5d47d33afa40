import { changeGroups, changeWords } from "../../src/refine/change-groups";
import { judged } from "./demo";

describe("the words of a change", () => {
	it("are the whole turn and what it becomes, not word by word", () => {
		const one = judged({ q: "In order to understand", r: "To understand" });
		expect(changeWords(one)).toEqual([{ gone: "In order to", come: "To" }]);
	});

	it("are whole words also where only a capital is set", () => {
		const one = judged({ q: "In order to understand", r: "Understand" });
		expect(changeWords(one)).toEqual([{ gone: "In order to understand", come: "Understand" }]);
	});

	it("stand apart where words of the author stay between", () => {
		const text = "really quite far away from all of that, actually";
		const changes = [
			{ from: 0, to: 7, text: "" },
			{ from: 38, to: 48, text: "" },
		];
		expect(changeGroups(text, changes)).toHaveLength(2);
	});

	it("go together over a single word, also in Chinese", () => {
		const groups = changeGroups("事实上的我们其实", [
			{ from: 0, to: 3, text: "" },
			{ from: 4, to: 6, text: "咱" },
			{ from: 7, to: 8, text: "" },
		]);
		expect(groups).toHaveLength(1);
	});
});
