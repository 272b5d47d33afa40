import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Builds in a process of its own, as `npm run build` does. */
function buildInto(folder: string): void {
	const script = `import("./esbuild.config.mjs").then((build) => build.buildPlugin(process.argv[1]))`;
	execFileSync(process.execPath, ["-e", script, folder]);
}

describe("the build", () => {
	const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "winnow-build-")));
	afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

	it("gives the same bytes twice, and nothing that older phones cannot parse", () => {
		folders.forEach(buildInto);
		const [first, second] = folders.map((folder) =>
			readFileSync(join(folder, "main.js"), "utf8"),
		);
		expect(first).toBe(second);
		expect(first?.length).toBeGreaterThan(1000);
		// A lookbehind in a literal; in a string for `new RegExp` it is met only where it runs.
		expect(first).not.toMatch(/[=(,:[!&|?{};]\/(?:[^/\\\n"]|\\.){0,60}\(\?<[=!]/);
		const [css, cssAgain] = folders.map((folder) =>
			readFileSync(join(folder, "styles.css"), "utf8"),
		);
		expect(css).toBe(cssAgain);
		// The release takes it from here: `npm run build`, then commit.
		expect(readFileSync("styles.css", "utf8")).toBe(css);
	});

	it("names in NOTICE.md every package it carries, and carries that page itself", () => {
		const script = `import("./esbuild.config.mjs").then(async (build) => console.log(JSON.stringify(Object.keys(Object.values((await build.buildPlugin(process.argv[1])).outputs)[0].inputs))))`;
		const folder = folders[0] ?? "";
		const inputs = JSON.parse(execFileSync(process.execPath, ["-e", script, folder], { encoding: "utf8" })) as string[];
		const packages = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
		expect(packages.size).toBeGreaterThan(0);
		const notice = readFileSync("NOTICE.md", "utf8");
		expect([...packages].filter((name) => !notice.includes(`## ${name}\n`) && !notice.includes(`and ${name}\n`))).toEqual([]);
		const main = readFileSync(join(folder, "main.js"), "utf8");
		expect(main.split("\n")[0]).toContain("NOTICE.md");
		expect(main.trimEnd().endsWith(`${notice.trim()}\n*/`)).toBe(true);
	});

	it("asks for nothing but what Obsidian offers", () => {
		const main = readFileSync(join(folders[0] ?? "", "main.js"), "utf8");
		const asked = [...main.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
		expect(
			asked.filter((name) => !/^(obsidian|@codemirror\/\w+|@lezer\/\w+)$/.test(name ?? "")),
		).toEqual([]);
	});
});
