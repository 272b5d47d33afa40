import type { PublishParts } from "../../src/publish/publish-parts";
import { ReadingMemory } from "../../src/publish/reading-memory";
import { ReadingSession } from "../../src/publish/reading-session";
import { fail, ok } from "../../src/result";

/** A draft on a slow disk; `between` writes once right before the next edit, as another program would. */
function draftOf(first: string) {
	const state = { text: first, between: null as string | null, refusals: 0 };
	const parts = {
		now: () => new Date("2026-10-09T09:00:00Z"),
		projects: { of: () => null },
		undo: { record: () => undefined },
		vault: {
			read: () => Promise.resolve(ok(state.text)),
			editProse: async (_path: string, expected: string, edit: (text: string) => string) => {
				await Promise.resolve();
				if (state.between !== null) {
					state.text = state.between;
					state.between = null;
				}
				if (state.text !== expected) {
					state.refusals++;
					return fail({ kind: "stale" });
				}
				const before = state.text;
				state.text = edit(before);
				return ok({ path: "Draft.md", before, after: state.text });
			},
		},
	} as unknown as PublishParts;
	const memory = new ReadingMemory();
	const session = new ReadingSession(parts, "Draft.md", memory.of("Draft.md", 0));
	return { state, session, memory };
}

const DRAFT = "One. Two.\n\nThree.\n\nFour.\n";

describe("marks of a quick reader", () => {
	it("are all placed, each behind its own words", async () => {
		const { state, session } = draftOf(DRAFT);
		await session.load();
		const marks = [];
		for (const [index, kind] of (["unclear", "dull", "check"] as const).entries()) {
			session.goTo(index);
			marks.push(session.mark(kind, "", ""));
		}
		const results = await Promise.all(marks);
		expect(results.every((result) => result.ok)).toBe(true);
		expect(state.text).toBe("One. Two. %% unclear: %%\n\nThree. %% dull: %%\n\nFour. %% check: %%\n");
	});

	it("survive another program's write in between", async () => {
		const { state, session } = draftOf(DRAFT);
		await session.load();
		session.goTo(2);
		state.between = `New first.\n\n${DRAFT}`;
		expect((await session.mark("gap", "", "")).ok).toBe(true);
		expect(state.refusals).toBe(1);
		expect(state.text).toBe(`New first.\n\n${DRAFT.replace("Four.", "Four. %% gap: %%")}`);
	});

	it("are refused in words where their paragraph is gone, and the draft stays", async () => {
		const { state, session } = draftOf(DRAFT);
		await session.load();
		session.goTo(2);
		state.between = "Something else.\n";
		expect(await session.mark("gap", "", "")).toMatchObject({ ok: false, error: { kind: "refused" } });
		expect(state.text).toBe("Something else.\n");
	});

	it("are taken out where they stand now, not where they stood", async () => {
		const { state, session } = draftOf("One. %% dull: a %%\n\nTwo. %% gap: b %%\n");
		await session.load();
		const [first, second] = session.marks;
		if (first === undefined || second === undefined) throw new Error("no marks");
		await Promise.all([session.mend(first), session.mend(second)]);
		expect(state.text).toBe("One.\n\nTwo.\n");
	});
});

describe("a reading that is left for the editor", () => {
	it("goes on at its place with its boxes ticked, until it is finished", async () => {
		const { session, memory } = draftOf(DRAFT);
		await session.load();
		session.goTo(1);
		session.tick("Is it mine?");
		expect(memory.of("Draft.md", 9)).toMatchObject({ started: 0, current: 1, asked: new Set(["Is it mine?"]) });
		memory.move("Draft.md", "Renamed.md");
		expect(memory.of("Renamed.md", 9).current).toBe(1);
		memory.finished("Renamed.md");
		expect(memory.of("Renamed.md", 9)).toMatchObject({ started: 9, current: 0 });
	});
});
