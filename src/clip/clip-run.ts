import { t } from "../ui/i18n";
import type { ItemResult, Task, Tasks } from "../ui/task";
import type { Source } from "../source/source";
import type { Act, UndoLog } from "../vault/undo-log";
import type { ClippedNote, ClipOutcome } from "./clip-outcome";
import { savedSteps, undoActs, type RunUndone } from "./clip-undo";
import { explainClipFailure } from "./explain-clip-face";
import { hostInTurn, spreadHosts } from "./polite-order";
import type { Selection } from "./selection";

/** One link of a run. */
export type ClipItem = Readonly<{
	url: string;
	isTyped: boolean;
	/** A project note's path for this one alone; null: none; absent: the run's choice. */
	project?: string | null;
	/** What the reader selected on the page: it alone is clipped, and nothing is fetched. */
	selection?: Selection;
	/** What the start sheet found here of this link: nothing is done, and the end tells it. */
	known?: Source;
}>;

/** Where an item stands now. `left-out`: at the person's word. */
export type ItemNow = Readonly<{ kind: "waiting" | "running" | "left-out" } | ClipOutcome>;

/** Many links clipped as one piece of work. */
export interface ClipRun {
	readonly items: readonly ClipItem[];
	readonly state: Task["state"];
	/** Resolves when nothing of the first round runs any more. */
	readonly ended: Promise<void>;
	now(index: number): ItemNow;
	/** Notes that this run wrote and that were not undone. */
	notes(): readonly ClippedNote[];
	pause(): void;
	resume(): void;
	stop(): void;
	/** Tries a failed item again, also after the end. */
	retry(index: number): void;
	/** Turns a failed item into a note that holds the link alone. */
	saveLink(index: number): Promise<void>;
	/** Puts what came of an item by another way, such as pasted text. */
	settle(index: number, outcome: ClipOutcome): void;
	/** Takes a failed item off the list for good. */
	leaveOut(index: number): void;
	/** Tells what was done to a clipped note since, as an act of its own that undoing the run takes back too. */
	changed(index: number, note: ClippedNote, act: Omit<Act, "id" | "at">): void;
	undoAll(): Promise<RunUndone>;
	onChange(callback: () => void): () => void;
}

export type RunParts = Readonly<{
	tasks: Tasks;
	undo: UndoLog;
	now(): string;
	lanes: number;
	clip(item: ClipItem, signal: AbortSignal): Promise<ClipOutcome>;
	saveLink(item: ClipItem): Promise<ClipOutcome>;
	/** Told once of each item that came to an end; may be told again after another try. */
	settled(item: ClipItem, outcome: ClipOutcome): void;
	leftOut(item: ClipItem): void;
	/** Told of items whose notes were undone: they wait again. */
	undone(items: readonly ClipItem[]): void;
	/** Brings the run on screen, from the status bar. */
	show(run: ClipRun): void;
}>;

/** Clips many links as one task; what it wrote is one act of the undo list. */
export function startClipRun(items: readonly ClipItem[], parts: RunParts): ClipRun {
	return new RunningClip(items, parts);
}

class RunningClip implements ClipRun {
	readonly ended: Promise<void>;
	private readonly main: Task;
	/** Items that are tried again after the end, each a task of its own. */
	private readonly again = new Map<number, Task>();
	private readonly outcomes = new Map<number, ClipOutcome>();
	private readonly acts = new Set<string>();
	private readonly listeners = new Set<() => void>();
	private readonly place = new Map<number, number>();
	private readonly leftOut = new Set<number>();
	private readonly inTurn = hostInTurn();
	private isRecorded = false;

	constructor(
		readonly items: readonly ClipItem[],
		private readonly parts: RunParts,
	) {
		items.forEach(({ known }, index) => {
			if (known !== undefined) this.outcomes.set(index, { kind: "already-here", source: known });
		});
		const open = items.flatMap(({ known }, index) => (known === undefined ? [index] : []));
		const order = spreadHosts(open.map((index) => items[index]?.url ?? "")).flatMap((at) => open[at] ?? []);
		order.forEach((index, place) => this.place.set(index, place));
		this.main = this.begin(order);
		this.ended = this.main.ended.then(() => {
			this.isRecorded = true;
			this.record([...this.outcomes.values()]);
		});
	}

	get state(): Task["state"] {
		return this.main.state === "ended" && this.again.size > 0 ? "running" : this.main.state;
	}

	now(index: number): ItemNow {
		if (this.leftOut.has(index)) return { kind: "left-out" };
		const again = this.again.get(index);
		const state = again?.items[0]?.state ?? this.main.items[this.place.get(index) ?? -1]?.state;
		if (state?.kind === "running" || (again !== undefined && state?.kind === "waiting"))
			return { kind: "running" };
		return this.outcomes.get(index) ?? { kind: "waiting" };
	}

	notes(): readonly ClippedNote[] {
		return clippedNotes(this.outcomes.values());
	}

