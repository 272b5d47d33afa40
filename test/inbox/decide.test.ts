import { Decider, type DecidePorts } from "../../src/inbox/decide";
import type { Task, TaskOptions } from "../../src/ui/task";
import { stepOf } from "../../src/vault/property-step";
import type { Act } from "../../src/vault/undo-log";
import { FakeSources, FakeVault, source } from "./sources";

type Recorded = Omit<Act, "id">;

function desk(paths: readonly string[], start: DecidePorts["tasks"]["start"] = refuseTasks) {
	const sources = new FakeSources(paths.map((path) => source(path)));
	const vault = new FakeVault();
	for (const path of paths) vault.texts.set(path, "---\nstatus: new\n---\n");
	const acts: Recorded[] = [];
	const decider = new Decider({
		sources,
		vault,
		undo: { record: (act) => void acts.push(act) },
		tasks: { start },
		now: () => new Date(2026, 4, 3),
		statusProperty: () => "status",
		stepOf,
		explain: ({ kind }) => kind,
	});
	return { sources, vault, acts, decider, status: (path: string) => sources.get(path)?.status };
}

const refuseTasks = (): never => {
	throw new Error("a few notes need no task");
};

const KEEP = { kind: "keep", reason: null } as const;
const many = Array.from({ length: 30 }, (_, index) => `${index}.md`);

/** Runs items one after the other; stops before the one with this number. */
function taskUntil(stopAt: number) {
	return <Item>({ items, run }: TaskOptions<Item>): Task => {
		const work = async (): Promise<void> => {
			for (const item of items.slice(0, stopAt))
				await run(item, new AbortController().signal);
		};
		return { ended: work() } as Task;
	};
}

describe("deciding", () => {
	it("shows at once, before the note is written", async () => {
		const { decider, vault, status } = desk(["a.md"]);
		let open = (): void => undefined;
		vault.gate = new Promise((resolve) => (open = resolve));
		const outcome = decider.decide(["a.md"], KEEP, () => "Kept: a");
		expect(status("a.md")).toBe("kept");
		expect(vault.texts.get("a.md")).toContain("status: new");
		open();
		expect(await outcome).toEqual({ done: ["a.md"], failed: [], left: [], elsewhere: [] });
		expect(vault.texts.get("a.md")).toContain("status: kept");
	});

	it("writes a note without any property where its text says what work it is, and no other", async () => {
		const { decider, vault, sources } = desk(["a.md", "b.md"]);
		sources.change([{ ...source("a.md"), isFromText: true }]);
		for (const path of ["a.md", "b.md"]) vault.texts.set(path, "---\n---\n");
		const { done, failed } = await decider.decide(["a.md", "b.md"], KEEP, () => "");
		expect([done, failed.map(({ failure }) => failure.kind)]).toEqual([["a.md"], ["stale"]]);
	});

	it("is one act, however many notes, with the lines before and after", async () => {
		const { decider, acts } = desk(["a.md", "b.md"]);
		await decider.decide(["a.md", "b.md"], KEEP, () => "Kept 2 sources");
		expect(acts).toHaveLength(1);
		expect(acts[0]).toMatchObject({
			label: "Kept 2 sources",
			steps: [
				{
					path: "a.md",
					before: { status: "status: new\n" },
					after: { status: "status: kept\n" },
				},
				{ path: "b.md" },
			],
		});
	});

	it("brings a row back when the disk says no, and records only what was done", async () => {
		const { decider, vault, acts, status } = desk(["a.md", "b.md"]);
		vault.failures.set("a.md", { kind: "disk", detail: "full" });
		const outcome = await decider.decide(["a.md", "b.md"], KEEP, () => "");
		expect(outcome.failed).toEqual([
			{ path: "a.md", failure: { kind: "disk", detail: "full" } },
		]);
		expect([status("a.md"), status("b.md")]).toEqual(["new", "kept"]);
		expect(acts[0]?.steps.map((step) => "path" in step && step.path)).toEqual(["b.md"]);
	});

	it("records nothing where nothing was written", async () => {
		const { decider, vault, acts } = desk(["a.md"]);
		vault.failures.set("a.md", { kind: "gone" });
		await decider.decide(["a.md"], KEEP, () => "");
		await decider.decide(["not a source.md"], KEEP, () => "");
		expect(acts).toEqual([]);
	});

	it("records acts in the order they were decided, though a later one is written first", async () => {
		const { decider, vault, acts } = desk(["slow.md", "fast.md"]);
		let open = (): void => undefined;
		vault.gate = new Promise((resolve) => (open = resolve));
		void decider.decide(["slow.md"], KEEP, () => "first");
		vault.gate = Promise.resolve();
		void decider.decide(["fast.md"], KEEP, () => "second");
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(acts).toEqual([]);
		open();
		await decider.settled();
		expect(acts.map(({ label }) => label)).toEqual(["first", "second"]);
	});

	it("is shown at once on a note that is being taken back, and written after that", async () => {
		const { decider, vault, status } = desk(["a.md", "b.md"]);
		let written = (): void => undefined;
		decider.hold(["a.md"], new Promise<void>((resolve) => (written = resolve)));
		const outcome = decider.decide(["a.md", "b.md"], KEEP, () => "");
		expect(status("a.md")).toBe("kept");
		await new Promise((resolve) => setTimeout(resolve, 0));
		expect(vault.texts.get("a.md")).toContain("status: new");
		expect(vault.texts.get("b.md")).toContain("status: kept");
		written();
		await outcome;
		expect(vault.texts.get("a.md")).toContain("status: kept");
	});

	it("runs many notes as one task and one act", async () => {
		const { decider, acts } = desk(many, taskUntil(many.length));
		const outcome = await decider.decide(many, KEEP, () => "Kept 30 sources");
		expect(outcome.done).toHaveLength(30);
		expect(acts).toHaveLength(1);
		expect(acts[0]?.steps).toHaveLength(30);
	});

	it("can be stopped by who takes it back, and is called by what it did", async () => {
		let stopped = (): void => undefined;
		const start = <Item>({ items, run }: TaskOptions<Item>): Task => {
			const work = async (): Promise<void> => {
				for (const item of items.slice(0, 12)) await run(item, new AbortController().signal);
				await new Promise<void>((resolve) => (stopped = resolve));
			};
			return { ended: work(), stop: () => stopped() } as Task;
		};
		const { decider, acts } = desk(many, start);
		const outcome = decider.decide(many, KEEP, (paths) => `Kept ${paths.length} sources`);
		await new Promise((resolve) => setTimeout(resolve, 20));
		decider.stop();
		expect((await outcome).left).toHaveLength(18);
		expect(acts.map(({ label }) => label)).toEqual(["Kept 12 sources"]);
	});

	it("leaves what a stopped task did not reach as it was, and can take back the rest", async () => {
		const { decider, acts, status, vault } = desk(many, taskUntil(12));
		const outcome = await decider.decide(many, KEEP, () => "Kept 30 sources");
		expect([outcome.done.length, outcome.left.length]).toEqual([12, 18]);
		expect(acts[0]?.steps).toHaveLength(12);
		expect([status("11.md"), status("12.md")]).toEqual(["kept", "new"]);
		expect(vault.texts.get("12.md")).toContain("status: new");
	});
});
