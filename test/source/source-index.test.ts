import { createSourceIndex } from "../../src/source/source-index";
import type { Source } from "../../src/source/source";
import { urlIdentity } from "../../src/source/url-identity";
import { parseYaml } from "../doors/hostile-vault";
import { fakeApp, fakeTime, settled } from "./fake-app";

const SETTINGS = {
	researchFolder: "Research",
	watchedFolders: "Clippings",
	statusProperty: "status",
	newValues: "unread",
};
const A = { source: "https://a.example/1", status: "new" };

async function started(
	notes: Parameters<typeof fakeApp>[0] = { "Clippings/A.md": A },
	settings = SETTINGS,
) {
	const vault = fakeApp(notes);
	const time = fakeTime();
	const index = createSourceIndex({
		app: vault.app,
		settings: () => settings,
		parseYaml,
		...time.parts,
	});
	const told: (string[] | null)[] = [];
	index.onChange((paths) => told.push(paths === null ? null : [...paths].sort()));
	vault.layoutReady();
	await settled();
	time.frame();
	told.length = 0;
	return {
		vault,
		time,
		index,
		told,
		paths: () =>
			index
				.all()
				.map(({ path }) => path)
				.sort(),
	};
}

describe("the sources of a vault", () => {
	it("are read from the cache of the watched folders, no note is read", async () => {
		const { index, vault, paths } = await started({
			"Clippings/A.md": A,
			"Clippings/Deep/er/B.md": A,
			"Clippings/foreign.md": { ...A, status: "draft" },
			"Clippings/no.md": {},
			"Clippings/pic.png": {},
			"Elsewhere/C.md": A,
		});
		expect(paths()).toEqual(["Clippings/A.md", "Clippings/Deep/er/B.md"]);
		expect(index.isReady).toBe(true);
		expect(index.foreignCount()).toBe(1);
		expect(vault.counts).toEqual({ reads: 0, cacheReads: 4 });
	});

	it("are found by any of their identities", async () => {
		const { index } = await started({
			"Clippings/A.md": { ...A, doi: "10.1000/X" },
			"Clippings/B.md": { ...A, source: "http://www.a.example/1/" },
		});
		const at = (link: string) =>
			index.byIdentity(urlIdentity(link) ?? ("" as never)).map(({ path }) => path);
		expect(at("https://a.example/1?utm_source=x")).toEqual([
			"Clippings/A.md",
			"Clippings/B.md",
		]);
		expect(at("https://dx.doi.org/10.1000/x")).toEqual(["Clippings/A.md"]);
		expect(at("https://a.example/2")).toEqual([]);
	});

	it("are not known before the cache has read them all: absent is not deleted", async () => {
		const { index, vault, time, told } = await started({
			"Clippings/A.md": A,
			"Clippings/late.md": null,
			"Clippings/never.md": null,
		});
		expect(index.isReady).toBe(false);
		vault.changed("Clippings/late.md", A);
		expect(index.isReady).toBe(false);
		vault.resolved();
		expect(index.isReady).toBe(true);
		vault.resolved();
		time.frame();
		expect(told).toEqual([null]);
	});

	it("are ready when the last one waited for was read", async () => {
		const { index, vault } = await started({ "Clippings/late.md": null });
		vault.changed("Clippings/late.md", A);
		expect(index.isReady).toBe(true);
	});

	it.each(["changed", "resolved"])(
		"are not known before the walk is done, though the cache has %s",
		async (event) => {
			const vault = fakeApp({
				"Clippings/A.md": A,
				"Clippings/B.md": A,
				"Clippings/C.md": A,
			});
			let now = 0;
			const steps: (() => void)[] = [];
			const index = createSourceIndex({
				app: vault.app,
				settings: () => SETTINGS,
				parseYaml,
				...fakeTime().parts,
				clock: () => (now += 100),
				pause: () => new Promise((resolve) => void steps.push(resolve)),
			});
			vault.layoutReady();
			await settled();
			if (event === "changed") vault.changed("Clippings/A.md", { ...A, status: "kept" });
			else vault.resolved();
			expect([index.count, index.isReady]).toEqual([1, false]);
			while (steps.length > 0) {
				expect(index.isReady).toBe(false);
				steps.splice(0).forEach((go) => go());
				await settled();
			}
			expect([index.count, index.isReady]).toEqual([3, true]);
		},
	);

	it("change one by one, told once a frame; one that did not change stays the same object", async () => {
		const { index, vault, time, told } = await started({
			"Clippings/A.md": A,
			"Clippings/B.md": A,
		});
		const before = index.get("Clippings/A.md");
		vault.changed("Clippings/A.md", { ...A });
		expect(index.get("Clippings/A.md")).toBe(before);
		vault.changed("Clippings/B.md", { ...A, status: "kept" });
		vault.changed("Clippings/B.md", { ...A, status: "deleted" });
		vault.add("Elsewhere.md");
		vault.changed("Elsewhere.md", A);
		time.frame();
		expect(told).toEqual([["Clippings/B.md"]]);
		expect(index.get("Clippings/B.md")?.status).toBe("deleted");
	});

	it("come, go and come back as notes are moved, deleted and used otherwise", async () => {
		const { index, vault, paths } = await started();
		vault.rename("Clippings/A.md", "Away.md");
		expect(paths()).toEqual([]);
		vault.rename("Away.md", "Research/P/A.md");
		expect(paths()).toEqual(["Research/P/A.md"]);
		vault.rename("Research/P", "Research/Q");
		expect(paths()).toEqual(["Research/Q/A.md"]);
		vault.changed("Research/Q/A.md", { status: "draft" });
		expect([paths(), index.foreignCount()]).toEqual([[], 1]);
		vault.changed("Research/Q/A.md", A);
		expect(index.foreignCount()).toBe(0);
		vault.remove("Research/Q");
		expect(paths()).toEqual([]);
		vault.add("Clippings/B.md");
		vault.changed("Clippings/B.md", A);
		expect(paths()).toEqual(["Clippings/B.md"]);
		vault.remove("Clippings/B.md");
		expect(index.byIdentity(urlIdentity(A.source) ?? ("" as never))).toEqual([]);
	});

	it("follow the settings", async () => {
		const settings = { ...SETTINGS };
		const { index, time, told, paths } = await started(
			{ "Clippings/A.md": A, "Other/B.md": { ...A, status: "odd" } },
			settings,
		);
		Object.assign(settings, { watchedFolders: "Other", newValues: "odd" });
		await index.rebuild();
		time.frame();
		expect([paths(), told]).toEqual([["Other/B.md"], [null]]);
	});

	it("are read in slices, and a later pass ends an earlier one", async () => {
		const vault = fakeApp(
			Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`Clippings/${i}.md`, A])),
		);
		const time = fakeTime();
		let [now, pauses] = [0, 0];
		const index = createSourceIndex({
			...time.parts,
			app: vault.app,
			settings: () => ({ ...SETTINGS, researchFolder: "" }),
			parseYaml,
			clock: () => now++,
			pause: () => Promise.resolve(void pauses++),
		});
		vault.layoutReady();
		await index.rebuild();
		await settled();
		expect(index.all()).toHaveLength(50);
		expect(pauses).toBeGreaterThan(5);
		void index.rebuild();
		index.stop();
		await settled();
		expect(index.isReady).toBe(false);
	});
});

