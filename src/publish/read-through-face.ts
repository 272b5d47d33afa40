import { setIcon, type Component } from "obsidian";
import type { CompanionContext, Face } from "../ui/companion";
import { shortDate } from "../ui/dates";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { finishKey } from "../ui/finish-key";
import { letterOf } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { RovingRows } from "../ui/roving-rows";
import type { Mark } from "../text/marks";
import { plainWords } from "../text/plain-words";
import type { PublishParts } from "./publish-parts";
import type { ReadingSession } from "./reading-session";
import { ReadingView } from "./reading-view";

/** The companion beside a reading: how far, what is weak, what changed, what to ask oneself. */
export function readThroughFace(parts: PublishParts): Face {
	return {
		id: "read-through",
		icon: "glasses",
		title: () => t("publish.reading.title"),
		fits: ({ view }) => view instanceof ReadingView,
		mount: (container, context, component) => new ReadThroughFace(parts, container, context, component),
	};
}

class ReadThroughFace {
	private readonly body: HTMLElement;
	private readonly rows: RovingRows;
	private readonly mendButton: HTMLButtonElement;
	private view: ReadingView | null = null;
	private stop: () => void = () => undefined;

	constructor(
		private readonly parts: PublishParts,
		private readonly container: HTMLElement,
		context: CompanionContext,
		component: Component,
	) {
		container.addClass("winnow-read");
		this.body = container.createDiv({ cls: "winnow-panel-body" });
		this.rows = new RovingRows(this.body);
		const foot = container.createDiv({ cls: "winnow-panel-foot" });
		this.mendButton = foot.createEl("button");
		const finish = foot.createEl("button", { cls: "mod-cta winnow-key-button" });
		finish.createSpan({ text: t("publish.reading.finish") });
		finishKey(finish);
		finish.addEventListener("click", () => guarded(async () => this.view?.finish()));
		this.mendButton.addEventListener("click", () => this.mendFirst());
		component.registerDomEvent(this.body, "click", (event) => this.onClick(event));
		component.register(() => this.stop());
		this.update(context);
	}

	update({ view }: CompanionContext): void {
		if (!(view instanceof ReadingView)) return;
		if (view !== this.view) {
			this.stop();
			this.view = view;
			this.stop = view.onSession(() => this.render());
		}
		this.render();
	}

	onKey(event: KeyboardEvent): boolean {
		const letter = letterOf(event);
		const isMod = event.ctrlKey || event.metaKey;
		if (isMod && letter === "Enter") {
			guarded(async () => this.view?.finish());
			return true;
		}
		if (isMod || event.altKey) return false;
		if (this.rows.onKey(letter)) return true;
		if (letter === "?") {
			this.view?.showKeys();
			return true;
		}
		const mark = this.markOf(this.rows.focused());
		if (letter === "Escape") {
			this.view?.contentEl.focus();
			return true;
		}
		if (mark === null || this.view === null) return false;
		if (letter === "Enter" || letter === "o") return this.goTo(mark);
		if (letter === "n") {
			guarded(async () => this.view?.mend(mark));
			return true;
		}
		if (letter !== "e") return false;
		this.goTo(mark);
		guarded(async () => this.view?.editHere());
		return true;
	}

	private markOf(row: HTMLElement | null): Mark | null {
		const index = row?.dataset.mark;
		return index === undefined ? null : (this.view?.session?.marks[Number(index)] ?? null);
	}

	private goTo(mark: Mark): true {
		const { session } = this.view ?? {};
		const index = session?.blocks.findIndex((block) => block.to > mark.means.from) ?? -1;
		if (index !== -1) session?.goTo(index);
		this.view?.reveal();
		return true;
	}

	private mendFirst(): void {
		const mark = this.view?.session?.marks[0];
		if (mark === undefined) return;
		this.goTo(mark);
		guarded(async () => this.view?.editHere());
	}

	private onClick(event: MouseEvent): void {
		const target = elementOf(event);
		const question = target?.closest<HTMLElement>("[data-ask]")?.dataset.ask;
		if (question !== undefined) this.tick(question);
		const row = target?.closest<HTMLElement>("[data-row]") ?? null;
		const mark = this.markOf(row);
		if (row === null || mark === null) return;
		this.rows.select(row);
		if (target?.closest("[data-act]") === null) this.goTo(mark);
		else guarded(async () => this.view?.mend(mark));
	}

	/** The box is drawn anew: focus goes back to it, for whoever ticks by keys. */
	private tick(question: string): void {
		this.view?.session?.tick(question);
		const boxes = [...this.body.querySelectorAll<HTMLElement>("[data-ask]")];
		boxes.find((box) => box.dataset.ask === question)?.focus();
	}

	private render(): void {
		const session = this.view?.session ?? null;
		if (session === null) return;
		const hadFocus = this.rows.hasFocus();
		this.body.empty();
		this.progressPart(session);
		this.weakPart(session);
		this.sincePart(session);
		this.askPart(session);
		this.mendButton.setText(t("publish.reading.mend", { count: session.marks.length }));
		this.mendButton.toggle(session.marks.length > 0);
		this.rows.restore(hadFocus);
	}

