import type { ItemResult, Task } from "../../src/ui/task";
import { TaskBoard } from "../../src/ui/run-tasks";

const board = () =>
	new TaskBoard({ unexpected: (error) => String(error), timedOut: (ms) => `no answer in ${ms} ms` });

const kinds = (task: Task) => task.items.map((item) => item.state.kind).join(" ");

/** Items that end only when told to. */
function heldItems() {
	const release = new Map<string, (result: ItemResult) => void>();
	const run = (item: string) => new Promise<ItemResult>((resolve) => release.set(item, resolve));
	return { run, end: (item: string) => release.get(item)?.({ kind: "done", note: item }) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a task", () => {
	const options = { label: "Clipping", itemLabel: (item: string) => item, lanes: 2, timeoutMs: 0 };

	it("runs every item though one fails and one throws", async () => {
		const task = board().start({
			...options,
			items: ["good", "bad", "broken", "good too"],
			run: (item) => {
				if (item === "broken") return Promise.reject(new Error("disk full"));
				const result: ItemResult =
					item === "bad"
						? { kind: "failed", reason: "404", next: null }
						: { kind: "done", note: item };
				return Promise.resolve(result);
			},
		});
		await task.ended;
		expect(kinds(task)).toBe("done failed failed done");
		expect(task.items[2]?.state).toMatchObject({ reason: "Error: disk full" });
	});

	it("never runs more items at once than it has lanes", async () => {
		const { run, end } = heldItems();
		const task = board().start({ ...options, items: ["a", "b", "c"], run });
		await settle();
		expect(kinds(task)).toBe("running running waiting");
		end("a");
		await settle();
		expect(kinds(task)).toBe("done running running");
		end("b");
		end("c");
		await task.ended;
	});

	it("keeps what is done when stopped, and lets the rest wait", async () => {
		const { run, end } = heldItems();
		const task = board().start({ ...options, lanes: 1, items: ["a", "b", "c"], run });
		await settle();
		end("a");
		await settle();
		task.stop();
		await task.ended;
		expect(kinds(task)).toBe("done waiting waiting");
	});

	it("begins nothing while paused", async () => {
		const { run, end } = heldItems();
		const task = board().start({ ...options, lanes: 1, items: ["a", "b"], run });
		await settle();
		task.pause();
		end("a");
		await settle();
		expect(kinds(task)).toBe("done waiting");
		task.resume();
		await settle();
		expect(kinds(task)).toBe("done running");
		end("b");
		await task.ended;
	});

	it("gives up an item that does not answer, and goes on", async () => {
		const run = (item: string) =>
			item === "hangs"
				? new Promise<ItemResult>(() => undefined)
				: Promise.resolve<ItemResult>({ kind: "done", note: item });
		const task = board().start({ ...options, lanes: 1, timeoutMs: 5, items: ["hangs", "b"], run });
		await task.ended;
		expect(kinds(task)).toBe("failed done");
	});

	it("leaves the board when it has ended", async () => {
		const tasks = board();
		const task = tasks.start({
			...options,
			items: ["a"],
			run: () => Promise.resolve<ItemResult>({ kind: "done", note: "" }),
		});
		expect(tasks.running()).toEqual([task]);
		await task.ended;
		await settle();
		expect(tasks.running()).toEqual([]);
	});
});
