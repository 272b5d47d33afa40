/** Builds `rows-plugin` into `test/host/dist`: the inbox as it is, over sources of a test's own. */
import { build } from "esbuild";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleSheets } from "../../esbuild.config.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const outDir = join(here, "dist", "rows-plugin");
mkdirSync(outDir, { recursive: true });
await build({
	entryPoints: [join(here, "rows-plugin", "main.ts")],
	outfile: join(outDir, "main.js"),
	bundle: true,
	format: "cjs",
	platform: "browser",
	target: "es2021",
	external: ["obsidian", "@codemirror/*"],
	logLevel: "warning",
});
writeFileSync(join(outDir, "styles.css"), styleSheets().join("\n"));
copyFileSync(join(here, "rows-plugin", "manifest.json"), join(outDir, "manifest.json"));
