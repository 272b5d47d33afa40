import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Compares with `test/fixtures/<name>`. To accept: `npm run test:update`, read the difference, commit it. */
export function expectGolden(name: string, actual: string): void {
	const path = join(__dirname, "fixtures", name);
	const isUpdate = process.env.UPDATE_GOLDEN === "1";
	if (isUpdate && process.env.CI !== undefined) throw new Error("CI never updates golden files");
	if (isUpdate) writeFileSync(path, actual);
	if (!existsSync(path)) throw new Error(`${name} is missing: run npm run test:update and read what it writes`);
	expect(actual).toBe(readFileSync(path, "utf8"));
}
