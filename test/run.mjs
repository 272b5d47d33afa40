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
	// Each file has a browser, a vault and a port of its own.
	{ name: "e2e", jest: ["--selectProjects", "e2e", "--maxWorkers", "2"] },
];

/** Resolves to exit code and output; without `isQuiet` the output goes to the screen as it comes. */
function run([command, ...args], isQuiet = false) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: isQuiet ? ["ignore", "pipe", "pipe"] : "inherit",
			shell: process.platform === "win32",
			env: { ...process.env, NODE_OPTIONS: "--no-warnings --max-old-space-size=6144" },
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding("utf8").on("data", (text) => (output += text));
		}
		child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
		child.on("close", (code) => resolve({ code: code ?? 1, output }));
	});
}

async function runJest(suite, index) {
	if (suite.name === "e2e") {
		try {
			ensureChromium();
		} catch (error) {
			console.error(error.message);
			return { passed: 0, failed: 1 };
		}
		// Once, before two workers would write the same files.
		const built = await run([process.execPath, join(root, "test", "host", "build-host.mjs")]);
		if (built.code !== 0) return { passed: 0, failed: 1 };
	}
	const report = join(reports, `${index}.json`);
	const { code } = await run([bin("jest"), ...suite.jest, "--json", "--outputFile", report]);
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
const suites = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const total = { passed: 0, failed: 0 };

function say({ name, command, jest }, started, { passed, failed }) {
	const words = (command ?? ["jest", ...jest]).slice(0, 4).map((part) => part.replace(root, "."));
	const seconds = Math.round((Date.now() - started) / 1000);
	console.info(
		`── ${name}: ${words.join(" ")}\n   ${failed === 0 ? "passed" : "FAILED"} in ${seconds} s\n`,
	);
	total.passed += passed;
	total.failed += failed;
}

/** Commands say nothing when all is well and use one core each: two at a time. */
async function runCommands(queue) {
	for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
		const started = Date.now();
		const { code, output } = await run(suite.command, true);
		if (code !== 0) console.info(output);
		say(suite, started, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
	}
}

const commands = suites.filter(({ command }) => command !== undefined);
await Promise.all([runCommands(commands), runCommands(commands)]);
for (const [index, suite] of suites.entries()) {
	if (suite.command !== undefined) continue;
	const started = Date.now();
	say(suite, started, await runJest(suite, index));
}
rmSync(reports, { recursive: true, force: true });
console.info(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
