import { fail, ok, type Result } from "../result";
import { diskFailure } from "./protected-write";
import { dropCopy, saveCopy, type RecoveryPlace } from "./recovery";
import type { WriteFailure } from "./safe-vault";

/** The open views of a file. */
export interface OpenViews {
	/** What each of them shows, saved or not. */
	shownIn(path: string): readonly string[];
	/** Saves what they hold. */
	saveOpen(path: string): Promise<void>;
}

/**
 * Saves what open views hold of a file before it is changed on disk. The save is asked for by us, so it is ours to
 * survive: words that stand only in a view are copied first, or a crash half way through the save would take them
 * along with the file.
 */
export async function saveOpenViews(
	place: RecoveryPlace,
	views: OpenViews,
	path: string,
): Promise<Result<null, WriteFailure>> {
	const { files } = place;
	const shown = views.shownIn(path);
	if (shown.length === 0) return ok(null);
	const copies: string[] = [];
	try {
		const saved = withFeeds(await files.read(path));
		for (const text of new Set(shown)) {
			if (text !== saved) copies.push(await saveCopy(place, path, text, text));
		}
		await views.saveOpen(path);
		for (const copy of copies) await dropCopy(files, copy);
	} catch (error) {
		// Copies stay: the view saves again by itself, and the next start looks whether it could.
		return fail(diskFailure(error));
	}
	return ok(null);
}

/** A view knows only `\n`. */
function withFeeds(text: string): string {
	return text.replaceAll("\r\n", "\n");
}
