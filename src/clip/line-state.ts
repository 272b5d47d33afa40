import { guessKind } from "../source/guess-kind";
import type { Kind } from "../source/kind";
import type { Source, Sources } from "../source/source";
import { urlIdentity, type UrlIdentity } from "../source/url-identity";
import type { ClipLine } from "./clip-lines";

/** What was thrown away for good, as `Deleted.md` remembers it. */
export type Remembered = Readonly<{ identity: UrlIdentity; date: string; reason: string }>;

/** What will happen to one line of the clip field. */
export type LineState = Readonly<
	| { kind: "blank" | "not-a-link" | "twice" }
	| { kind: "new"; url: string; guess: Kind; hasPrivateHost: boolean }
	/** On the own network, and not typed by the person. */
	| { kind: "refused"; url: string }
	| { kind: "here"; url: string; source: Source }
	/** `date` is an ISO string or "" where none is known. */
	| { kind: "thrown-away"; url: string; date: string; reason: string }
>;

/** Says of each line whether it is new, known, thrown away before or none. */
export function lineStates(
	lines: readonly ClipLine[],
	sources: Pick<Sources, "byIdentity">,
	remembered: ReadonlyMap<UrlIdentity, Remembered>,
): readonly LineState[] {
	const seen = new Set<UrlIdentity>();
	return lines.map((line): LineState => {
		if (line.kind !== "link") return { kind: line.kind };
		const identity = urlIdentity(line.url);
		if (identity === null) return { kind: "not-a-link" };
		if (seen.has(identity)) return { kind: "twice" };
		seen.add(identity);
		return linkState(line, identity, sources, remembered);
	});
}

function linkState(
	line: Extract<ClipLine, { kind: "link" }>,
	identity: UrlIdentity,
	sources: Pick<Sources, "byIdentity">,
	remembered: ReadonlyMap<UrlIdentity, Remembered>,
): LineState {
	const { url, hasPrivateHost } = line;
	const known = sources.byIdentity(identity);
	const living = known.find((source) => source.status !== "deleted");
	if (living !== undefined) return { kind: "here", url, source: living };
	const thrown = known[0];
	if (thrown !== undefined) {
		return { kind: "thrown-away", url, date: thrown.decided ?? "", reason: thrown.reason };
	}
	const memory = remembered.get(identity);
	if (memory !== undefined)
		return { kind: "thrown-away", url, date: memory.date, reason: memory.reason };
	return { kind: "new", url, guess: guessKind(url), hasPrivateHost };
}
