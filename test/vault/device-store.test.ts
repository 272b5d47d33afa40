import { IDBFactory } from "fake-indexeddb";
import { openDeviceStore } from "../../src/vault/device-store-idb";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { lazyDeviceStore } from "../../src/vault/device-store-lazy";

function device() {
	const facts = new Map<string, string>();
	const factory = new IDBFactory();
	let [ids, time] = [0, 0];
	const open = (limit?: number) =>
		openDeviceStore(
			factory,
			{ load: (key) => facts.get(key) ?? null, save: (key, value) => facts.set(key, value) },
			() => `id-${++ids}`,
			() => new Date(++time),
			limit,
		);
	return { facts, factory, open };
}

describe("things kept on a device", () => {
	it("are there after a restart, under this vault's own name", async () => {
		const { open, facts, factory } = device();
		await (await open()).put("undo/1", { a: [1] });
		const later = await open();
		expect(later.isLasting).toBe(true);
		expect(await later.get("undo/1")).toEqual({ a: [1] });
		expect(await later.get("undo/2")).toBeUndefined();
		expect(facts.get("winnow-database")).toBe("id-1");
		expect((await factory.databases()).map(({ name }) => name)).toEqual(["winnow-id-1"]);
	});

	it("are listed by how their keys begin, and can be removed", async () => {
		const store = await device().open();
		for (const key of ["undo/2", "review/1", "undo/1"]) await store.put(key, key);
		expect(await store.keys("undo/")).toEqual(["undo/1", "undo/2"]);
		await store.delete("undo/1");
		expect(await store.keys("undo/")).toEqual(["undo/2"]);
	});

	it("leave when there is too much, the oldest first, never what was just written", async () => {
		const store = await device().open(1000);
		await store.put("old", "x".repeat(300));
		await store.put("middle", "x");
		await store.put("old", "x".repeat(300)); // written again: not the oldest any more
		await store.put("new", "x".repeat(300));
		expect(await store.keys("")).toEqual(["new"]);
		await store.put("huge", "x".repeat(5000));
		expect(await store.keys("")).toEqual(["huge"]);
	});

	it("cannot be what the database cannot hold: the writer is told", async () => {
		const store = await device().open();
		await expect(store.put("a", () => 1)).rejects.toThrow();
	});

	it.each<[string, Pick<IDBFactory, "open">]>([
		[
			"throws",
			{
				open: () => {
					throw new Error("no databases here");
				},
			},
		],
		["says no", { open: () => refused("onerror") }],
		["is held by an older window", { open: () => refused("onblocked") }],
	])("are kept in memory where the database %s", async (_title, factory) => {
		const facts = { load: () => "known", save: () => undefined };
		const store = await openDeviceStore(
			factory as IDBFactory,
			facts,
			() => "id",
			() => new Date(0),
		);
		expect(store.isLasting).toBe(false);
	});

	it("in memory follow the same rules of keys", async () => {
		const store = createMemoryStore();
		for (const key of ["undo/2", "review/1", "undo/1"]) await store.put(key, key);
		await store.delete("review/1");
		expect(await store.keys("")).toEqual(["undo/1", "undo/2"]);
		expect(await store.get("undo/1")).toBe("undo/1");
	});
});

function refused(event: "onerror" | "onblocked"): IDBOpenDBRequest {
	const request = { error: null } as unknown as IDBOpenDBRequest;
	setTimeout(() => request[event]?.call(request, new Event(event) as IDBVersionChangeEvent), 0);
	return request;
}

describe("a store that opens behind", () => {
	it("is settled when what was put before it was open is kept", async () => {
		const { open } = device();
		let isOpening = (): void => undefined;
		const begun = new Promise<void>((resolve) => (isOpening = resolve));
		const store = lazyDeviceStore(() => begun.then(() => open()));
		void store.put("a", 1);
		void store.put("b", 2);
		let isSettled = false;
		const settled = store.settled().then(() => (isSettled = true));
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(isSettled).toBe(false);
		isOpening();
		await settled;
		const again = await open();
		expect(await again.keys("")).toEqual(["a", "b"]);
	});

	it("is settled though a change failed", async () => {
		const store = lazyDeviceStore(() => Promise.reject(new Error("no disk")));
		const put = store.put("a", 1);
		await store.settled();
		await expect(put).rejects.toThrow("no disk");
	});
});
