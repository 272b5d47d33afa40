import type { App } from "obsidian";
import { createAppFiles } from "../../src/vault/app-files";
import { createSafeVault } from "../../src/vault/safe-vault-app";
import { MemoryFiles } from "./memory-files";

jest.mock("obsidian", () => {
	class TextFileView {
		file: { path: string } | null = null;
		saved = 0;
		onSave: () => Promise<void> = () => Promise.resolve();
		getViewData(): string {
			return "typed";
		}
		async save(): Promise<void> {
			this.saved++;
			await this.onSave();
		}
	}
	class MarkdownView extends TextFileView {
		mode = "source";
		text = "";
		transactions: unknown[] = [];
		getMode(): string {
			return this.mode;
		}
		readonly editor = {
			getValue: () => this.text,
			offsetToPos: (offset: number) => ({ line: 0, ch: offset }),
			transaction: ({
				changes,
			}: {
				changes: { from: { ch: number }; to: { ch: number }; text: string }[];
			}) => {
				this.transactions.push(changes);
				for (const { from, to, text } of changes)
					this.text = this.text.slice(0, from.ch) + text + this.text.slice(to.ch);
			},
		};
	}
	return {
		TextFileView,
		MarkdownView,
		parseYaml: jest.requireActual<{ parse: unknown }>("yaml").parse,
	};
});

type FakeView = {
	file: { path: string } | null;
	saved: number;
	mode: string;
	text: string;
	transactions: unknown[];
	onSave: () => Promise<void>;
};
const { MarkdownView, TextFileView } =
	jest.requireMock<Record<"MarkdownView" | "TextFileView", new () => FakeView>>("obsidian");

/** Notes the vault lists; everything else is the plugin's own folder. */
function app(notes: Record<string, string>, views: object[] = []) {
	const disk = new MemoryFiles(notes);
	const calls: string[] = [];
	const fileAt = (path: string) =>
		disk.files.has(path) && path.endsWith(".md") ? { path } : null;
	const noted = <T>(call: string, work: () => T): T => {
		calls.push(call);
		return work();
	};
	const vault = {
		adapter: disk,
		getFileByPath: fileAt,
		getAbstractFileByPath: fileAt,
		read: ({ path }: { path: string }) => noted(`read ${path}`, () => disk.read(path)),
		process: ({ path }: { path: string }, change: (text: string) => string) =>
			noted(`process ${path}`, () => disk.process(path, change)),
		create: (path: string, text: string) =>
			noted(`create ${path}`, () => disk.write(path, text)),
		createBinary: (path: string) => noted(`bytes ${path}`, () => disk.write(path, "")),
		createFolder: (path: string) => noted(`folder ${path}`, () => Promise.resolve()),
	};
	const fake = {
		vault,
		fileManager: {
			renameFile: ({ path }: { path: string }, to: string) =>
				noted(`rename ${path}`, () => disk.rename(path, to)),
			trashFile: ({ path }: { path: string }) =>
				noted(`trash ${path}`, () => disk.remove(path)),
		},
		workspace: {
			iterateAllLeaves: (callback: (leaf: object) => void) =>
				views.forEach((view) => callback({ view })),
		},
	} as unknown as App;
	let id = 0;
	const safe = createSafeVault({
		app: fake,
		files: createAppFiles(fake.vault),
		recoveryFolder: "plugin/recovery",
		guard: () => null,
		now: () => new Date(0),
		newId: () => String(++id),
	});
	return { safe, disk, calls, files: createAppFiles(fake.vault) };
}

function open(kind: new () => FakeView, path: string, text = ""): FakeView {
	return Object.assign(new kind(), { file: { path }, text });
}

describe("in the app", () => {
	it("properties are written through the vault, after every open view of the note was saved", async () => {
		const views = [
			open(MarkdownView, "N.md"),
			open(TextFileView, "N.md"),
			open(MarkdownView, "Other.md"),
			{},
		];
		const { safe, disk, calls } = app({ "N.md": "---\na: 1\n---\n" }, views);
		expect(await safe.changeProperties("N.md", { a: 2 })).toMatchObject({ ok: true });
		expect(disk.files.get("N.md")).toBe("---\na: 2\n---\n");
		expect(calls).toContain("process N.md");
		expect(views.map((view) => ("saved" in view ? view.saved : null))).toEqual([1, 1, 0, null]);
	});

	it("prose is changed in the editor by the smallest change in one transaction", async () => {
		const view = open(MarkdownView, "N.md", "one two three");
		const { safe, disk, calls } = app({ "N.md": "one two three" }, [view]);
		view.onSave = () => disk.write("N.md", view.text);
		expect(
			await safe.editProse("N.md", "one two three", (text) => text.replace("two", "2")),
		).toMatchObject({ ok: true });
		expect(view.transactions).toEqual([
			[{ from: { line: 0, ch: 4 }, to: { line: 0, ch: 7 }, text: "2" }],
		]);
		expect(disk.files.get("N.md")).toBe("one 2 three");
		expect(calls).not.toContain("process N.md");
	});

	it("prose in a reading view is changed in the file", async () => {
		const view = Object.assign(open(MarkdownView, "N.md", "one"), { mode: "preview" });
		const { safe, calls } = app({ "N.md": "one" }, [view]);
		expect(await safe.editProse("N.md", "one", () => "two")).toMatchObject({ ok: true });
		expect(calls).toContain("process N.md");
	});

	it("files are made, renamed and thrown away by the app's own means", async () => {
		const { safe, calls } = app({ "N.md": "" });
		await safe.create("In/A.md", "x");
		await safe.createBinary("In", "a.png", new ArrayBuffer(1));
		await safe.rename("N.md", "M.md");
		await safe.trash("M.md");
		expect(calls.filter((call) => !call.startsWith("read"))).toEqual([
			"folder In",
			"create In/A.md",
			"bytes In/a.png",
			"rename N.md",
			"trash M.md",
		]);
	});

	it("what the vault does not list is not renamed or thrown away", async () => {
		const { safe } = app({ "plugin/data.json": "{}" });
		expect(await safe.rename("plugin/data.json", "x.json")).toMatchObject({
			error: { kind: "disk" },
		});
		expect(await safe.trash("plugin/data.json")).toMatchObject({ error: { kind: "disk" } });
	});

	it("the plugin's own folder is written by the adapter, a note by the vault", async () => {
		const { files, calls, disk } = app({ "N.md": "a" });
		await files.write("plugin/x.txt", "x");
		await files.write("N.md", "b");
		await files.process("plugin/x.txt", (text) => `${text}y`);
		await files.rename("plugin/x.txt", "plugin/y.txt");
		await files.mkdir("plugin/z");
		expect(await files.exists("plugin/y.txt")).toBe(true);
		expect((await files.list("plugin")).files).toEqual(["plugin/y.txt"]);
		await files.remove("plugin/y.txt");
		await files.list("");
		expect(calls).toEqual(["process N.md"]);
		expect(Object.fromEntries(disk.files)).toEqual({ "N.md": "b" });
	});
});
