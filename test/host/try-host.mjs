/** What `npm run try` does once Node is new enough. Imports only Node: packages may still be missing. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const HELP = `npm run try -- [--vault DIR] [--port N] [--no-open] [--theme light|dark] [--phone] [--language zh]`;

/** @param {string[]} args */
export async function tryHost(args) {
	const { values } = parseArgs({
		args,
		options: {
			vault: { type: "string", default: join(root, "try-vault") },
			port: { type: "string", default: "0" },
			"no-open": { type: "boolean", default: false },
			theme: { type: "string", default: "dark" },
			phone: { type: "boolean", default: false },
			language: { type: "string", default: "en" },
			help: { type: "boolean", default: false },
		},
	});
	if (values.help) return console.info(HELP);
	installPackages();
	const { ensureChromium } = await import("./ensure-chromium.mjs");
	const chromium = values["no-open"] ? null : ensureChromium();
	const { buildHost, buildWinnow } = await import("./build-host.mjs");
	const { startServer } = await import("./server.mjs");
	const [hostDir, pluginDir] = [await buildHost(), await buildWinnow()];

	const standIn = await playClaude();
	const vaultDir = resolve(values.vault);
	layOutVault(vaultDir, standIn);
	const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
	const server = await startServer({
		vaultDir,
		pluginDir,
		hostDir,
		manifest,
		port: Number(values.port),
		standIn: standIn !== null,
	});
	const query = new URLSearchParams({ theme: values.theme, language: values.language });
	if (values.phone) query.set("phone", "1");
	const address = `${server.url}?${query}`;
	console.info(`Vault:  ${relative(process.cwd(), vaultDir) || "."}`);
	console.info(
		standIn === null
			? "Claude: not here, add a key in the settings"
			: "Claude: a local stand-in, until you add a key of your own in the settings",
	);
	console.info(`Open:   ${address}`);
	console.info("Stop with Ctrl+C.");
	if (chromium !== null) openBrowser(chromium, address);
	for (const signal of ["SIGINT", "SIGTERM"])
		process.once(signal, () => {
			void Promise.all([server.close(), standIn?.close()]).then(() => process.exit(0));
		});
}

/** The locked packages, when there are none yet or the lock file is newer. */
function installPackages() {
	const stamp = join(root, "node_modules", ".package-lock.json");
	if (existsSync(stamp)) return;
	console.info("Installing the locked packages…");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	execFileSync(npm, ["ci", "--no-audit", "--no-fund"], {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
}

/** The stand-in for Claude; null where the checkout has none. */
async function playClaude() {
	const script = join(here, "stand-in", "server.mjs");
	if (!existsSync(script)) return null;
	const { startStandIn } = await import(pathToFileURL(script).href);
	return startStandIn({});
}

/** An empty or missing folder gets the demo vault; one with content is taken as it is. */
function layOutVault(vaultDir, standIn) {
	mkdirSync(vaultDir, { recursive: true });
	const isFresh = readdirSync(vaultDir).length === 0;
	if (isFresh) cpSync(join(here, "demo-vault"), vaultDir, { recursive: true });
	const folder = join(vaultDir, ".obsidian", "plugins", "winnow");
	const data = join(folder, "data.json");
	mkdirSync(folder, { recursive: true });
	const settings = existsSync(data) ? JSON.parse(readFileSync(data, "utf8")) : {};
	const isOurs =
		settings.claudeBaseUrl === undefined ||
		/^http:\/\/127\.0\.0\.1:/.test(settings.claudeBaseUrl);
	// The stand-in has another port each time: only an address that was its own is replaced.
	if (standIn === null || (!isFresh && !isOurs)) return;
	writeFileSync(data, JSON.stringify({ ...settings, claudeBaseUrl: standIn.base }, null, 2));
}

function openBrowser(chromium, address) {
	const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	const hasScreen =
		process.platform !== "linux" ||
		process.env.DISPLAY !== undefined ||
		process.env.WAYLAND_DISPLAY !== undefined;
	if (!hasScreen) return console.info("There is no screen here: open the address in a browser.");
	spawn(chromium, [...sandbox, "--no-first-run", `--app=${address}`, "--window-size=1280,860"], {
		stdio: "ignore",
		detached: true,
	}).unref();
}
