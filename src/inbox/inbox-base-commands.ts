import { linesOf } from "../source/read-status";
import { watchedFolders } from "../source/watched-folders";
import { t } from "../ui/i18n";
import { showTrouble } from "../ui/notice";
import { explainWrite } from "./act-words";
import { inboxBase } from "./inbox-base";
import type { Inbox } from "./inbox-parts";

/** Writes a base with views over the sources beside the projects, and opens it. Never over another file. */
export async function createInboxBase(inbox: Inbox): Promise<void> {
	const { settings, vault, undo, app } = inbox;
	const words = {
		new: t("inbox.tab.new"),
		kept: t("inbox.tab.kept"),
		deleted: t("inbox.tab.deleted"),
		byCategory: t("inbox.base.byCategory"),
		byProject: t("inbox.base.byProject"),
		address: t("inbox.base.address"),
		minutes: t("inbox.base.minutes"),
		hard: t("inbox.claim.hard"),
	};
	const { statusProperty, newValues } = settings;
	const { folders } = watchedFolders(settings);
	const text = inboxBase({ folders, statusProperty, newValues: linesOf(newValues) }, words);
	const name = `${t("inbox.title")}.base`;
	const path = settings.researchFolder === "" ? name : `${settings.researchFolder}/${name}`;
	const made = await vault.create(path, text);
	if (!made.ok && made.error.kind !== "exists") {
		showTrouble(explainWrite(made.error));
		return;
	}
	if (made.ok) {
		const steps = [{ kind: "created", path, text }] as const;
		undo.record({ label: t("inbox.base.made"), at: inbox.now().toISOString(), steps });
	}
	const file = app.vault.getFileByPath(path);
	if (file !== null) await app.workspace.getLeaf("tab").openFile(file);
}
