import { readFileSync } from "node:fs";
import semver from "semver";

type Locked = { engines?: { node?: string }; resolved?: string };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
	packages: Record<string, Locked>;
};
const own = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
const packages = Object.entries(lock.packages);

describe("the lock file", () => {
	it("holds only packages that admit the oldest Node we promise", () => {
		const oldest = semver.minVersion(own.engines.node)?.version ?? "";
		expect(oldest).toBe("20.19.0");
		const refusing = packages.filter(
			([, { engines }]) =>
				engines?.node !== undefined && !semver.satisfies(oldest, engines.node),
		);
		expect(refusing.map(([name]) => name)).toEqual([]);
		expect(packages.length).toBeGreaterThan(100);
	});

	it("names no registry address", () => {
		expect(
			packages
				.filter(([, { resolved }]) => resolved?.startsWith("http"))
				.map(([name]) => name),
		).toEqual([]);
	});
});
