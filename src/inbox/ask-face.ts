import { FuzzySuggestModal } from "obsidian";
import { linkTo } from "../project/project-files";
import type { Projects } from "../project/project";
import { t } from "../ui/i18n";
import type { Inbox } from "./inbox-parts";
import type { ListHost } from "./list-host";

/** Asks for a category in the row, completing from those in use. */
export function askCategory(host: ListHost): void {
	const paths = host.targets();
	const [first] = paths;
	const value =
		paths.length === 1 && first !== undefined
			? (host.inbox.sources.get(first)?.category ?? "")
			: "";
	host.askInRow(
		t("inbox.categoryFor", { count: paths.length }),
		value,
		() => categoriesOf(host.inbox),
		(category) => {
			host.decide({ kind: "category", category }, paths);
		},
	);
}

/** Categories in use, most used first. */
export function categoriesOf(inbox: Inbox): readonly string[] {
	const counts = new Map<string, number>();
	for (const { category } of inbox.sources.all()) {
		if (category !== "") counts.set(category, (counts.get(category) ?? 0) + 1);
	}
	return [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([category]) => category);
}

type Choice = Readonly<{ name: string; path: string | null }>;

/** Lets the person choose a project, or none. */
export class ProjectChoice extends FuzzySuggestModal<Choice> {
	constructor(
		inbox: Readonly<{ app: Inbox["app"]; projects: Pick<Projects, "all"> }>,
		private readonly use: (path: string | null) => void,
		private readonly withNone: "with-unsorted" | "projects-only",
	) {
		super(inbox.app);
		this.choices = inbox.projects.all().filter(({ isArchived }) => !isArchived);
		this.setPlaceholder(t("inbox.chooseProject"));
		this.emptyStateText = t("inbox.noProject");
	}

	private readonly choices: readonly Choice[];

	override getItems(): Choice[] {
		const none: Choice[] =
			this.withNone === "with-unsorted" ? [{ name: t("inbox.unsorted"), path: null }] : [];
		return [...this.choices, ...none];
	}

	override getItemText(choice: Choice): string {
		return choice.name;
	}

	override onChooseItem(choice: Choice): void {
		this.use(choice.path);
	}
}

export function askProject(host: ListHost): void {
	const paths = host.targets();
	if (paths.length > 0)
		moveToProject(host.inbox, (link) => host.decide({ kind: "project", link }, paths));
}

/** @param use gets the project note as a wikilink; null: no project. */
export function moveToProject(inbox: Inbox, use: (link: string | null) => void): void {
	new ProjectChoice(
		inbox,
		(path) => use(path === null ? null : linkTo(path)),
		"with-unsorted",
	).open();
}
