import type { PropertyGuard } from "../vault/property-edit";
import { parseStatus, type Status } from "./status";
import type { SourceSettings } from "./source-settings";

export type StatusSettings = Pick<SourceSettings, "statusProperty" | "newValues">;

/** The status a property says. None, empty, and the other words that mean new are new; "foreign": another use of it. */
export function readStatus(value: unknown, settings: StatusSettings): Status | "foreign" {
	if (value === undefined || value === null) return "new";
	if (typeof value !== "string") return "foreign";
	const word = value.trim().toLowerCase();
	if (word === "" || newValues(settings).has(word)) return "new";
	return parseStatus(word) ?? "foreign";
}

/** A property as Obsidian finds it: as written, else without regard to case. */
export function propertyOf(values: Readonly<Record<string, unknown>>, name: string): unknown {
	if (Object.prototype.hasOwnProperty.call(values, name)) return values[name];
	const folded = name.toLowerCase();
	const alike = Object.keys(values).find((key) => key.toLowerCase() === folded);
	return alike === undefined ? undefined : values[alike];
}

/** Refuses to overwrite a status that means something else, whatever a list showed before. */
export function foreignStatusGuard(settings: () => StatusSettings): PropertyGuard {
	return (values, changes) => {
		const now = settings();
		if (!(now.statusProperty in changes)) return null;
		const isForeign = readStatus(propertyOf(values, now.statusProperty), now) === "foreign";
		return isForeign
			? { kind: "refused", detail: "the status property says something else" }
			: null;
	};
}

function newValues(settings: StatusSettings): ReadonlySet<string> {
	return new Set(linesOf(settings.newValues).map((word) => word.toLowerCase()));
}

/** A settings text of one value a line. */
export function linesOf(text: string): readonly string[] {
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}
