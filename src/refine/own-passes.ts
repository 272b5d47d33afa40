import type { App, TFolder } from "obsidian";
import type { SafeVault } from "../vault/safe-vault";
import { parseOwnPass, type Pass } from "./passes";

/** The passes the person wrote as notes in one folder (not in folders below it). */
export async function ownPasses(
	app: Pick<App, "vault" | "metadataCache">,
	folderPath: string,
	vault: Pick<SafeVault, "read">,
): Promise<readonly Pass[]> {
	const folder: TFolder | null = app.vault.getFolderByPath(folderPath.replace(/\/+$/, ""));
	if (folder === null) return [];
	const passes: Pass[] = [];
	for (const { path } of folder.children) {
		const cache = app.metadataCache.getCache(path);
		if (cache?.frontmatter === undefined) continue;
		const read = await vault.read(path);
		if (!read.ok) continue;
		const body = read.value.slice(cache.frontmatterPosition?.end.offset ?? 0);
		const pass = parseOwnPass(path, cache.frontmatter, body);
		if (pass !== null) passes.push(pass);
	}
	return passes;
}
