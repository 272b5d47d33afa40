import { MarkdownView, Platform, setIcon } from "obsidian";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { apply } from "./inbox-acts-face";
import { nextNew, stageOf } from "./inbox-commands";
import type { Inbox } from "./inbox-parts";
import type { Decision } from "./triage";

/**
 * Deciding on the source one reads: buttons on its tab's header, on phones a bar below the text, in reach
 * of the thumb. They come and go as the tab shows sources or other notes.
 */
export function registerSourceTabs(inbox: Inbox): void {
	const { app, plugin } = inbox;
	const controls = new WeakMap<MarkdownView, readonly HTMLElement[]>();
	const all = new Set<HTMLElement>();
	const follow = (): void => {
		app.workspace.iterateAllLeaves(({ view }) => {
			if (!(view instanceof MarkdownView)) return;
			const isSource = view.file !== null && inbox.sources.get(view.file.path) !== null;
			let elements = controls.get(view);
			if (elements === undefined && isSource) {
				elements = Platform.isPhone ? [addBar(inbox, view)] : addActions(inbox, view);
				controls.set(view, elements);
				for (const element of elements) all.add(element);
			}
			for (const element of elements ?? []) element.toggle(isSource);
		});
		for (const element of all) if (!element.isConnected) all.delete(element);
	};
	plugin.registerEvent(app.workspace.on("file-open", follow));
	plugin.registerEvent(app.workspace.on("layout-change", follow));
	plugin.register(inbox.sources.onChange(follow));
	plugin.register(() => {
		for (const element of all) element.remove();
	});
	follow();
}

function addActions(inbox: Inbox, view: MarkdownView): readonly HTMLElement[] {
	return [
		view.addAction("trash-2", t("inbox.command.throwAway"), () =>
			decide(inbox, view, "delete"),
		),
		view.addAction("check", t("inbox.command.keep"), () => decide(inbox, view, "keep")),
	];
}

function addBar(inbox: Inbox, view: MarkdownView): HTMLElement {
	const bar = view.containerEl.createDiv({ cls: "winnow-inbox-bar-below" });
	const add = (icon: string, key: TextKey, kind: "keep" | "delete"): void => {
		const button = bar.createEl("button", { cls: kind === "keep" ? "is-keep" : "" });
		setIcon(
			button.createSpan({ cls: "winnow-inbox-foot-icon", attr: { "aria-hidden": "true" } }),
			icon,
		);
		button.createSpan({ text: t(key) });
		button.addEventListener("click", () => {
			decide(inbox, view, kind);
			openNext(inbox, view);
		});
	};
	add("check", "inbox.keep", "keep");
	add("trash-2", "inbox.throwAway", "delete");
	return bar;
}

function decide(inbox: Inbox, view: MarkdownView, kind: "keep" | "delete"): void {
	const decision: Decision = { kind, reason: null };
	if (view.file !== null) apply(inbox, stageOf(inbox), [view.file.path], decision);
}

/** On a phone one reads source after source without going back to the list. */
function openNext(inbox: Inbox, view: MarkdownView): void {
	const next = nextNew(inbox);
	const file = next === null ? null : inbox.app.vault.getFileByPath(next);
	if (file !== null) guarded(() => view.leaf.openFile(file));
}
