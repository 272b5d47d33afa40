/** What became of one item of a task. `next` names the act that would mend a failure. */
export type ItemResult = Readonly<
	| { kind: "done"; note: string }
	| { kind: "skipped"; reason: string }
	| { kind: "failed"; reason: string; next: string | null }
>;

export type ItemState = Readonly<{ kind: "waiting" } | { kind: "running" } | ItemResult>;

export type TaskState = "running" | "paused" | "stopping" | "ended";

/** Long work made of items; one never blocks the rest. */
export interface Task {
	readonly id: string;
	/** "Clipping". */
	readonly label: string;
	/** Brings the task on screen; absent where it has no screen of its own. */
	readonly show?: () => void;
	readonly items: readonly Readonly<{ label: string; state: ItemState }>[];
	readonly state: TaskState;
	pause(): void;
	resume(): void;
	/** Keeps what is done; items not begun stay waiting. */
	stop(): void;
	retry(index: number): void;
	readonly ended: Promise<void>;
	onChange(callback: () => void): () => void;
}

export type TaskOptions<Item> = Readonly<{
	label: string;
	items: readonly Item[];
	itemLabel(item: Item): string;
	/** How many items run at once. */
	lanes: number;
	/** 0 = none. */
	timeoutMs: number;
	show?: () => void;
	run(item: Item, signal: AbortSignal): Promise<ItemResult>;
}>;

export interface Tasks {
	start<Item>(options: TaskOptions<Item>): Task;
	running(): readonly Task[];
	onChange(callback: () => void): () => void;
}
