import { Platform, setIcon } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { doneOf } from "../ui/task-notice";
import type { Inbox } from "./inbox-parts";
import { WaitingCount } from "./waiting-count";

/** "56 to read" while a note of a project is open; while a task runs, what it does. A click opens the list. */
export function registerStatusBar(inbox: Inbox, open: () => Promise<void>): void {
	const { plugin, app, sources, tasks, projects } = inbox;
	if (Platform.isMobile) return;
	const item = plugin.addStatusBarItem();
	item.addClass("mod-clickable", "winnow-inbox-status");
	setIcon(item.createSpan({ cls: "winnow-inbox-status-icon" }), "wheat");
	const words = item.createSpan();
	item.addEventListener("click", () => {
		const show = tasks.running()[0]?.show;
		if (show === undefined) guarded(open);
		else show();
	});
	const waiting = new WaitingCount(sources, (source) => inbox.projectsOf(source));
	let isAsked = false;
	const show = (): void => {
		isAsked = false;
		const text = textOf();
		item.toggle(text !== "" && inbox.settings.inboxStatusBar);
		words.setText(text);
	};
	const textOf = (): string => {
		const [task] = tasks.running();
		if (task !== undefined) {
			const total = task.items.length;
			return t("common.taskProgress", { label: task.label, done: doneOf(task), total });
		}
		const file = app.workspace.getActiveFile();
		const project = file === null ? null : (projects.of(file.path)?.path ?? null);
		if (project === null) return "";
		return t("inbox.toRead", { count: waiting.of(project) });
	};
	// A task of thousands of items tells more often than an eye can follow.
	const showSoon = (): void => {
		if (isAsked) return;
		isAsked = true;
		item.win.setTimeout(show, 250);
	};
	plugin.register(
		sources.onChange((paths) => {
			waiting.changed(paths);
			showSoon();
		}),
	);
	plugin.register(projects.onChange(() => waiting.changed(null)));
	plugin.register(tasks.onChange(showSoon));
	plugin.registerEvent(app.workspace.on("file-open", showSoon));
	show();
}
