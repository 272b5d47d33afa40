import type { Source } from "../source/source";
import type { Status } from "../source/status";
import { fits, type Surroundings } from "./fits";
import { FIRST_QUESTION, type Grouping, type Question, type Scope } from "./inbox-question";
import { compareGroups, comparePlaced, place, type CompareText, type Placed } from "./inbox-order";
import type { RowShape } from "./row-shape";
import { searchText, searchWords } from "./search-text";
import { indexIn, insertInto, sortInSteps, withItems, withoutRows } from "./sorted";

export type Counts = Readonly<Record<Status, number>>;

/** Neighbouring rows of one group. `group` is "" for the rows that have none. */
export type Run = Readonly<{ group: string; start: number; count: number }>;

export type Listed = Readonly<{
	sources: Readonly<{ all(): readonly Source[]; get(path: string): Source | null }>;
	/** Paths of the project notes a source belongs to; none: unsorted. */
	projectsOf(source: Source): readonly string[];
	projectName(path: string): string;
	around(): Surroundings;
	compareText: CompareText;
	shapeOf(source: Source, grouping: Grouping): RowShape;
}>;

/** Hears which rows came, went or look different, before anything is asked of them. */
export interface RowsListener {
	/** It stands at `row` now. */
	inserted(row: number): void;
	/** It stood at `row`. */
	removed(row: number): void;
	/** It stands where it stood, and says something else. */
	replaced(row: number): void;
	/** Every row may be another. */
	allAnew(): void;
}

type Entry = Placed & Readonly<{ isInScope: boolean; isMatch: boolean; shape: RowShape }>;

/**
 * The rows that answer a question, kept up to date source by source: a change costs a search by halving
 * in the list, not a pass over all sources.
 */
export class InboxQuery {
	private question: Question = FIRST_QUESTION;
	private entries = new Map<string, Entry>();
	private shown: Entry[] = [];
	private groupCounts = new Map<string, number>();
	/** Null: to be put in order anew. */
	private groups: readonly string[] | null = null;
	private inScope = tally();
	private matches = tally();
	private compare: (a: Placed, b: Placed) => number;
	private words: readonly string[] = [];
	private around: Surroundings;
	/** Folded once per source, not per key stroke; a changed source is a new object. */
	private readonly texts = new WeakMap<Source, string>();
	/** Changes that came while an answer was being worked out in steps. */
	private late: Set<string> | null = null;
	private listener: RowsListener | null = null;

	constructor(private readonly listed: Listed) {
		this.compare = comparePlaced(this.question, listed.compareText);
		this.around = listed.around();
	}

	/** One listener: who keeps what depends on the rows. */
	tell(listener: RowsListener): void {
		this.listener = listener;
	}

	get asked(): Question {
		return this.question;
	}

	get length(): number {
		return this.shown.length;
	}

	at(index: number): Source | null {
		return this.shown[index]?.source ?? null;
	}

	/** What its height depends on. Null: no such row. */
	shapeAt(index: number): RowShape | null {
		return this.shown[index]?.shape ?? null;
	}

	/** -1: not among the rows. */
	indexOf(path: string): number {
		const entry = this.entries.get(path);
		return entry === undefined || !this.isShown(entry)
			? -1
			: indexIn(this.shown, entry, this.compare);
	}

	/** The group its row stands in, "" where it has none. Null: not among the rows. */
	groupOf(path: string): string | null {
		const entry = this.entries.get(path);
		return entry === undefined || !this.isShown(entry) ? null : entry.group;
	}

	/** Sources of the chosen project by status, filter and search aside. */
	get counts(): Counts {
		return { ...this.inScope };
	}

	/** What search and filter find, by status. */
	get found(): Counts {
		return { ...this.matches };
	}

	/** Empty where rows are not grouped. */
	runs(): readonly Run[] {
		if (this.question.grouping === "none") return [];
		let start = 0;
		return this.groupsInOrder().map((group) => {
			const count = this.groupCounts.get(group) ?? 0;
			start += count;
			return { group, start: start - count, count };
		});
	}

	/** Comparing hundreds of names takes a while, and which there are seldom changes. */
	private groupsInOrder(): readonly string[] {
		const { grouping, sort } = this.question;
		this.groups ??= [...this.groupCounts.keys()].sort(
			compareGroups(grouping, sort, this.listed.compareText),
		);
		return this.groups;
	}

	/** All sources of the chosen project, whatever their status. */
	*scoped(): IterableIterator<Source> {
		for (const entry of this.entries.values()) if (entry.isInScope) yield entry.source;
	}

	/** Answers a new question in one go. */
	ask(question: Question): void {
		const steps = this.askInSteps(question);
		while (steps.next().done !== true);
	}

