import { Platform } from "obsidian";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { assemble } from "./assemble";
import { registerCli } from "./cli-commands";
import { tellOvertaken } from "./inbox-acts-face";
import { openList, registerCommands } from "./inbox-commands";
import type { Inbox, InboxParts } from "./inbox-parts";
import { FIRST_QUESTION } from "./inbox-question";
import { InboxView } from "./inbox-view";
import { INBOX_VIEW } from "./inbox-view-type";
import { registerListCommands } from "./list-commands";
import { newProject } from "./new-project-modal";
import { registerProjectPage } from "./project-page-block";
import { makeSample } from "./sample-commands";
import { registerMenus } from "./source-menu";
import { registerSourceTabs } from "./source-tab-face";
import { registerStatusBar } from "./status-bar-face";

export type { InboxParts } from "./inbox-parts";

export type InboxApi = Readonly<{
	/** Brings the list to the front: in the left sidebar, on phones in the main area. */
	open(): Promise<void>;
	/** The same, at the first source that is new, which is shown beside it. */
	startReading(): Promise<void>;
	/** The same, with one project's sources of one status. */
	showList(project: string, tab: Status): Promise<void>;
	newProject(): void;
	/** Resolves when the undo list knows everything decided so far. */
	settled(): Promise<void>;
}>;

/** The list of sources, everything that decides on them, and the pages of projects. */
export function registerInbox(parts: InboxParts): InboxApi {
	const { plugin, app } = parts;
	const inbox: Inbox = assemble(parts, {
		openNewProject: () =>
			newProject(inbox, (path) => {
				const list = openList(inbox);
				// The button that was pressed is gone: what came in its place takes the keys.
				list?.ask({ ...list.question, scope: { kind: "project", path } }, () =>
					list.focusList(),
				);
			}),
		trySample: () => guarded(() => makeSample(inbox)),
	});
	const open = (): Promise<void> => openInbox(parts);
	const startReading = async (): Promise<void> => {
		await open();
		openList(inbox)?.startReading();
	};
	const showList = async (path: string, tab: Status): Promise<void> => {
		await open();
		openList(inbox)?.ask({ ...openListQuestion(inbox), scope: { kind: "project", path }, tab });
	};
	plugin.registerView(INBOX_VIEW, (leaf) => new InboxView(leaf, inbox));
	plugin.registerHoverLinkSource(INBOX_VIEW, { display: t("inbox.title"), defaultMod: true });
	plugin.addRibbonIcon("wheat", t("inbox.command.open"), () => guarded(open));
	registerCommands(inbox, open);
	registerListCommands(inbox);
	registerMenus(inbox);
	registerCli(inbox);
	registerProjectPage(inbox, {
		showList: (project, tab) => guarded(() => showList(project, tab)),
	});
	app.workspace.onLayoutReady(() => {
		registerSourceTabs(inbox);
		registerStatusBar(inbox, open);
		guarded(() => inbox.reasons.load());
	});
	plugin.register(
		inbox.sources.onChange((paths) => {
			const list = openList(inbox);
			if (list !== null && paths !== null) tellOvertaken(inbox, list, paths);
		}),
	);
	return {
		open,
		startReading,
		showList,
		newProject: () => newProject(inbox),
		settled: () => inbox.decider.settled(),
	};
}

function openListQuestion(inbox: Inbox): InboxView["question"] {
	return openList(inbox)?.question ?? FIRST_QUESTION;
}

async function openInbox({ app }: Pick<InboxParts, "app">): Promise<void> {
	const { workspace } = app;
	if (!Platform.isPhone) {
		const leaf = await workspace.ensureSideLeaf(INBOX_VIEW, "left", {
			active: true,
			reveal: true,
		});
		await leaf.loadIfDeferred();
		if (leaf.view instanceof InboxView) leaf.view.focusList();
		return;
	}
	const [there] = workspace.getLeavesOfType(INBOX_VIEW);
	const leaf = there ?? workspace.getLeaf(true);
	if (there === undefined) await leaf.setViewState({ type: INBOX_VIEW, active: true });
	await workspace.revealLeaf(leaf);
}
