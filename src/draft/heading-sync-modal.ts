import { Modal, Setting, type App } from "obsidian";
import type { HeadingAsk, HeadingChange, Side } from "../outline/heading-changes";
import type { Answers, SyncPlan } from "../outline/heading-sync";
import { t } from "../ui/i18n";

/** Shows what differs between outline and draft; the person ticks what shall happen. */
export class HeadingSyncModal extends Modal {
	private readonly accepted: Set<string>;
	private readonly answers: Record<string, Side> = {};
	private button: HTMLButtonElement | null = null;

	constructor(
		app: App,
		private readonly plan: SyncPlan,
		private readonly apply: (accepted: ReadonlySet<string>, answers: Answers) => void,
	) {
		super(app);
		this.accepted = new Set(plan.changes.map((change) => change.id));
	}

	override onOpen(): void {
		this.setTitle(t("draft.sync.title"));
		this.modalEl.addClass("winnow-sync");
		this.contentEl.createEl("p", { cls: "winnow-panel-muted", text: t("draft.sync.intro") });
		for (const change of this.plan.changes) this.changeRow(change);
		for (const ask of this.plan.asks) this.askRow(ask);
		const foot = new Setting(this.contentEl);
		foot.addButton((button) => button.setButtonText(t("common.cancel")).onClick(() => this.close()));
		foot.addButton((button) => {
			this.button = button.setCta().onClick(() => this.finish()).buttonEl;
		});
		this.showCount();
		this.scope.register(["Mod"], "Enter", () => {
			this.finish();
			return false;
		});
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private changeRow(change: HeadingChange): void {
		new Setting(this.contentEl).setName(changeWords(change)).addToggle((toggle) =>
			toggle.setValue(true).onChange((isOn) => {
				if (isOn) this.accepted.add(change.id);
				else this.accepted.delete(change.id);
				this.showCount();
			}),
		);
	}

	private askRow(ask: HeadingAsk): void {
		new Setting(this.contentEl).setName(askWords(ask)).addDropdown((dropdown) =>
			dropdown
				.addOption("", t("draft.sync.leave"))
				.addOption("canvas", t("draft.sync.canvasHolds"))
				.addOption("draft", t("draft.sync.draftHolds"))
				.onChange((value) => {
					if (value === "canvas" || value === "draft") this.answers[ask.id] = value;
					else delete this.answers[ask.id];
					this.showCount();
				}),
		);
	}

	private showCount(): void {
		const count = this.accepted.size + Object.keys(this.answers).length;
		if (this.button === null) return;
		this.button.setText(t("draft.sync.apply", { count }));
		this.button.disabled = count === 0;
	}

	private finish(): void {
		if (this.button?.disabled === true) return;
		this.close();
		this.apply(this.accepted, this.answers);
	}
}

function changeWords(change: HeadingChange): string {
	const side = change.to === "draft" ? "Draft" : "Canvas";
	switch (change.kind) {
		case "rename":
			return t(`draft.sync.rename${side}`, { was: change.was, heading: change.heading });
		case "level":
			return t(`draft.sync.level${side}`, { heading: change.heading, level: change.level });
		case "move":
			return t(`draft.sync.move${side}`);
		case "add":
			return t(`draft.sync.add${side}`, { heading: change.heading || t("outline.untitled") });
	}
}

function askWords(ask: HeadingAsk): string {
	switch (ask.kind) {
		case "both-renamed":
			return t("draft.sync.bothRenamed", { canvas: ask.canvas, draft: ask.draft });
		case "both-moved":
			return t("draft.sync.bothMoved");
		case "gone-in-draft":
			return t("draft.sync.gone", { heading: ask.heading });
	}
}
