import { isSameValue } from "../vault/same-value";
import { propertyOf } from "./read-status";
import type { Frontmatter } from "./read-source";

/** How long a note is shown as Winnow's last write left it, should the cache never report that. */
export const EXPECT_MS = 5000;

type Expected = Readonly<{ values: Frontmatter; until: number }>;

/**
 * What Winnow's own writes will make the cache say, by note. A value stays until the cache reports exactly it.
 * That the cache says it already is no report: after a quick second decision it still tells of the time before the first.
 */
export class ExpectedValues {
	private readonly notes = new Map<string, Expected>();

	/** @param clock milliseconds of a clock that only goes forward. */
	constructor(private readonly clock: () => number) {}

	/** @param cached what the cache says now; null: it does not know the note. */
	expect(path: string, values: Frontmatter, cached: Frontmatter | null): void {
		const earlier = this.notes.get(path);
		// Nothing under way, and it says so: nothing will be reported.
		if (earlier === undefined && cached !== null && says(cached, values)) return;
		const until = this.clock() + EXPECT_MS;
		this.notes.set(path, { values: { ...earlier?.values, ...values }, until });
	}

	/** The cache has read the note anew. What it says as expected is expected no more. */
	reported(path: string, cached: Frontmatter): void {
		const pending = this.notes.get(path);
		if (pending !== undefined && says(cached, pending.values)) this.notes.delete(path);
	}

	/** What the note says, as far as is known. */
	over(path: string, cached: Frontmatter): Frontmatter {
		const pending = this.notes.get(path);
		if (pending === undefined) return cached;
		if (this.clock() < pending.until) return overlaid(cached, pending.values);
		this.notes.delete(path);
		return cached;
	}

	isLate(path: string): boolean {
		const pending = this.notes.get(path);
		return pending !== undefined && this.clock() >= pending.until;
	}

	forget(path: string): void {
		this.notes.delete(path);
	}

	moved(from: string, to: string): void {
		const pending = this.notes.get(from);
		this.notes.delete(from);
		if (pending !== undefined) this.notes.set(to, pending);
	}
}

function says(cached: Frontmatter, values: Frontmatter): boolean {
	return Object.entries(values).every(([name, value]) =>
		isSameValue(propertyOf(cached, name) ?? null, value ?? null),
	);
}

function overlaid(cached: Frontmatter, values: Frontmatter): Frontmatter {
	const result: Record<string, unknown> = { ...cached };
	for (const [name, value] of Object.entries(values)) {
		const folded = name.toLowerCase();
		const key =
			Object.keys(result).find((one) => one === name) ??
			Object.keys(result).find((one) => one.toLowerCase() === folded);
		result[key ?? name] = value;
	}
	return result;
}
