import type { Page } from "puppeteer-core";

/** What the page's main thread was kept busy with at one go, while an act ran. Milliseconds. */
export type Tasks = Readonly<{
	/** The longest, of processor time: what the machine does besides does not count. */
	longest: number;
	/** The same without the browser collecting garbage, which it does when it likes. */
	longestOwn: number;
}>;

type TraceEvent = Readonly<{
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
	args?: Readonly<{ name?: string }>;
}>;

const CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline", "v8"];
const GARBAGE = /^(MajorGC|MinorGC|V8\.GC_|BlinkGC)/;

/** The tasks of the page's main thread while `act` ran and what it began was painted. */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<Tasks> {
	await page.tracing.start({ categories: CATEGORIES });
	await act();
	await page.evaluate(
		() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0))),
	);
	const bytes = await page.tracing.stop();
	const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
		traceEvents: TraceEvent[];
	};
	return tasksOf(traceEvents);
}

function tasksOf(events: readonly TraceEvent[]): Tasks {
	const threads = new Set(
		events
			.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
			.map(threadOf),
	);
	const ours = events.filter((event) => threads.has(threadOf(event)));
	const tasks = ours.filter(({ name }) => name === "RunTask");
	const garbage = ours.filter(({ name }) => GARBAGE.test(name));
	let [longest, longestOwn] = [0, 0];
	for (const task of tasks) {
		const spent = processorMs(task);
		if (spent < Math.max(1, longestOwn)) continue;
		longest = Math.max(longest, spent);
		longestOwn = Math.max(
			longestOwn,
			spent - outermost(garbage.filter((each) => isWithin(each, task))),
		);
	}
	return { longest, longestOwn };
}

/** Collections nest: an inner one is counted with its outer one. */
function outermost(events: readonly TraceEvent[]): number {
	let [spent, end] = [0, -Infinity];
	for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
		if (event.ts < end) continue;
		spent += processorMs(event);
		end = event.ts + (event.dur ?? 0);
	}
	return spent;
}

function isWithin(event: TraceEvent, task: TraceEvent): boolean {
	return (
		threadOf(event) === threadOf(task) &&
		event.ts >= task.ts &&
		event.ts < task.ts + (task.dur ?? 0)
	);
}

function processorMs({ tdur, dur }: TraceEvent): number {
	return (tdur ?? dur ?? 0) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
	return `${pid}/${tid}`;
}
