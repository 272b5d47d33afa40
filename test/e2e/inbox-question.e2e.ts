import type { Page } from "puppeteer-core";
import { openHost, type Host } from "../host/open-host";
import { choose } from "./inbox-menus";
import { popOutInbox } from "./pop-out";

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string =>
	new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Five sources that differ in all that a list can be asked about. */
const SOURCES = {
	Alpha: {
		days: 2,
		type: "paper",
		site: "d.org",
		category: "Flour",
		language: "en",
		words: 460,
		project: "Bread",
	},
	Beta: {
		days: 20,
		type: "video",
		site: "c.org",
		category: "Salt",
		language: "zh",
		words: 3000,
		project: "Tea",
		hard: true,
	},
	Gamma: {
		days: 400,
		type: "article",
		site: "b.org",
		category: "Flour",
		language: "en",
		words: 30_000,
		project: "Bread",
		capture: "teaser",
	},
	Delta: {
		days: 500,
		type: "article",
		site: "a.org",
		category: "",
		language: "",
		words: null,
		project: "Bread",
		primary: true,
	},
	Omega: {
		days: 600,
		type: "thread",
		site: "e.org",
		category: "Time",
		language: "en",
		words: 500,
		project: "Tea",
	},
} as const;

function vault(): Record<string, string> {
	const files: Record<string, string> = {};
	for (const name of ["Bread", "Tea"])
		files[`Research/${name}/${name}.md`] = "---\ntype: research-project\n---\n";
	for (const [title, { days, project, site, ...facts }] of Object.entries(SOURCES)) {
		const lines = Object.entries(facts).flatMap(([name, value]) =>
			value === "" || value === null ? [] : [`${name}: ${String(value)}`],
		);
		files[`Research/${project}/Sources/${title}.md`] = [
			"---",
			`title: ${title}`,
			`source: https://${site}/${title}`,
			"status: new",
			`project: "[[${project}]]"`,
			`created: ${daysAgo(days)}`,
			...lines,
			"---",
			"Text.",
			"",
		].join("\n");
	}
	return files;
}

async function openInbox(): Promise<Host> {
	const host = await openHost({ vault: vault(), settings: { inboxPreview: false } });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	return host;
}

/** The initials of the rows from top to bottom, group headings before theirs. */
function shown(page: Page): Promise<string> {
	return page.evaluate(() => {
		const items = [
			...document.querySelectorAll<HTMLElement>(
				".winnow-inbox-row:not(.is-spare), .winnow-inbox-group:not(.is-spare)",
			),
		];
		items.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
		return items
			.map((item) => {
				const title = item.querySelector(".winnow-inbox-title")?.textContent;
				if (title !== undefined && title !== null) return title.slice(0, 1);
				return ` ${item.querySelector(".winnow-inbox-group-name")?.textContent ?? ""}: `;
			})
			.join("")
			.trim();
	});
}

async function shows(page: Page, wanted: string): Promise<void> {
	let seen = "";
	for (const end = Date.now() + 30_000; Date.now() < end;) {
		seen = await shown(page);
		if (seen === wanted) return;
		await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
	}
	throw new Error(`The list shows "${seen}", not "${wanted}".`);
}

