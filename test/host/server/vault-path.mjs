/** Maps vault paths to files below one folder, and refuses everything else. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** An error with a code, as Node's own: the page gets both. */
export function failure(code, message) {
	return Object.assign(new Error(`${code}: ${message}`), { code });
}

/**
 * @param {string} vaultDir
 * @param {{ caseInsensitive?: boolean }} options Plays a disk that ignores case, as macOS and Windows have.
 */
export function vaultPaths(vaultDir, { caseInsensitive = false } = {}) {
	const root = realpathSync(vaultDir);

	/** @param {unknown} path Vault path; `/` or empty is the vault itself. */
	function onDisk(path) {
		if (typeof path !== "string" || /[\0\\]/.test(path))
			throw failure("EINVAL", `no vault path: ${String(path)}`);
		const parts = path.split("/").filter((part) => part !== "");
		if (parts.some((part) => part === "." || part === ".."))
			throw failure("EACCES", `outside of the vault: ${path}`);
		let full = root;
		for (const part of parts) full = join(full, caseInsensitive ? asSpelled(full, part) : part);
		if (!isInside(full)) throw failure("EACCES", `outside of the vault: ${path}`);
		return full;
	}

	/** A link below the vault must not lead out of it. */
	function isInside(full) {
		let existing = full;
		while (!existsSync(existing)) existing = dirname(existing);
		const real = realpathSync(existing);
		return real === root || real.startsWith(root + sep);
	}

	return { root, onDisk };
}

function asSpelled(folder, name) {
	if (!existsSync(folder) || existsSync(join(folder, name))) return name;
	const wanted = name.toLowerCase();
	return readdirSync(folder).find((entry) => entry.toLowerCase() === wanted) ?? name;
}