	private progressPart(session: ReadingSession): void {
		const head = this.body.createDiv({ cls: "winnow-panel-head" });
		head.createSpan({ cls: "winnow-panel-title", text: t("publish.reading.title") });
		head.createSpan({ cls: "winnow-panel-sub", text: nth(session.past.count + 1) });
		const last = Math.max(1, session.blocks.length - 1);
		const percent = Math.round((session.current / last) * 100);
		const bar = this.body.createDiv({
			cls: "winnow-reading-progress",
			attr: { role: "progressbar", "aria-valuenow": String(percent), "aria-valuemin": "0", "aria-valuemax": "100", "aria-label": t("publish.reading.place", { percent }) },
		});
		bar.createDiv({ cls: "winnow-reading-progress-done" }).setCssProps({ "--winnow-done": `${percent}%` });
		const line = this.body.createDiv({ cls: "winnow-panel-heading" });
		const section = session.section();
		line.createSpan({ text: section.index === 0 ? t("publish.reading.lead") : t("publish.reading.section", section) });
		line.createSpan({ cls: "winnow-panel-count", text: t("publish.reading.minutes", { count: session.minutesLeft() }) });
	}

	private weakPart(session: ReadingSession): void {
		const part = this.body.createDiv({ cls: "winnow-panel-part" });
		const line = part.createDiv({ cls: "winnow-panel-heading" });
		line.createSpan({ text: t("publish.reading.weak") });
		line.createSpan({ cls: "winnow-panel-count", text: t("publish.reading.open", { count: session.marks.length }) });
		if (session.marks.length === 0) part.createDiv({ cls: "winnow-panel-muted", text: t("publish.reading.noMarks") });
		session.marks.forEach((mark, index) => {
			const quote = plainWords(session.draft.slice(mark.means.from, mark.means.to));
			const row = part.createDiv({
				cls: "winnow-row winnow-weak",
				attr: { tabindex: "-1", "data-row": `mark ${mark.kind} ${mark.words} ${quote}`, "data-mark": String(index) },
			});
			setIcon(row.createSpan({ cls: "winnow-panel-icon" }), "flag");
			const words = row.createDiv({ cls: "winnow-weak-words" });
			const first = words.createDiv();
			first.createSpan({ cls: "winnow-mark-kind", text: t(`publish.kind.${mark.kind}`) });
			first.createSpan({ text: mark.words, attr: { dir: "auto" } });
			words.createDiv({ cls: "winnow-panel-muted", text: `“${quote.length > 80 ? `${quote.slice(0, 80)}…` : quote}”`, attr: { dir: "auto" } });
			const done = row.createEl("button", { cls: "clickable-icon", attr: { "aria-label": t("publish.reading.mended"), "data-act": "mend", tabindex: "-1" } });
			setIcon(done, "check");
		});
		part.createDiv({ cls: "winnow-panel-hint", text: t("publish.reading.keys") });
	}

	private sincePart(session: ReadingSession): void {
		const { last } = session.past;
		if (last === null) return;
		const part = this.body.createDiv({ cls: "winnow-panel-part" });
		const language = this.container.doc.documentElement.lang;
		const date = shortDate(last.at, this.parts.now(), language);
		part.createDiv({ cls: "winnow-panel-heading", text: t("publish.reading.since", { date }) });
		const count = session.changed.size;
		const words = count === 0 ? t("publish.reading.noChanges") : t("publish.reading.changes", { count });
		part.createDiv({ cls: "winnow-panel-muted", text: words });
	}

	/** The brief's answers and three questions of any draft, each with a box for this reading. */
	private askPart(session: ReadingSession): void {
		const brief = session.brief.filter((each) => each.answer.trim() !== "");
		const questions = [
			...brief.map(({ heading, answer }) => ({ text: heading, more: plainWords(answer) })),
			...OWN_QUESTIONS.map((key) => ({ text: t(key), more: "" })),
		];
		const part = this.body.createDiv({ cls: "winnow-panel-part" });
		const line = part.createDiv({ cls: "winnow-panel-heading" });
		line.createSpan({ text: t("publish.reading.ask") });
		const asked = questions.filter(({ text }) => session.isAsked(text)).length;
		line.createSpan({ cls: "winnow-panel-count", text: t("publish.reading.asked", { asked, count: questions.length }) });
		for (const { text, more } of questions) {
			const row = part.createEl("label", { cls: "winnow-box" });
			const box = row.createEl("input", { type: "checkbox", attr: { "data-ask": text } });
			box.checked = session.isAsked(text);
			const words = row.createDiv({ cls: "winnow-box-words" });
			words.createDiv({ text, attr: { dir: "auto" } });
			if (more !== "") words.createDiv({ cls: "winnow-panel-muted", text: more, attr: { dir: "auto" } });
		}
	}
}

const OWN_QUESTIONS = ["publish.reading.askCited", "publish.reading.askAloud", "publish.reading.askPromise"] as const;

function nth(count: number): string {
	if (count === 1) return t("publish.reading.first");
	return count === 2 ? t("publish.reading.second") : t("publish.reading.nth", { count });
}
