/** The inbox of 100,000 in Chromium: its browser test, with its times judged. */
import { spawnSync } from "node:child_process";

const run = spawnSync(
	process.execPath,
	["node_modules/.bin/jest", "inbox-100k", "--selectProjects", "e2e", "--runInBand", "--forceExit"],
	{ stdio: "inherit", env: { ...process.env, WINNOW_BENCH: "1" } },
);
process.exitCode = run.status ?? 1;
