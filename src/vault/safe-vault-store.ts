import { fail, ok, type Result } from "../result";
import { fileName, foldName } from "./file-name";
import type { Files } from "./files";
import { pathIn } from "./path-in";
import { changeProperties, type PropertyGuard, type YamlParser } from "./property-edit";
import {
	diskFailure,
	protectedWrite,
	readText,
	type TextChange,
	type WritePlace,
} from "./protected-write";
import { dropCopy, saveCopy } from "./recovery";
import type { SafeVault, WriteFailure, Written } from "./safe-vault";
import { saveOpenViews, type OpenViews } from "./save-open";
import { createTrashedBytes, MOST_TRASHED } from "./trashed-bytes";

/** A note that stands in an open editor: the text is what the person sees, line ends are `\n`. */
export interface OpenEditor {
	text(): string;
	/** One transaction, one undo step. */
	replace(text: string): void;
	/** Writes the editor's text to the file now. */
	save(): Promise<void>;
}

/** What the vault needs of the app beyond the disk. */
export interface VaultHost extends OpenViews {
	/** Null: no editor shows this file. */
	editorOf(path: string): OpenEditor | null;
	/** Rejects where the file exists. */
	create(path: string, text: string): Promise<void>;
	createBinary(path: string, bytes: ArrayBuffer): Promise<void>;
	createFolder(path: string): Promise<void>;
	rename(from: string, to: string): Promise<void>;
	trash(path: string): Promise<void>;
	readBinary(path: string): Promise<ArrayBuffer>;
	/** Null: no such file. */
	sizeOf(path: string): number | null;
	isLinked(path: string): Promise<boolean>;
}

export type SafeVaultParts = WritePlace &
	Readonly<{ files: Files; host: VaultHost; parseYaml: YamlParser; guard: PropertyGuard }>;

// "Version 1.5" is a title without an extension.
const NOTE_EXTENSION = /\.(md|canvas|base|html|bib|json|csv|txt|tex|svg)$/i;
const ANY_EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,7}$/;

/** The safe ways to write, one at a time per file. */
export function createSafeVaultOn(parts: SafeVaultParts): SafeVault {
	const { files, host } = parts;
	const queue = createQueue();
	const trashed = createTrashedBytes();

	async function change(path: string, edit: TextChange): Promise<Result<Written, WriteFailure>> {
		const saved = await saveOpenViews(parts, host, path);
		return saved.ok ? protectedWrite(parts, path, edit) : saved;
	}

	async function editProse(
		path: string,
		expected: string,
		edit: (text: string) => string,
	): Promise<Result<Written, WriteFailure>> {
		const editor = host.editorOf(path);
		if (editor !== null) return editInEditor(parts, editor, path, expected, edit);
		return protectedWrite(parts, path, (now) =>
			now === expected ? ok(edit(now)) : fail({ kind: "stale" }),
		);
	}

	async function create(path: string, text: string): Promise<Result<Written, WriteFailure>> {
		try {
			if (await isTaken(files, path)) return fail({ kind: "exists" });
			await makeFolders(parts, folderOf(path));
			await host.create(path, text);
		} catch (error) {
			return afterCreate(files, path, text, error);
		}
		return ok({ path, before: "", after: text });
	}

	async function createBeside(
		folder: string,
		name: string,
		text: string,
	): Promise<Result<Written, WriteFailure>> {
		const [stem, extension] = splitName(name, NOTE_EXTENSION, ".md");
		for (let tries = 0; tries < 5; tries++) {
			const path = await freePath(files, folder, stem, extension);
			if (!path.ok) return path;
			const made = await queue(path.value, () => create(path.value, text));
			if (made.ok || made.error.kind !== "exists") return made;
		}
		return fail({ kind: "exists" });
	}

	return {
		read: async (path) => {
			const editor = host.editorOf(path);
			return editor === null ? readText(files, path) : readWithEditor(files, path, editor);
		},
		changeProperties: (path, changes, isWanted = () => true) => {
			const guard: PropertyGuard = (says, wanted) =>
				parts.guard(says, wanted) ?? (isWanted(says) ? null : { kind: "stale" });
			return queue(path, () =>
				change(path, (text) => changeProperties(text, changes, parts.parseYaml, guard)),
			);
		},
		editProse: (path, expected, edit) => queue(path, () => editProse(path, expected, edit)),
		changeText: (path, edit) => queue(path, () => change(path, edit)),
		create: (path, text) => queue(path, () => create(path, text)),
		createBeside,
		createBinary: async (folder, name, bytes) => {
			const path = await freePath(files, folder, ...splitName(name, ANY_EXTENSION, ""));
			if (!path.ok) return path;
			return queue(path.value, () =>
				orDisk(async () => {
					await makeFolders(parts, folderOf(path.value));
					await host.createBinary(path.value, bytes);
					return path;
				}),
			);
		},
		rename: (from, to) =>
			queue(from, () =>
				orDisk(async () => {
					if (!(await files.exists(from))) return fail({ kind: "gone" });
					// Only the letters' case differs: the same file on most disks.
					if (foldName(from) !== foldName(to) && (await files.exists(to)))
						return fail({ kind: "exists" });
					await makeFolders(parts, folderOf(to));
					await host.rename(from, to);
					return ok(null);
				}),
			),
		trash: (path) =>
			queue(path, () =>
				orDisk(async () => {
					if (!(await files.exists(path))) return fail({ kind: "gone" });
					await host.trash(path);
					return ok(null);
				}),
			),
		trashUnused: (path, bytes) =>
			queue(path, () =>
				orDisk(async () => {
					const size = host.sizeOf(path);
					if (size === null) return fail({ kind: "gone" });
					if (size !== bytes) return fail({ kind: "stale" });
					if (await host.isLinked(path)) return ok(null);
					const content = bytes > MOST_TRASHED ? null : await host.readBinary(path);
					await host.trash(path);
					if (content !== null) trashed.keep(path, content);
					return ok(null);
				}),
			),
		bringBack: (path, bytes) =>
			queue(path, () =>
				orDisk(async () => {
					const size = host.sizeOf(path);
					if (size !== null) return size === bytes ? ok(null) : fail({ kind: "exists" });
					const content = trashed.take(path, bytes);
					if (content === null) return fail({ kind: "gone" });
					await makeFolders(parts, folderOf(path));
					await host.createBinary(path, content);
					return ok(null);
				}),
			),
	};
}

