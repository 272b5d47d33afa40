import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith } from "./inbox-vault";

const DRAFT = "Research/Bread/Draft.md";
const draft = [
	"---",
	'project: "[[Bread]]"',
	"---",
	"# Bread",
	"",
	"Dough rests.[^two]",
	"",
	"[^two]: [[Source 2]], 2020.",
	"",
].join("\n");

/** An inbox in which these were thrown away, one of them cited in the draft. */
async function thrownAway(count: number): Promise<Host> {
	const notes = projectWith(count + 1);
	for (let number = 1; number <= count; number += 1) {
		const path = pathOf(number);
		notes[path] = (notes[path] ?? "").replace("status: new", "status: deleted\nreason: thin");
	}
	const host = await openHost({
		vault: { ...notes, [DRAFT]: draft },
		settings: { inboxPreview: false },
	});
	await host.runCommand("Open inbox");
	await host.see(`${count} of ${count + 1} read`);
	return host;
}

/** Until the app no longer knows it: the person's own trash has it. */
async function isGone({ page }: Host, path: string): Promise<void> {
	await page.waitForFunction(
		(wanted) => window.__host.app.vault.getFileByPath(wanted) === null,
		{},
		path,
	);
}

describe("emptying what was thrown away", () => {
	it("names what a draft cites, and leaves it unless told otherwise", async () => {
		const host = await thrownAway(3);
		await host.runCommand("Empty deleted sources…");
		await host.see("2 notes go to your trash");
		await host.see("1 source is cited in a draft");
		const named = await host.page.$$eval(".modal li", (items) =>
			items.map((item) => item.textContent),
		);
		expect(named).toEqual(["Source 2"]);
		await host.button("Empty").click();
		await host.see("2 notes are in your trash.");
		for (const number of [1, 3]) await isGone(host, pathOf(number));
		expect(host.readNote(pathOf(2))).toContain("status: deleted");
		expect(host.readNote(DRAFT)).toBe(draft);
		const lines = host
			.readNote("Research/Deleted.md")
			.split("\n")
			.filter((line) => line.startsWith("- "));
		expect(lines.map((line) => /Source \d/.exec(line)?.[0]).sort()).toEqual([
			"Source 1",
			"Source 3",
		]);
		expect(lines.every((line) => line.includes("thin"))).toBe(true);

		await host.runCommand("Empty deleted sources…");
		await host.see("All of these are cited, so all of them stay.");
		await host.page.locator(".modal input[type=checkbox]").click();
		await host.see("1 note goes to your trash");
		await host.button("Empty").click();
		await isGone(host, pathOf(2));
		await host.noteSays("Research/Deleted.md", "Source 2");
		// The author's words are the author's: the link stands, with nothing behind it.
		expect(host.readNote(DRAFT)).toBe(draft);
		await host.close();
	});

	it("is left by Escape, and then nothing has happened", async () => {
		const host = await thrownAway(2);
		await host.runCommand("Empty deleted sources…");
		await host.see("Empty deleted?");
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.settled();
		expect([1, 2].map((number) => host.exists(pathOf(number)))).toEqual([true, true]);
		expect(host.exists("Research/Deleted.md")).toBe(false);
		await host.close();
	});
});
