import type { Expectation, Source, Sources } from "../source/source";
import type { Task, TaskOptions } from "../ui/task";
import type {
	Properties,
	PropertyChanges,
	SafeVault,
	WriteFailure,
	Written,
} from "../vault/safe-vault";
import type { Act, Step } from "../vault/undo-log";
import { decidedElsewhere, type Elsewhere, type OwnDecision } from "./decided-elsewhere";
import { OwnDecisions } from "./own-decisions";
import { datetimeProperty, propertiesOf, statusAfter, type Change } from "./triage";

export type Failed = Readonly<{ path: string; failure: WriteFailure }>;

export type Outcome = Readonly<{
	/** Paths whose note says it now. */
	done: readonly string[];
	failed: readonly Failed[];
	/** Paths not begun, because the person stopped. */
	left: readonly string[];
	/** Notes that were decided otherwise elsewhere; where that was later, they are not among the done. */
	elsewhere: readonly Elsewhere[];
}>;

/** What an act is called, by the notes it reached: "Kept: On scaling", "Kept 3 sources". */
export type Label = (paths: readonly string[]) => string;

export type DecidePorts = Readonly<{
	sources: Pick<Sources, "get" | "expect">;
	vault: Pick<SafeVault, "changeProperties">;
	undo: Readonly<{ record(act: Omit<Act, "id">): void }>;
	tasks: Readonly<{ start<Item>(options: TaskOptions<Item>): Task }>;
	now(): Date;
	statusProperty(): string;
	/** One note's share of an act, from what the write did. Null: the note said so already. */
	stepOf(written: Written, changes: PropertyChanges): Step | null;
	/** What a bulk task says about a note that could not be written. */
	explain(failure: WriteFailure): string;
}>;

/** More notes than this are written by a task that shows progress and can be stopped. */
export const BULK = 20;
const SHOW_AGAIN_MS = 3000;
/** Notes written at once. More only make the disk jump. */
export const LANES = 4;

/**
 * Carries decisions out: shows them at once, writes them behind, and takes back on the screen
 * what the disk refused. One call is one act, undone as a whole.
 */
export class Decider {
	/** Ends when every act so far is written and can be undone. */
	private tail: Promise<unknown> = Promise.resolve();
	private readonly held = new Map<string, Promise<void>>();
	/** What was decided here lately, to tell when another device goes over it. */
	readonly own = new OwnDecisions();
	private readonly running = new Set<Task>();

	constructor(private readonly ports: DecidePorts) {}

	/** @param before what was done for it already and is taken back with it: files made. */
	async decide(
		paths: readonly string[],
		change: Change,
		label: Label,
		before: readonly Step[] = [],
	): Promise<Outcome> {
		const now = this.ports.now();
		const changes = propertiesOf(change, datetimeProperty(now), this.ports.statusProperty());
		const status = statusAfter(change);
		const ours = status === null ? null : { status, at: now };
		const writes = paths.flatMap((path): Write[] => {
			const known = this.ports.sources.get(path);
			if (known === null) return [];
			this.own.note(path, ours);
			// Before anything is awaited: the row answers within this frame.
			const shown = this.ports.sources.expect(path, changes);
			return [{ path, changes, known, ours, shown }];
		});
		const done = this.write(writes, label(paths));
		const recorded = Promise.all([done, this.tail]).then(([{ outcome, steps }]) => {
			const all = [...before, ...steps];
			const at = now.toISOString();
			// Stopped half way, an act is called by what it did.
			if (all.length > 0)
				this.ports.undo.record({ label: label(outcome.done), at, steps: all });
			return outcome;
		});
		this.tail = recorded.catch(() => undefined);
		return recorded;
	}

	/** Decisions on these notes are shown at once, and written when what is being taken back there is. */
	hold(paths: readonly string[], takingBack: Promise<unknown>): void {
		const until = takingBack.then(
			() => undefined,
			() => undefined,
		);
		for (const path of paths) this.held.set(path, until);
		void until.then(() => {
			for (const path of paths) if (this.held.get(path) === until) this.held.delete(path);
		});
	}

	/** Stops the acts under way that show progress: what they did stays and can be taken back. */
	stop(): void {
		for (const task of this.running) task.stop();
	}

	/** Resolves when the undo list knows everything decided so far. */
	async settled(): Promise<void> {
		await this.tail;
	}

