import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

type Named = Readonly<Record<string, string>>;
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
	dependencies: Named;
	devDependencies: Named;
};
const page = readFileSync("docs/dependencies.md", "utf8");
const runTime = page.slice(0, page.indexOf("## For development"));

/** `| name | version | why | licence | 12 kB | 3 kB |` */
const rows = [...runTime.matchAll(/^\| `([^`]+)` \| ([\d.]+) \|.*\| (\d+) kB \| (\d+) kB \|$/gm)].map(
	([, name = "", version = "", min = "", gzip = ""]) => ({
		name,
		version,
		min: Number(min) * 1000,
		gzip: Number(gzip) * 1000,
	}),
);

describe("docs/dependencies.md", () => {
	it("names every package, those at run time with their version", () => {
		const versions = Object.fromEntries(rows.map(({ name, version }) => [name, version]));
		expect(versions).toMatchObject(dependencies);
		expect(Object.keys(devDependencies).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
	});

	it("tells sizes as they are measured", () => {
		const measured = execFileSync(process.execPath, ["test/house/bundle-sizes.mjs"], { encoding: "utf8" });
		const bytesOf = (name: string): readonly [number, number] => {
			const line = measured.split("\n").find((each) => each.endsWith(`  ${name}`)) ?? "";
			const [min = 0, gzip = 0] = (line.match(/\d+(?= (?:min|gzip))/g) ?? []).map(Number);
			return [min, gzip];
		};
		const bundled = [...measured.matchAll(/gzip {2}((?:@[^/\s]+\/)?[^/\s]+)$/gm)].map(([, name]) => name);
		expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(bundled));
		for (const { name, min, gzip } of rows) {
			const [nowMin, nowGzip] = bytesOf(name);
			// Half a kilobyte is rounding; more is another package.
			expect([name, Math.abs(nowMin - min) <= 1000, Math.abs(nowGzip - gzip) <= 1000]).toEqual([name, true, true]);
		}
		const [, whole = "0", wholeGzip = "0"] = /`main\.js` has about ([\d.]+) MB \(([\d.]+) MB gzip\)/.exec(page) ?? [];
		const [, nowWhole = "0", nowGzip = "0"] = /main\.js: (\d+) bytes, (\d+) gzip/.exec(measured) ?? [];
		// Our own part grows with every feature: the page says its order, to the tenth.
		expect(Math.abs(Number(nowWhole) / 1e6 - Number(whole))).toBeLessThan(0.15);
		expect(Math.abs(Number(nowGzip) / 1e6 - Number(wholeGzip))).toBeLessThan(0.1);
	});
});
