import type { Files } from "../../src/vault/files";
import { protectedWrite } from "../../src/vault/protected-write";
import { parseCopy, recover, RECOVERY_BYTES, type Unfinished } from "../../src/vault/recovery";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { createSettingsFile } from "../../src/vault/settings-file";
import { FAULTS, MemoryFiles, vaultParts } from "./memory-files";

const NOTE = "---\ntitle: A\nstatus: new\n---\nFirst paragraph.\n\nSecond paragraph.\n";
const keep = (files: MemoryFiles) =>
	createSafeVaultOn(vaultParts(files)).changeProperties("N.md", { status: "kept" });
const edit = (files: MemoryFiles) =>
	createSafeVaultOn(vaultParts(files)).editProse("N.md", NOTE, (text) =>
		text.replace("Second", "Second, longer"),
	);
const copies = (files: MemoryFiles): string[] =>
	[...files.files.keys()].filter((path) => path.startsWith("plugin/"));

describe("a write on a disk that fails at any call", () => {
	const whole = [NOTE, NOTE.replace("new", "kept"), NOTE.replace("Second", "Second, longer")];
	const cases = [keep, edit].flatMap((act) =>
		FAULTS.flatMap((kind) => [false, true].map((isCrash) => ({ act, kind, isCrash }))),
	);

	it.each(cases)(
		"leaves the note whole: $act.name, $kind, crash $isCrash",
		async ({ act, kind, isCrash }) => {
			for (let at = 1; at < 100; at++) {
				const files = new MemoryFiles({ "N.md": NOTE });
				files.fault = { at, kind, isCrash };
				const result = await act(files);
				if (!files.hasFailed) return;
				if (!isCrash && !result.ok) expect(result.error.kind).toBe("disk");
				files.restart();
				await recover(vaultParts(files));
				expect(whole).toContain(files.files.get("N.md"));
			}
			throw new Error("never ended");
		},
	);

	it.each(FAULTS)("keeps settings readable: %s", async (kind) => {
		for (const isCrash of [false, true]) {
			for (let at = 1; at < 100; at++) {
				const files = new MemoryFiles({ "data.json": '{"a":1}' });
				files.fault = { at, kind, isCrash };
				await createSettingsFile(files, "data.json").save({ a: 2 });
				files.restart();
				const { data } = await createSettingsFile(files, "data.json").load();
				expect([1, 2]).toContain(data.a);
				if (!files.hasFailed) break;
			}
		}
	});
});

