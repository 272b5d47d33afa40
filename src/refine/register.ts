import { MarkdownView } from "obsidian";
import { t } from "../ui/i18n";
import { showHint, showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { registerDraftAction } from "./draft-action-face";
import { activeTarget, targetOf } from "./draft-target-face";
import { followExtension } from "./follow-extension";
import { openRefine, type OpenReviews, type Opening } from "./open-refine-face";
import type { RefineParts } from "./refine-parts";
import { WaitingReviews } from "./waiting-reviews";

const PLAIN: Opening = { range: "draft", isContinued: false, opensFindings: false, joins: false };

/** Registers Refine's commands, its menu, the icon of drafts, and what keeps open reviews beside edited text. */
export function registerRefine(
	parts: RefineParts,
): Readonly<{ refine(path: string): Promise<void> }> {
	const { plugin, app } = parts;
	const open: OpenReviews = new Map();
	const waiting = new WaitingReviews<Opening>();
	const openWaiting = (path: string, wasLeft: boolean): void => {
		const opening = waiting.take(path);
		if (opening === null) return;
		const go = () =>
			guarded(async () => {
				const target = await targetOf(parts, path);
				if (target === null || open.has(path)) return;
				await openRefine(parts, target, opening, open, openWaiting);
			});
		if (!wasLeft) return go();
		// Who went to look at a place of the draft is not covered by a sheet there.
		const acts = [[t("refine.notice.openNow"), go]] as const;
		showNotice(t("refine.notice.mayOpen"), { icon: "info", acts });
	};
	const begin = (opening: Partial<Opening> = {}) =>
		guarded(async () => {
			const target = activeTarget(app);
			if (target === null) return void showHint(t("refine.notice.noDraft"));
			if (opening.range === "selection" && target.selection === null)
				return void showHint(t("refine.notice.noSelection"));
			const { path } = target.file;
			if (!open.has(path))
				return openRefine(parts, target, { ...PLAIN, ...opening }, open, openWaiting);
			if (opening.isContinued === true) return void showHint(t("refine.notice.busy"));
			waiting.wait(path, { ...PLAIN, ...opening, joins: true }, (callOff) => {
				const acts = [[t("refine.notice.callOff"), callOff]] as const;
				const notice = showNotice(t("refine.notice.waits"), { icon: "info", acts });
				return () => notice.hide();
			});
		});
	const command = (id: string, name: string, opening: Partial<Opening>) =>
		plugin.addCommand({
			id,
			name,
			checkCallback: (isChecking) => {
				if (app.workspace.getActiveViewOfType(MarkdownView) === null) return false;
				if (!isChecking) begin(opening);
				return true;
			},
		});
	command("refine-draft", t("refine.command.draft"), {});
	command("refine-this-section", t("refine.command.section"), { range: "section" });
	command("refine-selection", t("refine.command.selection"), { range: "selection" });
	command("check-draft-without-claude", t("refine.command.check"), { opensFindings: true });
	command("continue-review", t("refine.command.continue"), { isContinued: true });
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, editor) => {
			if (!editor.somethingSelected()) return;
			menu.addItem((item) =>
				item
					.setTitle(t("refine.menu.selection"))
					.setIcon("feather")
					.setSection("winnow")
					.onClick(() => begin({ range: "selection" })),
			);
		}),
	);
	registerDraftAction(parts, () => begin());
	followDrafts(parts, open);
	return {
		refine: async (path) => {
			const file = app.vault.getFileByPath(path);
			if (file === null) return;
			await app.workspace.getLeaf(false).openFile(file);
			begin();
		},
	};
}

/** Open reviews follow the editors of their draft change by change, and other writers by what the note says then. */
function followDrafts({ plugin, app, vault }: RefineParts, open: OpenReviews): void {
	plugin.registerEditorExtension(followExtension(open));
	plugin.registerEvent(
		app.vault.on("modify", ({ path }) => {
			if (!open.has(path)) return;
			guarded(async () => {
				const read = await vault.read(path);
				const followed = open.get(path);
				if (read.ok && followed?.follower.moveTo(read.value) === true) followed.changed();
			});
		}),
	);
}
