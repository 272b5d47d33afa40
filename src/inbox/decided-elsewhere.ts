import { propertyOf } from "../source/read-status";
import { parseStatus, type Status } from "../source/status";

/** A decision made on this device. */
export type OwnDecision = Readonly<{ status: Status; at: Date }>;

/** What a source said when the person decided on it. */
export type Known = Readonly<{ decided: string | null }>;

/** Another decision on the same source, made where this device did not see it. */
export type Elsewhere = Readonly<{
	path: string;
	status: "kept" | "deleted";
	/** As the note says it. */
	decided: unknown;
	reason: unknown;
	/** Against the decision made here. The later one stands. */
	when: "earlier" | "later";
}>;

/**
 * Whether a note was decided otherwise since the person saw it. Null: nobody did, or to the same end.
 * Of two decisions within one second the one that is written last stands.
 * @param says the note's properties at the moment of writing.
 */
export function decidedElsewhere(
	path: string,
	known: Known,
	says: Readonly<Record<string, unknown>>,
	ours: OwnDecision,
	statusProperty: string,
): Elsewhere | null {
	const decided = propertyOf(says, "decided");
	const status = parseStatus(propertyOf(says, statusProperty));
	const theirs = momentOf(decided);
	if (theirs === null || theirs === momentOf(known.decided)) return null;
	if (status === null || status === "new" || status === ours.status) return null;
	const when = theirs > ours.at.getTime() ? "later" : "earlier";
	return { path, status, decided, reason: propertyOf(says, "reason") ?? null, when };
}

/** Milliseconds since 1970 of a datetime property, which has no zone. Null: none. */
export function momentOf(decided: unknown): number | null {
	if (typeof decided !== "string" && !(decided instanceof Date)) return null;
	const moment = new Date(decided).getTime();
	return Number.isNaN(moment) ? null : moment;
}
