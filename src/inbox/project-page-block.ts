import { Keymap, MarkdownRenderChild, setIcon } from "obsidian";
import { deletedNotePath } from "../project/deleted-note";
import type { Project } from "../project/project";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { Status } from "../source/status";
import type { Inbox } from "./inbox-parts";
import { projectPage, type ProjectPage } from "./project-page";

/** How the page leads on. */
export type PageActs = Readonly<{
	showList(project: string, tab: Status): void;
}>;

/** The code block `winnow` in a project note: how far the project is and what comes next. */
export function registerProjectPage(inbox: Inbox, acts: PageActs): void {
	inbox.plugin.registerMarkdownCodeBlockProcessor("winnow", (_text, element, context) => {
		const child = new PageChild(element, inbox, acts, context.sourcePath);
		context.addChild(child);
	});
}

class PageChild extends MarkdownRenderChild {
	/** What stands here; equal is not drawn again, so that a focus stays. */
	private shown = "";

	constructor(
		element: HTMLElement,
		private readonly inbox: Inbox,
		private readonly acts: PageActs,
		private readonly notePath: string,
	) {
		super(element);
	}

	override onload(): void {
		this.containerEl.addClass("winnow-project-page");
		this.show();
		this.register(this.inbox.sources.onChange(() => this.show()));
		this.register(this.inbox.projects.onChange(() => this.show()));
		this.register(this.inbox.onFunnel(() => this.show()));
	}

	private show(): void {
		const { containerEl, inbox } = this;
		const project = inbox.projects.get(this.notePath) ?? inbox.projects.of(this.notePath);
		if (project === null) {
			if (this.shown === NOWHERE) return;
			this.shown = NOWHERE;
			containerEl.empty();
			containerEl.createEl("p", { cls: "winnow-project-none", text: t("project.page.none") });
			return;
		}
		const { path } = project;
		const sources = inbox.sources
			.all()
			.filter((source) => inbox.projectsOf(source).includes(path));
		const funnel = inbox.knownFunnel(path) ?? {
			outlined: new Set(),
			cited: new Set(),
			published: 0,
			readings: 0,
		};
		const page = projectPage(sources, funnel);
		const parts = this.partsOf(project);
		const drawn = JSON.stringify([path, page, parts]);
		if (this.shown === drawn) return;
		this.shown = drawn;
		containerEl.empty();
		this.funnel(page, path);
		this.next(page, path);
		const gauges = t("project.page.usual", {
			kept: page.kept,
			share: page.collected === 0 ? 0 : Math.round((page.thrownAway / page.collected) * 100),
			readings: page.readings,
		});
		containerEl.createEl("p", { cls: "winnow-project-gauges", text: gauges });
		this.showParts(parts);
	}

	/** The files of the project that are there, by what they are called. */
	private partsOf({ outline, drafts }: Pick<Project, "outline" | "drafts">): readonly string[] {
		const deleted = deletedNotePath(this.inbox.settings.researchFolder);
		const isThere = this.inbox.app.vault.getFileByPath(deleted) !== null;
		return [...(outline === null ? [] : [outline]), ...drafts, ...(isThere ? [deleted] : [])];
	}

	private showParts(paths: readonly string[]): void {
		if (paths.length === 0) return;
		const { workspace } = this.inbox.app;
		const row = this.containerEl.createEl("p", { cls: "winnow-project-parts" });
		paths.forEach((path, index) => {
			if (index > 0) row.appendText(" · ");
			const text = path.slice(path.lastIndexOf("/") + 1).replace(/\.(md|canvas)$/, "");
			const attr = { href: path, dir: "auto" };
			const link = row.createEl("a", { cls: "internal-link", text, attr });
			link.addEventListener("click", (event) => {
				event.preventDefault();
				event.stopPropagation();
				guarded(() =>
					workspace.openLinkText(path, this.notePath, Keymap.isModEvent(event)),
				);
			});
		});
	}

	private funnel(page: ProjectPage, path: string): void {
		const { inbox, acts } = this;
		const list = this.containerEl.createDiv({ cls: "winnow-project-funnel" });
		const add = (count: number, words: string, open: (() => void) | null): void => {
			const step = open === null ? list.createDiv() : list.createEl("button");
			step.addClass("winnow-project-count");
			step.createSpan({ cls: "winnow-project-number", text: t("inbox.number", { count }) });
			step.createSpan({ cls: "winnow-project-label", text: words });
			if (open !== null) step.addEventListener("click", open);
		};
		add(page.collected, t("project.page.collected"), () => acts.showList(path, "new"));
		add(page.kept, t("project.page.kept"), () => acts.showList(path, "kept"));
		add(page.outlined, t("project.page.outlined"), () => inbox.openOutline(path));
		add(page.cited, t("project.page.cited"), () => inbox.openDraft(path));
		add(page.published, t("project.page.published"), null);
	}

	private next(page: ProjectPage, path: string): void {
		const { inbox, acts } = this;
		const box = this.containerEl.createDiv({ cls: "winnow-project-next" });
		setIcon(
			box.createSpan({ cls: "winnow-project-next-icon", attr: { "aria-hidden": "true" } }),
			"wheat",
		);
		const words = box.createDiv({ cls: "winnow-project-next-words" });
		words.createSpan({ cls: "winnow-project-next-lead", text: t("project.page.next") });
		words.appendText(` ${nextWords(page)}`);
		const button = (text: string, act: () => void, cls = ""): void => {
			box.createEl("button", { text, cls }).addEventListener("click", act);
		};
		switch (page.next) {
			case "collect":
				return button(
					t("inbox.clip"),
					() => inbox.openClip({ project: path, text: "", files: [] }),
					"mod-cta",
				);
			case "read":
				button(t("project.page.startReading"), () => acts.showList(path, "new"), "mod-cta");
				if (page.withoutSection > 0)
					button(t("inbox.openOutline"), () => inbox.openOutline(path));
				return;
			case "outline":
				button(t("inbox.openOutline"), () => inbox.openOutline(path), "mod-cta");
				return button(t("project.page.openDraft"), () => inbox.openDraft(path));
			case "draft":
			case "read-through":
			case "publish":
			case "done":
				return button(t("project.page.openDraft"), () => inbox.openDraft(path), "mod-cta");
		}
	}
}

const NOWHERE = "no project";

function nextWords(page: ProjectPage): string {
	switch (page.next) {
		case "collect":
			return t("project.page.nextCollect");
		case "read": {
			const hours = Math.round(page.minutesLeft / 60);
			const time =
				hours >= 1
					? t("project.page.hours", { count: hours })
					: page.minutesLeft > 0
						? t("project.page.minutes", { count: page.minutesLeft })
						: "";
			const or =
				page.withoutSection > 0
					? t("project.page.orOutline", { count: page.withoutSection })
					: "";
			const read = t("project.page.nextRead", { count: page.isNew });
			return [read, time, or].filter((words) => words !== "").join(" ");
		}
		case "outline":
			return t("project.page.nextOutline", { count: page.withoutSection });
		case "draft":
			return t("project.page.nextDraft");
		case "read-through":
			return t("project.page.nextReadThrough", { count: page.readings });
		case "publish":
			return t("project.page.nextPublish");
		case "done":
			return t("project.page.nextDone");
	}
}
