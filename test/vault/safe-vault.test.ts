import type { OpenEditor } from "../../src/vault/safe-vault-store";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { recover } from "../../src/vault/recovery";
import { MemoryFiles, vaultParts, type Editors } from "./memory-files";

function opened(
	files: MemoryFiles,
	path: string,
	text: string,
): { editors: Editors; editor: OpenEditor & { now: string; steps: number } } {
	const editor = {
		now: text,
		steps: 0,
		text: () => editor.now,
		replace: (next: string) => {
			editor.now = next;
			editor.steps++;
		},
		save: () => files.write(path, editor.now),
	};
	return { editors: new Map([[path, editor]]), editor };
}

const upper = (text: string): string => text.toUpperCase();

describe("the author's prose in an open editor", () => {
	it("is changed there in one step, saved and read back", async () => {
		const files = new MemoryFiles({ "N.md": "saved" });
		const { editors, editor } = opened(files, "N.md", "typed");
		const vault = createSafeVaultOn(vaultParts(files, { editors }));
		expect(await vault.read("N.md")).toEqual({ ok: true, value: "typed" });
		expect(await vault.editProse("N.md", "typed", upper)).toMatchObject({ ok: true });
		expect(editor).toMatchObject({ now: "TYPED", steps: 1 });
		expect(Object.fromEntries(files.files)).toEqual({ "N.md": "TYPED" });
	});

	it("with Windows line ends is read as the file has it", async () => {
		const files = new MemoryFiles({ "N.md": "a\r\nb" });
		const { editors, editor } = opened(files, "N.md", "a\nb");
		const vault = createSafeVaultOn(vaultParts(files, { editors }));
		expect(await vault.read("N.md")).toEqual({ ok: true, value: "a\r\nb" });
		expect(await vault.editProse("N.md", "a\r\nb", upper)).toMatchObject({ ok: true });
		expect(editor.now).toBe("A\nB");
	});

	it("is left alone where it says something else, or the edit says the same", async () => {
		const files = new MemoryFiles({ "N.md": "x" });
		const { editors, editor } = opened(files, "N.md", "typed");
		const vault = createSafeVaultOn(vaultParts(files, { editors }));
		expect(await vault.editProse("N.md", "other", upper)).toEqual({
			ok: false,
			error: { kind: "stale" },
		});
		expect(await vault.editProse("N.md", "typed", (text) => text)).toMatchObject({ ok: true });
		expect(editor.steps).toBe(0);
	});

	it("is stale when somebody types while the copy is written", async () => {
		const files = new MemoryFiles({ "N.md": "typed" });
		const { editors, editor } = opened(files, "N.md", "typed");
		files.before = (_operation, path) => {
			if (path.endsWith(".tmp")) editor.now = "typed on";
		};
		const vault = createSafeVaultOn(vaultParts(files, { editors }));
		expect(await vault.editProse("N.md", "typed", upper)).toEqual({
			ok: false,
			error: { kind: "stale" },
		});
		expect(editor.now).toBe("typed on");
	});

	it("keeps its copy where the save failed, and is not touched where the copy could not be written", async () => {
		for (const [at, isWritten] of [
			[3, false],
			[6, true],
		] as const) {
			const files = new MemoryFiles({ "N.md": "typed" });
			const { editors, editor } = opened(files, "N.md", "typed");
			files.fault = { at, kind: "refuse", isCrash: false };
			const result = await createSafeVaultOn(vaultParts(files, { editors })).editProse(
				"N.md",
				"typed",
				upper,
			);
			expect([result.ok, editor.steps]).toEqual(isWritten ? [true, 1] : [false, 0]);
			expect([...files.files.keys()].some((path) => path.startsWith("plugin/"))).toBe(
				isWritten,
			);
		}
	});
});

