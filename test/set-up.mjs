/** What `npm run try` and `npm test` do first: the locked packages, if they are missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the locked packages where there are none. Ends the process with npm's code if that fails. */
export function installPackages() {
	if (existsSync(join(root, "node_modules", "obsidian", "package.json"))) return;
	console.info("Installing the locked packages…");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	const { status } = spawnSync(npm, ["ci"], {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	if (status !== 0) process.exit(status ?? 1);
}
