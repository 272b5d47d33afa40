import fc from "fast-check";
import { Decider } from "../../src/inbox/decide";
import { sameWorks } from "../../src/inbox/same-works";
import { mergeInto } from "../../src/inbox/merge-copies";
import type { Change } from "../../src/inbox/triage";
import { createProject } from "../../src/project/new-project";
import { readSource } from "../../src/source/read-source";
import type { Source } from "../../src/source/source";
import { TaskBoard } from "../../src/ui/run-tasks";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { readFrontmatter } from "../../src/vault/property-edit";
import { stepOf } from "../../src/vault/property-step";
import type { SafeVault } from "../../src/vault/safe-vault";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { createUndoLog, type UndoLogStore } from "../../src/vault/undo-log-store";
import { parseYaml } from "../doors/hostile-vault";
import { MemoryFiles, vaultParts } from "../vault/memory-files";
import { NO_EXPECTATION } from "./sources";

/** How many random sessions; `UNDO_RUNS` asks for more than fits a unit run. */
const RUNS = Number(process.env.UNDO_RUNS ?? 60);
const ACTS = 20;

const SETTINGS = { statusProperty: "status", newValues: "unread" };

const NOTES = [
	"---\ntitle: One\nstatus: new\nsource: https://a.org\n---\nText.\n",
	"---\r\n# a comment\r\ntitle: 'Two'\r\nsource: \"https://a.org?utm_source=x\" # where\r\nstatus: unread\r\nmine: [a, b]\r\n---\r\nText.\r\n",
	'\ufeff---\nsource: https://c.org\nreason: |\n  two\n  lines\ntags:\n  - x\n\nproject:\n  - "[[P]]"\n  - "[[Q]]"\n---\n',
	"---\nsource: https://d.org\nStatus: Kept\ndecided: 2020-01-01\nhard: true\n---\nText without a last line end",
	"---\n  source: https://a.org/\n  category: # none yet\n    # and a comment\n  status: Deleted\n---\n---\nstatus: new\n---\n",
	// Enough for an act that runs as a task.
	...Array.from({ length: 20 }, (_, at) => `---\nsource: https://many.org/${at}\n---\nText ${at}.\n`),
];
const PATHS = NOTES.map((_, index) => `Research/${index}.md`);
const FIRST = Object.fromEntries(NOTES.map((text, index) => [PATHS[index] ?? "", text]));

const reason = fc.option(fc.constantFrom("a list", "says: nothing", "# no", "“no”", "- x", "true"), { nil: null });
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ kind: fc.constantFrom("keep" as const, "delete" as const), reason }),
	fc.constant({ kind: "reopen" } as const),
	fc.record({ kind: fc.constant("category" as const), category: fc.constantFrom("", "A", "b: c", "训练") }),
	fc.record({ kind: fc.constant("project" as const), link: fc.constantFrom(null, "[[P]]", "[[a/Q|Q]]") }),
	fc.record({ kind: fc.constant("hard" as const), isHard: fc.boolean() }),
);
const few = fc.subarray(PATHS.slice(0, 6), { minLength: 1 });
const act = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant("decide" as const), paths: few, change }) },
	fc.record({ kind: fc.constant("decide" as const), paths: fc.constant(PATHS), change }),
	fc.record({ kind: fc.constant("merge" as const), into: fc.nat(2) }),
	fc.record({ kind: fc.constant("project" as const), topic: fc.constantFrom("Bread", "茶: or tea?") }),
	fc.record({ kind: fc.constant("type" as const), path: fc.constantFrom(...PATHS.slice(0, 6)) }),
	fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "restart" as const) }),
);

/** One device: a vault in memory, what it shows of it, and its undo list. */
class Desk {
	readonly files: MemoryFiles;
	readonly vault: SafeVault;
	private readonly store = createMemoryStore();
	private readonly board = new TaskBoard({ unexpected: String, timedOut: String });
	/** What the author typed at the end of notes. */
	readonly typed = new Map<string, string>();
	tasks = 0;
	private ids = 0;
	private moment = Date.UTC(2026, 0, 1);
	log: UndoLogStore;

	constructor(notes: Readonly<Record<string, string>> = FIRST) {
		this.files = new MemoryFiles(notes);
		this.vault = createSafeVaultOn(vaultParts(this.files));
		this.log = this.openLog();
	}

	private openLog(): UndoLogStore {
		const onStoreError = (error: unknown): never => {
			throw error;
		};
		return createUndoLog({ store: this.store, vault: this.vault, newId: () => String(++this.ids), onStoreError });
	}

	readonly now = (): Date => new Date((this.moment += 60_000));

	private readonly get = (path: string): Source | null => {
		const found = readFrontmatter(this.files.files.get(path) ?? "", parseYaml);
		const source = readSource(path, found.kind === "properties" ? found.values : {}, SETTINGS);
		return source === "foreign" ? null : source;
	};

	readonly decider = new Decider({
		sources: { get: this.get, expect: () => NO_EXPECTATION },
		vault: { changeProperties: (path, changes) => this.vault.changeProperties(path, changes) },
		undo: { record: (recorded) => this.log.record(recorded) },
		tasks: {
			start: (options) => {
				this.tasks++;
				return this.board.start(options);
			},
		},
		now: this.now,
		statusProperty: () => "status",
		stepOf,
		explain: ({ kind }) => kind,
	});

