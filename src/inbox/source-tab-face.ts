import { MarkdownView, Menu, Platform, setIcon } from "obsidian";
import type { Source } from "../source/source";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { ageOfClip } from "./age";
import { apply } from "./inbox-acts-face";
import { nextNew, openList, stageOf } from "./inbox-commands";
import type { Inbox } from "./inbox-parts";
import { peopleText } from "./inbox-row-face";
import { performAway } from "./perform-away-face";
import { minutesOfSource } from "./reading-time";
import type { Decision } from "./triage";

/**
 * Deciding on the source one reads: buttons on its tab's header, on phones a bar below the text, in reach
 * of the thumb. They come and go as the tab shows sources or other notes.
 */
export function registerSourceTabs(inbox: Inbox): void {
	const { app, plugin } = inbox;
	const controls = new WeakMap<MarkdownView, Controls>();
	const all = new Set<HTMLElement>();
	const follow = (): void => {
		app.workspace.iterateAllLeaves(({ view }) => {
			if (!(view instanceof MarkdownView)) return;
			const source = view.file === null ? null : inbox.sources.get(view.file.path);
			let shown = controls.get(view);
			if (shown === undefined && source !== null) {
				shown = Platform.isPhone ? addBar(inbox, view) : addActions(inbox, view);
				controls.set(view, shown);
				for (const element of shown.elements) all.add(element);
			}
			for (const element of shown?.elements ?? []) element.toggle(source !== null);
			if (source !== null) shown?.show(source);
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

type Controls = Readonly<{
	elements: readonly HTMLElement[];
	/** Says what concerns the shown source. */
	show(source: Source): void;
}>;

function addActions(inbox: Inbox, view: MarkdownView): Controls {
	const elements = [
		view.addAction("trash-2", t("inbox.command.throwAway"), () =>
			decide(inbox, view, "delete"),
		),
		view.addAction("check", t("inbox.command.keep"), () => decide(inbox, view, "keep")),
	];
	return { elements, show: () => undefined };
}

/** On a phone: what the source is above its text, the decisions below it, in the order of the thumb. */
function addBar(inbox: Inbox, view: MarkdownView): Controls {
	const head = view.containerEl.createDiv({ cls: "winnow-inbox-reading-head" });
	view.contentEl.before(head);
	const place = view.containerEl.createDiv({ cls: "winnow-inbox-place" });
	const bar = view.containerEl.createDiv({ cls: "winnow-inbox-bar-below" });
	const reason = bar.createEl("button", {
		cls: "is-reason",
		attr: { "aria-label": t("inbox.withReason") },
	});
	setIcon(reason, "message-square-quote");
	reason.addEventListener("click", (event) => askWhich(inbox, view, event));
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
	add("trash-2", "inbox.throwAway", "delete");
	add("check", "inbox.keep", "keep");
	return {
		elements: [head, place, bar],
		show: (source) => {
			head.setText(readingHead(source, inbox.now()));
			const words = placeWords(inbox, source);
			place.setText(words);
			place.toggle(words !== "");
		},
	};
}

/** "x.com · Anya · 4 min · clipped 3 days ago" */
function readingHead(source: Source, now: Date): string {
	const minutes = minutesOfSource(source);
	const age = ageOfClip(source.created, now);
	return [
		source.site,
		peopleText(source),
		minutes === null ? "" : t("inbox.minutes", { count: minutes }),
		age === null ? "" : t(`inbox.clippedAgo.${age.unit}`, { count: age.count }),
	]
		.filter(Boolean)
		.join(" · ");
}

/** Where it stands in the list one reads through. */
function placeWords(inbox: Inbox, { path, status }: Source): string {
	const query = openList(inbox)?.model.query;
	const row = status !== "new" || query?.asked.tab !== "new" ? -1 : query.indexOf(path);
	if (query === undefined || row === -1) return "";
	return t("inbox.placeInNew", { place: row + 1, count: query.length });
}

function askWhich(inbox: Inbox, view: MarkdownView, event: MouseEvent): void {
	const path = view.file?.path;
	if (path === undefined) return;
	const menu = new Menu();
	const add = (icon: string, title: TextKey, kind: "keep" | "throw-away"): void => {
		menu.addItem((item) =>
			item
				.setIcon(icon)
				.setTitle(t(title))
				.onClick(() =>
					performAway(inbox, () => stageOf(inbox), [path], { kind, asksReason: true }),
				),
		);
	};
	add("check", "inbox.keepWithReason", "keep");
	add("trash-2", "inbox.throwAwayWithReason", "throw-away");
	menu.showAtMouseEvent(event);
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
