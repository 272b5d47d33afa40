import type { ItemResult, ItemState, Task, TaskOptions, Tasks, TaskState } from "./task";

/** What a runner needs of its surroundings: how an item fails in words, ids and a clock. */
export type TaskWords = Readonly<{
	/** For an item that threw: a bug, or the disk's own words. */
	unexpected(error: unknown): string;
	timedOut(ms: number): string;
}>;

/** Keeps the running tasks of the app; a task that ended leaves the list. */
export class TaskBoard implements Tasks {
	private readonly tasks = new Set<Task>();
	private readonly listeners = new Set<() => void>();
	private count = 0;

	constructor(private readonly words: TaskWords) {}

	start<Item>(options: TaskOptions<Item>): Task {
		const task = new RunningTask(`task-${++this.count}`, options, this.words);
		this.tasks.add(task);
		task.onChange(() => this.tell());
		void task.ended.then(() => {
			this.tasks.delete(task);
			this.tell();
		});
		task.begin();
		return task;
	}

	running(): readonly Task[] {
		return [...this.tasks];
	}

	onChange(callback: () => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}

class RunningTask<Item> implements Task {
	readonly label: string;
	readonly show?: () => void;
	readonly ended: Promise<void>;
	private readonly states: ItemState[];
	private readonly listeners = new Set<() => void>();
	private readonly aborts = new Map<number, AbortController>();
	private readonly queue: number[];
	private current: TaskState = "running";
	private end: () => void = () => undefined;

	constructor(
		readonly id: string,
		private readonly options: TaskOptions<Item>,
		private readonly words: TaskWords,
	) {
		this.label = options.label;
		if (options.show !== undefined) this.show = options.show;
		this.states = options.items.map(() => ({ kind: "waiting" }));
		this.queue = options.items.map((_, index) => index);
		this.ended = new Promise((resolve) => {
			this.end = resolve;
		});
	}

	get items(): readonly Readonly<{ label: string; state: ItemState }>[] {
		return this.options.items.map((item, index) => ({
			label: this.options.itemLabel(item),
			state: this.states[index] ?? { kind: "waiting" },
		}));
	}

	get state(): TaskState {
		return this.current;
	}

	begin(): void {
		// The caller gets the task before its first item runs, so that it can listen.
		queueMicrotask(() => this.fillLanes());
	}

	pause(): void {
		if (this.current === "running") this.become("paused");
	}

	resume(): void {
		if (this.current !== "paused") return;
		this.become("running");
		this.fillLanes();
	}

	stop(): void {
		if (this.current === "ended") return;
		this.become("stopping");
		for (const abort of this.aborts.values()) abort.abort();
		this.endWhenIdle();
	}

	retry(index: number): void {
		if (this.states[index]?.kind !== "failed" || this.current === "ended") return;
		this.states[index] = { kind: "waiting" };
		this.queue.push(index);
		this.tell();
		this.fillLanes();
	}

	onChange(callback: () => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	private fillLanes(): void {
		while (this.current === "running" && this.aborts.size < this.options.lanes) {
			const index = this.queue.shift();
			if (index === undefined) break;
			void this.runItem(index);
		}
		this.endWhenIdle();
	}

	private async runItem(index: number): Promise<void> {
		const item = this.options.items[index] as Item;
		const abort = new AbortController();
		this.aborts.set(index, abort);
		this.states[index] = { kind: "running" };
		this.tell();
		const result = await this.outcome(item, abort);
		this.aborts.delete(index);
		// A stop takes back what was not finished: such an item waits, as if never begun.
		this.states[index] = result ?? { kind: "waiting" };
		this.tell();
		this.fillLanes();
	}

	/** Null: stopped before it was done. */
	private async outcome(item: Item, abort: AbortController): Promise<ItemResult | null> {
		const { timeoutMs } = this.options;
		let timer: number | null = null;
		const late = new Promise<ItemResult>((resolve) => {
			if (timeoutMs === 0) return;
			timer = window.setTimeout(() => {
				resolve({ kind: "failed", reason: this.words.timedOut(timeoutMs), next: "retry" });
				abort.abort();
			}, timeoutMs);
		});
		const stopped = new Promise<null>((resolve) => {
			abort.signal.addEventListener("abort", () => resolve(null), { once: true });
		});
		const run = this.options.run(item, abort.signal).catch((error: unknown): ItemResult => ({
			kind: "failed",
			reason: this.words.unexpected(error),
			next: "retry",
		}));
		try {
			return await Promise.race([run, late, stopped]);
		} finally {
			if (timer !== null) window.clearTimeout(timer);
		}
	}

	private endWhenIdle(): void {
		if (this.current === "ended" || this.aborts.size > 0) return;
		const isOver =
			this.current === "stopping" || (this.current === "running" && this.queue.length === 0);
		if (!isOver) return;
		this.become("ended");
		this.end();
	}

	private become(state: TaskState): void {
		this.current = state;
		this.tell();
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}
