import { Notice } from "obsidian";
import { t } from "./i18n";
import type { Task, TaskOptions, Tasks } from "./task";

/** Work that is done sooner needs no notice. */
const SHOW_AFTER_MS = 700;
/** An eye does not follow more. */
const REDRAW_MS = 100;

/** Starts a task that has no screen of its own: a notice shows how far it is, and stops it. */
export function startWithNotice<Item>(
	tasks: Pick<Tasks, "start">,
	options: Omit<TaskOptions<Item>, "show">,
): Task {
	let notice: TaskNotice | null = null;
	const show = (): void => {
		if (task.state === "ended") return;
		notice?.hide();
		notice = new TaskNotice(task);
	};
	const task = tasks.start<Item>({ ...options, show });
	const timer = window.setTimeout(show, SHOW_AFTER_MS);
	void task.ended.then(() => {
		window.clearTimeout(timer);
		notice?.hide();
	});
	return task;
}

/** "Kept 3,000 sources: 420 of 3,000", a bar and *Stop*. */
class TaskNotice {
	private readonly notice = new Notice("", 0);
	private readonly words: HTMLElement;
	private readonly bar: HTMLProgressElement;
	private readonly release: () => void;
	private timer: number | null = null;

	constructor(private readonly task: Task) {
		const { messageEl } = this.notice;
		messageEl.empty();
		messageEl.addClass("winnow-notice");
		const column = messageEl.createDiv({ cls: "winnow-notice-words" });
		this.words = column.createDiv();
		this.bar = column.createEl("progress", { cls: "winnow-notice-progress" });
		const acts = column.createDiv({ cls: "winnow-notice-acts" });
		const stop = acts.createEl("button", { cls: "winnow-notice-act", text: t("common.stop") });
		stop.addEventListener("click", () => task.stop());
		this.release = task.onChange(() => {
			this.timer ??= window.setTimeout(() => this.draw(), REDRAW_MS);
		});
		this.draw();
	}

	hide(): void {
		this.release();
		if (this.timer !== null) window.clearTimeout(this.timer);
		this.notice.hide();
	}

	private draw(): void {
		this.timer = null;
		const total = this.task.items.length;
		const done = doneOf(this.task);
		this.words.setText(t("common.taskProgress", { label: this.task.label, done, total }));
		this.bar.max = total;
		this.bar.value = done;
	}
}

/** Items that are over, however they ended. */
export function doneOf(task: Task): number {
	return task.items.filter(({ state }) => state.kind !== "waiting" && state.kind !== "running").length;
}
