import { ConfirmationModal } from "obsidian";
import { rememberDeleted } from "../project/deleted-note";
import { ok } from "../result";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { showDone, showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { startWithNotice } from "../ui/task-notice";
import { explainWrite } from "./act-words";
import { LANES } from "./decide";
import type { Inbox } from "./inbox-parts";

/**
 * Asks, then sends thrown-away sources where the person's own setting sends deleted files, and remembers each
 * in a line of `Deleted.md`. The one act of the list that cannot be taken back.
 */
export async function emptyDeleted(inbox: Inbox, deleted: readonly Source[]): Promise<void> {
	const cited = new Set(await inbox.citedIn(deleted.map(({ path }) => path)));
	const modal = new ConfirmationModal(inbox.app);
	modal.setTitle(t("inbox.empty.title"));
	modal.contentEl.createEl("p", { text: t("inbox.empty.what", { count: deleted.length }) });
	let chosen = deleted;
	if (cited.size > 0) {
		modal.contentEl.createEl("p", { text: t("inbox.empty.cited", { count: cited.size }) });
		const list = modal.contentEl.createEl("ul");
		const named = deleted.filter(({ path }) => cited.has(path));
		for (const { title } of named.slice(0, 5))
			list.createEl("li", { text: title, attr: { dir: "auto" } });
		if (named.length > 5)
			list.createEl("li", { text: t("inbox.empty.andMore", { count: named.length - 5 }) });
		// Notes a draft points at stay unless the person says otherwise.
		chosen = deleted.filter(({ path }) => !cited.has(path));
		modal.addCheckbox(t("inbox.empty.citedToo"), (isOn: boolean) => {
			chosen = isOn ? deleted : deleted.filter(({ path }) => !cited.has(path));
		});
	}
	modal.addButton((button) =>
		button
			.setButtonText(t("inbox.empty.do"))
			.setDestructive()
			.onClick(() => {
				modal.close();
				guarded(() => trashAll(inbox, chosen));
			}),
	);
	modal.addCancelButton(t("common.cancel"));
	modal.open();
}

async function trashAll(inbox: Inbox, sources: readonly Source[]): Promise<void> {
	if (sources.length === 0) return;
	const task = startWithNotice<Source>(inbox.tasks, {
		label: t("inbox.empty.task"),
		items: sources,
		itemLabel: ({ title }) => title,
		lanes: LANES,
		timeoutMs: 0,
		run: async (source) => {
			// Decided anew since the question was asked: it stays.
			if (inbox.sources.get(source.path)?.status !== "deleted")
				return { kind: "skipped", reason: t("inbox.empty.noLonger") };
			const remembered = await remember(inbox, source);
			if (remembered !== null) return { kind: "failed", reason: remembered, next: null };
			const trashed = await inbox.vault.trash(source.path);
			if (!trashed.ok)
				return { kind: "failed", reason: explainWrite(trashed.error), next: null };
			return { kind: "done", note: source.path };
		},
	});
	await task.ended;
	const done = task.items.filter(({ state }) => state.kind === "done").length;
	const failed = task.items.flatMap(({ state }) =>
		state.kind === "failed" ? [state.reason] : [],
	);
	const words = t("inbox.empty.done", { count: done });
	if (failed.length === 0) showDone(words);
	else showTrouble(`${words} ${t("inbox.empty.failed", { count: failed.length, reason: failed[0] ?? "" })}`);
}

/** Null: the line stands in the list. It is written before the file goes, so that no link is lost. */
async function remember(inbox: Inbox, source: Source): Promise<string | null> {
	const { vault, settings } = inbox;
	const path =
		settings.researchFolder === "" ? "Deleted.md" : `${settings.researchFolder}/Deleted.md`;
	const deleted = {
		identity: source.identity,
		url: source.url,
		title: source.title,
		date: (source.decided ?? inbox.now().toISOString()).slice(0, 10),
		reason: source.reason,
	};
	const changed = await vault.changeText(path, (text) => ok(rememberDeleted(text, deleted)));
	if (changed.ok) return null;
	if (changed.error.kind !== "gone") return explainWrite(changed.error);
	const made = await vault.create(path, rememberDeleted("", deleted));
	if (made.ok) return null;
	// Another item made it meanwhile.
	if (made.error.kind !== "exists") return explainWrite(made.error);
	const again = await vault.changeText(path, (text) => ok(rememberDeleted(text, deleted)));
	return again.ok ? null : explainWrite(again.error);
}
