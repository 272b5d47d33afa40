import { MarkdownView } from "obsidian";
import { parseCanvas } from "../outline/canvas-document";
import { readOutline } from "../outline/outline";
import type { Source } from "../source/source";
import { splitBlocks } from "../text/blocks";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { CiteSuggest } from "./cite-suggest";
import type { DraftActs } from "./draft-acts-face";
import { projectFor } from "./draft-files";
import type { DraftParts } from "./draft-parts";
import { sectionAt } from "./section-sources";

export function registerDraftCommands(parts: DraftParts, acts: DraftActs): void {
	const { plugin, app } = parts;
	const project = () => projectFor(parts, app.workspace.getActiveFile()?.path ?? null);
	plugin.addCommand({
		id: "open-draft",
		name: t("draft.command.open"),
		checkCallback: (isChecking) => {
			const found = project();
			if (found !== null && !isChecking) guarded(() => acts.open(found.path));
			return found !== null;
		},
	});
	plugin.addCommand({
		id: "update-draft-from-outline",
		name: t("draft.command.update"),
		checkCallback: (isChecking) => {
			const found = project();
			if (found === null || found.outline === null) return false;
			if (!isChecking) guarded(() => acts.updateFromOutline(found.path));
			return true;
		},
	});
	for (const kind of ["quote", "footnote"] as const) {
		plugin.addCommand({
			id: kind === "quote" ? "insert-quote-from-sources" : "insert-footnote-for-source",
			name: t(`draft.command.${kind}`),
			checkCallback: (isChecking) => {
				const view = draftView(parts);
				if (view === null) return false;
				if (!isChecking) guarded(() => openCite(parts, acts, view, kind));
				return true;
			},
		});
	}
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, _editor, info) => {
			const view = draftView(parts);
			if (view === null || info.file?.path !== view.file?.path) return;
			menu.addItem((item) =>
				item
					.setTitle(t("draft.menu.quote"))
					.setIcon("quote")
					.setSection("winnow")
					.onClick(() => guarded(() => openCite(parts, acts, view, "quote"))),
			);
		}),
	);
}

/** The editor of a project's draft, if that is what the person works in. */
function draftView(parts: DraftParts): MarkdownView | null {
	const view = parts.app.workspace.getActiveViewOfType(MarkdownView);
	const path = view?.file?.path;
	if (view === null || path === undefined) return null;
	return parts.projects.of(path)?.drafts.includes(path) === true ? view : null;
}

async function openCite(parts: DraftParts, acts: DraftActs, view: MarkdownView, kind: "quote" | "footnote"): Promise<void> {
	const path = view.file?.path ?? "";
	const project = parts.projects.of(path);
	const kept = parts.sources
		.all()
		.filter((source) => source.status === "kept" && parts.projects.of(source.path)?.path === project?.path);
	if (kept.length === 0) return acts.say(t("draft.noSourcesAtAll"));
	const own = await sectionPaths(parts, view, project?.outline ?? null);
	const rank = (source: Source): number => (own.has(source.path) ? 0 : 1);
	const ordered = [...kept].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
	new CiteSuggest(parts, acts, view, ordered, kind).open();
}

async function sectionPaths(parts: DraftParts, view: MarkdownView, outlinePath: string | null): Promise<ReadonlySet<string>> {
	const text = outlinePath === null ? null : await parts.vault.read(outlinePath);
	const canvas = text?.ok === true ? parseCanvas(text.value) : null;
	const draft = view.editor.getValue();
	const offset = view.editor.posToOffset(view.editor.getCursor());
	const outline = canvas?.ok === true ? readOutline(canvas.value) : null;
	const { targets } = sectionAt(draft, splitBlocks(draft), offset, outline);
	const { vault, metadataCache } = parts.app;
	return new Set(
		targets.flatMap((target) => {
			const file = vault.getFileByPath(target) ?? metadataCache.getFirstLinkpathDest(target, view.file?.path ?? "");
			return file === null ? [] : [file.path];
		}),
	);
}
