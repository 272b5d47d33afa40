import type { Span } from "../text/edit";

/** A change as CodeMirror reports it: offsets in the text before. */
export type LiveChange = Readonly<{ from: number; to: number; insert: string }>;

/**
 * Follows a span through changes of one transaction (sorted, apart). Typing at its edges stays outside.
 * Null: something inside was changed, so the words are no longer those.
 */
export function mapSpan(span: Span, changes: readonly LiveChange[]): Span | null {
	let shift = 0;
	for (const change of changes) {
		const isBefore = change.to <= span.from;
		const isBehind = change.from >= span.to;
		if (!isBefore && !isBehind) return null;
		if (isBefore) shift += change.insert.length - (change.to - change.from);
	}
	return { from: span.from + shift, to: span.to + shift };
}

/** All spans at once; the lost stay null. */
export function mapSpans<K>(
	spans: ReadonlyMap<K, Span | null>,
	changes: readonly LiveChange[],
): ReadonlyMap<K, Span | null> {
	return new Map(
		[...spans].map(([key, span]) => [key, span === null ? null : mapSpan(span, changes)]),
	);
}
