import { openHost, type Host } from "../host/open-host";
import { DRAFT, DRAFT_PATH, reviewOf, runsVault } from "./refine-vault";

/** What can go wrong half way; all leave what came, and *Continue* asks only for what is missing. */
const BROKEN = ["drop", "error_midstream", "max_tokens"] as const;
/** What can go wrong before anything came. */
const REFUSED = ["not_json", "bad_key", "no_credit"] as const;

describe("when Claude stops answering", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const script = (...outcomes: string[]) =>
		host.standIn?.state.script.splice(0, Infinity, ...outcomes);
	const asked = (): string[] =>
		(host.standIn?.state.requests ?? []).map((request) => JSON.stringify(request));
	const again = async (): Promise<void> => {
		await host.page.waitForSelector(".winnow-refine-strip.is-error button");
		await host.page.locator(".winnow-refine-strip button").click();
	};
	const close = async (): Promise<void> => {
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	};
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(), standIn: { cps: 20_000 } });
		host.expectErrors(/Failed to load resource|ERR_/);
		review = reviewOf(host);
	});
	afterEach(async () => {
		await close();
		expect(host.readNote(DRAFT_PATH)).toBe(DRAFT);
	});

	it.each(BROKEN)("%s: what came is kept, and only the rest is asked for", async (outcome) => {
		script(...Array<string>(8).fill(outcome));
		const before = asked().length;
		await review.start(DRAFT_PATH);
		await host.page.waitForSelector(".winnow-refine-strip.is-error");
		const kept = (await review.states()).length;
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThan(7);
		await host.press("y");
		script();
		const tries = asked().length;
		await again();
		await review.hasRows(7);
		expect((await review.states())[0]).toBe("accepted");
		expect(asked().length).toBe(tries + 1);
		const ranges = [asked()[before], asked().at(-1)].map(
			(body) => /Answer for blocks (\d+)-/.exec(body ?? "")?.[1],
		);
		expect(Number(ranges[1])).toBeGreaterThan(Number(ranges[0]));
	});

	it.each(REFUSED)("%s: says so, and the draft is unchanged", async (outcome) => {
		script(outcome);
		await review.start(DRAFT_PATH);
		await host.page.waitForSelector(".winnow-refine-strip.is-error");
		expect(await review.states()).toEqual([]);
		await again();
		await review.hasRows(7);
	});

	it("refused at the end: what came before stays", async () => {
		script("refusal");
		await review.start(DRAFT_PATH);
		await host.page.waitForSelector(".winnow-refine-strip.is-error");
		await review.hasRows(7);
	});

	it("overloaded at first: tries again by itself", async () => {
		script("overloaded");
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
	});

	it("stopped by the author: what came is kept", async () => {
		script("hang");
		await review.start(DRAFT_PATH);
		await host.button("Stop").click();
		await host.see("Stopped. What came is kept");
		await host.page.locator(".winnow-refine-strip button").click();
		await review.hasRows(7);
	});
});
