import { Component, MarkdownRenderer, type App } from "obsidian";
import { readFootnotes } from "../text/footnotes";
import { t } from "../ui/i18n";
import { withoutComments, type ReadingBlock } from "./reading";
import type { ReadingSession } from "./reading-session";
import { removeUnderlines, underline } from "./weak-words";

type Shown = Readonly<{ el: HTMLElement; content: HTMLElement; component: Component; markdown: string }>;

/** The draft as a page, block by block. A block that did not change keeps its element, so that scroll and selection survive. */
export class ReadingPage extends Component {
	private shown = new Map<string, Shown>();
	private notes: Readonly<{ el: HTMLElement; component: Component; markdown: string }> | null = null;
	private turn = 0;

	constructor(
		private readonly app: App,
		readonly el: HTMLElement,
	) {
		super();
	}

	async show(session: ReadingSession): Promise<void> {
		const { el: page } = this;
		const turn = ++this.turn;
		const next = new Map<string, Shown>();
		const elements: HTMLElement[] = [];
		for (const [index, block] of session.blocks.entries()) {
			const markdown = withNumbers(block, session);
			let id = `${block.print} ${markdown}`;
			while (next.has(id)) id += "+";
			const known = this.shown.get(id) ?? (await this.draw(markdown, session.path));
			this.shown.set(id, known);
			if (turn !== this.turn) return; // a newer render is on its way and draws what is missing
			next.set(id, known);
			dress(known, index, block, session);
			elements.push(known.el);
		}
		for (const [id, { component, el }] of this.shown) {
			if (next.has(id)) continue;
			this.removeChild(component);
			el.remove();
		}
		this.shown = next;
		elements.forEach((el, index) => {
			if (page.children[index] !== el) page.insertBefore(el, page.children[index] ?? null);
		});
		while (page.children.length > elements.length) page.lastElementChild?.remove();
		if (elements.length > 0) await this.drawNotes(session, turn);
		else page.createDiv({ cls: "winnow-panel-muted", text: t(session.isGone ? "publish.reading.gone" : "publish.reading.none") });
	}

	blockEl(index: number): HTMLElement | null {
		return this.el.querySelector<HTMLElement>(`[data-index="${index}"]`);
	}

	private async draw(markdown: string, path: string): Promise<Shown> {
		const el = createDiv({ cls: "winnow-reading-block" });
		const content = el.createDiv({ cls: "winnow-reading-content" });
		const component = this.addChild(new Component());
		await MarkdownRenderer.render(this.app, markdown, content, path, component);
		return { el, content, component, markdown };
	}

	private async drawNotes(session: ReadingSession, turn: number): Promise<void> {
		const used = readFootnotes(session.draft)
			.definitions.filter((each) => session.numbers.has(each.key))
			.sort((a, b) => (session.numbers.get(a.key) ?? 0) - (session.numbers.get(b.key) ?? 0))
			.map((each) => withoutComments(each.text));
		const markdown = used.join("\n");
		if (this.notes?.markdown !== markdown) {
			if (this.notes !== null) this.removeChild(this.notes.component);
			const el = createEl("ol", { cls: "winnow-reading-notes" });
			const component = this.addChild(new Component());
			this.notes = { el, component, markdown };
			for (const each of used) {
				await MarkdownRenderer.render(this.app, each, el.createEl("li"), session.path, component);
			}
		}
		if (turn === this.turn && used.length > 0) this.el.append(this.notes.el);
	}
}

/** References become numbers: a block alone has no definitions, and would show the bare key. */
function withNumbers(block: ReadingBlock, session: ReadingSession): string {
	if (block.kind === "code" || block.kind === "math") return block.text;
	return block.text.replace(/(`+)[^`]*\1|\[\^([^\]\s]+)\]/g, (whole, tick: string | undefined, key: string | undefined) => {
		const number = tick !== undefined || key === undefined ? undefined : session.numbers.get(key);
		return number === undefined ? whole : `<sup class="footnote-ref">${number}</sup>`;
	});
}

/** What changes without drawing anew: place, focus, marks, change bar. */
function dress({ el, content }: Shown, index: number, block: ReadingBlock, session: ReadingSession): void {
	el.dataset.index = String(index);
	el.toggleClass("is-focused", index === session.current);
	el.toggleClass("is-changed", session.changed.has(block));
	const marks = session.marksOf(block);
	const meant = marks.map(({ kind, words, means }) => `${kind} ${words} ${session.draft.slice(means.from, means.to)}`).join("\n");
	if ((el.dataset.marks ?? "") === meant) return;
	el.dataset.marks = meant;
	removeUnderlines(content);
	el.querySelector(":scope > .winnow-reading-flags")?.remove();
	const isWhole = marks.filter(({ means }) => !underline(content, session.draft.slice(means.from, means.to), session.numbers)).length > 0;
	el.toggleClass("is-weak", isWhole);
	el.toggleClass("is-marked", marks.length > 0);
	if (marks.length === 0) return;
	const flags = el.createDiv({ cls: "winnow-reading-flags" });
	for (const { kind, words } of marks) {
		const flag = flags.createDiv({ cls: `winnow-reading-flag is-${kind}` });
		flag.createSpan({ cls: "winnow-mark-kind", text: t(`publish.kind.${kind}`) });
		if (words !== "") flag.createSpan({ text: words, attr: { dir: "auto" } });
	}
}
