/**
 * `node test/house/bundle-sizes.mjs`: what each package and folder of src takes in main.js.
 * `min`: bytes after minifying. `gzip`: what main.js would be smaller by, compressed, if those bytes were not in it.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPlugin } from "../../esbuild.config.mjs";

const folder = mkdtempSync(join(tmpdir(), "winnow-sizes-"));
const { inputs, outputs } = await buildPlugin(folder);
const main = readFileSync(join(folder, "main.js"));
rmSync(folder, { recursive: true });
const [output] = Object.values(outputs);

const byPart = new Map();
for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
	const name = partOf(path);
	byPart.set(name, (byPart.get(name) ?? 0) + bytesInOutput);
}
const ratio = gzipSync(main, { level: 9 }).length / main.length;
console.info(
	`main.js: ${main.length} bytes, ${Math.round(main.length * ratio)} gzip, ${Object.keys(inputs).length} files`,
);
for (const [name, bytes] of [...byPart].sort((a, b) => b[1] - a[1]))
	console.info(
		`${String(bytes).padStart(8)} min ${String(Math.round(bytes * ratio)).padStart(7)} gzip  ${name}`,
	);

function partOf(path) {
	const pkg = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
	return pkg ?? /^src\/[^/]+/.exec(path)?.[0] ?? path;
}
