import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

/** Titles of one line and of two, with and without a line below the site. */
function titled(vault: Record<string, string>): Record<string, string> {
	const long = "which goes on about hydration, salt, time and temperature for two lines";
	const entries = Object.entries(vault).map(([path, text], index) => {
		const longer = index % 3 === 0 ? text.replace(/'(Source \d+)'/, `'$1, ${long}'`) : text;
		return [path, index % 2 === 0 ? longer.replace("words:", "hard: true\nwords:") : longer];
	});
	return Object.fromEntries(entries) as Record<string, string>;
}

async function openInbox(
	count: number,
	change = (vault: Record<string, string>): Record<string, string> => vault,
): Promise<Host> {
	const vault = change(projectWith(count));
	const host = await openHost({ vault, settings: { inboxPreview: false } });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await host.page.waitForFunction(
		() => document.activeElement?.getAttribute("role") === "listbox",
	);
	return host;
}

describe("an inbox of 3,000", () => {
	let large: Host;

	beforeAll(async () => {
		large = await openInbox(3000, titled);
	});

	it("shows no blank row in any of 300 frames of scrolling, with some dozens of elements", async () => {
		await large.see("0 of 3,000 read");
		const result = await large.page.evaluate(async () => {
			const list = document.querySelector<HTMLElement>("[role=listbox]");
			if (list === null) throw new Error("no list");
			const frame = (): Promise<unknown> =>
				new Promise((resolve) => requestAnimationFrame(resolve));
			let blank = 0;
			for (let number = 0; number < 300; number += 1) {
				list.scrollTop = (number / 299) * (list.scrollHeight - list.clientHeight);
				await frame();
				const box = list.getBoundingClientRect();
				for (const share of [0.02, 0.5, 0.98]) {
					const at = document.elementFromPoint(
						box.left + box.width / 2,
						box.top + box.height * share,
					);
					const words = at?.closest(".winnow-inbox-row")?.textContent ?? "";
					if (words === "") blank += 1;
				}
			}
			return { blank, elements: list.querySelectorAll(".winnow-inbox-row").length };
		});
		expect(result.blank).toBe(0);
		expect(result.elements).toBeLessThan(60);
	});

	it("says a number whole, or not at all", async () => {
		await large.page.focus("[role=listbox]");
		await large.press("Control+a");
		await large.see("Throw away 3,000");
		const cut = await large.page.$$eval(".winnow-inbox-foot-text", (texts) =>
			texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent),
		);
		expect(cut).toEqual([]);
		await large.press("Escape");
		await large.see("0 of 3,000 read");
	});

	it("makes each row as high as what it shows", async () => {
		const host = await openInbox(40, titled);
		const rows = await host.page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>(".winnow-inbox-row:not(.is-spare)")].map(
				(row) => {
					const title = row.querySelector<HTMLElement>(".winnow-inbox-title");
					const lines = row.querySelector(".winnow-inbox-main")?.children ?? [];
					const edge = parseFloat(getComputedStyle(row).paddingBottom);
					const last =
						[...lines].at(-1)?.matches(":empty") === true
							? lines.length - 2
							: lines.length - 1;
					const bottom = lines[last]?.getBoundingClientRect().bottom ?? 0;
					return {
						titleLines: row.matches(".is-one-line") ? 1 : 2,
						hidden: (title?.scrollHeight ?? 99) - (title?.clientHeight ?? 0),
						hole: row.getBoundingClientRect().bottom - edge - bottom,
					};
				},
			),
		);
		expect(new Set(rows.map(({ titleLines }) => titleLines))).toEqual(new Set([1, 2]));
		for (const { hidden, hole } of rows) {
			expect(hidden).toBeLessThanOrEqual(1);
			expect(Math.abs(hole)).toBeLessThanOrEqual(2);
		}
		await host.close();
	});

	it("goes on with the next row, key after key", async () => {
		const host = large;
		for (let number = 1; number <= 30; number += 1)
			await host.press(number % 2 === 0 ? "n" : "y");
		await host.see("30 of 3,000 read");
		for (let number = 1; number <= 30; number += 1) {
			await host.noteSays(
				pathOf(number),
				number % 2 === 0 ? /^status: deleted/m : /^status: kept/m,
			);
		}
		expect(host.readNote(pathOf(31))).toBe(sourceNote(31));
		await host.close();
	});

	it("decides on all that are shown as one act, and takes it back as one", async () => {
		const host = await openInbox(60);
		await host.page.keyboard.down("Control");
		await host.page.keyboard.press("a");
		await host.page.keyboard.up("Control");
		await host.see("60 selected");
		await host.press("n");
		await host.see("60 of 60 read");
		await host.noteSays(pathOf(60), /^status: deleted/m);
		await host.press("u");
		await host.see("0 of 60 read");
		await host.see("Taken back: Threw 60 sources away.");
		for (let number = 1; number <= 60; number += 1) {
			expect(host.readNote(pathOf(number))).toBe(sourceNote(number));
		}
		await host.close();
	});

	it("empties what was thrown away after asking, and remembers each by a line", async () => {
		const host = await openInbox(2);
		await host.press("n");
		await host.noteSays(pathOf(1), /^status: deleted/m);
		await host.runCommand("Empty deleted sources…");
		await host.see("1 note goes to your trash");
		await host.page.locator(".modal button::-p-text(Empty)").click();
		await host.noteSays("Research/Deleted.md", "[Source 1](<https://example.org/1>)");
		await host.page.waitForFunction(
			() =>
				window.__host.app.vault.getFileByPath("Research/Bread/Sources/Source 1.md") ===
				null,
		);
		expect(host.exists(pathOf(2))).toBe(true);
		await host.close();
	});

	it("makes a project from its questions, which may wait", async () => {
		const host = await openHost({ vault: {} });
		await host.runCommand("New project…");
		await host.page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
		await host.page.keyboard.type("Tea: a history");
		await host.page.locator(".modal button::-p-text(Create)").click();
		await host.see("bring in the first sources");
		const notes = await host.page.evaluate(() =>
			window.__host.app.vault
				.getFiles()
				.map(({ path }) => path)
				.sort(),
		);
		expect(notes).toHaveLength(3);
		const note = notes.find((path) => /^(.*)\/([^/]+)\/\2\.md$/.test(path)) ?? "";
		expect(host.readNote(note)).toContain("```winnow");
		expect(host.readNote(note)).toContain("## For whom?");
		await host.close();
	});
});
