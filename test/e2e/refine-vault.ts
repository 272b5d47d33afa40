import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Host } from "../host/open-host";

export const FOLDER = "Research/Runs";
export const DRAFT_PATH = `${FOLDER}/Draft.md`;
export const LOG_PATH = `${FOLDER}/Refine log.md`;

/** Seven changes of the stand-in's *Cut*: four in the first paragraph, two in the second, one at the end. */
export const DRAFT = `---
project: "[[Runs]]"
---
# Runs

It is important to note that a small batch is noisy. In order to see why, basically look at the slope. A large number of people never do.

## What it shrugs off

The run actually shrugged and kept learning. So everybody believed it, due to the fact that the loss went down — “smoothly”, they said.

## The end

That was the end of it. It had the ability to go on; it has the ability to stop.
`;

/** A project, its note and a draft that the stand-in finds something in. */
export function runsVault(draft = DRAFT): Record<string, string> {
	return {
		[`${FOLDER}/Runs.md`]:
			'---\ntype: research-project\ndraft: "[[Draft]]"\nmy-words:\n  - shrugged\n---\n## For whom\n\nPeople with one machine.\n',
		[DRAFT_PATH]: draft,
	};
}

/** The vault that `npm run try` shows, as files by path. */
export function demoVault(): Record<string, string> {
	const root = join(__dirname, "..", "host", "demo-vault");
	const files: Record<string, string> = {};
	const walk = (folder: string): void => {
		for (const name of readdirSync(folder)) {
			const path = join(folder, name);
			if (statSync(path).isDirectory()) walk(path);
			else files[relative(root, path)] = readFileSync(path, "utf8");
		}
	};
	walk(root);
	return files;
}

/** What a test sees of an open review. */
export function reviewOf(host: Host) {
	const { page } = host;
	return {
		/** Opens a note and starts these passes (by their names) from the start sheet. */
		async start(path: string, passes: readonly string[] = ["Cut"]): Promise<void> {
			await host.open(path);
			await host.runCommand("Refine draft…");
			await this.begin(passes);
		},
		/** Starts these passes from the start sheet that opens or stands open. */
		async begin(passes: readonly string[]): Promise<void> {
			await page.waitForSelector(".winnow-refine-pass");
			// Until the boxes stand as wanted: the sheet may be drawn anew when own passes have been read.
			await page.waitForFunction(
				(wanted) => {
					const chosen: string[] = [];
					for (const row of document.querySelectorAll(".winnow-refine-pass")) {
						const box = row.querySelector("input");
						const name =
							row.querySelector(".winnow-refine-pass-words > div")?.textContent ?? "";
						if (box !== null && box.checked !== wanted.includes(name)) box.click();
						if (box?.checked === true) chosen.push(name);
					}
					return (
						wanted.every((name) => chosen.includes(name)) &&
						chosen.length === wanted.length
					);
				},
				{},
				passes,
			);
			await page.locator(".winnow-refine-foot .mod-cta").click();
			await page.waitForSelector(".winnow-refine-screen");
		},
		/** Waits until so many suggestions are listed. */
		async hasRows(count: number): Promise<void> {
			await page.waitForFunction(
				(wanted) =>
					document.querySelectorAll(".winnow-refine-list [role=option]").length ===
					wanted,
				{},
				count,
			);
		},
		async isRead(): Promise<void> {
			await page.waitForFunction(
				() =>
					document.querySelector(".winnow-refine-progress") === null &&
					document.querySelector(".winnow-refine-tab.is-reads") === null,
			);
		},
		/** The states of the rows, from top to bottom. */
		states: (): Promise<string[]> =>
			page.evaluate(() =>
				[
					...document.querySelectorAll<HTMLElement>(".winnow-refine-list [role=option]"),
				].map((row) => row.dataset["state"] ?? ""),
			),
		focused: (): Promise<string> =>
			page.evaluate(
				() => document.querySelector(".winnow-refine-list .is-focused")?.textContent ?? "",
			),
		/** The text of the page as it reads, without what is only said to screen readers. */
		pageText: (): Promise<string> =>
			page.evaluate(() => {
				const paper = document
					.querySelector(".winnow-refine-paper")
					?.cloneNode(true) as HTMLElement;
				for (const hidden of paper.querySelectorAll(
					".winnow-visually-hidden, .winnow-refine-card",
				))
					hidden.remove();
				return paper.textContent ?? "";
			}),
		tab: async (name: string): Promise<void> => {
			await page.waitForFunction(
				(wanted) => {
					const tabs = [...document.querySelectorAll<HTMLElement>(".winnow-refine-tab")];
					const tab = tabs.find(({ textContent }) => textContent?.startsWith(wanted));
					tab?.click();
					return tab !== undefined;
				},
				{},
				name,
			);
		},
		meter: (): Promise<string> =>
			page.evaluate(
				() => document.querySelector(".winnow-refine-meter-value")?.textContent ?? "",
			),
	};
}
