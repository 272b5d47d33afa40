/**
 * Builds the plugin: src/main.ts → main.js, and every stylesheet of src → styles.css.
 * Deterministic: the same sources give the same bytes (no time, path or network in the output).
 * As a module it exports `buildPlugin(outDir)` for the browser host and the tests.
 */
import { build, context } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/** @param {string} outFile */
function options(outFile) {
	return {
		absWorkingDir: root,
		entryPoints: ["src/main.ts"],
		outfile: outFile,
		bundle: true,
		format: "cjs",
		platform: "browser",
		// safari15 keeps regular-expression lookbehind out of literals, which iOS before 16.4 cannot parse.
		target: ["es2021", "safari15"],
		supported: { "regexp-lookbehind-assertions": false },
		external: ["obsidian", "electron", "@codemirror/*", "@lezer/*"],
		minify: true,
		legalComments: "none",
		// A notice over each file would be repeated in part; NOTICE.md holds all of them whole, and goes where main.js goes.
		banner: { js: "/* Winnow, MIT license. The licenses of the code bundled here, NOTICE.md, stand at the end. */" },
		footer: { js: `/*\n${readFileSync(join(root, "NOTICE.md"), "utf8").trim()}\n*/` },
		charset: "utf8",
		logLevel: "warning",
		metafile: true,
	};
}

/** Every `*.css` under src, folders in alphabetical order, `ui/` first. */
export function styleSheets() {
	const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".css"))
		.map((name) => name.replaceAll("\\", "/"))
		.sort((a, b) => Number(b.startsWith("ui/")) - Number(a.startsWith("ui/")) || (a < b ? -1 : 1));
	return files.map((name) => `/* ${name} */\n${readFileSync(join(root, "src", name), "utf8").trim()}\n`);
}

export async function buildPlugin(outDir = root) {
	const result = await build(options(join(outDir, "main.js")));
	writeFileSync(join(outDir, "styles.css"), styleSheets().join("\n"));
	return result.metafile;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	if (process.argv.includes("--watch")) {
		const watching = await context(options(join(root, "main.js")));
		await watching.watch();
		writeFileSync(join(root, "styles.css"), styleSheets().join("\n"));
		console.info(`Watching ${relative(process.cwd(), root) || "."}/src`);
	} else await buildPlugin();
}
