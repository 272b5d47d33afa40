import { Modal, normalizePath, Setting, type TFolder } from "obsidian";
import { createProject } from "../project/new-project";
import { linkTo, projectFiles, type ProjectPaths } from "../project/project-files";
import { t } from "../ui/i18n";
import { showDone, showTrouble } from "../ui/notice";
import { isComposing } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { fileName } from "../vault/file-name";
import type { Act, Step } from "../vault/undo-log";
import { explainWrite } from "./act-words";
import { ProjectChoice } from "./ask-face";
import type { Inbox } from "./inbox-parts";
import { withAnswers } from "./project-note";
import { projectWords } from "./project-words";
import { datetimeProperty } from "./triage";

export function newProject(
	inbox: Inbox,
	then: (project: string) => void = (path) => openNote(inbox, path),
): void {
	new NewProjectModal(inbox, then).open();
}

/** Topic and four questions of the brief; all but the topic may wait. */
class NewProjectModal extends Modal {
	private topic = "";
	private topicField: HTMLInputElement | null = null;
	private made: HTMLElement | null = null;
	private readonly answers = ["", "", "", ""];
	private takesUnsorted = false;

	constructor(
		private readonly inbox: Inbox,
		private readonly then: (project: string) => void,
	) {
		super(inbox.app);
		this.setTitle(t("project.new"));
		this.modalEl.addClass("winnow-inbox-project-modal");
		this.scope.register(["Mod"], "Enter", () => {
			this.create();
			return false;
		});
	}

	override onOpen(): void {
		const { contentEl } = this;
		const create = contentEl.createDiv();
		new Setting(create)
			.setName(t("project.topic"))
			.setDesc(t("project.topicDesc"))
			.addText((text) => {
				text.setPlaceholder(t("project.topicExample")).onChange((value) => {
					this.topic = value;
					this.showMade();
				});
				this.topicField = text.inputEl;
				text.inputEl.addEventListener("keydown", (event) => {
					if (event.key !== "Enter" || isComposing(event)) return;
					// Else the same press acts on the button that gets the focus back: another sheet.
					event.preventDefault();
					this.create();
				});
				window.setTimeout(() => text.inputEl.focus(), 0);
			});
		projectWords().questions.forEach((question, index) => {
			const setting = new Setting(create).setName(question);
			if (index === 0) setting.setDesc(t("project.briefLater"));
			setting.addTextArea((area) => area.onChange((value) => (this.answers[index] = value)));
		});
		const unsorted = this.unsorted();
		if (unsorted.length > 0) {
			new Setting(create)
				.setName(t("project.takeAlong"))
				.setDesc(t("project.takeAlongDesc", { count: unsorted.length }))
				.addToggle((toggle) => toggle.onChange((isOn) => (this.takesUnsorted = isOn)));
		}
		const foot = contentEl.createDiv({ cls: "winnow-inbox-project-foot" });
		this.made = foot.createSpan({
			cls: "winnow-inbox-project-made",
			attr: { "aria-live": "polite" },
		});
		foot.createEl("button", { text: t("common.cancel") }).addEventListener("click", () =>
			this.close(),
		);
		foot.createEl("button", { cls: "mod-cta", text: t("project.create") }).addEventListener(
			"click",
			() => this.create(),
		);
		this.showMade();
	}

	/** Says the folder's name as it will be: without what no file name may hold, with a number where it is taken. */
	private showMade(): void {
		const { researchFolder } = this.inbox.settings;
		const topic = this.topic.trim();
		const name = topic === "" ? "…" : fileName(topic, namesIn(this.inbox, researchFolder), "");
		this.made?.setText(
			t("project.makes", { folder: normalizePath(`${researchFolder}/${name}`) }),
		);
		this.made?.removeClass("is-amber");
	}

	private unsorted(): readonly string[] {
		const { sources } = this.inbox;
		return sources
			.all()
			.filter((source) => this.inbox.projectsOf(source).length === 0)
			.map(({ path }) => path);
	}

	private create(): void {
		const topic = this.topic.trim();
		if (topic === "") {
			this.made?.setText(t("project.needsTopic"));
			this.made?.addClass("is-amber");
			this.topicField?.focus();
			return;
		}
		this.close();
		guarded(async () => {
			const paths = await makeProject(this.inbox, topic, this.answers);
			if (paths === null) return;
			if (this.takesUnsorted) {
				const change = { kind: "project", link: linkTo(paths.note) } as const;
				await this.inbox.decider.decide(this.unsorted(), change, took);
			}
			this.then(paths.note);
		});
	}
}