describe("the list, asked by its menus", () => {
	let host: Host;

	beforeAll(async () => {
		host = await openInbox();
		await shows(host.page, "ODGBA");
	});

	it("sorts", async () => {
		for (const [sort, wanted] of [
			["Newest first", "ABGDO"],
			["Shortest first", "AOBGD"],
			["Title", "ABDGO"],
			["Site", "DGBAO"],
			["Category", "AGBOD"],
			["Oldest first", "ODGBA"],
		] as const) {
			await choose(host, "Sort and group", "Sort by", sort);
			await shows(host.page, wanted);
		}
	});

	it("groups, and folds a group by its heading", async () => {
		const month = (days: number): string => daysAgo(days).slice(0, 7);
		const months = [600, 500, 400, 20, 2].map(month);
		for (const [grouping, wanted] of [
			["Category", "Flour: GA Salt: B Time: O No category: D"],
			["Project", "Bread: DGA Tea: OB"],
			["Kind", "Articles: DG Papers: A Threads: O Videos: B"],
		] as const) {
			await choose(host, "Sort and group", "Group by", grouping);
			await shows(host.page, wanted);
		}
		await choose(host, "Sort and group", "Group by", "Month clipped");
		const byMonth = new Map<string, string>();
		for (const [at, name] of months.entries())
			byMonth.set(name, (byMonth.get(name) ?? "") + ("ODGBA"[at] ?? ""));
		await shows(host.page, [...byMonth].map(([name, rows]) => `${name}: ${rows}`).join(" "));
		await choose(host, "Sort and group", "Group by", "Project");
		await host.page.locator(".winnow-inbox-group ::-p-text(Bread)").click();
		await shows(host.page, "Bread:  Tea: OB");
		await host.page.locator(".winnow-inbox-group ::-p-text(Bread)").click();
		await choose(host, "Sort and group", "Group by", "Nothing");
		await shows(host.page, "ODGBA");
	});

	it("filters by each of its facts, and by several", async () => {
		for (const [heading, entry, wanted] of [
			["Kind", "Papers", "A"],
			["Category", "Flour", "GA"],
			["Category", "No category", "D"],
			["Language", "Chinese", "B"],
			["Reading time", "Up to 5 min", "OA"],
			["Reading time", "6 to 20 min", "B"],
			["Reading time", "Over 20 min", "G"],
			["Reading time", "Unknown", "D"],
			["Clipped", "Within a week", "A"],
			["Clipped", "Within a month", "BA"],
			["Clipped", "Earlier", "ODG"],
			["Only", "Hard", "B"],
			["Only", "First-hand", "DA"],
			["Only", "Not captured in full", "G"],
		] as const) {
			await choose(host, "Filter", heading, entry);
			await shows(host.page, wanted);
			await choose(host, "Filter", "Clear filter", "Clear filter");
			await shows(host.page, "ODGBA");
		}
		await choose(host, "Filter", "Category", "Flour");
		await choose(host, "Filter", "Category", "Salt");
		await shows(host.page, "GBA");
		await choose(host, "Filter", "Language", "English");
		await shows(host.page, "GA");
		await host.page.focus("[role=listbox]");
		await host.press("Escape");
		await shows(host.page, "ODGBA");
	});

	it("is as it was in a window of its own", async () => {
		await choose(host, "Sort and group", "Sort by", "Newest first");
		await choose(host, "Sort and group", "Group by", "Project");
		await choose(host, "Filter", "Language", "English");
		await host.press("/");
		await host.page.keyboard.type("a");
		await shows(host.page, "Bread: AG Tea: O");
		await host.page.locator(".winnow-inbox-group ::-p-text(Tea)").click();
		await host.page.focus("[role=listbox]");
		await host.press("Home", "x", "j");
		await shows(host.page, "Bread: AG Tea:");
		const place = ["Bread: AG Tea:", "Gamma", "Alpha", "a", "Filter (on)"];
		expect(await placeIn(host.page)).toEqual(place);

		const own = await popOutInbox(host);
		await shows(own, "Bread: AG Tea:");
		expect(await placeIn(own)).toEqual(place);
		await host.close();
	});

	it("is as it was after a restart of the app", async () => {
		host = await openInbox();
		await choose(host, "Sort and group", "Sort by", "Newest first");
		await choose(host, "Sort and group", "Group by", "Project");
		await choose(host, "Filter", "Language", "English");
		await host.page.locator(".winnow-inbox-group ::-p-text(Tea)").click();
		await host.page.focus("[role=listbox]");
		await host.press("Home", "x", "j");
		await shows(host.page, "Bread: AG Tea:");
		const place = ["Bread: AG Tea:", "Gamma", "Alpha", "", "Filter (on)"];
		expect(await placeIn(host.page)).toEqual(place);
		await host.noteSays(".obsidian/workspace.json", /"focus": "[^"]*Gamma.md"/);
		await host.restart();
		await shows(host.page, "Bread: AG Tea:");
		expect(await placeIn(host.page)).toEqual(place);
		await host.close();
	});
});

/** Rows, the one with the focus, those selected, the search, and whether a filter is on. */
async function placeIn(page: Page): Promise<unknown> {
	const rest = await page.evaluate(() => {
		const list = document.querySelector("[role=listbox]");
		const active = document.getElementById(list?.getAttribute("aria-activedescendant") ?? "");
		const title = (row: Element | null): string =>
			row?.querySelector(".winnow-inbox-title")?.textContent ?? "";
		return [
			title(active),
			[...document.querySelectorAll("[role=option][aria-selected=true]:not(.is-spare)")]
				.map(title)
				.join(),
			document.querySelector<HTMLInputElement>(".winnow-inbox input[type=search]")?.value,
			document.querySelector("[aria-label^=Filter]")?.getAttribute("aria-label"),
		];
	});
	return [await shown(page), ...rest];
}
