import type { Span } from "../text/edit";

/** What the free local map points at. A place to jump to, never a rewrite. */
export type LocalFinding = Span &
	Readonly<
		| { kind: "repeat"; twin: Span }
		| { kind: "near-repeat"; twin: Span }
		/** `twin`: the table. */
		| { kind: "table-prose"; twin: Span }
		| { kind: "doubled-word"; word: string }
		| { kind: "long-sentence"; count: number }
		/** `twin`: where it is explained. */
		| { kind: "early-term"; term: string; twin: Span }
		| { kind: "empty-heading" }
		| { kind: "large-section"; percent: number }
		| { kind: "small-section"; percent: number }
	>;

export type LocalKind = LocalFinding["kind"];
