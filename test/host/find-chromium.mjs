/** Finds a Chromium or Chrome that is installed; null where there is none. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = [
	"chromium",
	"chromium-browser",
	"google-chrome-stable",
	"google-chrome",
	"chrome",
	"microsoft-edge",
];
const PLACES = [
	"/usr/lib/chromium/chromium",
	"/snap/bin/chromium",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** `CHROMIUM_PATH` in the environment wins. */
export function findChromium() {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted !== undefined && wanted !== "") return isRunnable(wanted) ? wanted : null;
	for (const folder of (process.env.PATH ?? "").split(delimiter)) {
		for (const name of NAMES)
			if (folder !== "" && isRunnable(join(folder, name))) return join(folder, name);
	}
	return PLACES.find(isRunnable) ?? null;
}

export const HOW_TO_GET_ONE =
	"No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome.";

function isRunnable(path) {
	if (!existsSync(path)) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
