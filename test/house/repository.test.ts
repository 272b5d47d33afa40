import { accessSync, constants, existsSync, readFileSync } from "node:fs";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;

describe("the repository", () => {
	it.each([
		"package.json",
		"package-lock.json",
		"manifest.json",
		"versions.json",
		"styles.css",
		"src",
		"test",
		"README.md",
		"LICENSE",
		"CONTRIBUTING.md",
		"CHANGELOG.md",
		"NOTICE.md",
		"docs/architecture.md",
		"docs/dependencies.md",
		"docs/only-in-our-host.md",
		".github/workflows/release.yml",
	])("has %s at its place", (path) => expect(existsSync(path)).toBe(true));

	it("has one version, which its oldest app knows", () => {
		const { version, minAppVersion } = json("manifest.json");
		expect(json("package.json")["version"]).toBe(version);
		expect(json("versions.json")[String(version)]).toBe(minAppVersion);
		expect(readFileSync("CHANGELOG.md", "utf8")).toContain(`## ${String(version)}`);
	});

	it("is checked by its one command and nothing else", () => {
		accessSync(".ci/run", constants.X_OK);
		const lines = readFileSync(".ci/run", "utf8").split("\n");
		const acts = lines.filter((line) => line !== "" && !/^(#|set |cd )/.test(line));
		expect(acts).toEqual(["exec npm test"]);
	});

	it("releases three attested files under a tag that is the version", () => {
		const release = readFileSync(".github/workflows/release.yml", "utf8");
		const files = ["main.js", "manifest.json", "styles.css"];
		const [, attested = ""] = /subject-path: \|\n((?: {12}\S+\n)+)/.exec(release) ?? [];
		expect(attested.trim().split(/\s+/)).toEqual(files);
		expect(release).toMatch(new RegExp(`gh release create .*--draft .*${files.join(" ")}$`, "m"));
		for (const words of ["npm ci", "attestations: write", "id-token: write", "actions/attest@v4"])
			expect(release).toContain(words);
		expect(readFileSync(".gitignore", "utf8")).toContain("/main.js");
	});
});
