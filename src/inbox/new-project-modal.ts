import { Modal, normalizePath, Setting } from "obsidian";
import { t } from "../ui/i18n";
import { finishKey } from "../ui/finish-key";
import { isComposing } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { fileName } from "../vault/file-name";
import type { Inbox } from "./inbox-parts";
import { makeProject, namesIn } from "./make-project-face";
import { openNote } from "./open-project-face";
import { projectWords } from "./project-words";

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
	private takesUnsorted: boolean;

	constructor(
		private readonly inbox: Inbox,
		private readonly then: (project: string) => void,
	) {
		super(inbox.app);
		// What was gathered before the first project was most likely gathered for it.
		this.takesUnsorted = inbox.projects.all().length === 0;
		this.setTitle(t("project.new"));
		this.modalEl.addClass("winnow-project-modal");
		this.scope.register(["Mod"], "Enter", () => {
			this.create();
			return false;
		});
	}

	override onOpen(): void {
		const form = this.contentEl.createDiv();
		this.askTopic(form);
		const hints = ["project.hint.forWhom", "project.hint.known", "project.hint.lost", "project.hint.end"] as const;
		projectWords().questions.forEach((question, index) => {
			const hint = hints[index];
			const row = rowOf(form, question, index === 0 ? t("project.briefLater") : "");
			row.addTextArea((area) => {
				area.inputEl.addClass("winnow-project-field");
				area.inputEl.rows = 2;
				area.inputEl.setAttr("aria-label", question);
				if (hint !== undefined) area.setPlaceholder(t(hint));
				area.onChange((value) => (this.answers[index] = value));
			});
		});
		this.offerUnsorted(form);
		this.foot(this.contentEl.createDiv({ cls: "winnow-project-foot" }));
		this.showMade();
	}

	private askTopic(form: HTMLElement): void {
		rowOf(form, t("project.topic"), t("project.topicDesc")).addText((text) => {
			text.setPlaceholder(t("project.topicExample")).onChange((value) => {
				this.topic = value;
				this.showMade();
			});
			this.topicField = text.inputEl;
			text.inputEl.addClass("winnow-project-field");
			text.inputEl.setAttr("aria-label", t("project.topic"));
			text.inputEl.addEventListener("keydown", (event) => {
				if (event.key !== "Enter" || isComposing(event)) return;
				// Else the same press acts on the button that gets the focus back: another sheet.
				event.preventDefault();
				this.create();
			});
			window.setTimeout(() => text.inputEl.focus(), 0);
		});
	}

	private offerUnsorted(form: HTMLElement): void {
		const paths = this.unsorted();
		if (paths.length === 0) return;
		const row = rowOf(form, t("project.takeAlong"), "");
		const label = row.controlEl.createEl("label", { cls: "winnow-project-field winnow-project-check" });
		const box = label.createEl("input", { type: "checkbox" });
		box.checked = this.takesUnsorted;
		box.addEventListener("change", () => (this.takesUnsorted = box.checked));
		const folder = commonFolder(paths);
		const count = paths.length;
		label.createSpan({
			text:
				folder === ""
					? t("project.takeAlongDesc", { count })
					: t("project.takeAlongFrom", { count, folder }),
		});
	}

	private foot(foot: HTMLElement): void {
		this.made = foot.createSpan({ cls: "winnow-project-made", attr: { "aria-live": "polite" } });
		foot.createEl("button", { text: t("common.cancel") }).addEventListener("click", () => this.close());
		const create = foot.createEl("button", { cls: "mod-cta", text: t("project.create") });
		finishKey(create);
		create.addEventListener("click", () => this.create());
	}

	/** Says the folder's name as it will be: without what no file name may hold, with a number where it is taken. */
	private showMade(): void {
		const { researchFolder } = this.inbox.settings;
		const topic = this.topic.trim();
		const name = topic === "" ? "…" : fileName(topic, namesIn(this.inbox, researchFolder), "");
		this.made?.setText(t("project.makes", { folder: normalizePath(`${researchFolder}/${name}`) }));
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
		const along = this.takesUnsorted ? this.unsorted() : [];
		this.close();
		guarded(async () => {
			const paths = await makeProject(this.inbox, topic, { answers: this.answers, properties: {} }, along);
			if (paths !== null) this.then(paths.note);
		});
	}
}

/** The question at the start, what is answered at the end. */
function rowOf(form: HTMLElement, name: string, hint: string): Setting {
	const row = new Setting(form).setName(name).setClass("winnow-project-row");
	return hint === "" ? row : row.setDesc(hint);
}

/** The top folder that all lie in; "" where there is none. */
function commonFolder(paths: readonly string[]): string {
	const folders = new Set(paths.map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "")));
	const [folder = ""] = folders;
	return folders.size === 1 ? folder : "";
}
