import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { askCategory, askProject } from "./ask-face";
import { copyLinks, openOriginal, type Stage } from "./inbox-acts-face";
import { InboxKeysModal } from "./inbox-keys-modal";
import type { KeyAct } from "./key-act";
import { showFilterMenu } from "./filter-menu";
import { showProjectMenu } from "./project-menu";
import { showRowMenu } from "./row-menu";
import type { ListHost } from "./list-host";
import type { ListModel } from "./list-model";

/** What only the view itself can do for an act. */
export type ViewHands = ListHost &
	Stage &
	Readonly<{
		model: ListModel;
		pageRows: number;
		/** After walking: draws, scrolls, previews. */
		walked(): void;
		/** After selecting: draws and says how many. */
		selected(): void;
		open(where: "here" | "tab"): void;
		readOn(by: 1 | -1): void;
		focusSearch(): void;
		nextNew(): void;
		stepBack(): void;
		takeBack(direction: "undo" | "redo"): void;
		showTab(tab: Extract<KeyAct, { kind: "tab" }>["tab"]): void;
	}>;

/** Carries out what a key or a menu entry asks of the list. */
export function performAct(view: ViewHands, act: KeyAct): void {
	const { model, inbox, app } = view;
	const walk = (move: () => void): void => {
		move();
		view.walked();
	};
	switch (act.kind) {
		case "step":
			walk(() => (act.extends ? model.extend(act.by) : model.step(act.by)));
			return act.extends ? view.selected() : undefined;
		case "page":
			return walk(() => model.step(act.by * view.pageRows));
		case "end":
			return walk(() => model.step(act.by * model.query.length));
		case "group":
			return walk(() => model.toGroup(act.by));
		case "keep":
			return decideOrAsk(view, "keep", act.asksReason);
		case "throw-away":
			return decideOrAsk(view, "delete", act.asksReason);
		case "back-to-new":
			return view.decide({ kind: "reopen" });
		case "tab":
			return view.showTab(act.tab);
		case "read-on":
			return view.readOn(act.by);
		case "open":
			return view.open(act.inNewTab ? "tab" : "here");
		case "undo":
		case "redo":
			return view.takeBack(act.kind);
		case "next-new":
			return view.nextNew();
		case "toggle":
			if (model.place.focus !== null) model.toggle(model.place.focus);
			return view.selected();
		case "select-all":
			model.selectAll();
			return view.selected();
		case "category":
			return askCategory(view);
		case "project":
			return askProject(view);
		case "hard":
			return toggleHard(view);
		case "section":
			return inbox.addToSection(view.targets());
		case "copy-link":
			return guarded(() => copyLinks(app, view.targets()));
		case "original":
			return openOriginal(view.targets().flatMap((path) => inbox.sources.get(path) ?? []));
		case "switch-project":
			return showProjectMenu(view, null);
		case "filter":
			return showFilterMenu(view, null);
		case "search":
			return view.focusSearch();
		case "keys":
			return new InboxKeysModal(app).open();
		case "menu":
			return showRowMenu(view, null);
		case "back":
			return view.stepBack();
	}
}

function decideOrAsk(view: ViewHands, kind: "keep" | "delete", asksReason: boolean): void {
	if (!asksReason) return view.decide({ kind, reason: null });
	const paths = view.targets();
	const label = t(kind === "keep" ? "inbox.reasonToKeep" : "inbox.reasonToThrowAway", {
		count: paths.length,
	});
	view.askInRow(
		label,
		"",
		() => view.inbox.reasons.all(),
		(reason) => {
			view.decide({ kind, reason: reason === "" ? null : reason }, paths);
		},
	);
}

function toggleHard(view: ViewHands): void {
	const paths = view.targets();
	const areAllHard = paths.every((path) => view.inbox.sources.get(path)?.isHard === true);
	view.decide({ kind: "hard", isHard: !areAllHard }, paths);
}
