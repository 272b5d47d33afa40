import { isSameValue } from "../vault/same-value";
import { propertyOf } from "./read-status";
import type { Frontmatter } from "./read-source";
import type { Expectation } from "./source";

/** How long a note is shown as Winnow's last write left it, should the cache never report that. */
export const EXPECT_MS = 5000;

/** A write of Winnow's own that the cache has not reported yet. */
type OwnWrite = { path: string; readonly values: Frontmatter; isReported: boolean };

type Pending = {
	/** In the order they are made on the disk; the note is shown as the last leaves it. */
	writes: readonly OwnWrite[];
	/** What the cache said last. */
	base: Frontmatter;
	/** What it said last may be the last write already, though an earlier state looked the same. */
	mayBeAll: boolean;
	until: number;
};

/**
 * What Winnow's own writes will make the cache say, by note. The cache tells of them late, may leave some out, but
 * never turns their order round: what it reports ends the wait for that write and those before it. Where two states
 * look alike (kept, taken back, kept again) it is taken for the earlier, so that no state is shown a second time.
 */
export class ExpectedValues {
	private readonly notes = new Map<string, Pending>();

	/** @param clock milliseconds of a clock that only goes forward. */
	constructor(private readonly clock: () => number) {}

	/** @param cached what the cache says now; null: it does not know the note. */
	expect(path: string, values: Frontmatter, cached: Frontmatter | null): Expectation {
		const write: OwnWrite = { path, values, isReported: false };
		const isUnderWay = this.notes.has(path);
		// Nothing under way, and it says so: nothing will be reported.
		if (!isUnderWay && cached !== null && says(cached, values)) write.isReported = true;
		else this.add(write, cached ?? {});
		return {
			again: () => {
				if (write.isReported) return;
				const pending = this.notes.get(write.path);
				if (pending?.writes.includes(write) === true) pending.until = this.soon();
				else this.add(write, pending?.base ?? {});
			},
			takeBack: () => {
				write.isReported = true;
				this.keep(write.path, (one) => one !== write);
			},
		};
	}

	/** The cache has read the note anew. */
	reported(path: string, cached: Frontmatter): void {
		const pending = this.notes.get(path);
		if (pending === undefined) return;
		const { writes, base, mayBeAll } = pending;
		const states = statesOf(writes);
		const last = states.at(-1) ?? {};
		const isNoNews = isSameFor(Object.keys(last), base, cached);
		const reached = isNoNews ? -1 : states.findIndex((state) => says(cached, state));
		// Unlike all that is to come, and the last was perhaps there: somebody else's.
		if (!isNoNews && reached === -1 && mayBeAll) return this.forget(path);
		writes.forEach((write, index) => (write.isReported ||= index <= reached));
		pending.base = cached;
		pending.mayBeAll = says(cached, last);
		this.keep(path, ({ isReported }) => !isReported);
	}

	/** What the note says, as far as is known. */
	over(path: string, cached: Frontmatter): Frontmatter {
		const pending = this.notes.get(path);
		if (pending === undefined) return cached;
		if (this.clock() < pending.until)
			return overlaid(cached, statesOf(pending.writes).at(-1) ?? {});
		this.notes.delete(path);
		return cached;
	}

	isLate(path: string): boolean {
		const pending = this.notes.get(path);
		return pending !== undefined && this.clock() >= pending.until;
	}

	forget(path: string): void {
		this.keep(path, () => false);
	}

	moved(from: string, to: string): void {
		const pending = this.notes.get(from);
		if (pending === undefined) return;
		this.notes.delete(from);
		for (const write of pending.writes) write.path = to;
		this.notes.set(to, pending);
	}

	private add(write: OwnWrite, base: Frontmatter): void {
		const pending = this.notes.get(write.path);
		const before = pending ?? { writes: [], base };
		this.notes.set(write.path, {
			writes: [...before.writes, write],
			base: before.base,
			mayBeAll: false,
			until: this.soon(),
		});
	}

	private keep(path: string, stays: (write: OwnWrite) => boolean): void {
		const pending = this.notes.get(path);
		if (pending === undefined) return;
		for (const write of pending.writes) if (!stays(write)) write.isReported = true;
		pending.writes = pending.writes.filter(stays);
		if (pending.writes.length === 0) this.notes.delete(path);
	}

	private soon(): number {
		return this.clock() + EXPECT_MS;
	}
}

/** What the note says after each write, as far as the writes decide it. */
function statesOf(writes: readonly OwnWrite[]): readonly Frontmatter[] {
	let state: Frontmatter = {};
	return writes.map(({ values }) => (state = { ...state, ...values }));
}

function isSameFor(names: readonly string[], a: Frontmatter, b: Frontmatter): boolean {
	return names.every((name) =>
		isSameValue(propertyOf(a, name) ?? null, propertyOf(b, name) ?? null),
	);
}

function says(cached: Frontmatter, values: Frontmatter): boolean {
	return isSameFor(Object.keys(values), cached, values);
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
