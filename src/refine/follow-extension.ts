import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { editorInfoField } from "obsidian";
import type { DraftFollower } from "./follow-draft";
import type { LiveChange } from "./live-ranges";

/** Tells the followers (by the path of their draft) of every change in an editor of that draft. */
export function followExtension(
	followers: ReadonlyMap<string, Readonly<{ follower: DraftFollower; changed(): void }>>,
): Extension {
	return EditorView.updateListener.of((update) => {
		if (!update.docChanged || followers.size === 0) return;
		const path = update.state.field(editorInfoField, false)?.file?.path;
		const followed = path === undefined ? undefined : followers.get(path);
		if (followed === undefined) return;
		const changes: LiveChange[] = [];
		update.changes.iterChanges((from, to, _fromNow, _toNow, inserted) =>
			changes.push({ from, to, insert: inserted.toString() }),
		);
		const before = update.startState.doc.toString();
		if (followed.follower.change(before, update.state.doc.toString(), changes))
			followed.changed();
	});
}
