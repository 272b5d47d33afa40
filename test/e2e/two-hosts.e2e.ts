import type { Page } from "puppeteer-core";
import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

async function openInbox(host: Host): Promise<void> {
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await host.page.waitForFunction(
		() => document.activeElement?.getAttribute("role") === "listbox",
	);
}

/** Two devices on one folder. The second learns of changes as late as told. */
async function openTwo(count: number, cacheDelayMs = 20): Promise<readonly [Host, Host]> {
	const one = await openHost({ vault: projectWith(count) });
	const two = await openHost({ beside: one, cacheDelayMs });
	await openInbox(one);
	await openInbox(two);
	return [one, two];
}

async function anHourAhead(page: Page): Promise<void> {
	await page.evaluateOnNewDocument(() => {
		const Clock = Date;
		const later = (): number => Clock.now() + 3_600_000;
		window.Date = new Proxy(Clock, {
			construct: (_, args: readonly number[]) => new Clock(args[0] ?? later()),
			get: (_, name: keyof DateConstructor) => (name === "now" ? later : Clock[name]),
		});
	});
}

/** All of the note but what a decision writes. */
function withoutDecision(text: string): string {
	return text.replace(/^(status|decided|reason):.*\n/gm, "");
}

/** The last writes are through: a file is empty for the blink in which it is written. */
async function diskAtRest(host: Host): Promise<void> {
	const all = (): string => [1, 2, 3, 4, 5, 6].map((number) => host.readNote(pathOf(number))).join("\0");
	for (let before = "", now = all(); before !== now; now = all()) {
		before = now;
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
}

/** "4,1,1": new, kept, thrown away. */
function countsOnDisk(host: Host): string {
	const texts = [1, 2, 3, 4, 5, 6].map((number) => host.readNote(pathOf(number)));
	return ["new", "kept", "deleted"]
		.map((status) => texts.filter((text) => text.includes(`\nstatus: ${status} `)).length)
		.join();
}

function shownCounts({ page }: Host): Promise<string> {
	return page.evaluate(() =>
		[...document.querySelectorAll(".winnow-inbox-tab-count")]
			.map((count) => count.textContent)
			.join(),
	);
}

describe("two devices on one folder", () => {
	it("see each other's decisions, and each takes back its own", async () => {
		const [one, two] = await openTwo(3);
		await one.press("y");
		await two.see("1 of 3 read");
		await two.page.bringToFront();
		await two.press("n");
		await two.noteSays(pathOf(2), /^status: deleted/m);
		await one.see("2 of 3 read");
		await two.press("u");
		await two.noteSays(pathOf(2), /^status: new # not read$/m);
		await one.see("1 of 3 read");
		await one.page.bringToFront();
		await one.press("u");
		await one.noteSays(pathOf(1), /^status: new # not read$/m);
		await two.see("0 of 3 read");
		for (const number of [1, 2, 3])
			expect(one.readNote(pathOf(number))).toBe(sourceNote(number));
		await two.close();
		await one.close();
	});

	it("deciding on the same note end with the later decision whole, and no undo hides it", async () => {
		const [one, two] = await openTwo(2, 3000);
		await one.press("y");
		await one.noteSays(pathOf(1), /^status: kept/m);
		// The second device does not know of it yet, and decides otherwise.
		await two.page.bringToFront();
		await two.press("n");
		await two.noteSays(pathOf(1), /^status: deleted # not read$/m);
		const after = two.readNote(pathOf(1));
		expect(after.match(/^decided: /gm)).toHaveLength(1);
		expect(withoutDecision(after)).toBe(withoutDecision(sourceNote(1)));
		// Both say which decision stands.
		await two.see("It had been kept elsewhere before; yours is later and stands.");
		await one.see("“Source 1” was thrown away elsewhere, later than here. That stands.");
		await one.page.bringToFront();
		await one.press("3");
		await one.page.waitForFunction(
			() => document.querySelector(".winnow-inbox-title")?.textContent === "Source 1",
		);
		await one.press("u");
		await one.see("was changed since");
		expect(one.readNote(pathOf(1))).toBe(after);
		await two.page.bringToFront();
		await two.press("u");
		await two.noteSays(pathOf(1), /^status: kept # not read$/m);
		await two.close();
		await one.close();
	});

	it("leave a later decision alone that one of them did not know of, and it says so", async () => {
		const one = await openHost({ vault: projectWith(2), cacheDelayMs: 3000 });
		// Its clock shows what a device shows that decided after the other, and synced first.
		const two = await openHost({ beside: one, beforeStart: anHourAhead });
		await openInbox(one);
		await openInbox(two);
		await two.press("n");
		await two.noteSays(pathOf(1), /^status: deleted/m);
		const theirs = two.readNote(pathOf(1));
		await one.page.bringToFront();
		await one.press("y");
		await one.see("“Source 1” was thrown away elsewhere, later than here. That stands.");
		expect(one.readNote(pathOf(1))).toBe(theirs);
		await one.see("1 of 2 read");
		// Nothing of its own is there to take back.
		await one.press("u");
		await one.see("There is nothing to take back.");
		// Who has seen it decides anew, whatever the clocks say.
		await one.press("3", "y");
		await one.noteSays(pathOf(1), /^status: kept/m);
		await two.close();
		await one.close();
	});

	it("deciding at the same moment leave every note whole", async () => {
		const [one, two] = await openTwo(6);
		for (let round = 0; round < 4; round++) await Promise.all([one.press("y"), two.press("n")]);
		for (const host of [one, two]) await host.settled();
		await diskAtRest(one);
		for (let number = 1; number <= 6; number++) {
			const text = one.readNote(pathOf(number));
			expect(withoutDecision(text)).toBe(withoutDecision(sourceNote(number)));
			expect(text.match(/^status: (new|kept|deleted) # not read$/gm)).toHaveLength(1);
			const isDecided = !/^status: new/m.test(text);
			expect(text.match(/^decided: /gm) ?? []).toHaveLength(isDecided ? 1 : 0);
		}
		// What the disk says is what both lists say, at the latest when what they expected has lapsed.
		for (const host of [one, two]) {
			await host.page.bringToFront();
			const end = Date.now() + 10_000;
			while ((await shownCounts(host)) !== countsOnDisk(one) && Date.now() < end)
				await new Promise((resolve) => setTimeout(resolve, 100));
			expect(await shownCounts(host)).toBe(countsOnDisk(one));
		}
		await two.close();
		await one.close();
	});
});