/**
 * The author's prose in an open editor: the copy first, then one transaction, then the app's save read back.
 * An editor knows only `\n`; a note with other line ends is compared and changed in that form, as the app saves it.
 */
async function editInEditor(
	parts: SafeVaultParts,
	editor: OpenEditor,
	path: string,
	expected: string,
	edit: (text: string) => string,
): Promise<Result<Written, WriteFailure>> {
	const before = editor.text();
	if (before !== expected && before !== withFeeds(expected)) return fail({ kind: "stale" });
	const after = withFeeds(edit(expected));
	if (after === before) return ok({ path, before, after });
	let copy: string;
	try {
		copy = await saveCopy(parts, path, before, after);
	} catch (error) {
		return fail(diskFailure(error));
	}
	// Typed while the copy was written.
	if (editor.text() !== before) {
		await dropCopy(parts.files, copy);
		return fail({ kind: "stale" });
	}
	editor.replace(after);
	try {
		await editor.save();
		const saved = await parts.files.read(path);
		if (withFeeds(saved) === editor.text()) await dropCopy(parts.files, copy);
	} catch {
		// The editor holds the new text and saves again; the copy stays until a start finds the note whole.
	}
	return ok({ path, before, after });
}

/** What the person sees counts, not what the last save wrote; with the file's own line ends where they agree. */
async function readWithEditor(
	files: Files,
	path: string,
	editor: OpenEditor,
): Promise<Result<string, WriteFailure>> {
	const saved = await readText(files, path);
	const shown = editor.text();
	return saved.ok && withFeeds(saved.value) !== shown ? ok(shown) : saved;
}

/** Whether a create that failed did its work after all, or left a half that must go. */
async function afterCreate(
	files: Files,
	path: string,
	text: string,
	error: unknown,
): Promise<Result<Written, WriteFailure>> {
	const failure = diskFailure(error);
	// Somebody was faster: what stands there is theirs.
	if (failure.kind === "disk" && /already exists/i.test(failure.detail))
		return fail({ kind: "exists" });
	const now = await readText(files, path);
	if (now.ok && now.value === text) return ok({ path, before: "", after: text });
	const isHalf = now.ok && text.startsWith(now.value);
	if (isHalf) await dropCopy(files, path);
	return fail(failure);
}

function createQueue(): <T>(path: string, work: () => Promise<T>) => Promise<T> {
	const tails = new Map<string, Promise<unknown>>();
	return (path, work) => {
		const mine = (tails.get(path) ?? Promise.resolve()).then(work, work);
		tails.set(path, mine);
		const forget = (): void => {
			if (tails.get(path) === mine) tails.delete(path);
		};
		mine.then(forget, forget);
		return mine;
	};
}

function freePath(
	files: Files,
	folder: string,
	stem: string,
	extension: string,
): Promise<Result<string, WriteFailure>> {
	return orDisk(async () => {
		const isRoot = folder === "" || folder === "/";
		const isThere = isRoot || (await files.exists(folder));
		const listed = isThere
			? await files.list(isRoot ? "" : folder)
			: { files: [], folders: [] };
		const taken = [...listed.files, ...listed.folders].map((path) =>
			path.slice(path.lastIndexOf("/") + 1),
		);
		const name = fileName(stem, taken, extension);
		return ok(pathIn(folder, name));
	});
}

/** Also taken where only case or form differs: on another device it would be the same file. */
async function isTaken(files: Files, path: string): Promise<boolean> {
	if (await files.exists(path)) return true;
	const folder = folderOf(path);
	if (folder !== "" && !(await files.exists(folder))) return false;
	const folded = foldName(path);
	return (await files.list(folder)).files.some((file) => foldName(file) === folded);
}

async function makeFolders(parts: SafeVaultParts, folder: string): Promise<void> {
	if (folder === "" || (await parts.files.exists(folder))) return;
	await makeFolders(parts, folderOf(folder));
	await parts.host.createFolder(folder);
}

async function orDisk<T>(
	work: () => Promise<Result<T, WriteFailure>>,
): Promise<Result<T, WriteFailure>> {
	try {
		return await work();
	} catch (error) {
		return fail(diskFailure(error));
	}
}

function splitName(
	name: string,
	extensions: RegExp,
	fallback: string,
): [stem: string, extension: string] {
	const found = extensions.exec(name);
	return found === null ? [name, fallback] : [name.slice(0, found.index), found[0]];
}

function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash === -1 ? "" : path.slice(0, slash);
}

function withFeeds(text: string): string {
	return text.replaceAll("\r\n", "\n");
}