describe("a decision", () => {
	const status = (index: { get(path: string): Source | null }) =>
		index.get("Clippings/A.md")?.status;

	it("is shown before the cache has it, and stays when the cache reports it", async () => {
		const { index, vault, time, told } = await started();
		index.expect("Clippings/A.md", { status: "kept" });
		expect(status(index)).toBe("kept");
		vault.changed("Clippings/A.md", { ...A, title: "from an earlier write" });
		expect(status(index)).toBe("kept");
		vault.changed("Clippings/A.md", { ...A, Status: "x", status: "kept" });
		vault.changed("Clippings/A.md", { ...A, status: "new" });
		expect(status(index)).toBe("new");
		time.frame();
		expect(told).toEqual([["Clippings/A.md"]]);
	});

	it("taken back at once stays taken back, though the cache tells of the first one late", async () => {
		const { index, vault, time } = await started();
		index.expect("Clippings/A.md", { status: "kept" });
		index.expect("Clippings/A.md", { status: "new" });
		vault.changed("Clippings/A.md", { ...A, status: "kept" });
		expect(status(index)).toBe("new");
		vault.changed("Clippings/A.md", { ...A, status: "new" });
		// Reported: what the cache says next is somebody's own.
		vault.changed("Clippings/A.md", { ...A, status: "deleted" });
		expect(status(index)).toBe("deleted");
		time.pass(6000);
		expect(status(index)).toBe("deleted");
	});

	it("that the note says already hides nothing that comes after", async () => {
		const { index, vault } = await started();
		index.expect("Clippings/A.md", { status: "new", reason: null });
		vault.changed("Clippings/A.md", { ...A, status: "kept" });
		expect(status(index)).toBe("kept");
	});

	it("is taken for not made after five seconds, but not before a later one had its own", async () => {
		const { index, time } = await started();
		index.expect("Clippings/A.md", { status: "kept" });
		time.pass(3000);
		index.expect("Clippings/A.md", { reason: "x", decided: null });
		time.pass(2500);
		expect(index.get("Clippings/A.md")).toMatchObject({ status: "kept", reason: "x" });
		time.pass(2600);
		expect(status(index)).toBe("new");
	});

	it("finds the property under the name the note has", async () => {
		const { index } = await started({ "Clippings/A.md": { source: A.source, STATUS: "new" } });
		index.expect("Clippings/A.md", { status: "deleted" });
		expect(status(index)).toBe("deleted");
		index.expect("gone.md", { status: "deleted" });
	});

	it("goes with its note to another name", async () => {
		const { index, vault } = await started();
		index.expect("Clippings/A.md", { status: "kept" });
		vault.rename("Clippings/A.md", "Clippings/B.md");
		expect(index.get("Clippings/B.md")?.status).toBe("kept");
	});
});

