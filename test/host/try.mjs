/** `npm run try`: sets up what is missing, builds, lays out a demo vault and opens the host. Imports only Node: packages may still be missing. */
import { spawn } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
import { installPackages, root } from "../set-up.mjs";
import { demoPage } from "./demo-web.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { layOutVault } from "./lay-out-vault.mjs";

const HELP = `npm run try -- [--vault DIR] [--port N] [--no-open] [--theme light|dark] [--phone] [--language zh]`;
const OPTIONS = /** @type {const} */ ({
	vault: { type: "string", default: join(root, "try-vault") },
	port: { type: "string", default: "0" },
	"no-open": { type: "boolean", default: false },
	theme: { type: "string", default: "dark" },
	phone: { type: "boolean", default: false },
	language: { type: "string", default: "en" },
	help: { type: "boolean", default: false },
});

/** What a person can mend is said in one line; a bug shows where it is. */
class Said extends Error {}

async function main() {
	const values = chosen();
	if (values.help) return console.info(HELP);
	installPackages();
	const chromium = values["no-open"] ? null : browserOrWords();
	const { buildHost, buildWinnow } = await import("./build-host.mjs");
	const [hostDir, pluginDir] = [await buildHost(), await buildWinnow()];
	const { startStandIn } = await import("./stand-in/server.mjs");
	const standIn = await startStandIn({});
	const vaultDir = resolve(process.env.INIT_CWD ?? ".", values.vault);
	layOutVault(vaultDir, standIn.base);
	const server = await serve({ vaultDir, pluginDir, hostDir, port: Number(values.port) });

	const query = new URLSearchParams({ theme: values.theme, language: values.language });
	if (values.phone) query.set("phone", "1");
	const address = `${server.url}?${query}`;
	console.info(`Vault:  ${relative(process.cwd(), vaultDir) || "."}`);
	console.info("Claude: a local stand-in, until you add a key of your own in the settings");
	console.info(`Open:   ${address}`);
	if (chromium !== null) openWindow(chromium, address);
	for (const signal of ["SIGINT", "SIGTERM"])
		process.once(signal, () => {
			void Promise.all([server.close(), standIn.close()]).then(() => process.exit(0));
		});
	console.info("Stop with Ctrl+C.");
}

function chosen() {
	let values;
	try {
		values = parseArgs({ options: OPTIONS }).values;
	} catch (error) {
		throw new Said(`${error.message}\n${HELP}`);
	}
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Said(`--port wants a number up to 65535, not ${values.port}.`);
	return values;
}

/** Null: there is none, and the line that says how to get one has been printed. */
function browserOrWords() {
	try {
		return ensureChromium();
	} catch (error) {
		console.info(error.message);
		return null;
	}
}

async function serve(options) {
	const { startServer } = await import("./server.mjs");
	const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
	try {
		return await startServer({ ...options, manifest, standIn: true, web: demoPage });
	} catch (error) {
		if (error.code === "EADDRINUSE")
			throw new Said(
				`Port ${options.port} is taken. Choose another, or leave --port out for a free one.`,
			);
		throw error;
	}
}

function openWindow(chromium, address) {
	const hasScreen =
		process.platform !== "linux" ||
		(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || "") !== "";
	if (!hasScreen) return console.info("There is no screen here: open the address in a browser.");
	const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	const flags = [...sandbox, "--no-first-run", `--app=${address}`, "--window-size=1280,860"];
	const window = spawn(chromium, flags, { stdio: "ignore", detached: true });
	window.once("error", () => console.info("The window could not be opened: open the address in a browser."));
	window.unref();
}

main().catch((error) => {
	console.error(error instanceof Said ? error.message : error);
	process.exit(1);
});
