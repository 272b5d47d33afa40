import { longDraft } from "../bench/long-draft";
import { openHost } from "../host/open-host";
import { DRAFT_PATH, LOG_PATH, reviewOf, runsVault } from "./refine-vault";

/**
 * What each key took until the new meter was laid out, in ms: by the clock, and of the processor alone, which says the
 * same on a machine that does other things. `idle` and `after` are bytes in use.
 */
type Measured = Readonly<{
	clock: readonly number[];
	processor: readonly number[];
	idle: number;
	after: number;
}>;

describe("683 suggestions on 20,000 words", () => {
	it("decides 400 by keys, and prints what a key costs (no limit: milliseconds belong to one machine)", async () => {
		const { text, edits } = longDraft(20_000, 683);
		const host = await openHost({
			vault: runsVault(text),
			standIn: {
				answer: (_pass: string, asked: string) => {
					const range = /Answer for blocks (\d+)-(\d+)/.exec(asked);
					const [from, to] = [Number(range?.[1] ?? 1), Number(range?.[2] ?? 1e9)];
					return { edits: edits.filter(({ b }) => from <= b && b <= to), notes: [] };
				},
			},
			size: { width: 1440, height: 900 },
		});
		const review = reviewOf(host);
		const session = await host.page.createCDPSession();
		const heap = async (): Promise<number> => {
			await session.send("HeapProfiler.collectGarbage");
			return (await host.page.metrics()).JSHeapUsedSize ?? 0;
		};
		await host.open(DRAFT_PATH);
		const idle = await heap();
		await review.start(DRAFT_PATH);
		await review.isRead();
		const listed = (await review.states()).length;
		await session.send("Performance.enable", { timeDomain: "threadTicks" });
		const worked = async (): Promise<number> => {
			const { metrics } = await session.send("Performance.getMetrics");
			const parts = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];
			return metrics
				.filter(({ name }) => parts.includes(name))
				.reduce((sum, { value }) => sum + value * 1000, 0);
		};
		const keys = ["y", "y", "n", "y", "j"];
		const clock: number[] = [];
		const processor: number[] = [];
		for (let pressed = 0, decided = 0; decided < 400; pressed++) {
			const key = keys[pressed % keys.length] ?? "y";
			const before = await worked();
			clock.push(await host.page.evaluate(pressAndLayOut, key));
			processor.push((await worked()) - before);
			if (key !== "j") decided++;
		}
		const measured: Measured = { clock, processor, idle, after: await heap() };
		console.info(`${listed} listed; ${describeTimes(measured)}`);
		const states = await review.states();
		expect(
			states.filter((state) => state === "accepted" || state === "rejected").length,
		).toBeGreaterThanOrEqual(400);
		await host.press("Control+Enter");
		await host.noteSays(LOG_PATH, /cut/);
	});
});

/** Runs in the page. Reading a size makes the browser lay out what the key changed. */
function pressAndLayOut(key: string): number {
	const started = performance.now();
	document
		.querySelector(".winnow-refine-list")
		?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
	document.querySelector(".winnow-refine-meter")?.getBoundingClientRect();
	return performance.now() - started;
}

function describeTimes({ clock, processor, idle, after }: Measured): string {
	const at = (list: readonly number[], share: number): string =>
		([...list].sort((a, b) => a - b)[Math.floor(list.length * share)] ?? 0).toFixed(1);
	const told = (list: readonly number[]): string =>
		`median ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms, worst ${at(list, 0.999)} ms`;
	const grown = ((after - idle) / 1e6).toFixed(1);
	return `key to meter: ${told(clock)} by the clock; ${told(processor)} of the processor; heap +${grown} MB`;
}