	async perform(one: typeof act extends fc.Arbitrary<infer Act> ? Act : never): Promise<void> {
		switch (one.kind) {
			case "decide":
				expect((await this.decider.decide(one.paths, one.change, () => "act")).failed).toEqual([]);
				return;
			case "merge": {
				const [group = []] = sameWorks(PATHS.flatMap((path) => this.get(path) ?? []));
				const kept = group[one.into];
				if (kept === undefined) throw new Error("three of the notes are one work");
				const { paths, change: thrown } = mergeInto(kept, group, (title) => `Same as ${title}`);
				await this.decider.decide(paths, thrown, () => "merged");
				return;
			}
			case "project": {
				const parts = {
					vault: this.vault,
					undo: { record: (recorded: Parameters<UndoLogStore["record"]>[0]) => this.log.record(recorded) },
					namesIn: () => Promise.resolve(this.names()),
					now: this.now,
					newId: () => String(++this.ids),
				};
				const questions = ["a", "b", "c", "d"] as const;
				const words = { outlineFile: "Outline", draftFile: "Draft", questions, tray: "Unassigned" };
				const wanted = { researchFolder: "Research", title: one.topic, words, label: "made", created: "2026-01-01", answers: [], properties: {} };
				expect((await createProject(parts, wanted)).ok).toBe(true);
				return;
			}
			case "type": {
				this.files.files.set(one.path, `${this.files.files.get(one.path) ?? ""} typed`);
				this.typed.set(one.path, `${this.typed.get(one.path) ?? ""} typed`);
				return;
			}
			case "undo":
			case "redo":
				expect((await this.log[one.kind]())?.skipped ?? []).toEqual([]);
				return;
			case "restart":
				await this.log.settled();
				this.log = this.openLog();
				await this.log.ready;
		}
	}

	private names(): readonly string[] {
		return [...this.files.files.keys()].map((path) => path.split("/")[1] ?? "");
	}

	notes(): Readonly<Record<string, string>> {
		const all = [...this.files.files].filter(([path]) => path.startsWith("Research/"));
		return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
	}
}

describe("a session of triage", () => {
	it(`is taken back to the first byte: ${ACTS} random acts, ${RUNS} sessions`, async () => {
		let [taken, tasks] = [0, 0];
		const session = fc.array(act, { minLength: ACTS, maxLength: ACTS });
		const law = fc.asyncProperty(session, async (acts) => {
			const desk = new Desk();
			await desk.log.ready;
			for (const one of acts) await desk.perform(one);
			const last = desk.notes();
			let count = 0;
			for (let done = await desk.log.undo(); done !== null; done = await desk.log.undo()) {
				expect(done.skipped).toEqual([]);
				count++;
			}
			const first = Object.entries(FIRST).map(([path, text]) => [path, text + (desk.typed.get(path) ?? "")]);
			expect(desk.notes()).toEqual(Object.fromEntries(first));
			taken += count;
			tasks += desk.tasks;
			for (; count > 0; count--) expect((await desk.log.redo())?.skipped).toEqual([]);
			expect(desk.notes()).toEqual(last);
		});
		await fc.assert(law, { numRuns: RUNS });
		expect(taken).toBeGreaterThan(RUNS * (ACTS / 4));
		expect(tasks).toBeGreaterThan(0);
	}, 60_000 + RUNS * 500);

	it("of 3,000 at once is one act and one task, and stopped half way takes back what it did", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 3000 }, (_, at) => [`Research/M${at}.md`, `---\nsource: https://m.org/${at}\n---\n${at}`]),
		);
		const desk = new Desk(many);
		await desk.log.ready;
		const label = (paths: readonly string[]): string => `Kept ${paths.length}`;
		const keep: Change = { kind: "keep", reason: null };
		expect((await desk.decider.decide(Object.keys(many), keep, label)).done).toHaveLength(3000);
		expect([desk.tasks, desk.log.last()?.label, desk.log.last()?.steps.length]).toEqual([1, "Kept 3000", 3000]);
		expect(await desk.log.undo()).toMatchObject({ done: 3000, skipped: [], changedElsewhere: [] });
		expect(desk.notes()).toEqual(many);

		desk.files.before = (operation, path) => {
			if (operation === "write" && path === "Research/M500.md") desk.decider.stop();
		};
		const { done, left, failed } = await desk.decider.decide(Object.keys(many), keep, label);
		expect([done.length > 0, left.length > 0, failed, done.length + left.length]).toEqual([true, true, [], 3000]);
		expect(desk.log.last()?.label).toBe(`Kept ${done.length}`);
		expect(await desk.log.undo()).toMatchObject({ done: done.length, left: 0 });
		expect(desk.notes()).toEqual(many);
	});

	it("says which notes hold other changes since, and leaves those there", async () => {
		const desk = new Desk();
		await desk.log.ready;
		const [a = "", b = ""] = PATHS;
		await desk.decider.decide([a, b], { kind: "keep", reason: null }, () => "Kept 2 sources");
		desk.files.files.set(a, (desk.files.files.get(a) ?? "").replace("title: One", "title: Won").replace("Text", "My text"));
		expect(await desk.log.undo()).toMatchObject({ done: 2, skipped: [], changedElsewhere: [a] });
		expect(desk.files.files.get(a)).toBe((FIRST[a] ?? "").replace("One", "Won").replace("Text", "My text"));
		expect(desk.files.files.get(b)).toBe(FIRST[b]);
		expect(await desk.log.redo()).toMatchObject({ changedElsewhere: [a] });
	});
});
