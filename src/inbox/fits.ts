import { momentOfClip } from "./age";
import type { Source } from "../source/source";
import { PARTIAL_CAPTURES, type Age, type Claim, type Filter, type Length } from "./inbox-question";
import { minutesOfSource } from "./reading-time";

/** What a filter asks that the source itself does not know. */
export type Surroundings = Readonly<{
	/** Milliseconds since 1970. */
	now: number;
	/** Null: nobody can say (no outline or draft looked at); then the claim holds for none. */
	hasSection(path: string): boolean | null;
	isCited(path: string): boolean | null;
}>;

const DAY_MS = 86_400_000;

export function fits(source: Source, filter: Filter, around: Surroundings): boolean {
	return (
		isAmong(filter.kinds, () => source.kind) &&
		isAmong(filter.categories, () => source.category) &&
		isAmong(filter.languages, () => languageOf(source)) &&
		isAmong(filter.lengths, () => lengthOf(source)) &&
		isOfAge(filter.ages, source, around.now) &&
		filter.claims.every((claim) => holds(claim, source, around))
	);
}

export function languageOf(source: Source): string {
	return (source.language ?? "").slice(0, 2).toLowerCase();
}

export function lengthOf(source: Source): Length {
	const minutes = minutesOfSource(source);
	if (minutes === null) return "unknown";
	if (minutes <= 5) return "short";
	return minutes <= 20 ? "medium" : "long";
}

/** Within a month is within a week, too. */
function isOfAge(ages: readonly Age[], source: Source, now: number): boolean {
	if (ages.length === 0) return true;
	const clipped = clippedAt(source);
	const days = clipped === null ? Infinity : (now - clipped) / DAY_MS;
	return ages.some((age) => {
		switch (age) {
			case "week":
				return days <= 7;
			case "month":
				return days <= 31;
			case "older":
				return days > 31;
		}
	});
}

/** When the source was clipped, in milliseconds since 1970; null where it does not say. */
export function clippedAt(source: Pick<Source, "created">): number | null {
	return momentOfClip(source.created);
}

function holds(claim: Claim, source: Source, around: Surroundings): boolean {
	switch (claim) {
		case "hard":
			return source.isHard;
		case "firstHand":
			return source.isPrimary;
		case "partial":
			return PARTIAL_CAPTURES.includes(source.capture);
		case "noSection":
			return around.hasSection(source.path) === false;
		case "notCited":
			return around.isCited(source.path) === false;
	}
}

/** What nobody asks for is not worked out: reading a date takes a while, for each of a hundred thousand. */
function isAmong<Value>(wanted: readonly Value[], valueOf: () => Value): boolean {
	return wanted.length === 0 || wanted.includes(valueOf());
}
