import { t } from "../ui/i18n";
import { showDone, showTrouble } from "../ui/notice";
import { explainWrite } from "./act-words";
import type { Inbox } from "./inbox-parts";

/** Hides a project from the lists that offer projects, or shows it again. Its notes stay as they are. */
export async function setArchived(
	inbox: Inbox,
	path: string,
	wanted: "archived" | "open",
): Promise<void> {
	const changes = { archived: wanted === "archived" ? true : null };
	const changed = await inbox.vault.changeProperties(path, changes);
	if (!changed.ok) {
		showTrouble(explainWrite(changed.error));
		return;
	}
	const step = inbox.stepOf(changed.value, changes);
	const label = t(wanted === "archived" ? "project.archived" : "project.unarchived", {
		name: inbox.projectName(path),
	});
	if (step !== null) inbox.undo.record({ label, at: inbox.now().toISOString(), steps: [step] });
	showDone(label);
}
