import { longDraft } from "../bench/long-draft";
import { openHost } from "../host/open-host";
import { DRAFT_PATH, LOG_PATH, reviewOf, runsVault } from "./refine-vault";

/** Plain data of a task: the time of each key to the new meter on screen, and bytes in use. */
type Measured = Readonly<{ times: readonly number[]; idle: number; after: number }>;

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
		const times = await host.page.evaluate(async () => {
			const keys = ["y", "y", "n", "y", "j"];
			const list = document.querySelector<HTMLElement>(".winnow-refine-list");
			const spent: number[] = [];
			for (let pressed = 0, decided = 0; decided < 400; pressed++) {
				const key = keys[pressed % keys.length] ?? "y";
				const started = performance.now();
				list?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
				// Reading a size makes the browser lay out what the key changed.
				document
					.querySelector<HTMLElement>(".winnow-refine-meter")
					?.getBoundingClientRect();
				spent.push(performance.now() - started);
				if (key !== "j") decided++;
				if (pressed % 20 === 0) await new Promise((resolve) => window.setTimeout(resolve));
			}
			return spent;
		});
		const measured: Measured = { times, idle, after: await heap() };
		console.info(`${listed} listed; ${describeTimes(measured)}`);
		const states = await review.states();
		expect(
			states.filter((state) => state === "accepted" || state === "rejected").length,
		).toBeGreaterThanOrEqual(400);
		await host.press("Control+Enter");
		await host.noteSays(LOG_PATH, /cut/);
	});
});

function describeTimes({ times, idle, after }: Measured): string {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number): string =>
		(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
	const grown = ((after - idle) / 1e6).toFixed(1);
	return `key to meter: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms, the first ${(times[0] ?? 0).toFixed(1)} ms; heap +${grown} MB`;
}
