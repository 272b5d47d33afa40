import { t } from "../ui/i18n";
import type { ItemResult, Task, Tasks } from "../ui/task";
import type { UndoLog } from "../vault/undo-log";
import type { ClippedNote, ClipOutcome } from "./clip-outcome";
import { explainClipFailure } from "./explain-clip-face";

/** One link of a run and where its note goes. */
export type ClipItem = Readonly<{ url: string; isTyped: boolean }>;

export type ClipRun = Readonly<{
	task: Task;
	items: readonly ClipItem[];
	/** By index of the item; absent while it waits or runs. */
	outcomes: ReadonlyMap<number, ClipOutcome>;
	/** Turns a failed item into a note that holds the link alone. */
	saveLink(index: number): Promise<void>;
	onChange(callback: () => void): () => void;
}>;

export type RunParts = Readonly<{
	tasks: Tasks;
	undo: UndoLog;
	now(): string;
	lanes: number;
	clip(item: ClipItem, signal: AbortSignal): Promise<ClipOutcome>;
	saveLink(item: ClipItem): Promise<ClipOutcome>;
}>;

/** Clips many links as one task; what it wrote is one act of the undo list. */
export function startClipRun(items: readonly ClipItem[], parts: RunParts): ClipRun {
	const outcomes = new Map<number, ClipOutcome>();
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	const hosts = new OnePerHost();
	const task = parts.tasks.start({
		label: t("clip.titleRunning", { count: items.length }),
		items: items.map((item, index) => ({ item, index })),
		itemLabel: ({ item }) => item.url,
		lanes: parts.lanes,
		timeoutMs: 0, // the fetch has its own limit, and says so better
		run: ({ item, index }, signal) =>
			hosts.inTurn(item.url, async () => {
				const outcome = await parts.clip(item, signal);
				outcomes.set(index, outcome);
				tell();
				return itemResult(outcome);
			}),
	});
	task.onChange(tell);
	void task.ended.then(() => recordRun([...outcomes.values()], parts));
	return {
		task,
		items,
		outcomes,
		saveLink: async (index) => {
			const item = items[index];
			if (item === undefined) return;
			const outcome = await parts.saveLink(item);
			outcomes.set(index, outcome);
			if (task.state === "ended") recordRun([outcome], parts);
			tell();
		},
		onChange: (callback) => {
			listeners.add(callback);
			return () => listeners.delete(callback);
		},
	};
}

export function clippedNotes(outcomes: Iterable<ClipOutcome>): readonly ClippedNote[] {
	return [...outcomes].flatMap((outcome) => (outcome.kind === "clipped" ? [outcome.note] : []));
}

function recordRun(outcomes: readonly ClipOutcome[], parts: RunParts): void {
	const notes = clippedNotes(outcomes);
	const first = notes[0];
	if (first === undefined) return;
	parts.undo.record({
		label:
			notes.length === 1
				? t("clip.notice.clipped", { title: first.title })
				: t("clip.act", { count: notes.length }),
		at: parts.now(),
		steps: notes.map(({ path, text }) => ({ kind: "created", path, text })),
	});
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

/** Politeness: a site gets one request at a time, however many lanes there are. */
class OnePerHost {
	private readonly last = new Map<string, Promise<unknown>>();

	inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
		const host = new URL(url).host;
		const before = this.last.get(host) ?? Promise.resolve();
		const mine = before.then(work, work);
		const settled = mine.catch(() => undefined);
		this.last.set(host, settled);
		void settled.then(() => {
			if (this.last.get(host) === settled) this.last.delete(host);
		});
		return mine;
	}
}
