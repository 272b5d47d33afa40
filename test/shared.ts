import { existsSync } from "node:fs";
import { join } from "node:path";

const beside = join(__dirname, "..", "..", "shared");

/** The folder of corpora and benches beside the repository; null where it is not. Read in place, never copied. */
export const sharedDir: string | null = existsSync(join(beside, "corpora")) ? beside : null;

/** A suite over the corpora. Where they are missing it is skipped by a name that says so. */
export function describeWithShared(title: string, tests: (shared: string) => void): void {
	if (sharedDir === null) describe.skip(`${title} (needs ../shared)`, () => it("is not here", () => undefined));
	else describe(title, () => tests(sharedDir ?? ""));
}
