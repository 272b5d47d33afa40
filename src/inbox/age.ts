/** A span in the one unit a reader would name it in. */
export type Age = Readonly<{
	unit: "now" | "today" | "minutes" | "hours" | "days" | "weeks" | "months" | "years";
	count: number;
}>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param ms 0 or more; a moment in the future (a clock that is off) counts as now. */
export function ageOfSpan(ms: number): Age {
	if (ms < MINUTE) return { unit: "now", count: 0 };
	if (ms < HOUR) return { unit: "minutes", count: Math.floor(ms / MINUTE) };
	if (ms < DAY) return { unit: "hours", count: Math.floor(ms / HOUR) };
	if (ms < 7 * DAY) return { unit: "days", count: Math.floor(ms / DAY) };
	if (ms < 30 * DAY) return { unit: "weeks", count: Math.floor(ms / (7 * DAY)) };
	if (ms < 365 * DAY) return { unit: "months", count: Math.min(11, Math.floor(ms / (30 * DAY))) };
	return { unit: "years", count: Math.floor(ms / (365 * DAY)) };
}

/**
 * How long ago a source was clipped. A date without a time tells days only: what was clipped this minute is of today,
 * however far the day has gone.
 * @param created as a note says it. Null: it does not say.
 */
export function ageOfClip(created: string | null, now: Date): Age | null {
	const moment = momentOfClip(created);
	if (moment === null) return null;
	const ms = now.getTime() - moment;
	return created !== null && DATE_ONLY.test(created) && ms < DAY
		? { unit: "today", count: 0 }
		: ageOfSpan(ms);
}

/** In milliseconds since 1970; a date alone is that day's beginning here. Null: none. */
export function momentOfClip(created: string | null): number | null {
	if (created === null) return null;
	const moment = Date.parse(DATE_ONLY.test(created) ? `${created}T00:00:00` : created);
	return Number.isNaN(moment) ? null : moment;
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
