import { linkTo } from "../project/project-files";
import { t } from "../ui/i18n";
import { brokenIn } from "./broken-in";
import { emptinessOf } from "./emptiness";
import { showBroken } from "./inbox-broken-face";
import { showEmptiness } from "./inbox-empty-face";
import type { Inbox } from "./inbox-parts";
import type { PieceHost, Pieces } from "./inbox-pieces-face";
import { isFiltering, NO_FILTER, type Question } from "./inbox-question";
import { showWords } from "./show-words";

/** Brings everything around the rows up to date. @param isSkeletonDue reading takes long enough to be shown */
export function drawInbox(view: PieceHost, pieces: Pieces, isSkeletonDue: boolean): void {
	const { inbox, model } = view;
	const { query, place } = model;
	// The head says what is asked for, all else what is shown.
	const question = query.asked;
	const project = projectOf(question);
	const funnel = project === null ? null : inbox.knownFunnel(project);
	pieces.header.show({
		question: view.question,
		projectName: scopeName(inbox, view.question),
		counts: query.counts,
		found: query.length,
		funnel:
			funnel === null ? null : { outlined: funnel.outlined.size, cited: funnel.cited.size },
		selected: place.selection.size,
		isBare: inbox.sources.count === 0 && inbox.projects.all().length === 0,
	});
	const broken =
		question.tab === "new"
			? brokenIn(inbox.sources.broken(), question.scope, inbox.projects.all())
			: [];
	showBroken(pieces.broken, broken, (path) => view.open("here", path));
	const { scroller } = pieces.list;
	scroller.toggle(query.length > 0);
	pieces.empty.toggle(query.length === 0);
	if (query.length === 0) drawEmptiness(view, pieces.empty, isSkeletonDue);
	scroller.toggleClass("is-selecting", place.selection.size > 0);
	showWords(pieces.listName, t("inbox.list", { tab: t(`inbox.tab.${question.tab}`) }));
	const active = pieces.list.elementOf(model.focusedRow)?.id ?? null;
	scroller.setAttr("aria-activedescendant", active);
	pieces.foot.show(question.tab, model.targetCount, query.length);
}

function drawEmptiness(view: PieceHost, parent: HTMLElement, isSkeletonDue: boolean): void {
	const { inbox, model } = view;
	const question = model.query.asked;
	const project = projectOf(question);
	const state = emptinessOf({
		isReady: inbox.sources.isReady,
		anySource: inbox.sources.count > 0,
		anyProject: inbox.projects.all().length > 0,
		project,
		counts: model.query.counts,
		found: model.query.found,
		question,
		isFiltered: isFiltering(question.filter),
		funnel: project === null ? null : inbox.knownFunnel(project),
		scoped: () => [...model.query.scoped()],
		unsorted: () => unsortedPaths(inbox).length,
	});
	// A vault that is read in no time shows no grey bars first.
	if (state.kind === "loading" && !isSkeletonDue) return parent.empty();
	showEmptiness(parent, state, {
		clip: () => view.clip("", []),
		newProject: () => inbox.openNewProject(),
		trySample: () => inbox.trySample(),
		takeUnsorted: () => {
			if (project === null) return;
			view.decide({ kind: "project", link: linkTo(project) }, unsortedPaths(inbox));
		},
		openOutline: (path) => inbox.openOutline(path),
		tab: (status) => view.ask({ ...question, tab: status }),
		clearFilter: () => view.ask({ ...question, filter: NO_FILTER, search: "" }),
	});
}

function unsortedPaths(inbox: Inbox): readonly string[] {
	return inbox.sources
		.all()
		.filter((source) => inbox.projectsOf(source).length === 0)
		.map(({ path }) => path);
}

function projectOf({ scope }: Question): string | null {
	return scope.kind === "project" ? scope.path : null;
}

function scopeName(inbox: Inbox, { scope }: Question): string {
	if (scope.kind === "project") return inbox.projectName(scope.path);
	if (inbox.projects.all().length === 0) return t("inbox.noProject");
	return scope.kind === "all" ? t("inbox.allProjects") : t("inbox.unsorted");
}