	pause(): void {
		this.main.pause();
	}

	resume(): void {
		this.main.resume();
	}

	stop(): void {
		this.main.stop();
		for (const task of this.again.values()) task.stop();
	}

	retry(index: number): void {
		if (this.now(index).kind !== "failed" || this.again.has(index)) return;
		this.outcomes.delete(index);
		if (this.main.state !== "ended") {
			this.main.retry(this.place.get(index) ?? -1);
			return;
		}
		const task = this.begin([index]);
		this.again.set(index, task);
		void task.ended.then(() => {
			this.again.delete(index);
			this.tell();
		});
	}

	async saveLink(index: number): Promise<void> {
		const item = this.items[index];
		if (item !== undefined) this.settle(index, await this.parts.saveLink(item));
	}

	settle(index: number, outcome: ClipOutcome): void {
		const item = this.items[index];
		if (item === undefined) return;
		this.outcomes.set(index, outcome);
		if (this.isRecorded) this.record([outcome]);
		this.parts.settled(item, outcome);
		this.tell();
	}

	leaveOut(index: number): void {
		const item = this.items[index];
		if (item === undefined || this.outcomes.get(index)?.kind !== "failed") return;
		this.leftOut.add(index);
		this.parts.leftOut(item);
		this.tell();
	}

	changed(index: number, note: ClippedNote, act: Omit<Act, "id" | "at">): void {
		this.outcomes.set(index, { kind: "clipped", note });
		this.keepAct(act);
		this.tell();
	}

	async undoAll(): Promise<RunUndone> {
		const undone = await undoActs(this.parts.undo, this.acts);
		if (undone.kind === "blocked") return undone;
		const taken: ClipItem[] = [];
		for (const [index, outcome] of this.outcomes) {
			if (outcome.kind !== "clipped") continue;
			const item = this.items[index];
			if (item !== undefined && !undone.leftPaths.has(outcome.note.path)) taken.push(item);
			this.outcomes.delete(index);
		}
		this.parts.undone(taken);
		this.tell();
		return undone;
	}

	onChange(callback: () => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	private begin(indexes: readonly number[]): Task {
		const task = this.parts.tasks.start({
			label: t("clip.taskLabel"),
			items: indexes,
			itemLabel: (index) => this.items[index]?.url ?? "",
			lanes: this.parts.lanes,
			timeoutMs: 0, // the fetch has its own limit, and says so better
			show: () => this.parts.show(this),
			run: (index, signal) => this.runItem(index, signal),
		});
		task.onChange(() => this.tell());
		return task;
	}

	private runItem(index: number, signal: AbortSignal): Promise<ItemResult> {
		const item = this.items[index];
		if (item === undefined) throw new Error("an item of another run");
		return this.inTurn(item.url, async () => {
			const outcome = signal.aborted
				? CANCELLED
				: await this.parts.clip(item, signal).catch((error: unknown) => broken(error));
			// A stop puts the item back: it waits, unless its note stands already.
			if (!signal.aborted || outcome.kind === "clipped") this.settle(index, outcome);
			return itemResult(outcome);
		});
	}

	private record(outcomes: readonly ClipOutcome[]): void {
		const notes = clippedNotes(outcomes);
		const [first] = notes;
		if (first === undefined) return;
		const title = t("clip.notice.clipped", { title: first.title });
		this.keepAct({
			label: notes.length === 1 ? title : t("clip.act", { count: notes.length }),
			// Steps are taken back from the last: a picture is looked at when its notes are gone.
			steps: [
				...notes.flatMap(({ images }) => savedSteps(images?.created ?? [])),
				...notes.map(({ path, text }) => ({ kind: "created", path, text }) as const),
			],
		});
	}

	private keepAct(act: Omit<Act, "id" | "at">): void {
		this.parts.undo.record({ ...act, at: this.parts.now() });
		const id = this.parts.undo.last()?.id;
		if (id !== undefined) this.acts.add(id);
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}

const CANCELLED: ClipOutcome = { kind: "failed", failure: { kind: "cancelled" } };

/** What a bug on one page looks like: the others go on. */
function broken(error: unknown): ClipOutcome {
	const detail = error instanceof Error ? error.message : String(error);
	return { kind: "failed", failure: { kind: "broken", detail } };
}

export function clippedNotes(outcomes: Iterable<ClipOutcome>): readonly ClippedNote[] {
	return [...outcomes].flatMap((outcome) => (outcome.kind === "clipped" ? [outcome.note] : []));
}

function itemResult(outcome: ClipOutcome): ItemResult {
	switch (outcome.kind) {
		case "clipped":
			return { kind: "done", note: outcome.note.path };
		case "already-here":
			return { kind: "skipped", reason: outcome.source.path };
		case "failed":
			return { kind: "failed", reason: explainClipFailure(outcome.failure), next: null };
	}
}
