/** Builds the page and the plugin into `test/host/dist`, each only when its sources are newer. */
import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildPlugin } from "../../esbuild.config.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");

/** @returns the folder that holds app.js and app.css. */
export async function buildHost() {
	const outDir = join(here, "dist", "host");
	const sources = [
		join(here, "app.ts"),
		join(here, "build-host.mjs"),
		...under(join(here, "obsidian")),
		...under(join(here, "theme")),
	];
	if (isNewer(join(outDir, "app.js"), sources)) return outDir;
	mkdirSync(outDir, { recursive: true });
	const styles = under(join(here, "theme"))
		.filter((name) => name.endsWith(".css"))
		.sort();
	writeFileSync(
		join(outDir, "app.css"),
		styles.map((name) => readFileSync(name, "utf8")).join("\n"),
	);
	await build({
		absWorkingDir: root,
		entryPoints: [join(here, "app.ts")],
		outfile: join(outDir, "app.js"),
		bundle: true,
		format: "iife",
		platform: "browser",
		target: "chrome120",
		sourcemap: "linked",
		keepNames: true,
		tsconfigRaw: { compilerOptions: { target: "ES2021", useDefineForClassFields: false } },
		logLevel: "warning",
	});
	return outDir;
}

/** @returns the folder that holds main.js and styles.css. */
export async function buildWinnow() {
	const outDir = join(here, "dist", "plugin");
	const sources = [
		join(root, "esbuild.config.mjs"),
		join(root, "package-lock.json"),
		...under(join(root, "src")),
	];
	if (isNewer(join(outDir, "main.js"), sources) && existsSync(join(outDir, "styles.css")))
		return outDir;
	mkdirSync(outDir, { recursive: true });
	await buildPlugin(outDir);
	return outDir;
}

function under(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function isNewer(output, sources) {
	if (!existsSync(output)) return false;
	const built = statSync(output).mtimeMs;
	return sources.every((name) => statSync(name).mtimeMs <= built);
}

// As a program: jest cannot load esbuild or a build script with a top-level await.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await buildHost();
	if (!process.argv.includes("--without-plugin")) await buildWinnow();
}
