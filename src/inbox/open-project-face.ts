import { guarded } from "../ui/report-bug";
import { ProjectChoice } from "./ask-face";
import type { Inbox } from "./inbox-parts";

export function openProject(inbox: Inbox): void {
	const open = (path: string | null): void => {
		if (path !== null) openNote(inbox, path);
	};
	new ProjectChoice(inbox, open, "projects-only").open();
}

export function openNote({ app }: Pick<Inbox, "app">, path: string): void {
	const file = app.vault.getFileByPath(path);
	if (file !== null) guarded(() => app.workspace.getLeaf(false).openFile(file));
}
