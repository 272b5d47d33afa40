import { openHost, type Host } from "../host/open-host";
import { openSite, type Site } from "./site";

const FOLDER = "Research/Bread and or time";

/** What the README tells a newcomer to do, in a vault that holds nothing. */
describe("the first day", () => {
	let host: Host;
	let site: Site;

	beforeAll(async () => {
		site = await openSite();
		host = await openHost({ vault: {}, size: { width: 1440, height: 900 } });
	});
	afterAll(() => site.close());

	const hasFocus = (selector: string): Promise<unknown> =>
		host.page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);

	it("makes a project, and says beforehand what it will be called", async () => {
		await host.button("New project").click();
		await host.page.waitForSelector(".modal input");
		await host.button("Create").click();
		await host.see("A project needs a topic, for its name.");
		await hasFocus(".modal input");
		await host.page.keyboard.type("Bread: and/or time?");
		await host.see(`Makes ${FOLDER} with three files`);
		await host.press("Enter");
		await host.noteSays(`${FOLDER}/Bread and or time.md`, "type: research-project");
		await host.see("Bring in what you want to read");
	});

	it("clips, and begins at the first source, shown beside the list", async () => {
		await host.page.locator(".winnow-inbox [aria-label='Clip sources']").click();
		await host.page.waitForSelector(".winnow-clip-field");
		await host.page.type(".winnow-clip-field", `${site.base}/article\n${site.base}/docs`);
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-clip-state.is-new").length === 2);
		await host.press("Control+Enter");
		await host.see("2 of 2 clipped");
		await host.button("Start reading").click();
		await hasFocus(".winnow-inbox [role=listbox]");
		const first = await host.page.$eval(".winnow-inbox [role=option].is-focused", (row) => [
			row.getAttribute("aria-posinset"),
			row.querySelector(".winnow-inbox-title")?.textContent ?? "",
		]);
		expect(first[0]).toBe("1");
		await host.page.waitForFunction(
			(title) => document.querySelector(".mod-root .view-header-title")?.textContent === title,
			{},
			first[1] ?? "",
		);
	});

	it("keeps the keys in the inbox when the last source is decided", async () => {
		await host.press("y", "y");
		await host.see("All read");
		await hasFocus(".winnow-inbox-empty");
		await host.press("u");
		await host.see("1 of 2 read");
		await hasFocus(".winnow-inbox [role=listbox]");
		await host.press("y");
		await host.see("All read");
	});

	it("opens an outline with the kept notes and a section, and adds one by its icon", async () => {
		await host.see("2 kept sources have no place in the outline yet.");
		await host.page.locator(".winnow-inbox-empty-buttons .mod-cta").click();
		await host.noteSays(`${FOLDER}/Outline.canvas`, "First section");
		expect(host.readNote(`${FOLDER}/Outline.canvas`).match(/"type":"file"/g)).toHaveLength(2);
		await host.runCommand("Open companion");
		await host.page.locator("[data-act=add-section] svg").click();
		await host.noteSays(`${FOLDER}/Outline.canvas`, "New section");
	});
});
