import { Modal } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { Inbox } from "./inbox-parts";
import { mergeInto } from "./merge-copies";
import { NearCopies } from "./near-copies-face";
import { sameWorks } from "./same-works";
import type { Change } from "./triage";

export type DuplicatesOptions = Readonly<{
	/** Among which sources, whatever their status. */
	among: readonly Source[];
	/** Only groups with one of these, thrown away or not; null: all groups with a choice left. */
	of: readonly string[] | null;
	decide(paths: readonly string[], change: Change): void;
}>;

/** Copies of one work together; keeping one throws the others away, with a reason that names it. */
export function openDuplicates(inbox: Inbox, options: DuplicatesOptions): void {
	new DuplicatesModal(inbox, options).open();
}

class DuplicatesModal extends Modal {
	private readonly near: NearCopies;
	private groups: HTMLElement | null = null;
	private groupCount = 0;
	private none: HTMLElement | null = null;

	constructor(
		private readonly inbox: Inbox,
		private readonly options: DuplicatesOptions,
	) {
		super(inbox.app);
		this.near = new NearCopies(inbox.vault);
		this.setTitle(t("inbox.duplicates.title"));
		this.modalEl.addClass("winnow-inbox-duplicates");
	}

	override onOpen(): void {
		const { contentEl, options } = this;
		this.groups = contentEl.createDiv();
		this.none = contentEl.createEl("p", { attr: { "aria-live": "polite" } });
		const sources = this.sources();
		const { of } = options;
		const same = sameWorks(sources).filter(
			(group) => of === null || group.some(({ path }) => of.includes(path)),
		);
		for (const group of same) this.group(group, t("inbox.duplicates.same"));
		this.tellIfNone(t("inbox.duplicates.none"));
		if (of === null && sources.length > 1) this.offerTexts(sources, same);
	}

	override onClose(): void {
		this.near.stop();
	}

	/** Oldest first: what came later is the copy. */
	private sources(): readonly Source[] {
		const { among, of } = this.options;
		return [...among]
			.filter(({ status }) => of !== null || status !== "deleted")
			.sort((a, b) => ((a.created ?? "~") < (b.created ?? "~") ? -1 : 1));
	}

	private offerTexts(sources: readonly Source[], same: readonly (readonly Source[])[]): void {
		const row = this.contentEl.createDiv({ cls: "winnow-inbox-compare" });
		const words = row.createSpan({ attr: { "aria-live": "polite" } });
		const button = row.createEl("button", { text: t("inbox.duplicates.compare") });
		let isRunning = false;
		button.addEventListener("click", () => {
			if (isRunning) return this.near.stop();
			isRunning = true;
			button.setText(t("common.stop"));
			guarded(async () => {
				const found = await this.near.find(sources, (done) =>
					words.setText(
						t("common.taskProgress", {
							label: t("inbox.duplicates.comparing"),
							done,
							total: sources.length,
						}),
					),
				);
				isRunning = false;
				words.setText(found === null ? t("inbox.duplicates.stopped") : "");
				button.setText(t("inbox.duplicates.compare"));
				if (found === null) return;
				row.remove();
				for (const group of found)
					if (!same.some((known) => group.every((source) => known.includes(source))))
						this.group(group, t("inbox.duplicates.near"));
				this.tellIfNone(t("inbox.duplicates.noneNear"));
			});
		});
	}

	private group(group: readonly Source[], why: string): void {
		const box = this.groups?.createDiv({
			cls: "winnow-inbox-copies",
			attr: { role: "group" },
		});
		if (box === undefined) return;
		this.groupCount += 1;
		const id = `winnow-copies-${this.groupCount}`;
		box.createDiv({ cls: "winnow-inbox-copies-why", text: why, attr: { id } });
		box.setAttr("aria-labelledby", id);
		for (const source of group) {
			const row = box.createDiv({ cls: "winnow-inbox-copy" });
			const text = row.createDiv({ cls: "winnow-inbox-main" });
			text.createDiv({
				cls: "winnow-inbox-title",
				text: source.title,
				attr: { dir: "auto" },
			});
			text.createDiv({ cls: "winnow-inbox-broken-why", text: aboutCopy(source) });
			const button = row.createEl("button", { text: t("inbox.duplicates.keepThis") });
			button.addEventListener("click", () => {
				this.merge(source, group);
				box.remove();
				this.tellIfNone(t("inbox.duplicates.noneLeft"));
			});
		}
	}

	private merge(kept: Source, group: readonly Source[]): void {
		const { sources } = this.inbox;
		// What was decided since the sheet opened counts.
		const now = group.flatMap(({ path }) => sources.get(path) ?? []);
		const { paths, change } = mergeInto(kept, now, (title) =>
			t("inbox.duplicates.why", { title }),
		);
		if (paths.length > 0) this.options.decide(paths, change);
	}

	private tellIfNone(words: string): void {
		this.none?.setText(this.groups?.childElementCount === 0 ? words : "");
	}
}

/** What tells copies apart: status, length, where it lies. */
function aboutCopy({ status, words, path }: Source): string {
	const length = words === null ? "" : t("inbox.duplicates.words", { count: words });
	return [t(`inbox.tab.${status}`), length, path].filter((part) => part !== "").join(" · ");
}
