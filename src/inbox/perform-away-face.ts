import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { categoriesOf, moveToProject } from "./ask-face";
import { apply, copyLinks, openOriginal, type Stage } from "./inbox-acts-face";
import type { Inbox } from "./inbox-parts";
import type { SourceAct } from "./key-act";
import { LineModal } from "./line-modal";
import type { Change } from "./triage";

/** Carries out what a command asks of sources while the list has no focus: what is to be said is asked in a modal. */
export function performAway(
	inbox: Inbox,
	stage: () => Stage,
	paths: readonly string[],
	act: SourceAct,
): void {
	const decide = (change: Change): void => apply(inbox, stage(), paths, change);
	const sources = paths.flatMap((path) => inbox.sources.get(path) ?? []);
	const ask = (
		label: string,
		value: string,
		known: () => readonly string[],
		use: (words: string) => void,
	): void => new LineModal(inbox.app, label, value, known, use).open();
	switch (act.kind) {
		case "keep":
		case "throw-away": {
			const kind = act.kind === "keep" ? "keep" : "delete";
			if (!act.asksReason) return decide({ kind, reason: null });
			const label = t(kind === "keep" ? "inbox.reasonToKeep" : "inbox.reasonToThrowAway", {
				count: paths.length,
			});
			return ask(
				label,
				"",
				() => inbox.reasons.all(),
				(reason) => decide({ kind, reason: reason === "" ? null : reason }),
			);
		}
		case "back-to-new":
			return decide({ kind: "reopen" });
		case "hard":
			return decide({ kind: "hard", isHard: !sources.every(({ isHard }) => isHard) });
		case "category":
			return ask(
				t("inbox.categoryFor", { count: paths.length }),
				sources.length === 1 ? (sources[0]?.category ?? "") : "",
				() => categoriesOf(inbox),
				(category) => decide({ kind: "category", category }),
			);
		case "project":
			return moveToProject(inbox, (link) => decide({ kind: "project", link }));
		case "section":
			return inbox.addToSection(paths);
		case "copy-link":
			return guarded(() => copyLinks(inbox.app, paths));
		case "original":
			return openOriginal(sources);
	}
}
