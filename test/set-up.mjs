/** What `npm run try` and `npm test` do first: the locked packages, if they are missing or others. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the locked packages where they are not in place. Ends the process with npm's code if that fails. */
export function installPackages() {
	if (areInPlace(root)) return;
	console.info("Installing the locked packages…");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	const fault = installFault(status);
	if (fault === null) return;
	console.error(fault);
	process.exit(status ?? 1);
}

/** What a person is told where npm failed, below npm's own words. Null: it did not. */
export function installFault(status) {
	if (status === 0) return null;
	return status === null
		? "npm was not found: it comes with Node."
		: "The locked packages could not be installed, for the reason npm gives above. Run this again when it is gone.";
}

/** Whether every locked package is installed in its version, those of other platforms aside. */
export function areInPlace(folder) {
	const modules = join(folder, "node_modules");
	if (!existsSync(modules)) return false;
	// Whoever linked another folder here looks after it.
	if (lstatSync(modules).isSymbolicLink()) return true;
	const installed = packagesOf(join(modules, ".package-lock.json"));
	const locked = packagesOf(join(folder, "package-lock.json"));
	return Object.entries(locked).every(
		([path, { version, optional }]) =>
			path === "" || (installed[path] === undefined ? optional === true : installed[path].version === version),
	);
}

function packagesOf(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8")).packages;
	} catch {
		return {}; // none written yet, or npm was stopped half way
	}
}
