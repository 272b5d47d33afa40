import { elsewhereWords } from "../../src/inbox/act-words";
import { Decider } from "../../src/inbox/decide";
import { decidedElsewhere } from "../../src/inbox/decided-elsewhere";
import { OwnDecisions } from "../../src/inbox/own-decisions";
import { stepOf } from "../../src/vault/property-step";
import type { Act } from "../../src/vault/undo-log";
import { FakeSources, FakeVault, source } from "./sources";

const NOON = new Date(2026, 4, 3, 12, 0, 0);
const KEEP = { kind: "keep", reason: null } as const;

/** What a note says, short: "deleted 11:59". */
function note(notation: string): Readonly<Record<string, unknown>> {
	const [status = "", time = ""] = notation.split(" ");
	return time === "" ? { status } : { status, decided: `2026-05-03T${time}:00` };
}

describe("a note that another device decided on", () => {
	it.each([
		["new", "unseen", null],
		["deleted 11:59", "unseen", "earlier"],
		["deleted 12:00", "unseen", "earlier"],
		["deleted 12:01", "unseen", "later"],
		// The person saw it, and decides anew: no clock is asked.
		["deleted 12:01", "seen", null],
		["kept 12:01", "unseen", null],
		["deleted", "unseen", null],
		["new 12:01", "unseen", null],
		["someday 12:01", "unseen", null],
	] as const)("says %s, %s: the other decision is %s", (notation, sight, when) => {
		const says = note(notation);
		const known = { decided: sight === "seen" ? String(says.decided) : null };
		const other = decidedElsewhere("a.md", known, says, { status: "kept", at: NOON }, "status");
		expect(other?.when ?? null).toBe(when);
	});
});

function desk(onDisk: string) {
	const sources = new FakeSources([source("a.md"), source("b.md")]);
	const vault = new FakeVault();
	vault.texts.set("a.md", onDisk);
	vault.texts.set("b.md", "---\nstatus: new\n---\n");
	const acts: Omit<Act, "id">[] = [];
	const decider = new Decider({
		sources,
		vault,
		undo: { record: (act) => void acts.push(act) },
		tasks: {
			start: () => {
				throw new Error("a few notes need no task");
			},
		},
		now: () => NOON,
		statusProperty: () => "status",
		stepOf,
		explain: ({ kind }) => kind,
	});
	return { sources, vault, acts, decider };
}

describe("deciding where this device did not know of another decision", () => {
	const LATER = "---\nstatus: deleted\ndecided: 2026-05-03T12:30:00\nreason: thin\n---\nText.\n";
	const EARLIER = LATER.replace("12:30", "11:30");

	it("leaves a later one to the byte, shows it, and records nothing of its own", async () => {
		const { decider, vault, sources, acts } = desk(LATER);
		const outcome = await decider.decide(["a.md"], KEEP, () => "Kept: a");
		expect(vault.texts.get("a.md")).toBe(LATER);
		expect(sources.get("a.md")).toMatchObject({ status: "deleted", reason: "thin" });
		expect(acts).toEqual([]);
		expect(outcome).toMatchObject({ done: [], failed: [], left: [] });
		expect(elsewhereWords(outcome.elsewhere, (path) => path)).toBe(
			"“a.md” was thrown away elsewhere, later than here. That stands.",
		);
	});

	it("goes over an earlier one, says so, and can be taken back to it", async () => {
		const { decider, vault, acts } = desk(EARLIER);
		const outcome = await decider.decide(["a.md", "b.md"], KEEP, () => "Kept 2 sources");
		expect(vault.texts.get("a.md")).toContain("status: kept");
		expect(outcome.done).toEqual(["a.md", "b.md"]);
		expect(elsewhereWords(outcome.elsewhere, (path) => path)).toBe(
			"It had been thrown away elsewhere before; yours is later and stands.",
		);
		expect(acts[0]?.steps[0]).toMatchObject({ before: { status: "status: deleted\n" } });
	});

	it("files a source whatever was decided on it", async () => {
		const { decider, vault } = desk(LATER);
		const outcome = await decider.decide(["a.md"], { kind: "hard", isHard: true }, () => "");
		expect(outcome.elsewhere).toEqual([]);
		expect(vault.texts.get("a.md")).toContain("hard: true");
	});
});

describe("deciding on a note that says nothing just now", () => {
	it("writes nothing, for somebody may be writing it, and says to try again", async () => {
		const { decider, vault } = desk("");
		const { failed } = await decider.decide(["a.md"], KEEP, () => "");
		expect(failed).toEqual([{ path: "a.md", failure: { kind: "stale" } }]);
		expect(vault.texts.get("a.md")).toBe("");
	});
});

describe("a decision of this device that another goes over", () => {
	const kept = { status: "kept", at: NOON } as const;
	const later = source("a.md", { status: "deleted", decided: "2026-05-03T12:05:00" });

	it("is told once", () => {
		const own = new OwnDecisions();
		own.note("a.md", { status: "kept", at: new Date(2026, 4, 3, 12, 5, 0, 700) });
		expect(own.overtaken([later])).toEqual([later]);
		expect(own.overtaken([later])).toEqual([]);
	});

	it.each([
		["the same end", { status: "kept", decided: "2026-05-03T12:05:00" }],
		["an earlier one", { status: "deleted", decided: "2026-05-03T11:05:00" }],
		["a hand that wrote no date", { status: "deleted", decided: null }],
	] as const)("is not told for %s", (_, says) => {
		const own = new OwnDecisions();
		own.note("a.md", kept);
		expect(own.overtaken([source("a.md", says)])).toEqual([]);
	});

	it("is forgotten when it is taken back or 200 others came", () => {
		const own = new OwnDecisions();
		own.note("a.md", kept);
		own.note("a.md", null);
		expect(own.overtaken([later])).toEqual([]);
		own.note("a.md", kept);
		for (let number = 0; number < 200; number += 1) own.note(`${number}.md`, kept);
		expect(own.overtaken([later])).toEqual([]);
	});
});
