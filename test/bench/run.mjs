/**
 * `npm run bench`: every test/bench/*.bench.ts, one after the other, each in a process of its own.
 * A bench prints ratios against a baseline of the same run; absolute times belong to one machine only.
 * Arguments narrow it: `npm run bench -- refine`.
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { installPackages, root } from "../set-up.mjs";

installPackages();
const folder = join(root, "test", "bench");
const wanted = process.argv.slice(2);
const benches = readdirSync(folder)
	.filter((name) => name.endsWith(".bench.ts"))
	.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
// Inside the project, so that Node finds the packages the bundles leave outside.
const out = join(folder, ".out");
let failed = 0;
for (const name of benches) {
	console.info(`\n── ${basename(name, ".bench.ts")}`);
	const outfile = join(out, name.replace(/\.ts$/, ".mjs"));
	await build({
		entryPoints: [join(folder, name)],
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		packages: "external",
		alias: { obsidian: join(root, "test", "doors", "obsidian-stub.ts") },
		logLevel: "error",
	});
	const run = spawnSync(process.execPath, ["--expose-gc", outfile], {
		cwd: root,
		stdio: "inherit",
	});
	if (run.status !== 0) failed++;
}
rmSync(out, { recursive: true, force: true });
console.info(`\n${benches.length - failed} benches within budget, ${failed} over it or broken`);
process.exit(failed === 0 ? 0 : 1);
