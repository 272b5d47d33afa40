import type { AskEvent, Claude, Question as Ask } from "../claude/claude";
import type { Result } from "../result";
import { splitSuggestion } from "./guard";
import { prepareSource, type GuardContext } from "./guard-case";
import { judgeAll, takeIn, type IntakeParts, type Taken } from "./intake";
import { readObjects, type StreamedObject } from "./objects";
import type { Pass } from "./passes";
import { parseAnswer, type AnswerFault } from "./pasted-answer";
import { buildRequest, type BlockRange, type PassOptions } from "./prompt";
import { remainingRange } from "./ranges";
import {
	endOf,
	isNextToShow,
	NOTHING_SPENT,
	settled,
	spentWith,
	type Reading,
	type Spent,
} from "./reading";
import { highestId, startReview, type Review } from "./decisions";
import { reviewed, type ReviewAction } from "./review";
import type { Snapshot } from "./snapshot";
import type { Suggestion } from "./suggestion";

export type SessionParts = Readonly<{
	snapshot: Snapshot;
	claude: Claude;
	options: Omit<PassOptions, "nonce">;
	/** Random text, new at each call. */
	nonce(): string;
	/** Review to go on with; null: a new one. */
	review: Review | null;
}>;

/** The first reading runs alone until it speaks, so that the others find its prompt in the cache. */
const LANES = 3;

/**
 * Passes over one snapshot of a draft: asks, judges what comes, and keeps the author's decisions.
 * Nothing here can change a note.
 */
export class RefineSession {
	private ground: Snapshot;
	private current: Review;
	private list: Reading[] = [];
	/** What later parts of a pass brought while an earlier part is still read: shown in reading order. */
	private early: Readonly<{ index: number; taken: Taken }>[] = [];
	private money = NOTHING_SPENT;
	private readonly listeners = new Set<() => void>();
	private abort: AbortController | null = null;
	private isPaused = false;
	private hasSpoken = false;
	private running = 0;
	private count: number;
	private dropped = 0;
	private pasted = false;
	private waits: number | null = null;
	private streams = true;

	constructor(private readonly parts: SessionParts) {
		this.ground = parts.snapshot;
		this.current = parts.review ?? startReview(parts.snapshot.hash);
		this.count = highestId(this.current);
	}

	/** What suggestions are placed on: the draft as it was when it was read. */
	get snapshot(): Snapshot {
		return this.ground;
	}

	get review(): Review {
		return this.current;
	}

	get readings(): readonly Reading[] {
		return this.list;
	}

	get spent(): Spent {
		return this.money;
	}

	/** Answers that could not be read or named blocks nobody asked about. */
	get droppedCount(): number {
		return this.dropped;
	}

	get hasPasted(): boolean {
		return this.pasted;
	}

	get state(): "idle" | "reading" | "paused" {
		if (this.running > 0) return "reading";
		return this.isPaused && this.list.some((one) => one.state.kind === "waits")
			? "paused"
			: "idle";
	}

	/** True: *Continue* has something to ask for. */
	get isUnfinished(): boolean {
		return this.list.some(({ state }) => state.kind !== "read");
	}

	/** Milliseconds until the next try of a call that has to wait; null: none waits. */
	get retryWait(): number | null {
		return this.waits;
	}

	/** False: this device gets answers all at once. */
	get isStreaming(): boolean {
		return this.streams;
	}

	/** No new call begins; those under way come to their end. */
	get hasPaused(): boolean {
		return this.isPaused;
	}

	act(action: ReviewAction): void {
		const next = reviewed(this.current, action);
		if (next === this.current) return;
		this.current = next;
		this.tell();
	}

	split(one: Suggestion): void {
		const parts = splitSuggestion(this.snapshot, one, this.context(one.pass));
		this.act({ kind: "split", id: one.id, parts });
	}

	/** Drops all but these suggestions: the others are in the draft now, or were decided. */
	leaveOnly(ids: readonly string[]): void {
		const suggestions = this.current.suggestions.filter(({ id }) => ids.includes(id));
		this.current = { ...startReview(this.snapshot.hash), suggestions };
		this.list = [];
		this.tell();
	}

	/** Goes on over what the draft says now; `review` was judged on it. What was to be read of the old text is dropped. */
	moveTo(snapshot: Snapshot, review: Review): void {
		this.ground = snapshot;
		this.current = review;
		this.list = this.list.filter(({ state }) => state.kind === "read");
		this.tell();
	}

	/** Adds readings and begins. What waits or was stopped before stays in the list. */
	read(readings: readonly Omit<Reading, "state">[]): void {
		this.list.push(...readings.map((one) => ({ ...one, state: { kind: "waits" } as const })));
		this.isPaused = false;
		this.fill();
	}

