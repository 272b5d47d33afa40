import { openHost, type Host } from "../host/open-host";
import { demoVault, DRAFT, DRAFT_PATH, LOG_PATH, reviewOf, runsVault } from "./refine-vault";

const DEMO = "Research/LLM training/Draft.md";

describe("refining a draft, from the passes to one undo", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	beforeAll(async () => {
		host = await openHost({
			vault: runsVault(),
			standIn: true,
			size: { width: 1440, height: 900 },
		});
		review = reviewOf(host);
	});

	it("shows what it found without Claude, the price, and what would be sent", async () => {
		await host.open(DRAFT_PATH);
		await host.runCommand("Refine draft…");
		await host.see("1 of your words");
		await host.button("See what is sent").click();
		await host.see("People with one machine.");
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	});

	it("lists what comes by heading, with the first one open on the page", async () => {
		await review.start(DRAFT_PATH, ["Cut"]);
		await review.hasRows(7);
		await review.isRead();
		expect(await review.states()).toEqual([
			"open",
			"open",
			"open",
			"amber",
			"open",
			"open",
			"amber",
		]);
		expect(await review.focused()).toContain("is important to note that");
		await host.see("0 of 7 decided");
		expect(await review.meter()).toBe("100 %");
	});

	it("accepts and rejects by one key each, and goes on to the next", async () => {
		await host.press("y", "n");
		expect((await review.states()).slice(0, 3)).toEqual(["accepted", "rejected", "open"]);
		await host.see("2 of 7 decided");
		await host.see("1 accepted");
		expect(await review.pageText()).toContain("A small batch is noisy.");
	});

	it("takes back and does again", async () => {
		await host.press("u");
		expect((await review.states()).slice(0, 2)).toEqual(["accepted", "open"]);
		await host.press("Control+z");
		expect((await review.states()).slice(0, 2)).toEqual(["open", "open"]);
		await host.press("Control+Shift+z", "Control+Shift+z");
		expect((await review.states()).slice(0, 2)).toEqual(["accepted", "rejected"]);
	});

	it("accepts the rest of a paragraph in one step, but nothing that needs a second look", async () => {
		await host.press("Y");
		expect((await review.states()).slice(0, 4)).toEqual([
			"accepted",
			"rejected",
			"accepted",
			"amber",
		]);
		await host.press("u");
		expect((await review.states()).slice(2, 4)).toEqual(["open", "amber"]);
	});

	it("takes the author's own words in place of a suggestion", async () => {
		await host.page.locator(".winnow-refine-list [role=option]:nth-of-type(4)").click();
		const before = await review.focused();
		expect(before).not.toBe("");
		await host.press("e");
		await host.page.waitForSelector(".winnow-refine-own textarea");
		await host.press("Escape");
		expect(await host.page.$(".winnow-refine-own")).toBeNull();
		await host.press("e");
		await host.page.waitForSelector(".winnow-refine-own textarea");
		await host.page.keyboard.type("Frankly");
		await host.press("Enter");
		expect(await review.states()).toContain("own");
		expect(await review.pageText()).toContain("Frankly");
	});

	it("puts one aside to ask instead", async () => {
		await host.press("q");
		expect(await review.states()).toContain("aside");
	});

	it("shows the text before, after, and with its changes", async () => {
		await host.press("b");
		expect(await review.pageText()).toContain("It is important to note that a small batch");
		expect(await host.page.$("ins.winnow-refine-change")).toBeNull();
		await host.press("b");
		expect(await review.pageText()).toContain("A small batch is noisy.");
		await host.press("b");
		expect(await host.page.$(".winnow-refine-view.is-active")).not.toBeNull();
	});

	it("has written nothing so far", () => {
		expect(host.readNote(DRAFT_PATH)).toBe(DRAFT);
		expect(host.exists(LOG_PATH)).toBe(false);
	});

	it("writes what was accepted, says so, and one undo restores every byte", async () => {
		await host.press("Control+Enter");
		await host.see("are in your draft");
		await host.noteSays(DRAFT_PATH, "A small batch is noisy.");
		const text = host.readNote(DRAFT_PATH);
		expect(text).toContain("Frankly");
		expect(text).toContain("— “smoothly”, they said.");
		await host.noteSays(LOG_PATH, /\| \[\[Draft\]\] \| cut \| /);
		await host.button("Back to draft").click();
		await host.page.focus(".cm-content");
		await host.press("Control+z");
		await host.noteSays(DRAFT_PATH, "It is important to note that a small batch");
		expect(host.readNote(DRAFT_PATH)).toBe(DRAFT);
	});
});

describe("all five passes on the demo draft", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const draft = demoVault()[DEMO] ?? "";
	beforeAll(async () => {
		host = await openHost({
			vault: demoVault(),
			standIn: { cps: 30_000 },
			size: { width: 1440, height: 900 },
		});
		review = reviewOf(host);
	});

	it("streams them in, and the first may be decided while others are read", async () => {
		await review.start(DEMO, ["Cut", "Connect", "Questions: logic and background", "Typos"]);
		await host.page.waitForSelector(".winnow-refine-list [role=option]");
		await host.press("y");
		expect(await review.states()).toContain("accepted");
		await review.isRead();
		expect(await review.states()).toContain("accepted");
		const tabs = await host.page.$$eval(".winnow-refine-tab", (all) =>
			all.map((tab) => tab.textContent ?? ""),
		);
		expect(tabs.map((tab) => tab.replace(/\d+$/, ""))).toEqual([
			"Cut",
			"Connect",
			"Questions",
			"Typos",
		]);
		expect(Number(/\d+$/.exec(tabs[0] ?? "")?.[0])).toBeGreaterThan(5);
		expect(Number(/\d+$/.exec(tabs[2] ?? "")?.[0])).toBeGreaterThan(5);
	});

	it("says of a pass that found nothing that this is good", async () => {
		await host.press("2");
		await host.see("nothing to change");
	});

	it("asks; only y makes a question a mark in the draft", async () => {
		await host.press("3");
		await host.page.waitForSelector(".winnow-refine-question.is-focused");
		await host.press("y", "n", "j");
		await host.see("2 of ");
		expect(host.readNote(DEMO)).toBe(draft);
	});

	it("applies suggestions and marks together, and logs the run", async () => {
		await host.press("Control+Enter");
		await host.see("question is in the draft as a mark");
		await host.noteSays(DEMO, /%% question: .+ %%/);
		expect(host.readNote(DEMO).match(/%% question/g)).toHaveLength(1);
		await host.noteSays(
			"Research/LLM training/Refine log.md",
			/cut \+ connect \+ logic \+ background \+ typos/,
		);
		await host.button("Undo all 2").click();
		await host.noteSays(DEMO, "In order to know whether");
		await host.see("Taken back");
		expect(host.readNote(DEMO)).toBe(draft);
	});
});

describe("splitting a suggestion", () => {
	it("accepts one part of it alone", async () => {
		const host = await openHost({
			vault: runsVault(),
			standIn: {
				answer: () => ({
					edits: [
						{
							b: 3,
							k: "wordy",
							q: "In order to see why, basically look at the slope.",
							r: "To see why, look at the slope.",
							why: "Shorter.",
							ref: null,
						},
					],
					notes: [],
				}),
			},
		});
		const review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(1);
		await host.press("s");
		await review.hasRows(2);
		await host.press("n", "y");
		expect(await review.states()).toEqual(["rejected", "accepted"]);
		await host.press("Control+Enter");
		await host.noteSays(DRAFT_PATH, "In order to see why, look at the slope.");
	});
});