	private async write(
		writes: readonly Write[],
		label: string,
	): Promise<Readonly<{ outcome: Outcome; steps: readonly Step[] }>> {
		const results: Results = new Map();
		const elsewhere = new Map<string, Elsewhere>();
		const run = async (write: Write): Promise<WriteFailure | null> => {
			const held = this.held.get(write.path);
			if (held !== undefined) {
				await held;
				write.shown.again();
			}
			const result = await this.ports.vault.changeProperties(
				write.path,
				write.changes,
				(says) => this.isWanted(write, says, elsewhere),
			);
			const other = elsewhere.get(write.path);
			if (!result.ok && result.error.kind === "stale" && other?.when === "later") {
				this.give(write, other);
				results.set(write.path, "overruled");
				return null;
			}
			if (!result.ok) {
				results.set(write.path, result.error);
				write.shown.takeBack();
				return result.error;
			}
			results.set(write.path, this.ports.stepOf(result.value, write.changes));
			return null;
		};
		if (writes.length > BULK) await this.runAsTask(writes, label, run);
		else await Promise.all(writes.map(run));
		return this.sumUp(writes, results, [...elsewhere.values()]);
	}

	/**
	 * Asked within the write. A later decision that this device did not know of stands; a note without any property
	 * is no source by now, or another program is writing it this moment; unless its text says what work it is.
	 */
	private isWanted(
		{ path, known, ours }: Write,
		says: Properties,
		elsewhere: Map<string, Elsewhere>,
	): boolean {
		if (Object.keys(says).length === 0 && known.isFromText !== true) return false;
		const property = this.ports.statusProperty();
		const other = ours === null ? null : decidedElsewhere(path, known, says, ours, property);
		if (other === null) elsewhere.delete(path);
		else elsewhere.set(path, other);
		return other?.when !== "later";
	}

	/** The note is shown as the other device left it, before the cache has read that. */
	private give({ path, shown }: Write, other: Elsewhere): void {
		shown.takeBack();
		this.own.note(path, null);
		const { status, decided, reason } = other;
		this.ports.sources.expect(path, { [this.ports.statusProperty()]: status, decided, reason });
	}

	private async runAsTask(
		writes: readonly Write[],
		label: string,
		run: (write: Write) => Promise<WriteFailure | null>,
	): Promise<void> {
		const underWay = new Set<Promise<unknown>>();
		const waiting = new Set(writes);
		let shownAt = this.ports.now().getTime();
		const task = this.ports.tasks.start<Write>({
			label,
			items: writes,
			itemLabel: ({ path }) => path,
			lanes: LANES,
			timeoutMs: 0,
			run: async (write) => {
				waiting.delete(write);
				// What is expected of a note lapses before thousands are written.
				if (this.ports.now().getTime() - shownAt > SHOW_AGAIN_MS) {
					shownAt = this.ports.now().getTime();
					for (const { shown } of waiting) shown.again();
				}
				const writing = run(write);
				underWay.add(writing);
				const failure = await writing;
				underWay.delete(writing);
				if (failure === null) return { kind: "done", note: write.path };
				return { kind: "failed", reason: this.ports.explain(failure), next: null };
			},
		});
		this.running.add(task);
		await task.ended;
		this.running.delete(task);
		// A stopped task does not wait for writes already begun, but undo must know them.
		await Promise.all(underWay);
	}

	private sumUp(
		writes: readonly Write[],
		results: Results,
		elsewhere: readonly Elsewhere[],
	): Readonly<{ outcome: Outcome; steps: readonly Step[] }> {
		const done: string[] = [];
		const failed: Failed[] = [];
		const left: string[] = [];
		const steps: Step[] = [];
		for (const { path, shown } of writes) {
			const result = results.get(path);
			if (result === undefined) {
				left.push(path);
				shown.takeBack();
			} else if (result === "overruled") continue;
			else if (result !== null && isFailure(result)) failed.push({ path, failure: result });
			else {
				done.push(path);
				if (result !== null) steps.push(result);
			}
		}
		return { outcome: { done, failed, left, elsewhere }, steps };
	}
}

type Write = Readonly<{
	path: string;
	changes: PropertyChanges;
	/** What the person saw when they decided. */
	known: Source;
	/** Null: nothing is decided, the source is only put somewhere. */
	ours: OwnDecision | null;
	/** How it is shown until the cache has read it. */
	shown: Expectation;
}>;

type Results = Map<string, Step | null | WriteFailure | "overruled">;

const FAILURES: readonly string[] = [
	"stale",
	"gone",
	"exists",
	"unreadable",
	"refused",
	"disk",
] satisfies readonly WriteFailure["kind"][];

function isFailure(result: Step | WriteFailure): result is WriteFailure {
	return FAILURES.includes(result.kind);
}