describe("a note whose properties cannot be read", () => {
	const broken = { sections: [{ type: "yaml", position: { start: { offset: 0 } } }] };

	it("is named with its line, and no more when it is repaired", async () => {
		const { index, vault, told, time } = await started();
		vault.changed("Clippings/A.md", undefined, broken, "---\nsource: x\ntitle: A: b\n---\n");
		await settled();
		expect(index.broken()).toMatchObject([{ path: "Clippings/A.md", line: 3 }]);
		expect(index.all()).toEqual([]);
		vault.changed("Clippings/A.md", A);
		expect(index.broken()).toEqual([]);
		time.frame();
		expect(told).toEqual([["Clippings/A.md"]]);
	});

	it("is read once at the start, and a rule on top is no fault", async () => {
		const vault = fakeApp({
			"Clippings/A.md": {},
			"Clippings/B.md": {},
			"Clippings/gone.md": {},
		});
		vault.cached("Clippings/A.md", broken, "---\na: [\n---\n");
		vault.cached("Clippings/B.md", broken, "---\nStrange: but fine\n---\n");
		vault.cached("Clippings/gone.md", broken);
		const index = createSourceIndex({
			app: vault.app,
			settings: () => SETTINGS,
			parseYaml,
			...fakeTime().parts,
		});
		vault.layoutReady();
		await settled();
		expect(vault.counts.reads).toBe(3);
		expect(index.broken().map(({ path }) => path)).toEqual(["Clippings/A.md"]);
		vault.rename("Clippings/A.md", "Away.md");
		expect(index.broken()).toEqual([]);
	});
});

it("a stopped index tells nobody", async () => {
	const { index, vault, time, told } = await started();
	vault.changed("Clippings/A.md", { ...A, status: "kept" });
	index.stop();
	time.frame();
	expect(told).toEqual([]);
	const early = fakeApp();
	const never = createSourceIndex({
		app: early.app,
		settings: () => SETTINGS,
		parseYaml,
		...fakeTime().parts,
	});
	never.stop();
	early.layoutReady();
	expect(early.listenerCount()).toBe(0);
});
