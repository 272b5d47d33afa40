/** A span in the one unit a reader would name it in. */
export type Age = Readonly<{
	unit: "minutes" | "hours" | "days" | "weeks" | "months" | "years";
	count: number;
}>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param ms 0 or more; a moment in the future (a clock that is off) counts as now. */
export function ageOfSpan(ms: number): Age {
	if (ms < HOUR) return { unit: "minutes", count: Math.max(1, Math.floor(ms / MINUTE)) };
	if (ms < DAY) return { unit: "hours", count: Math.floor(ms / HOUR) };
	if (ms < 7 * DAY) return { unit: "days", count: Math.floor(ms / DAY) };
	if (ms < 30 * DAY) return { unit: "weeks", count: Math.floor(ms / (7 * DAY)) };
	if (ms < 365 * DAY) return { unit: "months", count: Math.min(11, Math.floor(ms / (30 * DAY))) };
	return { unit: "years", count: Math.floor(ms / (365 * DAY)) };
}
