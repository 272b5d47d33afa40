import { MarkdownView, type Editor, type TFile, type WorkspaceLeaf } from "obsidian";
import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { readDraft } from "./draft-export-face";
import { MarkSuggest } from "./mark-suggest";
import type { PublishParts } from "./publish-parts";
import { PublishModal } from "./publish-modal";
import { READING_VIEW, ReadingView } from "./reading-view";
import { showInDraft } from "./show-in-draft-face";

export function registerPublishCommands(parts: PublishParts): void {
	const { plugin, app } = parts;
	plugin.addCommand({
		id: "start-read-through",
		name: t("publish.command.read"),
		checkCallback: (isChecking) => {
			const found = draftInFront(parts);
			if (found === null || found.leaf?.view instanceof ReadingView) return false;
			if (!isChecking) guarded(() => startReading(parts, found.file, found.leaf));
			return true;
		},
	});
	plugin.addCommand({
		id: "mark-weak-spot",
		name: t("publish.command.mark"),
		checkCallback: (isChecking) => {
			const reading = app.workspace.getActiveViewOfType(ReadingView);
			const editor = draftEditor(parts);
			if (reading === null && editor === null) return false;
			if (isChecking) return true;
			if (reading !== null) reading.askWords();
			else if (editor !== null) new MarkSuggest(app, editor).open();
			return true;
		},
	});
	plugin.addCommand({
		id: "publish",
		name: t("publish.command.publish"),
		checkCallback: (isChecking) => {
			const found = draftInFront(parts);
			if (found === null) return false;
			if (!isChecking) guarded(() => openPublish(parts, found));
			return true;
		},
	});
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, editor, info) => {
			const path = info.file?.path ?? "";
			if (parts.projects.of(path)?.drafts.includes(path) !== true) return;
			menu.addItem((item) =>
				item
					.setTitle(t("publish.command.mark"))
					.setIcon("flag")
					.setSection("winnow")
					.onClick(() => new MarkSuggest(app, editor).open()),
			);
		}),
	);
}

/** The editor of a project's draft, where the person writes in it; null also while it is shown for reading. */
function draftEditor({ app, projects }: PublishParts): Editor | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	const path = view?.file?.path ?? "";
	if (view === null || view.getMode() !== "source") return null;
	return projects.of(path)?.drafts.includes(path) === true ? view.editor : null;
}

type Found = Readonly<{ file: TFile; leaf: WorkspaceLeaf | null }>;

/** The draft in the active tab (its editor or its reading), else the only project's first draft. */
function draftInFront(parts: PublishParts): Found | null {
	const { workspace, vault } = parts.app;
	const view = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getActiveViewOfType(ReadingView);
	const file = view?.file ?? null;
	if (view !== null && file !== null && parts.projects.of(file.path)?.drafts.includes(file.path) === true) {
		return { file, leaf: view.leaf };
	}
	const active = workspace.getActiveFile();
	const own = active === null ? null : parts.projects.of(active.path);
	const open = parts.projects.all().filter((project) => !project.isArchived);
	const path = (own ?? (open.length === 1 ? open[0] : undefined))?.drafts[0];
	const draft = path === undefined ? null : vault.getFileByPath(path);
	return draft === null ? null : { file: draft, leaf: null };
}

/** In the draft's own tab, which it returns to. */
export async function startReading(parts: PublishParts, file: TFile, leaf: WorkspaceLeaf | null): Promise<void> {
	const { workspace } = parts.app;
	const open = leaf ?? workspace.getLeavesOfType("markdown").find((each) => each.getViewState().state?.file === file.path);
	const target = open ?? workspace.getLeaf("tab");
	// What was typed last must be on disk before it is read from there.
	if (target.view instanceof MarkdownView) await target.view.save();
	await target.setViewState({ type: READING_VIEW, active: true, state: { file: file.path } });
	await workspace.revealLeaf(target);
}

async function openPublish(parts: PublishParts, { file, leaf }: Found): Promise<void> {
	const draft = await readDraft(parts, file);
	if (draft.text.trim() === "") {
		showNotice(t("publish.reading.none"));
		return;
	}
	new PublishModal(parts, draft, {
		show: (offset) => guarded(() => showInDraft(parts, file, leaf, offset)),
		readThrough: () => guarded(() => startReading(parts, file, leaf)),
	}).open();
}
