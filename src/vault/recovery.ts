import type { Files } from "./files";

/** A write that did not end: the note as it was, and as it was to be. */
export type Unfinished = Readonly<{
	copy: string;
	path: string;
	at: string;
	before: string;
	after: string;
}>;

export const RECOVERY_BYTES = 50 * 1024 * 1024;
export const RECOVERY_DAYS = 7;

export type RecoveryPlace = Readonly<{
	files: Files;
	/** Vault path of the folder for copies. */
	folder: string;
	now(): Date;
	newId(): string;
}>;

/**
 * Puts a copy beside the vault's notes before one is touched and reads it back.
 * Resolves to the copy's path. Rejects with what the disk says; the note is untouched then.
 */
export async function saveCopy(
	place: RecoveryPlace,
	path: string,
	before: string,
	after: string,
): Promise<string> {
	const { files, folder } = place;
	const copy = `${folder}/${place.newId()}.txt`;
	const draft = `${copy}.tmp`;
	const text = copyText({ path, at: place.now().toISOString(), before, after });
	if (!(await files.exists(folder))) await files.mkdir(folder);
	try {
		await files.write(draft, text);
		if ((await files.read(draft)) !== text)
			throw new Error(`${draft} does not say what was written`);
		await files.rename(draft, copy);
	} catch (error) {
		await dropCopy(files, draft);
		throw error;
	}
	return copy;
}

/** A copy that cannot be removed now goes at the next start, when its note is seen to be whole. */
export async function dropCopy(files: Files, copy: string): Promise<void> {
	try {
		await files.remove(copy);
	} catch {
		// Never worth an error: the note is safe, and `recover` looks at every copy again.
	}
}

/** Plain text that a person can read: one line of facts, then both texts as they are. */
function copyText({ path, at, before, after }: Omit<Unfinished, "copy">): string {
	return `${JSON.stringify({ winnow: 1, path, at, length: before.length })}\n${before}${after}`;
}

/** Null: no whole copy. */
export function parseCopy(copy: string, text: string): Unfinished | null {
	const feed = text.indexOf("\n");
	const facts = feed === -1 ? null : parseFacts(text.slice(0, feed));
	if (facts === null) return null;
	const body = text.slice(feed + 1);
	if (body.length < facts.length) return null;
	return {
		copy,
		path: facts.path,
		at: facts.at,
		before: body.slice(0, facts.length),
		after: body.slice(facts.length),
	};
}

function parseFacts(line: string): Readonly<{ path: string; at: string; length: number }> | null {
	try {
		const facts: unknown = JSON.parse(line);
		if (typeof facts !== "object" || facts === null) return null;
		if (!("path" in facts) || !("at" in facts) || !("length" in facts)) return null;
		const { path, at, length } = facts;
		if (typeof path !== "string" || typeof at !== "string" || typeof length !== "number")
			return null;
		return { path, at, length };
	} catch {
		return null; // a line that is no JSON is no copy of ours
	}
}

/**
 * Looks at every copy after a start. A note that is whole, before or after its write, needs none; a torn one
 * (a beginning of what was to be written, or nothing) gets back what it said. What somebody changed since is
 * left alone and offered (a note that is gone too: it may have been deleted on purpose), newest first, for 7 days and 50 MB.
 */
export async function recover(place: RecoveryPlace): Promise<readonly Unfinished[]> {
	const { files, folder } = place;
	if (!(await files.exists(folder))) return [];
	const offers: Unfinished[] = [];
	for (const copy of (await files.list(folder)).files) {
		try {
			const offer = await settleCopy(place, copy);
			if (offer !== null) offers.push(offer);
		} catch {
			// The disk still says no: this copy waits for the next start, the others are looked at.
		}
	}
	offers.sort((a, b) => (a.at < b.at ? 1 : -1));
	let bytes = 0;
	const kept = offers.filter(
		({ before, after }) => (bytes += (before.length + after.length) * 2) <= RECOVERY_BYTES,
	);
	for (const { copy } of offers.slice(kept.length)) await dropCopy(files, copy);
	return kept;
}

/** Null: this copy is done with, or waits. */
async function settleCopy(place: RecoveryPlace, copy: string): Promise<Unfinished | null> {
	const { files } = place;
	if (copy.endsWith(".tmp")) {
		await dropCopy(files, copy);
		return null;
	}
	const unfinished = parseCopy(copy, await files.read(copy));
	// A torn or foreign file is no copy we made; somebody else may know what it is.
	if (unfinished === null) return null;
	const { path, before, after } = unfinished;
	const isOld = place.now().getTime() - Date.parse(unfinished.at) > RECOVERY_DAYS * 86_400_000;
	const now = (await files.exists(path)) ? await files.read(path) : null;
	if (now !== null && isTorn(now, before, after)) {
		await files.write(path, before);
		if ((await files.read(path)) !== before) return null;
	} else if (now !== before && now !== after && !isOld) return unfinished;
	await dropCopy(files, copy);
	return null;
}

/** What a write that broke off leaves: nothing, or a beginning of the new text that is none of the old. */
export function isTorn(now: string, before: string, after: string): boolean {
	return now !== before && now !== after && after.startsWith(now);
}
