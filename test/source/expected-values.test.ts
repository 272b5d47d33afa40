import fc from "fast-check";
import { EXPECT_MS, ExpectedValues } from "../../src/source/expected-values";
import type { Frontmatter } from "../../src/source/read-source";

const PATH = "a.md";
const STATUSES = ["new", "kept", "deleted"] as const;
type Version = Readonly<{ status: string; decided?: number | null; title: number; own: number }>;

/** A note on the disk, a cache that reads it late and not at every change, and what is shown meanwhile. */
class Note {
	private now = 0;
	private readonly expected = new ExpectedValues(() => this.now);
	private readonly versions: Version[] = [{ status: "new", title: 0, own: 0 }];
	private asked: Frontmatter[] = [];
	private landed = 0;
	private at = 0;
	/** The cache has told of the last own write by itself, not only of what came after. */
	private wasTold = true;

	/** Shown at once, on the disk later. */
	decide(values: Frontmatter): void {
		this.expected.expect(PATH, values, this.cached);
		this.asked.push(values);
		this.wasTold = false;
	}

	/** The next own write reaches the disk. */
	land(): void {
		const values = this.asked[this.landed];
		if (values === undefined) return;
		this.landed += 1;
		this.versions.push({ ...this.onDisk, ...values, own: this.landed });
	}

	writeOutside(values: Partial<Version>): void {
		this.versions.push({ ...this.onDisk, ...values });
	}

	/** The cache reads the note, after so many more versions. */
	report(by: number): void {
		this.at = Math.min(this.at + by, this.versions.length - 1);
		const { status, decided } = this.cached;
		const last = this.asked.at(-1);
		const isOfLast = this.landed === this.asked.length && this.cached.own === this.landed;
		if (isOfLast && last?.status === status && last.decided === decided) this.wasTold = true;
		this.expected.reported(PATH, this.cached);
	}

	reportAll(): void {
		while (this.landed < this.asked.length) this.land();
		this.report(Infinity);
		this.now += EXPECT_MS + 1;
	}

	get cached(): Version {
		return this.versions[this.at] ?? { status: "none", title: 0, own: 0 };
	}

	get shown(): unknown {
		return this.expected.over(PATH, this.cached).status;
	}

	/** Null: nothing can tell. */
	get due(): string | null {
		if (this.wasTold) return this.cached.status;
		const isPassed = this.cached.own === this.asked.length;
		return isPassed ? null : String(this.asked.at(-1)?.status);
	}

	get onDisk(): Version {
		return this.versions.at(-1) ?? this.cached;
	}
}

const steps = fc.array(
	fc.oneof(
		fc.record({ kind: fc.constant("decide" as const), status: fc.constantFrom(...STATUSES) }),
		fc.constant({ kind: "land" as const }),
		fc.record({ kind: fc.constant("outside" as const), status: fc.constantFrom(...STATUSES) }),
		fc.constant({ kind: "title" as const }),
		fc.record({ kind: fc.constant("report" as const), by: fc.integer({ min: 0, max: 3 }) }),
	),
	{ minLength: 8, maxLength: 30, size: "max" },
);

function play(all: typeof steps extends fc.Arbitrary<infer S> ? S : never, isDated: boolean): void {
	const note = new Note();
	let moment = 0;
	for (const step of all) {
		moment += 1;
		if (step.kind === "decide")
			note.decide(
				isDated ? { status: step.status, decided: moment } : { status: step.status },
			);
		if (step.kind === "land") note.land();
		if (step.kind === "outside" && isDated)
			note.writeOutside({ status: step.status, decided: -moment });
		if (step.kind === "title") note.writeOutside({ title: moment });
		if (step.kind === "report") note.report(step.by);
		// Alike states may be told apart late; a state between must never be shown.
		if (note.due !== null) expect(note.shown).toBe(note.due);
	}
	note.reportAll();
	expect(note.shown).toBe(note.onDisk.status);
}

describe("what is expected of a note", () => {
	it("three quick decisions on one row never show one between, however the cache tells of them", () => {
		const note = new Note();
		for (const status of ["kept", "new", "kept"]) note.decide({ status });
		for (let told = 0; told < 3; told += 1) {
			note.land();
			note.report(1);
			expect(note.shown).toBe("kept");
		}
		note.writeOutside({ status: "deleted" });
		note.report(1);
		expect(note.shown).toBe("deleted");
	});

	it("a change from outside shows at once, though the cache told of the last of three only", () => {
		const note = new Note();
		for (const status of ["kept", "new", "kept"]) {
			note.decide({ status });
			note.land();
		}
		note.report(3);
		note.writeOutside({ status: "deleted" });
		note.report(1);
		expect(note.shown).toBe("deleted");
	});

	it("is the last own write until the cache told of it, then what the cache says", () => {
		fc.assert(
			fc.property(steps, (all) => play(all, true)),
			{ numRuns: 2000 },
		);
	});

	it("is never a state between, where own writes look alike", () => {
		fc.assert(
			fc.property(steps, (all) => play(all, false)),
			{ numRuns: 2000 },
		);
	});

	it("goes on without a write that was not made, and with those after it", () => {
		let now = 0;
		const expected = new ExpectedValues(() => now);
		const cached = { status: "new", hard: null };
		const failed = expected.expect(PATH, { status: "kept" }, cached);
		expected.expect(PATH, { hard: true }, cached);
		failed.takeBack();
		expect(expected.over(PATH, cached)).toEqual({ status: "new", hard: true });
		expected.reported(PATH, { status: "new", hard: true });
		expect(expected.over(PATH, { status: "deleted" })).toEqual({ status: "deleted" });
		failed.again();
		now += 1;
		expect(expected.over(PATH, cached)).toBe(cached);
	});

	it("is shown longer for a write that still waits, but not for one that was told of", () => {
		let now = 0;
		const expected = new ExpectedValues(() => now);
		const waiting = expected.expect(PATH, { status: "kept" }, { status: "new" });
		now += EXPECT_MS;
		expect(expected.isLate(PATH)).toBe(true);
		expect(expected.over(PATH, { status: "new" }).status).toBe("new");
		waiting.again();
		expect(expected.over(PATH, { status: "new" }).status).toBe("kept");
		expected.moved(PATH, "b.md");
		now += EXPECT_MS - 1;
		waiting.again();
		expect(expected.over("b.md", { status: "new" }).status).toBe("kept");
		expected.reported("b.md", { status: "kept" });
		waiting.again();
		expect(expected.over("b.md", { status: "new" }).status).toBe("new");
	});
});
