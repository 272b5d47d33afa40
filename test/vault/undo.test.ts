import fc from "fast-check";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { stepOf } from "../../src/vault/property-step";
import type { PropertyChanges, SafeVault } from "../../src/vault/safe-vault";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import type { Drive, Step } from "../../src/vault/undo-log";
import { createUndoLog, UNDO_ACTS, type UndoLogStore } from "../../src/vault/undo-log-store";
import { MemoryFiles, vaultParts } from "./memory-files";

type World = Readonly<{
	files: MemoryFiles;
	vault: SafeVault;
	log: UndoLogStore;
	store: ReturnType<typeof createMemoryStore>;
}>;

function world(notes: Readonly<Record<string, string>>, store = createMemoryStore()): World {
	const files = new MemoryFiles(notes);
	const vault = createSafeVaultOn(vaultParts(files));
	return { files, vault, store, log: restarted(vault, store) };
}

function restarted(vault: SafeVault, store: World["store"]): UndoLogStore {
	let id = 0;
	const onStoreError = (error: unknown): never => {
		throw error;
	};
	return createUndoLog({ store, vault, newId: () => String(++id), onStoreError });
}

const record = (log: UndoLogStore, steps: readonly (Step | null)[]): void => {
	const real = steps.filter((step): step is Step => step !== null);
	if (real.length > 0) log.record({ label: "act", at: "2026-05-03T10:00:00Z", steps: real });
};

async function set(one: World, path: string, changes: PropertyChanges): Promise<Step | null> {
	const written = await one.vault.changeProperties(path, changes);
	return written.ok ? stepOf(written.value, changes) : null;
}

