/**
 * `npm run shots [-- WORD…]`: pictures of the surfaces into shots/; with words only scenes whose name holds one of them.
 * Bundles shots.ts, which uses the parts of the browser tests, and plays what jest would give them.
 */
import { build } from "esbuild";
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildWinnow } from "./build-host.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const outfile = join(here, "dist", "shots.mjs");
// Dates in the pictures do not depend on where they are taken.
process.env.TZ = "UTC";

/** The server and its parts find their files beside themselves: they stay where they are. */
const keepModules = {
	name: "keep-modules",
	setup({ onResolve }) {
		onResolve({ filter: /^\.{1,2}\/.*\.mjs$/ }, ({ path, resolveDir }) => ({
			path: pathToFileURL(join(resolveDir, path)).href,
			external: true,
		}));
	},
};

mkdirSync(dirname(outfile), { recursive: true });
await build({
	entryPoints: [join(here, "shots.ts")],
	outfile,
	bundle: true,
	platform: "node",
	format: "esm",
	packages: "external",
	define: { __dirname: JSON.stringify(here) },
	plugins: [keepModules],
	logLevel: "warning",
});

// All pictures show one build, whatever changes in src meanwhile.
const pluginDir = join(here, "dist", "shots-plugin");
cpSync(await buildWinnow(), pluginDir, { recursive: true });
copyFileSync(join(here, "..", "..", "manifest.json"), join(pluginDir, "manifest.json"));

const closing = [];
globalThis.afterEach = () => undefined;
globalThis.jest = { setTimeout: () => undefined };
globalThis.afterAll = (close) => closing.push(close);
const { takeShots } = await import(pathToFileURL(outfile).href);
const failed = await takeShots(join(here, "..", "..", "shots"), pluginDir, process.argv.slice(2));
for (const close of closing) await close();
process.exit(failed === 0 ? 0 : 1);
