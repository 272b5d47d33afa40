import { fail, ok, type Result } from "../result";
import type { Files } from "./files";
import { minimalChange } from "./minimal-change";
import { dropCopy, isTorn, saveCopy, type RecoveryPlace } from "./recovery";
import type { WriteFailure, Written } from "./safe-vault";

/** Called with what stands in the file now, at the very moment of writing too. Must be pure. */
export type TextChange = (text: string) => Result<string, WriteFailure>;

export type WritePlace = RecoveryPlace &
	Readonly<{
		/** Resolves when another program has had the time to end a write it is in the middle of. */
		letOthersWrite(): Promise<void>;
	}>;

// A file that changes this often between reading and writing is somebody's log.
const TRIES = 4;

/**
 * Changes a file so that a full disk, a crash or another writer loses no word: a copy goes to the recovery folder,
 * the change is made on what stands there at that moment, the file is read back, the copy is dropped.
 * On a failure the file is as it was; where even that could not be done, `recover` does it at the next start.
 */
export async function protectedWrite(
	place: WritePlace,
	path: string,
	change: TextChange,
): Promise<Result<Written, WriteFailure>> {
	for (let attempt = 0; attempt < TRIES; attempt++) {
		const tried = await attemptWrite(place, path, change);
		if (tried !== "changed-meanwhile") return tried;
	}
	return fail({ kind: "stale" });
}

async function attemptWrite(
	place: WritePlace,
	path: string,
	change: TextChange,
): Promise<Result<Written, WriteFailure> | "changed-meanwhile"> {
	const { files } = place;
	const read = await readText(files, path);
	if (!read.ok) return read;
	const before = read.value;
	const planned = change(before);
	if (!planned.ok) return planned;
	const after = planned.value;
	if (after === before) return ok({ path, before, after });
	let copy: string;
	try {
		copy = await saveCopy(place, path, before, after);
	} catch (error) {
		return fail(diskFailure(error));
	}
	let isStale = false;
	let problem: unknown = null;
	try {
		await files.process(path, (now) => {
			isStale = now !== before;
			return isStale ? now : after;
		});
	} catch (error) {
		problem = error;
	}
	if (isStale) {
		await dropCopy(files, copy);
		return "changed-meanwhile";
	}
	return settle(place, { path, before, after }, copy, problem);
}

/** Reads back what became of a write that was tried, and puts the note right. */
async function settle(
	place: WritePlace,
	written: Written,
	copy: string,
	problem: unknown,
): Promise<Result<Written, WriteFailure>> {
	const { files } = place;
	const { path, before, after } = written;
	let now: string;
	try {
		now = await files.read(path);
		// Another program empties the file at the start of its own write: what it writes next is no half of ours.
		if (isTorn(now, before, after)) {
			await place.letOthersWrite();
			now = await files.read(path);
		}
	} catch (error) {
		return fail(diskFailure(problem ?? error)); // the copy stays: nobody knows what the note says
	}
	// Done, although the disk may have said otherwise.
	if (now === after) {
		await dropCopy(files, copy);
		return ok(written);
	}
	if (now === before) {
		await dropCopy(files, copy);
		return fail(diskFailure(problem ?? "the write had no effect"));
	}
	if (isTorn(now, before, after)) {
		try {
			await files.write(path, before);
			if ((await files.read(path)) === before) await dropCopy(files, copy);
		} catch {
			// The copy stays, and `recover` tries again at the next start.
		}
		return fail(diskFailure(problem ?? "the write broke off"));
	}
	if (problem === null && isOverOther(now, before, after)) {
		try {
			await files.process(path, (still) => (still === now ? after : still));
		} catch (error) {
			return fail(diskFailure(error)); // the copy stays
		}
	}
	// Somebody wrote after us and theirs stands. If our words are not in it, the copy stays for the next start to offer.
	const ours = minimalChange(before, after)?.text ?? "";
	if (problem === null && now.includes(ours)) await dropCopy(files, copy);
	return problem === null ? ok(written) : fail(diskFailure(problem));
}

/**
 * Two programs wrote at the same moment, and ours went over the beginning of the other's longer text: behind ours
 * stands the end of theirs, which is the note's old end, perhaps from within a character on.
 */
function isOverOther(now: string, before: string, after: string): boolean {
	if (!now.startsWith(after)) return false;
	const rest = now.slice(after.length).replace(/^\ufffd{1,3}/, "");
	return now.length > after.length && before.endsWith(rest);
}

/** Reads a file; a missing one is `gone`. */
export async function readText(files: Files, path: string): Promise<Result<string, WriteFailure>> {
	try {
		return ok(await files.read(path));
	} catch (error) {
		return fail((await isMissing(files, path)) ? { kind: "gone" } : diskFailure(error));
	}
}

async function isMissing(files: Files, path: string): Promise<boolean> {
	try {
		return !(await files.exists(path));
	} catch {
		return false;
	}
}

export function diskFailure(error: unknown): WriteFailure {
	return { kind: "disk", detail: error instanceof Error ? error.message : String(error) };
}
