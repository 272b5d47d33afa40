import { fail, ok, type Result } from "../result";
import { minimalChange } from "./minimal-change";
import { isChangedSince, restoreProperties, reversed } from "./property-step";
import type { SafeVault, WriteFailure } from "./safe-vault";
import type { Step, UndoOutcome } from "./undo-log";

export type Skipped = UndoOutcome["skipped"][number]["why"];

/** `step` as it must be kept now: a file made again may have got another name. */
export type StepOutcome = Readonly<{
	step: Step;
	why: Skipped | null;
	/** The note held changes of somebody else, and still does. */
	isChangedElsewhere?: boolean;
}>;

/** Takes one step back, unless the file says something else by now. */
export async function undoStep(vault: SafeVault, step: Step): Promise<StepOutcome> {
	switch (step.kind) {
		case "properties":
			return takePropertiesBack(vault, step, step);
		case "text":
			return takeTextBack(vault, step, step.after, step.before);
		case "created": {
			const now = await vault.read(step.path);
			if (!now.ok) return outcome(step, now);
			if (now.value !== step.text) return { step, why: "changed" };
			return outcome(step, await vault.trash(step.path));
		}
		case "saved":
			return outcome(step, await vault.trashUnused(step.path, step.bytes));
		case "renamed":
			return outcome(step, await vault.rename(step.to, step.from));
	}
}

/** Does one step again after it was taken back. */
export async function redoStep(vault: SafeVault, step: Step): Promise<StepOutcome> {
	switch (step.kind) {
		case "properties":
			return takePropertiesBack(vault, step, reversed(step));
		case "text":
			return takeTextBack(vault, step, step.before, step.after);
		case "created":
			return outcome(step, await vault.create(step.path, step.text));
		case "saved":
			return outcome(step, await vault.bringBack(step.path, step.bytes));
		case "renamed":
			return outcome(step, await vault.rename(step.from, step.to));
	}
}

/** A step after a file or a folder above it was renamed. The same object where it is not meant. */
export function followRename(step: Step, from: string, to: string): Step {
	const follow = (path: string): string =>
		path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
	if (step.kind === "renamed") {
		const now = follow(step.to);
		return now === step.to ? step : { ...step, to: now };
	}
	const path = follow(step.path);
	return path === step.path ? step : { ...step, path };
}

/** @param back the step, or for doing it again its reverse. */
async function takePropertiesBack(
	vault: SafeVault,
	step: Step,
	back: Extract<Step, { kind: "properties" }>,
): Promise<StepOutcome> {
	const result = await vault.changeText(back.path, (text) => restored(text, back));
	if (!result.ok) return outcome(step, result);
	return { step, why: null, isChangedElsewhere: isChangedSince(result.value.before, back) };
}

async function takeTextBack(
	vault: SafeVault,
	step: Extract<Step, { kind: "text" }>,
	from: string,
	to: string,
): Promise<StepOutcome> {
	const result = await vault.changeText(step.path, (text) => put(step.path, text, from, to));
	if (!result.ok) return outcome(step, result);
	return { step, why: null, isChangedElsewhere: result.value.before !== from };
}

function restored(
	text: string,
	step: Extract<Step, { kind: "properties" }>,
): Result<string, WriteFailure> {
	const back = restoreProperties(text, step);
	return back === null ? fail({ kind: "stale" }) : ok(back);
}

const CONTEXT = 40;

/**
 * The whole text where nothing else changed; else, in a note, only the stretch this step changed, if it stands there
 * exactly once with the same words around it. A canvas or list is JSON or keyed lines: whole or not at all.
 */
function put(path: string, now: string, from: string, to: string): Result<string, WriteFailure> {
	if (now === from) return ok(to);
	const change = minimalChange(from, to);
	if (change === null || !path.endsWith(".md")) return fail({ kind: "stale" });
	const start = Math.max(0, change.from - CONTEXT);
	const around = from.slice(start, change.to + CONTEXT);
	const at = now.indexOf(around);
	if (at === -1 || now.indexOf(around, at + 1) !== -1) return fail({ kind: "stale" });
	const lead = change.from - start;
	const length = change.to - change.from;
	return ok(now.slice(0, at + lead) + change.text + now.slice(at + lead + length));
}

function outcome(step: Step, result: Result<unknown, WriteFailure>): StepOutcome {
	return { step, why: result.ok ? null : skippedFor(result.error) };
}

function skippedFor(failure: WriteFailure): Skipped {
	switch (failure.kind) {
		case "gone":
			return "gone";
		case "disk":
			return "disk";
		case "stale":
		case "exists":
		case "unreadable":
		case "refused":
			return "changed";
	}
}
