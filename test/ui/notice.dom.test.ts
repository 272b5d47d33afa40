import { showDone, showHint, showNotice, showTrouble } from "../../src/ui/notice";

type Shown = { messageEl: HTMLElement; duration?: number | undefined; isHidden: boolean };
const shown: Shown[] = [];

jest.mock("obsidian", () => ({
	...jest.requireActual<object>("obsidian"),
	Notice: class {
		readonly messageEl = document.createElement("div");
		isHidden = false;
		constructor(
			_text: string,
			readonly duration?: number,
		) {
			shown.push(this);
		}
		hide(): void {
			this.isHidden = true;
		}
	},
}));

beforeEach(() => void shown.splice(0));

describe("a notice", () => {
	it.each([
		["of trouble stays until it is closed", () => showTrouble("The disk is full."), 0],
		["of an act that is done goes by itself", () => showDone("Copied."), undefined],
		["that hints goes by itself", () => showHint("Nothing is selected."), undefined],
		["may say how long it stays", () => showNotice("Long.", { stays: 9000 }), 9000],
		["with a button stays", () => showNotice("Clipped.", { acts: [["Undo", () => undefined]] }), 0],
	])("%s", (_title, show, duration) => {
		show();
		expect(shown.map((one) => one.duration)).toEqual([duration]);
	});

	it("has a title and below it the rest", () => {
		showNotice("What happened\nWhat is safe");
		const column = shown[0]?.messageEl.querySelector(".winnow-notice-words");
		expect([...(column?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
			"What happened",
			"What is safe",
		]);
	});

	it("closes with its button, which acts once", () => {
		let times = 0;
		showNotice("Clipped.", { acts: [["Undo", () => void times++]] });
		shown[0]?.messageEl.querySelector("button")?.click();
		expect([times, shown[0]?.isHidden]).toEqual([1, true]);
	});
});
