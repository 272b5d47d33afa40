/**
 * Builds the doors: every `<name>.ts` here → `dist/<name>.mjs` for Node, `<name>.browser.ts` → an IIFE for Chromium.
 * A file whose name has a second part (`hostile-answer.ts`) is a part of a door and not built alone.
 */
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const isDoor = (name) => /^[a-z]+(\.browser)?\.ts$/.test(name);

for (const name of readdirSync(here).filter(isDoor)) {
	const isBrowser = name.endsWith(".browser.ts");
	await build({
		entryPoints: [join(here, name)],
		outfile: join(here, "dist", name.replace(/\.ts$/, isBrowser ? ".js" : ".mjs")),
		bundle: true,
		format: isBrowser ? "iife" : "esm",
		platform: isBrowser ? "browser" : "node",
		target: isBrowser ? "es2021" : "node20",
		alias: { obsidian: join(here, "obsidian-stub.ts") },
		// What brings a DOM in Node stays in node_modules: it reads files beside itself.
		external: isBrowser ? [] : ["jsdom", "linkedom"],
		banner: isBrowser
			? {}
			: {
					js: 'import { createRequire as winnowRequire } from "node:module"; const require = winnowRequire(import.meta.url);',
				},
		logLevel: "warning",
	});
}
