import type { KeyAct } from "../../src/inbox/key-act";
import { KeyQueue } from "../../src/inbox/key-queue";

const KEEP = { kind: "keep", asksReason: false } as const;
const STEP = { kind: "step", by: 1, extends: false } as const;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function queue() {
	const done: string[] = [];
	const keys = new KeyQueue(({ kind }) => void done.push(kind));
	/** Each take-back by name: call to show it, then to end it. */
	const takeBack = (name: string) => {
		let [show, end] = [(): void => undefined, (): void => undefined];
		const written = keys.takeBack((onShown) => {
			done.push(name);
			show = onShown;
			return new Promise((resolve) => (end = resolve));
		});
		return { show: () => show(), end: () => end(), written };
	};
	return { keys, done, takeBack };
}

describe("keys after a take-back", () => {
	it("decide on the rows as it leaves them, while walking goes on", async () => {
		const { keys, done, takeBack } = queue();
		const first = takeBack("undo");
		await settle();
		keys.add(STEP);
		keys.add(KEEP);
		expect(done).toEqual(["undo", "step"]);
		first.show();
		await settle();
		expect(done).toEqual(["undo", "step", "keep"]);
		keys.add(KEEP);
		expect(done).toHaveLength(4);
	});

	it.each<KeyAct>([
		{ kind: "toggle" },
		{ kind: "select-all" },
		{ kind: "step", by: 1, extends: true },
		{ kind: "open", inNewTab: false },
		{ kind: "read-on", by: 1 },
		{ kind: "copy-link" },
		{ kind: "menu" },
	])("find the rows as it leaves them: $kind", async (act) => {
		const { keys, done, takeBack } = queue();
		const undo = takeBack("undo");
		await settle();
		keys.add(act);
		expect(done).toEqual(["undo"]);
		undo.show();
		await settle();
		expect(done).toEqual(["undo", act.kind]);
	});

	it("keep their order: walking never overtakes a key that waits", async () => {
		const { keys, done, takeBack } = queue();
		const undo = takeBack("undo");
		await settle();
		for (const act of [{ kind: "toggle" }, STEP, { kind: "toggle" }] as const) keys.add(act);
		expect(done).toEqual(["undo"]);
		undo.show();
		await settle();
		expect(done).toEqual(["undo", "toggle", "step", "toggle"]);
		keys.add(STEP);
		expect(done).toHaveLength(5);
	});

	it("reach the search field at once: what is typed next belongs there", async () => {
		const { keys, done, takeBack } = queue();
		takeBack("undo");
		await settle();
		keys.add({ kind: "toggle" });
		keys.add({ kind: "search" });
		expect(done).toEqual(["undo", "search"]);
	});

	it("take back one after the other", async () => {
		const { done, takeBack } = queue();
		const first = takeBack("first");
		const second = takeBack("second");
		await settle();
		first.show();
		await settle();
		expect(done).toEqual(["first"]);
		first.end();
		await first.written;
		await settle();
		expect(done).toEqual(["first", "second"]);
		second.end();
		await second.written;
	});

	it("are not lost where taking back failed", async () => {
		const { keys, done } = queue();
		const failed = keys.takeBack(() => Promise.reject(new Error("a bug")));
		keys.add(KEEP);
		await expect(failed).rejects.toThrow("a bug");
		await settle();
		expect(done).toEqual(["keep"]);
	});
});