describe("properties of a note that stands open", () => {
	it("are written after what was typed", async () => {
		const files = new MemoryFiles({ "N.md": "---\na: 1\n---\nold" });
		const onSaveOpen = (path: string) => void files.files.set(path, "---\na: 1\n---\ntyped");
		const vault = createSafeVaultOn(vaultParts(files, { onSaveOpen }));
		await vault.changeProperties("N.md", { a: 2 });
		expect(files.files.get("N.md")).toBe("---\na: 2\n---\ntyped");
	});

	it("are not written where that could not be saved", async () => {
		const files = new MemoryFiles({ "N.md": "---\na: 1\n---\nold" });
		const onSaveOpen = () => {
			throw new Error("full");
		};
		const parts = vaultParts(files, { onSaveOpen });
		const host = { ...parts.host, saveOpen: async () => onSaveOpen() };
		expect(
			await createSafeVaultOn({ ...parts, host }).changeProperties("N.md", { a: 2 }),
		).toEqual({
			ok: false,
			error: { kind: "disk", detail: "full" },
		});
	});

	it.each(["half", "empty"] as const)(
		"keep what was typed where the save breaks off: %s",
		async (kind) => {
			const typed = "---\na: 1\n---\nold and typed";
			for (let at = 1; at < 30; at++) {
				const files = new MemoryFiles({ "N.md": "---\na: 1\n---\nold" });
				const parts = vaultParts(files);
				const host = {
					...parts.host,
					shownIn: () => [typed],
					saveOpen: () => files.write("N.md", typed),
				};
				files.fault = { at, kind, isCrash: true };
				await createSafeVaultOn({ ...parts, host }).changeProperties("N.md", { a: 2 });
				if (!files.hasFailed) return;
				files.restart();
				const offers = await recover(parts);
				const words = [
					files.files.get("N.md") ?? "",
					...offers.map(({ before }) => before),
				].join();
				expect(words).toContain("old");
				// Before the copy stood nothing was touched: the view alone held those words.
				if (at > 6) expect(words).toContain("old and typed");
			}
			throw new Error("never ended");
		},
	);

	it("changed many times at once end with every change", async () => {
		const files = new MemoryFiles({ "N.md": "Text" });
		const vault = createSafeVaultOn(vaultParts(files));
		await Promise.all(
			["a", "b", "c", "d"].map((name) => vault.changeProperties("N.md", { [name]: 1 })),
		);
		expect(files.files.get("N.md")).toBe("---\na: 1\nb: 1\nc: 1\nd: 1\n---\nText");
	});
});

