import type { Status } from "../source/status";
import type { PropertyChanges } from "../vault/safe-vault";

/** What a reader decides about a source. A reason is in their own words; null: none given. */
export type Decision = Readonly<
	{ kind: "keep" | "delete"; reason: string | null } | { kind: "reopen" }
>;

/** Where a source is put, without deciding on it. */
export type Filing = Readonly<
	| { kind: "category"; category: string }
	/** `link`: the project note as a wikilink; null: no project. */
	| { kind: "project"; link: string | null }
	| { kind: "hard"; isHard: boolean }
>;

export type Change = Decision | Filing;

/** Properties to write; null removes one. Keys not named here are never touched. */
export type TriageChange = Readonly<{
	status: Status;
	decided: string | null;
	reason: string | null;
}>;

/** What a decision writes into a source. `now` is a datetime property's text: time is data. */
export function triage(decision: Decision, now: string): TriageChange {
	switch (decision.kind) {
		case "keep":
			return { status: "kept", decided: now, reason: decision.reason };
		case "delete":
			return { status: "deleted", decided: now, reason: decision.reason };
		case "reopen":
			return { status: "new", decided: null, reason: null };
	}
}

/** The status a change gives, or null where it gives none. */
export function statusAfter(change: Change): Status | null {
	switch (change.kind) {
		case "keep":
			return "kept";
		case "delete":
			return "deleted";
		case "reopen":
			return "new";
		case "category":
		case "project":
		case "hard":
			return null;
	}
}

/**
 * The frontmatter entries a change means. An empty category and an unset box are removed, never written empty.
 * @param statusProperty what the settings call the status.
 */
export function propertiesOf(change: Change, now: string, statusProperty: string): PropertyChanges {
	switch (change.kind) {
		case "keep":
		case "delete":
		case "reopen": {
			const { status, decided, reason } = triage(change, now);
			return { [statusProperty]: status, decided, reason };
		}
		case "category":
			return { category: change.category.trim() === "" ? null : change.category.trim() };
		case "project":
			return { project: change.link };
		case "hard":
			return { hard: change.isHard ? true : null };
	}
}

/** A moment as Obsidian's date & time property has it: local, to the second, without a zone. */
export function datetimeProperty(moment: Date): string {
	const two = (part: number): string => String(part).padStart(2, "0");
	const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
	return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
}