describe("a write", () => {
	it("leaves no copy behind", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		expect(await keep(files)).toMatchObject({ ok: true, value: { before: NOTE } });
		expect(copies(files)).toEqual([]);
	});

	it("that changes nothing writes nothing", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		files.before = (operation) => expect(operation).not.toBe("write");
		expect(
			await createSafeVaultOn(vaultParts(files)).changeProperties("N.md", { status: "new" }),
		).toMatchObject({ ok: true });
	});

	it("of a note that is gone says so", async () => {
		expect(await keep(new MemoryFiles())).toEqual({ ok: false, error: { kind: "gone" } });
	});

	it.each(["read", "write"])(
		"takes along what another program wrote before the %s",
		async (operation) => {
			const files = new MemoryFiles({ "N.md": NOTE });
			let times = 0;
			files.before = (now, path) => {
				if (
					now !== operation ||
					path !== (operation === "write" ? "plugin/recovery/copy-1.txt.tmp" : "N.md")
				)
					return;
				if (times++ === 0) files.files.set("N.md", `${NOTE}typed meanwhile\n`);
			};
			expect((await keep(files)).ok).toBe(true);
			expect(files.files.get("N.md")).toBe(`${NOTE.replace("new", "kept")}typed meanwhile\n`);
		},
	);

	it("of prose that changed meanwhile is stale and leaves both alone", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		files.before = (_operation, path) => {
			if (path.endsWith(".tmp")) files.files.set("N.md", `${NOTE}typed meanwhile\n`);
		};
		expect(await edit(files)).toEqual({ ok: false, error: { kind: "stale" } });
		expect(files.files.get("N.md")).toBe(`${NOTE}typed meanwhile\n`);
		expect(copies(files)).toEqual([]);
	});

	it("into a file that never rests gives up as stale", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		let times = 0;
		files.before = (_operation, path) => {
			if (path.endsWith(".tmp")) files.files.set("N.md", `${NOTE}${++times}\n`);
		};
		expect(await keep(files)).toEqual({ ok: false, error: { kind: "stale" } });
	});

	it.each([
		["what replaced it whole: the copy waits", "Another note.", 1],
		["what came after it: the copy goes", `${NOTE.replace("new", "kept")}And more.`, 0],
	])("leaves %s", async (_title, theirs, left) => {
		const files = new MemoryFiles({ "N.md": NOTE });
		let isWritten = false;
		files.before = (operation, path) => {
			if (path !== "N.md") return;
			if (operation === "read" && isWritten) files.files.set("N.md", theirs);
			if (operation === "write") isWritten = true;
		};
		expect((await keep(files)).ok).toBe(true);
		expect(files.files.get("N.md")).toBe(theirs);
		expect(copies(files)).toHaveLength(left);
	});

	it("that is read back while another program has just emptied the file waits for what that writes", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		const theirs = NOTE.replace("new", "deleted");
		let isWritten = false;
		files.before = (operation, path) => {
			if (path !== "N.md") return;
			if (operation === "read" && isWritten) files.files.set("N.md", "");
			isWritten ||= operation === "write";
		};
		const letOthersWrite = () => {
			files.before = () => undefined;
			files.files.set("N.md", theirs);
			return Promise.resolve();
		};
		const vault = createSafeVaultOn({ ...vaultParts(files), letOthersWrite });
		expect((await vault.changeProperties("N.md", { status: "kept" })).ok).toBe(true);
		expect(files.files.get("N.md")).toBe(theirs);
	});

	it.each([
		["within a word", "aph.\n", NOTE],
		["within a character", "\ufffd end.\n", `${NOTE}The é end.\n`],
	])("that met another at the same moment takes its end away: %s", async (_, end, before) => {
		const files = new MemoryFiles({ "N.md": before });
		let isWritten = false;
		files.before = (operation, path) => {
			if (path !== "N.md") return;
			if (operation === "read" && isWritten)
				files.files.set("N.md", `${files.files.get("N.md") ?? ""}${end}`);
			isWritten = operation === "write";
		};
		expect((await keep(files)).ok).toBe(true);
		expect(files.files.get("N.md")).toBe(before.replace("new", "kept"));
	});

	it("that the disk swallowed is a failure", async () => {
		const files = new MemoryFiles({ "N.md": NOTE });
		const silent: Files = {
			...portOf(files),
			process: (_path, change) => Promise.resolve(change(NOTE)),
		};
		const result = await protectedWrite(
			{ ...vaultParts(files), files: silent },
			"N.md",
			(text) => ({ ok: true, value: `${text}!` }),
		);
		expect(result).toMatchObject({
			ok: false,
			error: { kind: "disk", detail: "the write had no effect" },
		});
	});
});