describe("a new file", () => {
	it("never overwrites one, also not one whose name differs by case", async () => {
		const files = new MemoryFiles({ "In/Note.md": "mine" });
		const vault = createSafeVaultOn(vaultParts(files));
		for (const path of ["In/Note.md", "In/note.md"]) {
			expect(await vault.create(path, "new")).toEqual({
				ok: false,
				error: { kind: "exists" },
			});
		}
		expect(Object.fromEntries(files.files)).toEqual({ "In/Note.md": "mine" });
	});

	it("is made with its folders", async () => {
		const made: string[] = [];
		const parts = vaultParts(new MemoryFiles());
		const host = {
			...parts.host,
			createFolder: (path: string) => Promise.resolve(void made.push(path)),
		};
		expect(await createSafeVaultOn({ ...parts, host }).create("a/b/c.md", "x")).toMatchObject({
			ok: true,
		});
		expect(made).toEqual(["a", "a/b"]);
	});

	it.each([
		["On: scaling", "In/On scaling 2.md"],
		["Version 1.5", "In/Version 1.5.md"],
		["Outline.canvas", "In/Outline.canvas"],
	])("beside others gets a free name: %s", async (name, path) => {
		const vault = createSafeVaultOn(vaultParts(new MemoryFiles({ "In/on SCALING.md": "" })));
		expect(await vault.createBeside("In", name, "x")).toMatchObject({
			ok: true,
			value: { path },
		});
	});

	it("at the root has no slash, and bytes keep their extension", async () => {
		const vault = createSafeVaultOn(vaultParts(new MemoryFiles({ "a.png": "" })));
		expect(await vault.createBeside("", "a", "x")).toMatchObject({ value: { path: "a.md" } });
		expect(await vault.createBinary("", "a.png", new ArrayBuffer(3))).toEqual({
			ok: true,
			value: "a 2.png",
		});
	});

	it("of which the disk wrote half is taken away again", async () => {
		for (const kind of ["half", "empty", "refuse", "after"] as const) {
			const files = new MemoryFiles();
			files.fault = { at: 5, kind, isCrash: false };
			const result = await createSafeVaultOn(vaultParts(files)).create(
				"In/N.md",
				"words of the note",
			);
			if (!files.hasFailed) throw new Error("nothing failed");
			expect([result.ok, files.files.has("In/N.md")]).toEqual(
				kind === "after" ? [true, true] : [false, false],
			);
		}
	});

	it("that somebody else made at the same moment is theirs; beside it there is another name", async () => {
		const files = new MemoryFiles({ "In/x.md": "" });
		const parts = vaultParts(files);
		let times = 0;
		const create = async (path: string, text: string) => {
			if (times++ === 0) files.files.set(path, "");
			await parts.host.create(path, text);
		};
		const vault = createSafeVaultOn({ ...parts, host: { ...parts.host, create } });
		expect(await vault.createBeside("In", "N", "mine")).toMatchObject({
			ok: true,
			value: { path: "In/N 2.md" },
		});
		expect(files.files.get("In/N.md")).toBe("");
	});

	it("of which no name is free in five tries is not made", async () => {
		const parts = vaultParts(new MemoryFiles());
		const create = () => Promise.reject(new Error("File already exists."));
		const vault = createSafeVaultOn({ ...parts, host: { ...parts.host, create } });
		expect(await vault.createBeside("In", "N", "mine")).toEqual({
			ok: false,
			error: { kind: "exists" },
		});
	});

	it("says what the disk says where the folder cannot be read", async () => {
		const files = new MemoryFiles({ "In/x.md": "" });
		for (const at of [1, 2]) {
			files.calls = 0;
			files.hasFailed = false;
			files.fault = { at, kind: "refuse", isCrash: false };
			const vault = createSafeVaultOn(vaultParts(files));
			expect(await vault.createBeside("In", "N", "x")).toMatchObject({
				error: { kind: "disk" },
			});
			files.calls = 0;
			files.hasFailed = false;
			expect(await vault.createBinary("In", "N.png", new ArrayBuffer(1))).toMatchObject({
				error: { kind: "disk" },
			});
		}
	});
});

describe("a rename and a trip to the trash", () => {
	it("never lands on another file, but may change the case", async () => {
		const vault = createSafeVaultOn(vaultParts(new MemoryFiles({ "a.md": "1", "b.md": "2" })));
		expect(await vault.rename("a.md", "b.md")).toEqual({
			ok: false,
			error: { kind: "exists" },
		});
		expect(await vault.rename("a.md", "A.md")).toEqual({ ok: true, value: null });
		expect(await vault.rename("a.md", "c.md")).toEqual({ ok: false, error: { kind: "gone" } });
		expect(await vault.trash("b.md")).toEqual({ ok: true, value: null });
		expect(await vault.trash("b.md")).toEqual({ ok: false, error: { kind: "gone" } });
	});

	it("says what the disk says", async () => {
		for (const at of [1, 2]) {
			const files = new MemoryFiles({ "a.md": "1" });
			files.fault = { at, kind: "refuse", isCrash: true };
			const vault = createSafeVaultOn(vaultParts(files));
			expect(await vault.rename("a.md", "b.md")).toMatchObject({ error: { kind: "disk" } });
			expect(await vault.trash("a.md")).toMatchObject({ error: { kind: "disk" } });
		}
	});
});