	/**
	 * The same in short steps, for very many sources. Until the last step the old rows stand;
	 * a step never takes longer than some hundred sources do.
	 */
	*askInSteps(question: Question): Generator<undefined, void> {
		const late = new Set<string>();
		this.late = late;
		const words = searchWords(question.search);
		const around = this.listed.around();
		const entries = new Map<string, Entry>();
		const shown: Entry[] = [];
		const inScope = tally();
		const matches = tally();
		const groupCounts = new Map<string, number>();
		let seen = 0;
		for (const source of this.listed.sources.all()) {
			const entry = this.entryOf(source, question, words, around);
			entries.set(source.path, entry);
			if (entry.isInScope) inScope[source.status] += 1;
			if (entry.isMatch) matches[source.status] += 1;
			if (entry.isMatch && source.status === question.tab) {
				shown.push(entry);
				groupCounts.set(entry.group, (groupCounts.get(entry.group) ?? 0) + 1);
			}
			seen += 1;
			if (seen % STEP === 0) yield;
		}
		const compare = comparePlaced(question, this.listed.compareText);
		const sorted = yield* sortInSteps(shown, compare, STEP);
		// A later question wins over an earlier, slower one.
		if (this.late !== late) return;
		this.late = null;
		this.question = question;
		this.words = words;
		this.around = around;
		this.compare = compare;
		this.entries = entries;
		this.shown = sorted;
		this.inScope = inScope;
		this.matches = matches;
		this.groupCounts = groupCounts;
		this.groups = null;
		this.listener?.allAnew();
		this.update(late);
	}

	/** Takes over what these sources say now. */
	update(paths: Iterable<string>): void {
		const moves: Move[] = [];
		for (const path of new Set(paths)) {
			this.late?.add(path);
			const source = this.listed.sources.get(path);
			const before = this.entries.get(path);
			const after =
				source === null
					? undefined
					: this.entryOf(source, this.question, this.words, this.around);
			this.enter(path, before, after);
			const from = before !== undefined && this.isShown(before) ? before : null;
			const to = after !== undefined && this.isShown(after) ? after : null;
			const staysPut = from !== null && to !== null && this.compare(from, to) === 0;
			if (staysPut) this.replace(from, to);
			else if (from !== null || to !== null) moves.push({ from, to });
		}
		if (moves.length > FEW) this.moveMany(moves);
		else for (const move of moves) this.move(move);
	}

	private enter(path: string, before: Entry | undefined, after: Entry | undefined): void {
		if (before !== undefined) this.count(before, -1);
		if (after !== undefined) this.count(after, 1);
		if (after === undefined) this.entries.delete(path);
		else this.entries.set(path, after);
	}

	private replace(from: Entry, to: Entry): void {
		const row = indexIn(this.shown, from, this.compare);
		if (row === -1) return;
		this.shown[row] = to;
		this.listener?.replaced(row);
	}

	private move({ from, to }: Move): void {
		const row = from === null ? -1 : indexIn(this.shown, from, this.compare);
		if (row !== -1) {
			this.shown.splice(row, 1);
			this.listener?.removed(row);
		}
		if (to === null) return;
		const place = insertInto(this.shown, to, this.compare);
		this.listener?.inserted(place);
	}

	/** One copy of the rows, where one after the other would shift them all each time. */
	private moveMany(moves: readonly Move[]): void {
		const gone = moves
			.map(({ from }) => (from === null ? -1 : indexIn(this.shown, from, this.compare)))
			.filter((row) => row !== -1)
			.sort((a, b) => a - b);
		const come = moves.flatMap(({ to }) => to ?? []).sort(this.compare);
		this.shown = withItems(withoutRows(this.shown, gone), come, this.compare);
		this.listener?.allAnew();
	}

	private count(entry: Entry, by: 1 | -1): void {
		const { status } = entry.source;
		if (entry.isInScope) this.inScope[status] += by;
		if (entry.isMatch) this.matches[status] += by;
		if (!this.isShown(entry)) return;
		const before = this.groupCounts.get(entry.group) ?? 0;
		const count = before + by;
		if (before === 0 || count === 0) this.groups = null;
		if (count === 0) this.groupCounts.delete(entry.group);
		else this.groupCounts.set(entry.group, count);
	}

	private isShown(entry: Entry): boolean {
		return entry.isMatch && entry.source.status === this.question.tab;
	}

	private entryOf(
		source: Source,
		question: Question,
		words: readonly string[],
		around: Surroundings,
	): Entry {
		const isInScope = this.isIn(question.scope, source);
		const isMatch =
			isInScope && fits(source, question.filter, around) && this.hasWords(source, words);
		const name = (each: Source): string => {
			const [first] = this.listed.projectsOf(each);
			return first === undefined ? "" : this.listed.projectName(first);
		};
		const shape = this.listed.shapeOf(source, question.grouping);
		return { ...place(source, question, name), isInScope, isMatch, shape };
	}

	private isIn(scope: Scope, source: Source): boolean {
		switch (scope.kind) {
			case "all":
				return true;
			case "unsorted":
				return this.listed.projectsOf(source).length === 0;
			case "project":
				return this.listed.projectsOf(source).includes(scope.path);
		}
	}

	private hasWords(source: Source, words: readonly string[]): boolean {
		if (words.length === 0) return true;
		let text = this.texts.get(source);
		if (text === undefined) {
			text = searchText(source);
			this.texts.set(source, text);
		}
		const whole = text;
		return words.every((word) => whole.includes(word));
	}
}

/** A row that leaves its place, comes to one, or both. */
type Move = Readonly<{ from: Entry | null; to: Entry | null }>;

/** So many moves cost less one by one. */
const FEW = 64;

/** Sources looked at between two breaths: some milliseconds on a phone. */
const STEP = 512;

function tally(): Record<Status, number> {
	return { new: 0, kept: 0, deleted: 0 };
}
