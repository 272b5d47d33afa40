/** A Chromium for `npm run try` and the tests: found, or installed where that is one command. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium, HOW_TO_GET_ONE } from "./find-chromium.mjs";

/** @returns the program's path; @throws with one line that says how to get one. */
export function ensureChromium() {
	const found = findChromium();
	if (found !== null) return found;
	const isDebianRoot = existsSync("/etc/debian_version") && process.getuid?.() === 0;
	if (!isDebianRoot) throw new Error(HOW_TO_GET_ONE);
	console.info("Installing Debian's chromium…");
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	try {
		execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
		execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
			stdio: "inherit",
			env,
		});
	} catch {
		throw new Error(HOW_TO_GET_ONE);
	}
	const installed = findChromium();
	if (installed === null) throw new Error(HOW_TO_GET_ONE);
	return installed;
}
