import { Modal } from "obsidian";
import type { Source } from "../source/source";
import { words } from "../text/words";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { nearTexts, sameWorks, type ReadText } from "./duplicates";
import { fold } from "./search-text";
import type { ListHost } from "./list-host";

/** What a slice of comparing may take. */
const SLICE_MS = 8;
/** Beginning of a text that is compared; enough to tell two works apart. */
const COMPARED_CHARACTERS = 40_000;

/** Copies among the sources of the chosen project. @param of only groups with one of these; null: all. */
export function openDuplicates(host: ListHost, of: readonly string[] | null): void {
	new DuplicatesModal(host, of).open();
}

class DuplicatesModal extends Modal {
	private isOpen = true;

	constructor(
		private readonly host: ListHost,
		private readonly of: readonly string[] | null,
	) {
		super(host.app);
		this.setTitle(t("inbox.duplicates.title"));
		this.modalEl.addClass("winnow-inbox-duplicates");
	}

	override onOpen(): void {
		this.show();
	}

	override onClose(): void {
		this.isOpen = false;
	}

	private sources(): readonly Source[] {
		const all = this.of === null ? [...this.host.allInScope] : this.host.inbox.sources.all();
		return [...all].sort((a, b) => ((a.created ?? "~") < (b.created ?? "~") ? -1 : 1));
	}

	private show(): void {
		const { contentEl, of } = this;
		contentEl.empty();
		const groups = sameWorks(this.sources()).filter(
			(group) => of === null || group.some(({ path }) => of.includes(path)),
		);
		if (groups.length === 0) contentEl.createEl("p", { text: t("inbox.duplicates.none") });
		for (const group of groups) this.group(contentEl, group, t("inbox.duplicates.same"));
		if (of !== null) return;
		const button = contentEl.createEl("button", { text: t("inbox.duplicates.compare") });
		button.addEventListener("click", () => {
			button.disabled = true;
			button.setText(t("inbox.duplicates.comparing"));
			guarded(async () => {
				const near = await this.near();
				button.remove();
				if (!this.isOpen) return;
				for (const group of near) this.group(contentEl, group, t("inbox.duplicates.near"));
				if (near.length === 0)
					contentEl.createEl("p", { text: t("inbox.duplicates.none") });
			});
		});
	}

	private group(parent: HTMLElement, group: readonly Source[], why: string): void {
		const box = parent.createDiv({
			cls: "winnow-inbox-copies",
			attr: { role: "group", "aria-label": why },
		});
		box.createDiv({ cls: "winnow-inbox-copies-why", text: why });
		for (const source of group) {
			const row = box.createDiv({ cls: "winnow-inbox-copy" });
			const text = row.createDiv({ cls: "winnow-inbox-main" });
			text.createDiv({
				cls: "winnow-inbox-title",
				text: source.title,
				attr: { dir: "auto" },
			});
			text.createDiv({
				cls: "winnow-inbox-broken-why",
				text: `${t(`inbox.tab.${source.status}`)} · ${source.path}`,
			});
			const button = row.createEl("button", { text: t("inbox.duplicates.keepThis") });
			button.addEventListener("click", () => {
				this.merge(source, group);
				box.remove();
			});
		}
	}

	/** One stays as it is; the others are thrown away and say which. */
	private merge(kept: Source, group: readonly Source[]): void {
		const others = group
			.filter((source) => source !== kept && source.status !== "deleted")
			.map(({ path }) => path);
		const reason = t("inbox.duplicates.why", { title: kept.title });
		this.host.decide({ kind: "delete", reason }, others);
	}

	/** Reads the texts and compares them in slices. */
	private async near(): Promise<readonly (readonly Source[])[]> {
		const { vault, sources } = this.host.inbox;
		const texts: ReadText[] = [];
		for (const { path, status } of this.sources()) {
			if (status === "deleted" || !this.isOpen) continue;
			const read = await vault.read(path);
			if (read.ok) texts.push({ path, words: words(fold(bodyOf(read.value))) });
		}
		const steps = nearTexts(texts);
		for (;;) {
			const end = performance.now() + SLICE_MS;
			while (performance.now() < end) {
				const step = steps.next();
				if (step.done === true)
					return step.value.map((group) =>
						group.flatMap((path) => sources.get(path) ?? []),
					);
			}
			await new Promise((resolve) => window.setTimeout(resolve, 0));
		}
	}
}

function bodyOf(text: string): string {
	const end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
	return text.slice(end === -1 ? 0 : end + 4, (end === -1 ? 0 : end + 4) + COMPARED_CHARACTERS);
}
