import { t } from "../ui/i18n";
import type { Stage } from "./inbox-acts-face";
import { InboxListView } from "./inbox-list-view";
import type { Preview } from "./preview-face";
import { statusAfter, type Change } from "./triage";

/** Shows in the list what acts did, and where the person is after them. */
export abstract class InboxStageView extends InboxListView implements Stage {
	moves = 0;
	protected abstract readonly preview: Preview;

	beforeChange(paths: readonly string[], change: Change): void {
		const status = statusAfter(change);
		if (status !== null && status !== this.model.query.asked.tab) this.model.leave(paths);
	}

	changed(paths: readonly string[]): void {
		this.model.query.update(paths);
		this.render("focus");
	}

	say(words: string, canUndo: "undo" | "final"): void {
		this.pieces?.foot.say(words, canUndo);
		this.pieces?.live.say(
			`${words} ${t("inbox.left", { count: this.model.query.counts.new })}`,
		);
	}

	trouble(path: string, words: string | null): void {
		this.model.setTrouble(path, words);
	}

	goTo(path: string): void {
		const source = this.inbox.sources.get(path);
		if (source === null) return;
		const show = (): void => {
			this.model.focusOn(path);
			this.walked();
		};
		if (source.status === this.model.query.asked.tab) show();
		else this.ask({ ...this.question, tab: source.status }, show);
	}

	walked(): void {
		this.render("focus");
		this.preview.showSoon(this.model.place.focus);
		void this.app.workspace.requestSaveLayout();
	}

	selected(): void {
		this.render("focus");
		this.pieces?.live.say(t("inbox.selected", { count: this.model.place.selection.size }));
		void this.app.workspace.requestSaveLayout();
	}

	protected get previewPath(): string | null {
		return this.preview.shownPath;
	}

	protected adoptPreview(path: string): void {
		this.preview.adopt(path);
	}
}
