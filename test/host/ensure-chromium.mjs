/** A Chromium for `npm run try` and the tests: found, or installed where that is one command. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium, HOW_TO_GET_ONE } from "./find-chromium.mjs";

/** The machine as it is; tests play another. */
const machine = {
	find: findChromium,
	isDebianRoot: () => existsSync("/etc/debian_version") && process.getuid?.() === 0,
	install() {
		console.info("Installing Debian's chromium…");
		const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
		execFileSync("apt-get", ["update", "-qq"], options);
		execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
	},
};

/** @returns the program's path; @throws with one line that says how to get one. */
export function ensureChromium({ find, isDebianRoot, install } = machine) {
	const found = find();
	if (found !== null) return found;
	if (!isDebianRoot()) throw new Error(HOW_TO_GET_ONE);
	try {
		install();
	} catch {
		throw new Error(HOW_TO_GET_ONE);
	}
	const installed = find();
	if (installed === null) throw new Error(HOW_TO_GET_ONE);
	return installed;
}