describe("at the start", () => {
	const copy = (over: Partial<Unfinished>): string => {
		const { path, at, before, after } = {
			path: "N.md",
			at: "2026-05-02T00:00:00Z",
			before: NOTE,
			after: `${NOTE}more`,
			...over,
		};
		return `${JSON.stringify({ winnow: 1, path, at, length: before.length })}\n${before}${after}`;
	};
	const started = async (files: Record<string, string>) => {
		const disk = new MemoryFiles(files);
		const offers = await recover(vaultParts(disk));
		return {
			offers: offers.map((offer) => offer.path),
			note: disk.files.get("N.md"),
			copies: copies(disk),
		};
	};
	const name = "plugin/recovery/1.txt";

	it.each([
		["a torn note says what it said", NOTE.slice(0, 20), NOTE],
		["an emptied note says what it said", "", NOTE],
		["a note written to the end stays", `${NOTE}more`, `${NOTE}more`],
		["a note never written stays", NOTE, NOTE],
	])("%s", async (_title, now, then) => {
		expect(await started({ "N.md": now, [name]: copy({}) })).toEqual({
			offers: [],
			note: then,
			copies: [],
		});
	});

	it("a note changed since is left alone and its copy offered", async () => {
		const found = await started({ "N.md": "Rewritten.", [name]: copy({}) });
		expect(found).toEqual({ offers: ["N.md"], note: "Rewritten.", copies: [name] });
	});

	it("a note that is gone is offered, not put back", async () => {
		expect(await started({ [name]: copy({}) })).toMatchObject({
			offers: ["N.md"],
			note: undefined,
		});
	});

	it("copies older than a week leave", async () => {
		const found = await started({
			"N.md": "Rewritten.",
			[name]: copy({ at: "2026-04-20T00:00:00Z" }),
		});
		expect(found).toMatchObject({ offers: [], copies: [] });
	});

	it("the newest 50 MB of copies stay", async () => {
		const big = "x".repeat(RECOVERY_BYTES / 4 - 100);
		const found = await started({
			"N.md": "Rewritten.",
			"plugin/recovery/1.txt": copy({ before: big, after: "y", at: "2026-05-01T00:00:00Z" }),
			"plugin/recovery/2.txt": copy({ before: big, after: "y", at: "2026-05-02T00:00:00Z" }),
			"plugin/recovery/3.txt": copy({ before: big, after: "y", at: "2026-05-03T00:00:00Z" }),
		});
		expect(found.copies).toEqual(["plugin/recovery/2.txt", "plugin/recovery/3.txt"]);
	});

	it("what is no copy of ours stays, half copies go", async () => {
		const found = await started({
			"N.md": NOTE,
			[name]: "{}\nnot ours",
			"plugin/recovery/2.txt.tmp": "half",
		});
		expect(found).toEqual({ offers: [], note: NOTE, copies: [name] });
		expect(parseCopy("x", "no line end")).toBeNull();
		expect(parseCopy("x", "[]\n")).toBeNull();
		expect(parseCopy("x", '{"path":1,"at":"","length":0}\n')).toBeNull();
		expect(parseCopy("x", '{"path":"a","at":"","length":9}\nshort')).toBeNull();
		expect(parseCopy("x", "not json\n")).toBeNull();
	});

	it("nothing is there the first time", async () => {
		expect(await started({ "N.md": NOTE })).toEqual({ offers: [], note: NOTE, copies: [] });
	});
});

describe("settings", () => {
	it("keep what another version wrote, and come from the copy where the file is broken", async () => {
		const files = new MemoryFiles({ "data.json": '{"a":1,"later":{"b":2}}' });
		const settings = createSettingsFile(files, "data.json");
		const { data } = await settings.load();
		expect(await settings.save({ ...data, a: 2 })).toEqual({ ok: true, value: null });
		expect(await settings.isForeign()).toBe(false);
		files.files.set("data.json", '{"a":');
		expect(await settings.isForeign()).toBe(true);
		expect(await settings.load()).toEqual({ data: { a: 1, later: { b: 2 } }, from: "copy" });
	});

	it("that cannot be read never replace the good copy", async () => {
		const files = new MemoryFiles({ "data.json": "[1", "data.json.bak": '{"a":1}' });
		await createSettingsFile(files, "data.json").save({ a: 3 });
		expect(files.files.get("data.json.bak")).toBe('{"a":1}');
		expect(files.files.get("data.json")).toBe('{\n  "a": 3\n}');
	});

	it("are empty the first time, and are not written twice", async () => {
		const files = new MemoryFiles();
		const settings = createSettingsFile(files, "data.json");
		expect(await settings.load()).toEqual({ data: {}, from: "none" });
		await Promise.all([settings.save({ a: 1 }), settings.save({ a: 1 })]);
		expect([...files.files.keys()]).toEqual(["data.json"]);
	});
});

function portOf(files: MemoryFiles): Files {
	return {
		read: (path) => files.read(path),
		process: (path, change) => files.process(path, change),
		write: (path, text) => files.write(path, text),
		rename: (from, to) => files.rename(from, to),
		remove: (path) => files.remove(path),
		exists: (path) => files.exists(path),
		list: (folder) => files.list(folder),
		mkdir: (path) => files.mkdir(path),
	};
}
