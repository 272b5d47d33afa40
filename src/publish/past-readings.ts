import { readRecord } from "./reading";
import type { PublishParts } from "./publish-parts";

/** The finished readings of a draft. */
export type PastReadings = Readonly<{
	count: number;
	/** The latest: when, and what the draft said. Null: never read. */
	last: Readonly<{ at: string; draft: string }> | null;
}>;

const FOLDER = "Readings";

export function readingsFolder(projectFolder: string): string {
	return `${projectFolder}/${FOLDER}`;
}

/** Found by their frontmatter, whatever they are called. A record of another draft does not count. */
export async function pastReadings(parts: PublishParts, projectFolder: string, draftPath: string): Promise<PastReadings> {
	const { vault, metadataCache } = parts.app;
	const folder = vault.getFolderByPath(readingsFolder(projectFolder));
	const records = (folder?.children ?? []).flatMap((file) => {
		const record = vault.getFileByPath(file.path);
		const frontmatter: Readonly<Record<string, unknown>> = (record === null ? null : metadataCache.getFileCache(record)?.frontmatter) ?? {};
		const { type, read, draft } = frontmatter;
		if (record === null || type !== "research-reading" || typeof draft !== "string") return [];
		const target = draft.replace(/^\[\[|\]\]$/g, "");
		const own = metadataCache.getFirstLinkpathDest(target, record.path)?.path ?? target;
		return own === draftPath ? [{ record, at: typeof read === "string" ? read : "" }] : [];
	});
	records.sort((a, b) => (a.at < b.at ? -1 : 1));
	const latest = records.at(-1);
	if (latest === undefined) return { count: 0, last: null };
	const text = readRecord(await vault.cachedRead(latest.record));
	return { count: records.length, last: text === null ? null : { at: latest.at, draft: text } };
}