	/** Asks again only for what is missing: stopped and failed readings wait anew. */
	continueReading(): void {
		this.list = this.list.map((one) =>
			one.state.kind === "failed" || one.state.kind === "stopped"
				? { ...one, state: { kind: "waits" } }
				: one,
		);
		this.isPaused = false;
		this.fill();
	}

	/** Lets running calls end, begins no new one. */
	pause(): void {
		this.isPaused = true;
		this.tell();
	}

	stop(): void {
		this.isPaused = true;
		this.abort?.abort();
		this.list = this.list.map((one) =>
			one.state.kind === "waits" ? { ...one, state: { kind: "stopped" } } : one,
		);
		// Closing stops too, and keeps at once what came.
		this.showArrived(() => true);
		this.tell();
	}

	/** An answer from any chat, through the same parser, resolver and guards. Gives the number of new entries. */
	paste(pass: Pass, text: string): Result<number, AnswerFault> {
		const parsed = parseAnswer(text);
		if (!parsed.ok) return parsed;
		const before = this.current.suggestions.length + this.current.questions.length;
		const { edits, notes, dropped } = parsed.value;
		this.act({ kind: "arrive", ...judgeAll(this.intake, pass, edits, notes) });
		this.dropped += dropped;
		this.pasted = true;
		this.tell();
		return {
			ok: true,
			value: this.current.suggestions.length + this.current.questions.length - before,
		};
	}

	private request({ pass, range, shown, model }: Reading): Ask {
		const nonce = this.parts.nonce();
		const options = { ...this.parts.options, model, nonce };
		return buildRequest(this.snapshot, pass, range, options, shown);
	}

	onChange(callback: () => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	private fill(): void {
		const lanes = this.hasSpoken ? LANES : 1;
		while (!this.isPaused && this.running < lanes) {
			const index = this.list.findIndex((one) => one.state.kind === "waits");
			if (index === -1) break;
			this.running++;
			this.setState(index, { kind: "reads" });
			void this.readOne(index);
		}
		this.tell();
	}

	private async readOne(index: number): Promise<void> {
		const reading = this.list[index];
		if (reading === undefined) return;
		const { pass, range } = reading;
		if (this.abort === null || this.abort.signal.aborted) this.abort = new AbortController();
		const reader = readObjects();
		let lastBlock: number | null = null;
		const onEvent = (event: AskEvent) => {
			if (event.kind === "retry") this.waits = event.waitMs;
			if (event.kind === "not-streaming") this.streams = false;
			if (event.kind !== "text") return this.tell();
			this.waits = null;
			lastBlock = this.take(index, pass, range, reader.read(event.piece)) ?? lastBlock;
			if (this.hasSpoken) return;
			this.hasSpoken = true;
			this.fill();
		};
		const { claude } = this.parts;
		const answer = await claude.ask(this.request(reading), this.abort.signal, onEvent);
		this.waits = null;
		this.running--;
		if (answer.ok) this.money = spentWith(this.money, answer.value);
		this.settle(index, endOf(answer, reader.state()), remainingRange(range, lastBlock));
		this.showArrived((at) => isNextToShow(this.list, at));
		this.fill();
	}

	/** A reading that did not come to its end waits for *Continue*, with only what is missing as its range. */
	private settle(index: number, end: Reading["state"], missing: BlockRange | null): void {
		this.list = this.list.map((one, at) => (at === index ? settled(one, end, missing) : one));
		// What stopped one call stops the others too: no key, no credit, offline. The person decides.
		if (missing !== null && end.kind === "failed") this.isPaused = true;
	}

	/** The block of the last object that could be used; null where none could. */
	private take(
		index: number,
		pass: Pass,
		range: BlockRange,
		objects: readonly StreamedObject[],
	): number | null {
		const taken = takeIn(this.intake, pass, range, objects);
		this.dropped += taken.dropped;
		if (isNextToShow(this.list, index)) this.act({ kind: "arrive", ...taken });
		else this.early.push({ index, taken });
		return taken.lastBlock;
	}

	private showArrived(isDue: (index: number) => boolean): void {
		const due = this.early.filter(({ index }) => isDue(index));
		this.early = this.early.filter((one) => !due.includes(one));
		for (const { taken } of due) this.act({ kind: "arrive", ...taken });
	}

	private get intake(): IntakeParts {
		return {
			snapshot: this.snapshot,
			context: (pass) => this.context(pass),
			nextId: (letter) => `${letter}${++this.count}`,
		};
	}

	/** What a guard knows besides the draft. */
	context(pass: GuardContext["pass"]): GuardContext {
		const { myWords, protectedPassages, sources } = this.parts.options;
		this.prepared ??= sources.map(prepareSource);
		return { pass, sources: this.prepared, myWords, protectedPassages };
	}

	private prepared: GuardContext["sources"] | null = null;

	private setState(index: number, state: Reading["state"]): void {
		this.list = this.list.map((one, at) => (at === index ? { ...one, state } : one));
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}
