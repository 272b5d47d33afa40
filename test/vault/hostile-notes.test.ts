import fc from "fast-check";
import { readFrontmatter, changeProperties } from "../../src/vault/property-edit";
import { restoreProperties, reversed, stepOf } from "../../src/vault/property-step";
import type { PropertyChanges } from "../../src/vault/safe-vault";
import { parseYaml } from "../doors/hostile-vault";
import { HOSTILE_NOTES, hostileNote } from "./hostile-notes";
import { outsideEntries } from "./outside-entries";

/** How many random notes; `NOTE_RUNS` asks for more than fits a unit run. */
const RUNS = Number(process.env.NOTE_RUNS ?? 3000);

const CHANGES: readonly PropertyChanges[] = [
	{ status: "kept", decided: "2026-05-03T10:00:00", reason: "says: “yes” # no list" },
	{ status: "deleted", decided: "2026-05-03T10:00:00", reason: null },
	{ status: "new", decided: null, reason: null },
	{ category: "训练: b", hard: true, project: "[[a/P|P]]" },
	{ category: null, hard: null, project: ["[[P]]", "[[Q]]"] },
];

/** Changes it, checks every byte outside, takes it back and does it again. @returns what became of it. */
function tried(text: string, changes: PropertyChanges): "written" | "same" | "left alone" {
	const result = changeProperties(text, changes, parseYaml);
	if (!result.ok) return "left alone";
	const after = result.value;
	if (after === text) return "same";
	const names = Object.keys(changes);
	const hadBlock = readFrontmatter(text, parseYaml).kind === "properties";
	if (hadBlock) expect(outsideEntries(after, names)).toBe(outsideEntries(text, names));
	else expect(after.endsWith(text.replace(/^\ufeff/, ""))).toBe(true);
	const step = stepOf({ path: "N.md", before: text, after }, changes);
	if (step?.kind !== "properties") throw new Error(`no step of properties: ${JSON.stringify(text)}`);
	const back = restoreProperties(after, step);
	expect(back).toBe(text);
	expect(restoreProperties(text, reversed(step))).toBe(after);
	return "written";
}

describe("frontmatter as people, programs and accidents write it", () => {
	it.each(HOSTILE_NOTES)("%s: every byte outside the entries stays, and taken back all are as they were", (_odd, text) => {
		for (const changes of CHANGES) tried(text, changes);
	});

	it("is written where it can be read in one way, and left alone where not", () => {
		const outcomes = HOSTILE_NOTES.map(([odd, text]) => [odd, tried(text, CHANGES[0] ?? {})] as const);
		const leftAlone = outcomes.filter(([, outcome]) => outcome === "left alone").map(([odd]) => odd);
		expect(leftAlone).toEqual([
			"an anchor used below",
			"a status twice",
			"a tab as indent",
			"old Mac line ends",
			"blanks behind the first fence",
			"blanks behind the last fence",
			"four dashes at the end",
			"two dashes at the end",
			"dots at the end",
			"dots inside",
			"no end",
			"a rule on top of the text",
			"a YAML directive",
			"a flow map",
			"a flow map over lines",
			"a list at the top",
			"a text at the top",
			"a name with YAML's own escape",
			"a name that is true",
			"a name with a question mark",
			"a name that is a list",
			"an unclosed quote",
			"a colon in a value",
			"uneven indents",
			"bytes of no text",
			"a null byte",
			"very deep brackets",
		]);
	});

	it.each(HOSTILE_NOTES)("%s: where it cannot be read, the line at fault is one of the note's", (_odd, text) => {
		const read = readFrontmatter(text, parseYaml);
		if (read.kind !== "unreadable") return;
		expect(read.line).toBeGreaterThanOrEqual(1);
		expect(read.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
		expect(read.detail).not.toBe("");
	});

	it(`holds for ${RUNS} random notes`, () => {
		const counts = { written: 0, same: 0, "left alone": 0 };
		const law = fc.property(hostileNote, fc.constantFrom(...CHANGES), (text, changes) => {
			counts[tried(text, changes)]++;
		});
		fc.assert(law, { numRuns: RUNS });
		expect(counts.written).toBeGreaterThan(RUNS / 10);
	});
});