/** Makes the folder and its files as one act. Null: the person was told why not. */
export async function makeProject(
	inbox: Inbox,
	topic: string,
	answers: readonly string[],
	/** Properties that only this note gets. */
	mark: string | null = null,
): Promise<ProjectPaths | null> {
	const words = projectWords();
	const filled = (path: string, text: string): string =>
		isProjectNote(path, text)
			? marked(withAnswers(text, words.questions, answers), mark)
			: text;
	const fillStep = (step: Step): Step =>
		step.kind === "created" ? { ...step, text: filled(step.path, step.text) } : step;
	const made = await createProject(
		{
			vault: { create: (path, text) => inbox.vault.create(path, filled(path, text)) },
			undo: {
				record: (act: Omit<Act, "id">) =>
					inbox.undo.record({ ...act, steps: act.steps.map(fillStep) }),
			},
			namesIn: (folder) => Promise.resolve(namesIn(inbox, folder)),
			now: () => inbox.now(),
			newId: newNodeId,
		},
		inbox.settings.researchFolder,
		topic,
		words,
		t("project.made", { name: topic }),
		datetimeProperty(inbox.now()),
	);
	if (made.ok) return made.value;
	showTrouble(explainWrite(made.error));
	return null;
}

function namesIn({ app }: Inbox, folder: string): readonly string[] {
	return app.vault.getFolderByPath(folder)?.children.map(({ name }) => name) ?? [];
}

function isProjectNote(path: string, text: string): boolean {
	return path.endsWith(".md") && /^---\ntype: "?research-project"?\n/.test(text);
}

function marked(text: string, mark: string | null): string {
	return mark === null ? text : text.replace("\n", `\n${mark}: true\n`);
}

/**
 * Makes a folder that is there a project: what it lacks is added, nothing in it is overwritten,
 * and the sources in it become the project's.
 */
export async function makeProjectOf(inbox: Inbox, folder: TFolder): Promise<void> {
	const words = projectWords();
	const paths = {
		folder: folder.path,
		note: `${folder.path}/${folder.name}.md`,
		outline: `${folder.path}/${words.outlineFile}.canvas`,
		draft: `${folder.path}/${words.draftFile}.md`,
	};
	const steps: Step[] = [];
	for (const file of projectFiles(paths, words, datetimeProperty(inbox.now()), newNodeId)) {
		const text =
			file.path === paths.note ? withAnswers(file.text, words.questions, []) : file.text;
		const made = await inbox.vault.create(file.path, text);
		if (made.ok) steps.push({ kind: "created", path: file.path, text });
		else if (made.error.kind !== "exists" || file.path === paths.note) {
			// A note of that name is the person's: it becomes the project note by its properties alone.
			const step = made.error.kind === "exists" ? await adopt(inbox, paths) : null;
			if (step === null) {
				showTrouble(explainWrite(made.error));
				break;
			}
			steps.push(step);
		}
	}
	const label = t("project.made", { name: folder.name });
	if (steps.length > 0) inbox.undo.record({ label, at: inbox.now().toISOString(), steps });
	const inside = inbox.sources.all().filter(({ path }) => path.startsWith(`${folder.path}/`));
	const change = { kind: "project", link: linkTo(paths.note) } as const;
	await inbox.decider.decide(
		inside.map(({ path }) => path),
		change,
		took,
	);
	openNote(inbox, paths.note);
}

async function adopt(inbox: Inbox, paths: ProjectPaths): Promise<Step | null> {
	const changes = {
		type: "research-project",
		outline: linkTo(paths.outline),
		draft: linkTo(paths.draft),
	};
	const changed = await inbox.vault.changeProperties(paths.note, changes);
	return changed.ok ? inbox.stepOf(changed.value, changes) : null;
}

/** Hides a project from the lists that offer projects, or shows it again. Its notes stay as they are. */
export async function setArchived(
	inbox: Inbox,
	path: string,
	isArchived: "archived" | "open",
): Promise<void> {
	const changes = { archived: isArchived === "archived" ? true : null };
	const changed = await inbox.vault.changeProperties(path, changes);
	if (!changed.ok) {
		showTrouble(explainWrite(changed.error));
		return;
	}
	const step = inbox.stepOf(changed.value, changes);
	const label = t(isArchived === "archived" ? "project.archived" : "project.unarchived", {
		name: inbox.projectName(path),
	});
	if (step !== null) inbox.undo.record({ label, at: inbox.now().toISOString(), steps: [step] });
	showDone(label);
}

function took(paths: readonly string[]): string {
	return t("project.took", { count: paths.length });
}

export function openProject(inbox: Inbox): void {
	new ProjectChoice(
		inbox,
		(path) => path !== null && openNote(inbox, path),
		"projects-only",
	).open();
}

export function openNote({ app }: Pick<Inbox, "app">, path: string): void {
	const file = app.vault.getFileByPath(path);
	if (file !== null) guarded(() => app.workspace.getLeaf(false).openFile(file));
}

/** As the app names canvas nodes: 16 hex digits. */
function newNodeId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");
}
