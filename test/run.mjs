/**
 * `npm test`: everything a change must pass, with one closing line over all suites.
 * Arguments narrow it: `npm test -- lint types unit e2e`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./host/ensure-chromium.mjs";
import { installPackages, root } from "./set-up.mjs";

installPackages();
const bin = (name) => join(root, "node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "winnow-test-"));

/** A suite is a command that passes or fails as one, or a jest run that counts its tests. */
const SUITES = [
	{ name: "lint", command: [bin("eslint"), ".", "--max-warnings", "0"] },
	{
		name: "lint",
		command: [bin("eslint"), "-c", "test/eslint.config.mjs", "test", "--max-warnings", "0"],
	},
	{ name: "lint", command: [bin("depcruise"), "--config", ".dependency-cruiser.cjs", "src"] },
	{ name: "types", command: [bin("tsc"), "--noEmit", "-p", "tsconfig.json"] },
	{ name: "types", command: [bin("tsc"), "--noEmit", "-p", "test/tsconfig.json"] },
	{ name: "unit", jest: ["--selectProjects", "unit", "dom"] },
	{ name: "e2e", jest: ["--selectProjects", "e2e", "--runInBand"] },
];

function run([command, ...args]) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: "inherit",
			shell: process.platform === "win32",
			env: { ...process.env, NODE_OPTIONS: "--no-warnings --max-old-space-size=6144" },
		});
		child.on("error", () => resolve(1));
		child.on("close", (code) => resolve(code ?? 1));
	});
}

async function runSuite(suite, index) {
	if (suite.command) {
		const code = await run(suite.command);
		return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	}
	if (suite.name === "e2e") {
		try {
			ensureChromium();
		} catch (error) {
			console.error(error.message);
			return { passed: 0, failed: 1 };
		}
	}
	const report = join(reports, `${index}.json`);
	const code = await run([bin("jest"), ...suite.jest, "--json", "--outputFile", report]);
	return countJest(report, code);
}

/** A suite that could not even load counts as a failure of its own. */
function countJest(report, code) {
	let counts;
	try {
		counts = JSON.parse(readFileSync(report, "utf8"));
	} catch {
		return { passed: 0, failed: 1 };
	}
	const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
	const hasHiddenFailure = code !== 0 && failed === 0;
	return { passed: counts.numPassedTests, failed: hasHiddenFailure ? 1 : failed };
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
for (const [index, suite] of SUITES.entries()) {
	if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
	const started = Date.now();
	console.info(
		`\n── ${suite.name}: ${(suite.command ?? ["jest", ...suite.jest])
			.slice(0, 4)
			.map((part) => part.replace(root, "."))
			.join(" ")}`,
	);
	const { passed, failed } = await runSuite(suite, index);
	total.passed += passed;
	total.failed += failed;
	console.info(
		`   ${failed === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s`,
	);
}
rmSync(reports, { recursive: true, force: true });
console.info(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
