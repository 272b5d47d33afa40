import { elementOf } from "../../src/ui/element-of";

describe("what was clicked", () => {
	it("is found by a click on its icon as by one on its words", () => {
		const button = document.body.createEl("button", { text: "Add", attr: { "data-act": "add" } });
		const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
		const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
		icon.append(path);
		button.append(icon);
		const acts: (string | undefined)[] = [];
		document.body.addEventListener("click", (event) => {
			acts.push(elementOf(event)?.closest<HTMLElement>("[data-act]")?.dataset.act);
		});
		for (const place of [button, button.firstChild, icon, path]) place?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
		expect(acts).toEqual(["add", "add", "add", "add"]);
	});
});
