import fc from "fast-check";
import { parse } from "yaml";
import { Decider } from "../../src/inbox/decide";
import type { Change } from "../../src/inbox/triage";
import { readSource } from "../../src/source/read-source";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { readFrontmatter } from "../../src/vault/property-edit";
import { stepOf } from "../../src/vault/property-step";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { createUndoLog } from "../../src/vault/undo-log-store";
import { MemoryFiles, vaultParts } from "../vault/memory-files";
import { NO_EXPECTATION } from "./sources";

/** How many random sessions; `UNDO_RUNS` asks for more than fits a unit run. */
const RUNS = Number(process.env.UNDO_RUNS ?? 60);
const ACTS = 20;

const SETTINGS = { statusProperty: "status", newValues: "unread" };

const NOTES = [
	"---\ntitle: One\nstatus: new\nsource: https://a.org\n---\nText.\n",
	"---\r\n# a comment\r\ntitle: 'Two'\r\nsource: \"https://b.org\" # where\r\nstatus: unread\r\nmine: [a, b]\r\n---\r\nText.\r\n",
	'\ufeff---\nsource: https://c.org\nreason: |\n  two\n  lines\ntags:\n  - x\n\nproject:\n  - "[[P]]"\n  - "[[Q]]"\n---\n',
	"---\nsource: https://d.org\nStatus: Kept\ndecided: 2020-01-01\nhard: true\n---\nText without a last line end",
];
const PATHS = NOTES.map((_, index) => `${index}.md`);

const reason = fc.option(
	fc.constantFrom("a list", "says: nothing", "# no", "“no”", "- x", "true"),
	{ nil: null },
);
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ kind: fc.constantFrom("keep" as const, "delete" as const), reason }),
	fc.constant({ kind: "reopen" } as const),
	fc.record({
		kind: fc.constant("category" as const),
		category: fc.constantFrom("", "A", "b: c", "训练"),
	}),
	fc.record({
		kind: fc.constant("project" as const),
		link: fc.constantFrom(null, "[[P]]", "[[a/Q|Q]]"),
	}),
	fc.record({ kind: fc.constant("hard" as const), isHard: fc.boolean() }),
);
const act = fc.record({ paths: fc.subarray(PATHS, { minLength: 1 }), change });

const parseYaml = (yaml: string): unknown => parse(yaml, { logLevel: "error" }) as unknown;

describe("a session of triage", () => {
	it(`is taken back to the first byte: ${ACTS} random acts, ${RUNS} sessions`, async () => {
		const session = fc.array(act, { minLength: ACTS, maxLength: ACTS });
		const law = fc.asyncProperty(session, async (acts) => {
			const files = new MemoryFiles(
				Object.fromEntries(NOTES.map((text, index) => [PATHS[index] ?? "", text])),
			);
			const vault = createSafeVaultOn(vaultParts(files));
			let ids = 0;
			const log = createUndoLog({
				store: createMemoryStore(),
				vault,
				newId: () => String(++ids),
				onStoreError: (error) => {
					throw error;
				},
			});
			await log.ready;
			let moment = Date.UTC(2026, 0, 1);
			const decider = new Decider({
				sources: {
					get: (path) => {
						const found = readFrontmatter(files.files.get(path) ?? "", parseYaml);
						const values = found.kind === "properties" ? found.values : {};
						const source = readSource(path, values, SETTINGS);
						return source === "foreign" ? null : source;
					},
					expect: () => NO_EXPECTATION,
				},
				vault,
				undo: log,
				tasks: {
					start: () => {
						throw new Error("a few notes need no task");
					},
				},
				now: () => new Date((moment += 60_000)),
				statusProperty: () => "status",
				stepOf,
				explain: ({ kind }) => kind,
			});
			for (const { paths, change: decided } of acts) {
				const outcome = await decider.decide(paths, decided, "act");
				expect(outcome.failed).toEqual([]);
			}
			let changed = false;
			while (log.last() !== null) {
				const outcome = await log.undo();
				expect(outcome?.skipped).toEqual([]);
				changed = true;
			}
			expect(changed).toBe(true);
			expect(PATHS.map((path) => files.files.get(path))).toEqual(NOTES);
		});
		await fc.assert(law, { numRuns: RUNS });
	});
});
