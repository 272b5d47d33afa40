import type { DeviceStore } from "./device-store";
import { parseAct } from "./parse-act";
import type { SafeVault } from "./safe-vault";
import { inLanes, pathOf, takeSteps } from "./take-steps";
import type { Act, Drive, Step, UndoLog, UndoOutcome } from "./undo-log";
import { followRename, redoStep, undoStep } from "./undo-step";

export const UNDO_ACTS = 200;
const PREFIX = "undo/";
/** Ends the key of what was taken back of an act that was stopped. */
const HALF = "h";

/** The undo list with what its owner calls and no feature does. */
export interface UndoLogStore extends UndoLog {
	/** Resolves when the acts of earlier sessions are read. Acts recorded before count as later ones. */
	readonly ready: Promise<void>;
	/** Resolves when everything so far is kept on the device. */
	settled(): Promise<void>;
	/** Steps follow a file or folder that was renamed. */
	renamed(from: string, to: string): void;
}

export type UndoLogParts = Readonly<{
	store: DeviceStore;
	vault: SafeVault;
	newId(): string;
	/** A list that could not be kept; the acts of this session can still be undone. */
	onStoreError(error: unknown): void;
}>;

type Kept = { key: string; act: Act };

/**
 * The last 200 acts. Undo takes back each step where the note still says what the act left, and says of the
 * others why not. A new act ends the redo list. One undo runs at a time.
 */
export function createUndoLog(parts: UndoLogParts): UndoLogStore {
	const { store } = parts;
	let done: Kept[] = [];
	let undone: Kept[] = [];
	let next = 0;
	const listeners = new Set<() => void>();
	let tail: Promise<unknown> = Promise.resolve();
	const tell = (): void => listeners.forEach((listener) => listener());
	// The list is written behind; its order is kept by one chain.
	let storeTail: Promise<void> = Promise.resolve();
	const behind = (work: () => Promise<unknown>): void => {
		storeTail = storeTail.then(work).then(
			() => undefined,
			(error: unknown) => parts.onStoreError(error),
		);
	};
	const keep = ({ key, act }: Kept, isUndone: boolean): void =>
		behind(() => store.put(key, { act, isUndone }));
	const forget = (kept: readonly Kept[]): void => {
		for (const { key } of kept) behind(() => store.delete(key));
	};
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const mine = tail.then(work, work);
		tail = mine;
		return mine;
	};

	async function load(): Promise<void> {
		const early = done;
		const earlier: { kept: Kept; isUndone: boolean }[] = [];
		for (const key of [...(await store.keys(PREFIX))].sort()) {
			const found = parseAct(await store.get(key));
			if (found !== null)
				earlier.push({ kept: { key, act: found.act }, isUndone: found.isUndone });
		}
		const last = earlier.at(-1)?.kept.key;
		next = Math.max(next, last === undefined ? 0 : numberOf(last) + 1);
		done = earlier.filter((one) => !one.isUndone).map((one) => one.kept);
		const redo = earlier.filter((one) => one.isUndone).map((one) => one.kept);
		undone = early.length === 0 ? redo.reverse() : [];
		if (early.length > 0) forget(redo);
		for (const { act } of early) add(act);
		tell();
	}

	function add(act: Act): void {
		const kept = { key: PREFIX + String(next++).padStart(9, "0"), act };
		done.push(kept);
		keep(kept, false);
		forget(done.splice(0, Math.max(0, done.length - UNDO_ACTS)));
	}

	async function take(isUndo: boolean, drive: Drive): Promise<UndoOutcome | null> {
		await ready;
		const [from, to] = isUndo ? [done, undone] : [undone, done];
		const kept = from.pop();
		if (kept === undefined) return null;
		const run = isUndo ? undoStep : redoStep;
		// Last step first when taking back, first step first when doing again.
		const steps = isUndo ? [...kept.act.steps].reverse() : kept.act.steps;
		const outcomes = await takeSteps(steps, (step) => run(parts.vault, step), drive);
		const ran = outcomes.flatMap((outcome) => (outcome === null ? [] : [outcome]));
		const left = steps.filter((_, index) => outcomes[index] === null);
		const inOrder = (some: readonly Step[]): readonly Step[] =>
			isUndo ? [...some].reverse() : some;
		const act = { ...kept.act, steps: inOrder(ran.map(({ step }) => step)) };
		if (left.length > 0) {
			kept.act = { ...kept.act, steps: inOrder(left) };
			from.push(kept);
			keep(kept, !isUndo);
		}
		if (ran.length > 0) {
			// Beside its other half in the order of keys, wherever that is kept.
			const key = left.length === 0 ? kept.key : kept.key + HALF;
			put(to, { key, act }, isUndo);
		}
		tell();
		const skipped = ran.flatMap(({ step, why }) =>
			why === null ? [] : [{ path: pathOf(step), why }],
		);
		const changedElsewhere = ran.flatMap(({ step, isChangedElsewhere }) =>
			isChangedElsewhere === true ? [pathOf(step)] : [],
		);
		const taken = ran.length - skipped.length;
		return { act, done: taken, skipped, changedElsewhere, left: left.length };
	}

	/** The halves of an act that was stopped become one again. */
	function put(list: Kept[], half: Kept, isUndone: boolean): void {
		const other = list.at(-1);
		const isSplit = other !== undefined && numberOf(other.key) === numberOf(half.key);
		if (isSplit) {
			const [first, second] = isUndone ? [half, other] : [other, half];
			half.act = { ...half.act, steps: [...first.act.steps, ...second.act.steps] };
			list.pop();
		}
		list.push(half);
		keep(half, isUndone);
		if (isSplit && other.key !== half.key) forget([other]);
	}

	let isLoaded = false;
	const ready = load()
		.catch((error: unknown) => parts.onStoreError(error))
		.then(() => {
			isLoaded = true;
		});
	return {
		ready,
		record: (act) => {
			const whole = { ...act, id: parts.newId() };
			if (!isLoaded) done.push({ key: "", act: whole });
			else {
				forget(undone.splice(0));
				add(whole);
			}
			tell();
		},
		undo: (drive = inLanes) => inTurn(() => take(true, drive)),
		redo: (drive = inLanes) => inTurn(() => take(false, drive)),
		last: () => done.at(-1)?.act ?? null,
		onChange: (callback) => {
			listeners.add(callback);
			return () => listeners.delete(callback);
		},
		settled: () => storeTail,
		renamed: (from, to) => {
			for (const [list, isUndone] of [
				[done, false],
				[undone, true],
			] as const) {
				for (const kept of list) {
					const steps = kept.act.steps.map((step) => followRename(step, from, to));
					if (steps.every((step, i) => step === kept.act.steps[i])) continue;
					kept.act = { ...kept.act, steps };
					if (kept.key !== "") keep(kept, isUndone);
				}
			}
		},
	};
}

function numberOf(key: string): number {
	return Number.parseInt(key.slice(PREFIX.length), 10);
}
