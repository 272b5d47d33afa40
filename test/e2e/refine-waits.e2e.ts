import { openHost, type Host } from "../host/open-host";
import { DRAFT, DRAFT_PATH, reviewOf, runsVault } from "./refine-vault";

describe("a second pass on a draft whose review is open", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const asked = (): number => host.standIn?.state.requests.length ?? 0;
	// As from the draft's other window: the sheet covers only its own.
	const refineAgain = () =>
		host.page.evaluate(() => void window.__host.runCommand("winnow:refine-draft"));
	const sheets = async (): Promise<number> => (await host.page.$$(".modal")).length;
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(), standIn: true });
		review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		await review.isRead();
		await host.press("y");
	});

	it("waits and says so; nothing is asked meanwhile", async () => {
		const before = asked();
		await refineAgain();
		await host.see("This one opens when that is closed.");
		expect(await sheets()).toBe(1);
		expect(asked()).toBe(before);
	});

	it("opens by itself when the first is closed, and its finds join those of the first", async () => {
		const before = asked();
		await host.press("Escape");
		await host.page.waitForSelector(".winnow-refine-pass");
		await host.seeNot("This one opens when that is closed.");
		expect(await sheets()).toBe(1);
		expect(asked()).toBe(before);
		await review.begin(["Connect"]);
		await review.isRead();
		await review.tab("Cut");
		await review.hasRows(7);
		expect((await review.states())[0]).toBe("accepted");
		// One call for the pass that is new; what was read before is not read, or paid, again.
		expect(asked()).toBe(before + 1);
		expect(host.readNote(DRAFT_PATH)).toBe(DRAFT);
	});

	it("waits on where the author goes to a place in the draft, and opens at a press", async () => {
		await refineAgain();
		await host.see("This one opens when that is closed.");
		await host.press("o");
		await host.see("can open now");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.button("Open it").click();
		await host.page.waitForSelector(".winnow-refine-pass");
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.runCommand("Continue review");
		await review.hasRows(7);
	});

	it("does not open once it was called off", async () => {
		await refineAgain();
		await host.button("Do not wait").click();
		await host.seeNot("This one opens when that is closed.");
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.runCommand("Continue review");
		await review.tab("Cut");
		await review.hasRows(7);
		expect(await sheets()).toBe(1);
		await host.press("Escape");
	});

	it("that is started anew later says whose place it takes", async () => {
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await host.runCommand("Refine draft…");
		await host.see("An unfinished review of this draft is kept.");
		await host.press("Escape");
	});
});
