import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";

const pluginDir = join(__dirname, "..", "host", "probe-plugin");
const BASE = `filters:
  and:
    - file.ext == "md"
formulas:
  double: words * 2
properties:
  note.words:
    displayName: Length
views:
  - type: table
    name: Open
    filters:
      and:
        - status == "new"
    order:
      - file.name
      - note.words
      - formula.double
    sort:
      - property: note.words
        direction: DESC
  - type: probe-cards
    name: Cards
    groupBy:
      property: note.status
      direction: ASC
    order:
      - file.name
  - type: nobody
    name: Lost
`;
const note = (status: string, words: number): string => `---\nstatus: ${status}\nwords: ${words}\n---\nText.\n`;
const rows = (host: Host) => host.page.$$eval(".bases-table tbody tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join(" | ")));

describe("a base", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault: { "All.base": BASE, "One.md": note("new", 10), "Two.md": note("new", 200), "Three.md": note("kept", 5) }, pluginDir });
		await host.settled();
		await host.open("All.base");
	});

	it("shows what its filters let through, sorted, with formulas and column names", async () => {
		await host.see("2 results");
		expect(await rows(host)).toEqual(["Two | 200 | 400", "One | 10 | 20"]);
		expect(await host.page.$$eval(".bases-table thead th", (all) => all.map((cell) => cell.textContent))).toEqual(["name", "Length", "double"]);
	});

	it("follows the notes", async () => {
		await host.writeOutside("Three.md", note("new", 50));
		await host.see("3 results");
		expect((await rows(host))[1]).toBe("Three | 50 | 100");
	});

	it("gives a plugin's view its groups, its config and the right to write it", async () => {
		await host.writeOutside("Three.md", note("kept", 5));
		await host.page.select(".bases-header select", "Cards");
		await host.see("kept: Three; new: One, Two");
		await host.page.evaluate("window.probe.basesView.config.set('columns', 3)");
		await host.noteSays("All.base", /columns: 3/);
		await host.see("columns: 3");
	});

	it("says so where nobody has the view, and a row opens its note", async () => {
		await host.page.select(".bases-header select", "Lost");
		await host.see("No view is called “nobody”.");
		await host.page.select(".bases-header select", "Open");
		await host.page.locator(".bases-table a::-p-text(Two)").click();
		await host.see("Text.");
	});
});

describe("Winnow's own base", () => {
	it("shows in its views what the inbox lists", async () => {
		const host = await openHost({ vault: "../../host/demo-vault" });
		await host.see("A mixture is a menu");
		await host.runCommand("Create inbox base");
		await host.page.waitForSelector(".bases-table tbody tr");
		await host.page.waitForFunction(() => document.querySelector(".bases-table")?.textContent?.includes("A mixture is a menu"));
		const names = await host.page.$$eval(".bases-table tbody td:first-child", (all) => all.map((cell) => cell.textContent));
		const listed = await host.page.evaluate(() => window.__host.runCli("winnow:list", { format: "json" }));
		expect(names).toContain("Preferences, politely");
		expect(names).toHaveLength((JSON.parse(String(listed)) as unknown[]).length);
	});
});