const vaultOf = ({ files }: World): object =>
	Object.fromEntries(
		[...files.files].filter(([path]) => !/^(\.trash|plugin)\//.test(path)).sort(),
	);

describe("undo", () => {
	it("takes a decision back to the byte, whatever else was added since", async () => {
		const one = world({
			"N.md": "---\n# mine\nstatus: new # c\nreason: old\n# end\n---\nText",
		});
		record(one.log, [
			await set(one, "N.md", { status: "kept", reason: null, decided: "2026-05-03" }),
		]);
		one.files.files.set("N.md", `${one.files.files.get("N.md") ?? ""}, and more`);
		expect(await one.log.undo()).toMatchObject({ done: 1, skipped: [] });
		expect(one.files.files.get("N.md")).toBe(
			"---\n# mine\nstatus: new # c\nreason: old\n# end\n---\nText, and more",
		);
	});

	it("takes pictures back with their note, but none that another note shows or that changed since", async () => {
		const files = new MemoryFiles({ "N.md": "note", "a.png": "aa", "b.png": "bb", "c.png": "c" });
		const vault = createSafeVaultOn(vaultParts(files, { linked: new Set(["b.png"]) }));
		const log = restarted(vault, createMemoryStore());
		record(log, [
			...["a.png", "b.png", "c.png", "gone.png"].map((path): Step => ({ kind: "saved", path, bytes: 2 })),
			{ kind: "created", path: "N.md", text: "note" },
		]);
		expect((await log.undo())?.skipped).toEqual([
			{ path: "gone.png", why: "gone" },
			{ path: "c.png", why: "changed" },
		]);
		expect([...files.files.keys()].filter((path) => !path.startsWith(".trash")).sort()).toEqual(["b.png", "c.png"]);
	});

	it.each([
		["was decided again", (text: string) => text.replace("kept", "deleted")],
		["cannot be read any more", () => "---\nno end"],
		["has no properties any more", () => "Text"],
	])("leaves a note alone that %s, and says so", async (_title, theirs) => {
		const one = world({ "N.md": "---\nstatus: new\n---\nText" });
		record(one.log, [await set(one, "N.md", { status: "kept" })]);
		const now = theirs(one.files.files.get("N.md") ?? "");
		one.files.files.set("N.md", now);
		expect(await one.log.undo()).toMatchObject({
			done: 0,
			skipped: [{ path: "N.md", why: "changed" }],
		});
		expect(one.files.files.get("N.md")).toBe(now);
	});

	it("says of a note that is gone that it is", async () => {
		const one = world({ "N.md": "---\nstatus: new\n---\n" });
		record(one.log, [await set(one, "N.md", { status: "kept" })]);
		one.files.files.delete("N.md");
		expect(await one.log.undo()).toMatchObject({ skipped: [{ path: "N.md", why: "gone" }] });
	});

	it("says of a disk that refused that it did", async () => {
		const one = world({ "N.md": "---\nstatus: new\n---\n" });
		record(one.log, [await set(one, "N.md", { status: "kept" })]);
		one.files.fault = { at: one.files.calls + 3, kind: "refuse", isCrash: false };
		expect(await one.log.undo()).toMatchObject({ skipped: [{ path: "N.md", why: "disk" }] });
	});

	it("takes the block away that a decision put there, and puts it back", async () => {
		for (const text of ["Text", "\ufeffText", "a\r\nb", "", "\n---\nx"]) {
			const one = world({ "N.md": text });
			record(one.log, [await set(one, "N.md", { status: "kept", reason: "x" })]);
			const kept = one.files.files.get("N.md");
			await one.log.undo();
			expect(one.files.files.get("N.md")).toBe(text);
			await one.log.redo();
			expect(one.files.files.get("N.md")).toBe(kept);
		}
	});

	it("keeps a block that got properties of somebody else", async () => {
		const one = world({ "N.md": "Text" });
		record(one.log, [await set(one, "N.md", { status: "kept" })]);
		one.files.files.set("N.md", "---\nstatus: kept\ntags: x\n---\nText");
		await one.log.undo();
		expect(one.files.files.get("N.md")).toBe("---\ntags: x\n---\nText");
	});

	it("puts a removed property back at the end where its neighbour is gone", async () => {
		const one = world({ "N.md": "---\na: 1\nreason: x\nb: 2\n---\n" });
		record(one.log, [await set(one, "N.md", { reason: null })]);
		one.files.files.set("N.md", "---\nb: 2\n---\n");
		await one.log.undo();
		expect(one.files.files.get("N.md")).toBe("---\nb: 2\nreason: x\n---\n");
	});

	it("moves a note it made to the trash, unless somebody wrote in it", async () => {
		const one = world({});
		for (const path of ["A.md", "B.md"]) {
			await one.vault.create(path, "new");
			record(one.log, [{ kind: "created", path, text: "new" }]);
		}
		one.files.files.set("A.md", "new, and mine");
		expect(await one.log.undo()).toMatchObject({ done: 1 });
		expect(await one.log.undo()).toMatchObject({ skipped: [{ path: "A.md", why: "changed" }] });
		expect(vaultOf(one)).toEqual({ "A.md": "new, and mine" });
		expect(await one.log.redo()).toMatchObject({ skipped: [{ path: "A.md" }] });
		expect(await one.log.redo()).toMatchObject({ done: 1 });
		one.files.files.delete("B.md");
		expect(await one.log.undo()).toMatchObject({ skipped: [{ path: "B.md", why: "gone" }] });
	});

	it("takes only its own words out of a text changed elsewhere, and a canvas whole or not at all", async () => {
		const before = `Start. ${"x ".repeat(40)}\n\nOld words here.\n\n${"y ".repeat(40)}End.`;
		const after = before.replace("Old words", "New and better words");
		for (const path of ["N.md", "O.canvas"]) {
			const one = world({ [path]: `${after} Typed since.` });
			record(one.log, [{ kind: "text", path, before, after }]);
			const isNote = path === "N.md";
			expect(await one.log.undo()).toMatchObject({ done: isNote ? 1 : 0 });
			expect(one.files.files.get(path)).toBe(`${isNote ? before : after} Typed since.`);
		}
	});

	it("does not guess between two places", async () => {
		const one = world({ "N.md": "b. b. b." });
		record(one.log, [{ kind: "text", path: "N.md", before: "a.", after: "b." }]);
		expect(await one.log.undo()).toMatchObject({ skipped: [{ why: "changed" }] });
	});

	it("follows a note and its folder to a new name, also into the next session", async () => {
		const one = world({ "In/N.md": "---\nstatus: new\n---\n" });
		await one.log.ready;
		record(one.log, [await set(one, "In/N.md", { status: "kept" })]);
		await one.vault.rename("In/N.md", "Out/N.md");
		one.log.renamed("In", "Out");
		one.log.renamed("Elsewhere.md", "There.md");
		await one.log.settled();
		const later = restarted(one.vault, one.store);
		expect(await later.undo()).toMatchObject({ done: 1 });
		expect(vaultOf(one)).toEqual({ "Out/N.md": "---\nstatus: new\n---\n" });
	});

	it("takes a new name back", async () => {
		const one = world({ "A.md": "x" });
		await one.vault.rename("A.md", "B.md");
		record(one.log, [{ kind: "renamed", from: "A.md", to: "B.md" }]);
		one.log.renamed("B.md", "C.md");
		one.files.files.set("C.md", "x");
		one.files.files.delete("B.md");
		await one.log.undo();
		expect(vaultOf(one)).toEqual({ "A.md": "x" });
	});

	it("has nothing to take back at first, and one act fewer to do again after a new one", async () => {
		const one = world({ "A.md": "---\ns: 1\n---\n" });
		expect(one.log.last()).toBeNull();
		expect(await one.log.undo()).toBeNull();
		record(one.log, [await set(one, "A.md", { s: "2" })]);
		await one.log.undo();
		let told = 0;
		const stop = one.log.onChange(() => told++);
		record(one.log, [await set(one, "A.md", { s: "3" })]);
		stop();
		record(one.log, [await set(one, "A.md", { s: "4" })]);
		expect(told).toBe(1);
		expect(await one.log.redo()).toBeNull();
		expect(one.log.last()?.label).toBe("act");
	});

	it("keeps the last acts through a restart, those recorded before it had read them too", async () => {
		const one = world({});
		await one.log.ready;
		for (let i = 0; i < UNDO_ACTS + 5; i++)
			record(one.log, [{ kind: "renamed", from: `${i}`, to: `to ${i}` }]);
		await one.log.settled();
		await one.store.put("undo/000000000x", "not an act");
		const later = restarted(one.vault, one.store);
		record(later, [{ kind: "renamed", from: "early", to: "to early" }]);
		await later.ready;
		await later.settled();
		expect((await one.store.keys("undo/")).length).toBe(UNDO_ACTS + 1);
		expect(later.last()?.steps[0]).toMatchObject({ from: "early" });
	});

	it("tells of a store that fails and goes on in memory", async () => {
		const one = world({ "A.md": "x" });
		const errors: unknown[] = [];
		const store = { ...createMemoryStore(), keys: () => Promise.reject(new Error("gone")) };
		const log = createUndoLog({
			store,
			vault: one.vault,
			newId: () => "1",
			onStoreError: (error) => errors.push(error),
		});
		await one.vault.rename("A.md", "B.md");
		record(log, [{ kind: "renamed", from: "A.md", to: "B.md" }]);
		await log.undo();
		expect(vaultOf(one)).toEqual({ "A.md": "x" });
		expect(errors).toHaveLength(1);
	});
});

describe("an act of 300 notes", () => {
	const paths = Array.from({ length: 300 }, (_, index) => `${index}.md`);
	const text = "---\nstatus: new # c\n---\nText";

	async function kept(store = createMemoryStore()): Promise<World> {
		const one = world(Object.fromEntries(paths.map((path) => [path, text])), store);
		await one.log.ready;
		const steps: (Step | null)[] = [];
		for (const path of paths) steps.push(await set(one, path, { status: "kept" }));
		record(one.log, steps);
		return one;
	}

	/** Begins this many files, then no more. */
	const stopAfter =
		(count: number): Drive =>
		async (files, run) => {
			for (let index = 0; index < Math.min(count, files.length); index++) await run(index);
		};

	const saying = (one: World, words: string): number =>
		paths.filter((path) => one.files.files.get(path)?.includes(words)).length;

	it("is taken back a few at a time, and kept in the list with one write", async () => {
		let puts = 0;
		const store = createMemoryStore();
		const one = await kept({
			...store,
			put: (key, value) => {
				puts++;
				return store.put(key, value);
			},
		});
		await one.log.settled();
		puts = 0;
		let [now, most] = [0, 0];
		one.files.pause = async () => {
			most = Math.max(most, ++now);
			await new Promise((resolve) => setImmediate(resolve));
			now--;
		};
		expect(await one.log.undo()).toMatchObject({ done: 300, skipped: [], left: 0 });
		await one.log.settled();
		expect([most, puts]).toEqual([4, 1]);
		expect(paths.map((path) => one.files.files.get(path))).toEqual(paths.map(() => text));
	});

	it("stopped half way says what was done; the halves are one again when both are taken back", async () => {
		const one = await kept();
		expect(await one.log.undo(stopAfter(100))).toMatchObject({ done: 100, left: 200 });
		expect([saying(one, "new # c"), saying(one, "kept # c")]).toEqual([100, 200]);
		expect(one.log.last()?.steps).toHaveLength(200);
		expect(await one.log.undo(stopAfter(50))).toMatchObject({ done: 50, left: 150 });
		expect(await one.log.redo(stopAfter(10))).toMatchObject({ done: 10, left: 140 });
		expect(saying(one, "kept # c")).toBe(160);
		await one.log.settled();
		const later = restarted(one.vault, one.store);
		expect(await later.undo()).toMatchObject({ done: 160, left: 0 });
		expect(saying(one, "new # c")).toBe(300);
		await later.settled();
		expect(await one.store.keys("undo/")).toHaveLength(1);
		expect(await later.redo()).toMatchObject({ done: 300 });
		expect(saying(one, "kept # c")).toBe(300);
		expect(await later.redo()).toBeNull();
	});

	it("begins nothing where the person stopped at once", async () => {
		const one = await kept();
		expect(await one.log.undo(stopAfter(0))).toMatchObject({ done: 0, left: 300 });
		expect(await one.log.redo()).toBeNull();
		expect(await one.log.undo()).toMatchObject({ done: 300 });
	});

	it("runs steps on one file in their order, and waits where files get other names", async () => {
		const one = world({ "A.md": "a", "B.md": "b" });
		await one.log.ready;
		for (const word of ["1", "2"])
			await one.vault.changeText("A.md", (now) => ({ ok: true, value: now + word }));
		await one.vault.rename("A.md", "C.md");
		await one.vault.changeText("C.md", (now) => ({ ok: true, value: `${now}3` }));
		record(one.log, [
			{ kind: "text", path: "A.md", before: "a", after: "a1" },
			{ kind: "text", path: "A.md", before: "a1", after: "a12" },
			{ kind: "renamed", from: "A.md", to: "C.md" },
			{ kind: "text", path: "C.md", before: "a12", after: "a123" },
		]);
		expect(await one.log.undo()).toMatchObject({ done: 4, skipped: [] });
		expect(vaultOf(one)).toEqual({ "A.md": "a", "B.md": "b" });
		expect(await one.log.redo()).toMatchObject({ done: 4, skipped: [] });
		expect(vaultOf(one)).toEqual({ "C.md": "a123", "B.md": "b" });
	});
});

describe("any sequence of acts", () => {
	const RUNS = Number(process.env.UNDO_RUNS ?? 300);
	const path = fc.constantFrom("A.md", "B.md", "C.md");
	const value = fc.oneof(
		fc.constantFrom("new", "kept", "a: b", "2026-05-03"),
		fc.constant(null),
		fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 2 }),
		fc.boolean(),
	);
	const changes = fc.dictionary(
		fc.constantFrom("status", "decided", "reason", "project", "Title"),
		value,
		{ minKeys: 1, maxKeys: 3 },
	);
	const act = fc.oneof(
		{
			weight: 5,
			arbitrary: fc.record({
				kind: fc.constant("set" as const),
				paths: fc.uniqueArray(path, { minLength: 1 }),
				changes,
			}),
		},
		fc.record({ kind: fc.constant("text" as const), path, words: fc.string() }),
		fc.record({
			kind: fc.constant("create" as const),
			path: fc.constantFrom("D.md", "E.md"),
			words: fc.string(),
		}),
		fc.record({
			kind: fc.constant("rename" as const),
			path,
			to: fc.constantFrom("A.md", "B.md", "C.md", "F.md"),
		}),
		fc.record({ kind: fc.constant("back" as const) }),
		fc.record({ kind: fc.constant("again" as const) }),
	);
	const block = fc.constantFrom(
		"",
		"\ufeff",
		"---\n---\n",
		"---\n\n---\n",
		"---\r\nstatus: new\r\n# c\r\n\r\nreason: x # y\r\n---\r\n",
		"---\n# a\nstatus: 'new'\n\n# b\ndecided:\n  - x\n  # in\n# c\ntitle: |+\n  t\n\nreason: r\n# d\n---\n",
		"---\n  status: [a, b]\n  project:\n  - x\n  - y\n---\n",
		"---\nstatus: new\nStatus2: x\ntitle: a\n  b\n---\n",
	);
	const note = fc
		.tuple(block, fc.constantFrom("", "Text", "Text\n---\nstatus: new\n---\n", "a\r\nb\r\n"))
		.map((parts) => parts.join(""));

	it(`ends in the first bytes again (${RUNS} runs)`, async () => {
		const law = fc.asyncProperty(
			note,
			note,
			note,
			fc.array(act, { minLength: 20, maxLength: 30 }),
			async (a, b, c, acts) => {
				const one = world({ "A.md": a, "B.md": b, "C.md": c });
				await one.log.ready;
				const first = vaultOf(one);
				for (const each of acts) {
					if (each.kind === "back") await one.log.undo();
					else if (each.kind === "again") await one.log.redo();
					else if (each.kind === "set") {
						const steps: (Step | null)[] = [];
						for (const one_ of each.paths)
							steps.push(await set(one, one_, each.changes));
						record(one.log, steps);
					} else if (each.kind === "text") {
						const written = await one.vault.changeText(each.path, (text) => ({
							ok: true,
							value: text + each.words,
						}));
						if (written.ok && written.value.before !== written.value.after)
							record(one.log, [{ kind: "text", ...written.value }]);
					} else if (each.kind === "create") {
						const written = await one.vault.create(each.path, each.words);
						if (written.ok)
							record(one.log, [
								{ kind: "created", path: each.path, text: each.words },
							]);
					} else {
						const written = await one.vault.rename(each.path, each.to);
						if (written.ok && each.path !== each.to)
							record(one.log, [{ kind: "renamed", from: each.path, to: each.to }]);
					}
				}
				const last = vaultOf(one);
				let taken = 0;
				for (
					let outcome = await one.log.undo();
					outcome !== null;
					outcome = await one.log.undo()
				) {
					expect(outcome.skipped).toEqual([]);
					taken++;
				}
				expect(vaultOf(one)).toEqual(first);
				for (; taken > 0; taken--) expect((await one.log.redo())?.skipped).toEqual([]);
				expect(vaultOf(one)).toEqual(last);
			},
		);
		await fc.assert(law, { numRuns: RUNS });
	}, 60_000 + RUNS * 500);
});
