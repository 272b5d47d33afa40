import { ConfirmationModal } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { showDone, showHint, showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { startWithNotice } from "../ui/task-notice";
import { explainWrite } from "./act-words";
import { LANES } from "./decide";
import { Emptying } from "./empty-deleted";
import type { Inbox } from "./inbox-parts";

/** Sources named before the rest is only counted. */
const NAMED = 5;

/**
 * Asks, then sends thrown-away sources where the person's own setting sends deleted files, and remembers each
 * in a line of `Deleted.md`. The one act of the list that cannot be taken back.
 */
export async function emptyDeleted(inbox: Inbox, deleted: readonly Source[]): Promise<void> {
	const cited = new Set(await inbox.citedIn(deleted.map(({ path }) => path)));
	const modal = new ConfirmationModal(inbox.app);
	modal.setTitle(t("inbox.empty.title"));
	// Notes a draft points at stay unless the person says otherwise.
	const uncited = deleted.filter(({ path }) => !cited.has(path));
	let chosen: readonly Source[] = uncited;
	const what = modal.contentEl.createEl("p");
	const showCited = cited.size === 0 ? null : createCited(modal.contentEl, deleted.filter(({ path }) => cited.has(path)));
	const choose = (sources: readonly Source[]): void => {
		chosen = sources;
		const count = chosen.length;
		what.setText(count === 0 ? t("inbox.empty.nothing") : t("inbox.empty.what", { count }));
		showCited?.(chosen === uncited ? "inbox.empty.cited" : "inbox.empty.citedGo");
	};
	choose(uncited);
	if (showCited !== null)
		modal.addCheckbox(t("inbox.empty.citedToo"), (isOn: boolean) => choose(isOn ? deleted : uncited));
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

/** Names what a draft cites. @returns says what becomes of it. */
function createCited(
	parent: HTMLElement,
	cited: readonly Source[],
): (words: "inbox.empty.cited" | "inbox.empty.citedGo") => void {
	const head = parent.createEl("p");
	const list = parent.createEl("ul");
	for (const { title } of cited.slice(0, NAMED))
		list.createEl("li", { text: title, attr: { dir: "auto" } });
	const rest = cited.length - NAMED;
	if (rest > 0) list.createEl("li", { text: t("inbox.empty.andMore", { count: rest }) });
	return (words) => head.setText(t(words, { count: cited.length }));
}

async function trashAll(inbox: Inbox, sources: readonly Source[]): Promise<void> {
	if (sources.length === 0) {
		showHint(t("inbox.empty.nothing"));
		return;
	}
	const emptying = new Emptying(
		{
			sources: inbox.sources,
			vault: inbox.vault,
			researchFolder: inbox.settings.researchFolder,
			now: inbox.now().toISOString(),
			explain: explainWrite,
			noLonger: t("inbox.empty.noLonger"),
		},
		sources,
	);
	const underWay = new Set<Promise<unknown>>();
	const gone = new Set<string>();
	const task = startWithNotice<Source>(inbox.tasks, {
		label: t("inbox.empty.task"),
		items: sources,
		itemLabel: ({ title }) => title,
		lanes: LANES,
		timeoutMs: 0,
		run: async (source) => {
			const work = emptying.empty(source);
			underWay.add(work);
			const result = await work.finally(() => underWay.delete(work));
			if (result.kind === "done") gone.add(source.path);
			return result;
		},
	});
	await task.ended;
	// A stopped task does not wait for files already on their way.
	await Promise.all(underWay);
	await emptying.settle(gone);
	const failed = task.items.flatMap(({ state }) =>
		state.kind === "failed" ? [state.reason] : [],
	);
	const left = sources.length - gone.size - failed.length;
	const tell = failed.length === 0 ? showDone : showTrouble;
	tell(
		[
			t("inbox.empty.done", { count: gone.size }),
			failed.length === 0
				? ""
				: t("inbox.empty.failed", { count: failed.length, reason: failed[0] ?? "" }),
			left === 0 ? "" : t("inbox.empty.left", { count: left }),
		]
			.filter((words) => words !== "")
			.join(" "),
	);
}
