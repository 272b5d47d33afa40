import { fail, ok, type Result } from "../result";
import type { Files } from "./files";
import { diskFailure } from "./protected-write";
import type { WriteFailure } from "./safe-vault";

export type LoadedSettings = Readonly<{
	/** Unknown keys included: another version's settings survive a write. */
	data: Readonly<Record<string, unknown>>;
	/** `copy`: the file could not be read and its copy was taken; `none`: first start, or both are lost. */
	from: "file" | "copy" | "none";
}>;

/** The plugin's own settings on a disk that may fail: one of file and copy can always be read. */
export interface SettingsFile {
	load(): Promise<LoadedSettings>;
	save(data: Readonly<Record<string, unknown>>): Promise<Result<null, WriteFailure>>;
	/** Whether a change of the file came from elsewhere: it says something else than the last save or load. */
	isForeign(): Promise<boolean>;
}

/** @param path of `data.json`; the copy stands beside it. */
export function createSettingsFile(files: Files, path: string): SettingsFile {
	const copy = `${path}.bak`;
	let last: string | null = null;
	let tail: Promise<unknown> = Promise.resolve();
	const load = async (): Promise<LoadedSettings> => {
		const text = await textOf(files, path);
		const data = parseSettings(text);
		if (data !== null) {
			last = text;
			return { data, from: "file" };
		}
		const saved = parseSettings(await textOf(files, copy));
		return saved === null ? { data: {}, from: "none" } : { data: saved, from: "copy" };
	};
	const save = async (
		data: Readonly<Record<string, unknown>>,
	): Promise<Result<null, WriteFailure>> => {
		const text = JSON.stringify(data, null, 2);
		try {
			const standing = await textOf(files, path);
			if (standing === text) return ok(null);
			// Only a text that parses may take the place of the last good copy.
			if (standing !== null && parseSettings(standing) !== null) {
				await files.write(copy, standing);
				if ((await files.read(copy)) !== standing)
					return fail(diskFailure(`${copy} was not written`));
			}
			await files.write(path, text);
			if ((await files.read(path)) !== text)
				return fail(diskFailure(`${path} was not written`));
			last = text;
			return ok(null);
		} catch (error) {
			return fail(diskFailure(error));
		}
	};
	return {
		load,
		save: (data) => {
			// Two saves at once would copy each other's half.
			const mine = tail.then(() => save(data));
			tail = mine;
			return mine;
		},
		isForeign: async () => (await textOf(files, path)) !== last,
	};
}

/** Null: no such file, or it cannot be read. */
async function textOf(files: Files, path: string): Promise<string | null> {
	try {
		return (await files.exists(path)) ? await files.read(path) : null;
	} catch {
		return null; // the copy is asked next
	}
}

function parseSettings(text: string | null): Readonly<Record<string, unknown>> | null {
	if (text === null) return null;
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === "object" && data !== null && !Array.isArray(data)
			? { ...data }
			: null;
	} catch {
		return null; // half written: the copy is asked next
	}
}
