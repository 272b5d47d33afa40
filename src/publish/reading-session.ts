import { fail, type Result } from "../result";
import { applyEdits, type Edit, type Span } from "../text/edit";
import { readFootnotes } from "../text/footnotes";
import { headings } from "../text/headings";
import { readingMinutes } from "../text/reading-time";
import { resolveQuote } from "../text/resolve-quote";
import type { BriefAnswer } from "../project/project";
import { t } from "../ui/i18n";
import type { WriteFailure, Written } from "../vault/safe-vault";
import { placeMark, readMarks, removeMark, type Mark, type MarkKind } from "../text/marks";
import { pastReadings, readingsFolder, type PastReadings } from "./past-readings";
import type { PublishParts } from "./publish-parts";
import type { OpenReading } from "./reading-memory";
import { changedBlocks, readingBlocks, readingRecord, type ReadingBlock } from "./reading";

/** Somebody who types in the same note writes every two seconds at most. */
const MAX_ATTEMPTS = 3;

/** What one reading shows and where the reader is. The draft itself is the only record of the marks. */
export class ReadingSession {
	draft = "";
	blocks: readonly ReadingBlock[] = [];
	marks: readonly Mark[] = [];
	changed: ReadonlySet<ReadingBlock> = new Set();
	past: PastReadings = { count: 0, last: null };
	brief: readonly BriefAnswer[] = [];
	/** Footnote numbers by key, as a reader counts them. */
	numbers: ReadonlyMap<string, number> = new Map();
	isGone = false;
	private readonly listeners = new Set<() => void>();
	private turn: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly parts: PublishParts,
		public path: string,
		private readonly reading: OpenReading,
	) {}

	get current(): number {
		return this.reading.current;
	}

	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Reads the draft as it stands on disk, and what is known of earlier readings. */
	load(): Promise<void> {
		return this.inTurn(() => this.loadNow());
	}

	/** Something wrote the file. Our own writes are known already. */
	refresh(): Promise<void> {
		return this.inTurn(async () => {
			const text = await this.parts.vault.read(this.path);
			if (!text.ok || text.value !== this.draft) await this.loadNow();
		});
	}

	async renamed(path: string): Promise<void> {
		this.path = path;
		await this.load();
	}

	private async loadNow(): Promise<void> {
		const text = await this.parts.vault.read(this.path);
		this.isGone = !text.ok;
		const project = this.parts.projects.of(this.path);
		if (project !== null) {
			this.past = await pastReadings(this.parts, project.folder, this.path);
			this.brief = (await this.parts.projects.read(project.path))?.brief ?? [];
		}
		this.take(text.ok ? text.value : "");
	}

	private take(draft: string): void {
		const place = this.blocks[this.current]?.from ?? 0;
		this.draft = draft;
		this.blocks = readingBlocks(draft);
		this.marks = readMarks(draft);
		this.changed = this.past.last === null ? new Set() : changedBlocks(this.blocks, this.past.last.draft);
		const keys = [...new Set(readFootnotes(draft).references.map((each) => each.key))];
		this.numbers = new Map(keys.map((key, index) => [key, index + 1]));
		// After an edit the reader stays at the same words, as far as they are still there.
		const same = this.blocks.findIndex((block) => block.from >= place);
		const last = this.blocks.length - 1;
		this.reading.current = Math.max(0, Math.min(this.current, same === -1 ? last : Math.max(same, this.current)));
		this.tell();
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}

	get block(): ReadingBlock | null {
		return this.blocks[this.current] ?? null;
	}

	goTo(index: number): void {
		this.reading.current = Math.max(0, Math.min(this.blocks.length - 1, index));
		this.tell();
	}

	/** Marks that mean a block's words or stand in it. */
	marksOf(block: ReadingBlock): readonly Mark[] {
		return this.marks.filter((mark) => mark.means.from < block.to && block.from < Math.max(mark.means.to, mark.means.from + 1));
	}

	minutesLeft(): number {
		return readingMinutes(this.blocks.slice(this.current).map((block) => block.text).join("\n"));
	}

	section(): Readonly<{ index: number; count: number }> {
		const found = headings(this.draft).filter((heading) => heading.level > 1);
		const at = this.block?.from ?? 0;
		return { index: found.filter((heading) => heading.from <= at).length, count: found.length };
	}

	/** Marks the selected words (as they read on screen), else the whole block. */
	mark(kind: MarkKind, words: string, selected: string): Promise<Result<Written, WriteFailure>> {
		const wanted = this.block;
		return this.inTurn(() => this.markNow(wanted, kind, words, selected));
	}

	/** Takes a mark out, wherever earlier acts have moved it. */
	mend(mark: Mark): Promise<Result<Written, WriteFailure>> {
		return this.inTurn(() =>
			this.edit(() => {
				const now = nearest(this.marks, ({ kind, words }) => kind === mark.kind && words === mark.words, mark.span.from, ({ span }) => span.from);
				return now === null ? null : removeMark(this.draft, now);
			}, t("publish.act.mended", { draft: this.name() })),
		);
	}

	/** A question the reader asks of the own draft: ticked or not, for this reading only. */
	tick(question: string): void {
		if (!this.reading.asked.delete(question)) this.reading.asked.add(question);
		this.tell();
	}

	isAsked(question: string): boolean {
		return this.reading.asked.has(question);
	}

	/** Runs after what is under way: a quick reader's next key finds the draft, and the undo list, as the last one left them. */
	inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.turn.then(work, work);
		this.turn = mine;
		return mine;
	}

	private markNow(
		wanted: ReadingBlock | null,
		kind: MarkKind,
		words: string,
		selected: string,
	): Promise<Result<Written, WriteFailure>> {
		return this.edit(() => {
			// Earlier marks may have moved the block; its words say which it is.
			const block =
				wanted === null ? null : nearest(this.blocks, ({ text }) => text === wanted.text, wanted.from, ({ from }) => from);
			return block === null ? null : placeMark(this.draft, this.spanOf(block, selected), kind, words);
		}, t("publish.act.mark", { kind: t(`publish.kind.${kind}`), draft: this.name() }));
	}

	private spanOf(block: ReadingBlock, selected: string): Span {
		const source = this.draft.slice(block.from, block.to);
		const place = selected.trim() === "" ? null : resolveQuote(source, selected);
		if (place === null || !("from" in place)) return { from: block.from, to: block.to };
		return { from: block.from + place.from, to: block.from + place.to };
	}

	/** `plan` looks at the draft as it is now; it is asked again where somebody wrote in between, so that no key is lost. */
	private async edit(plan: () => Edit | null, label: string): Promise<Result<Written, WriteFailure>> {
		for (let attempt = 1; ; attempt++) {
			const edit = plan();
			if (edit === null) return fail({ kind: "refused", detail: t("publish.noPlace") });
			const written = await this.parts.vault.editProse(this.path, this.draft, (text) => applyEdits(text, [edit]));
			if (written.ok) {
				this.parts.undo.record({ label, at: this.parts.now().toISOString(), steps: [{ kind: "text", ...written.value }] });
				this.take(written.value.after);
				return written;
			}
			await this.loadNow();
			if (written.error.kind !== "stale" || attempt === MAX_ATTEMPTS) return written;
		}
	}

	/** Keeps a dated copy of what was read. Resolves to its path. */
	async finish(): Promise<Result<string, WriteFailure>> {
		const project = this.parts.projects.of(this.path);
		const folder = readingsFolder(project?.folder ?? this.path.slice(0, Math.max(0, this.path.lastIndexOf("/"))));
		const now = this.parts.now();
		const file = this.parts.app.vault.getFileByPath(this.path);
		const link = file === null ? this.path : this.parts.app.metadataCache.fileToLinktext(file, `${folder}/x.md`, true);
		const text = readingRecord(this.draft, {
			draftLink: `[[${link}]]`,
			at: now.toISOString(),
			minutes: Math.max(1, Math.round((now.getTime() - this.reading.started) / 60_000)),
			marks: this.marks.length,
			number: this.past.count + 1,
		});
		const day = now.toISOString().slice(0, 10);
		for (let count = 1; count < 100; count++) {
			const path = `${folder}/${this.name()} ${day}${count === 1 ? "" : ` ${count}`}.md`;
			const created = await this.parts.vault.create(path, text);
			if (!created.ok && created.error.kind === "exists") continue;
			if (!created.ok) return created;
			const label = t("publish.act.read", { draft: this.name() });
			this.parts.undo.record({ label, at: now.toISOString(), steps: [{ kind: "created", path, text }] });
			return { ok: true, value: path };
		}
		return fail({ kind: "exists" });
	}

	private name(): string {
		return (this.path.split("/").at(-1) ?? this.path).replace(/\.md$/i, "");
	}
}

/** Of those that fit the one nearest to where it stood; null where none is left. */
function nearest<T>(all: readonly T[], fits: (one: T) => boolean, from: number, placeOf: (one: T) => number): T | null {
	const same = all.filter(fits).sort((a, b) => Math.abs(placeOf(a) - from) - Math.abs(placeOf(b) - from));
	return same[0] ?? null;
}
