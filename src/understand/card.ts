import type { ClaudeFailure } from "../claude/claude";
import type { Anchor } from "../text/anchor";
import { shortQuote } from "./kept-note";

export type CardState = Readonly<
	| { kind: "asking" }
	| { kind: "answered" }
	| { kind: "failed"; failure: ClaudeFailure }
	/** `after`: fingerprint of the note as keeping left it. */
	| { kind: "kept"; after: string }
>;

/** One answer beside a source, until it is kept or dropped. */
export type Card = Readonly<{
	id: string;
	kind: "explain" | "ask";
	/** Vault path of the source. */
	path: string;
	/** Vault paths of the other sources that were asked with it. */
	others: readonly string[];
	/** The words it belongs to; "" for the source as a whole. */
	passage: string;
	/** Where the passage stood; null where that was not known (reading view, the whole source). */
	anchor: Anchor | null;
	/** The reader's question; "" for an explanation. */
	words: string;
	/** What was said about the passage before the question. */
	before: string;
	text: string;
	/** True: the answer ended at its limit. */
	isCut: boolean;
	state: CardState;
	/** US dollars; null where not known. */
	cost: number | null;
}>;

/** Paragraphs of a source in another language, so far. */
export type Translation = Readonly<{
	path: string;
	language: string;
	/** The captured text, as it was when it began. */
	page: string;
	/** Spans of `page` that are translated, in order, with the translation or null. */
	parts: readonly Readonly<{ from: number; to: number; text: string | null }>[];
	state: "running" | "stopped" | Readonly<{ kind: "failed"; failure: ClaudeFailure } | { kind: "kept"; note: string }>;
}>;

/** The words of a card's passage, or of its question. */
export function cardTitle({ words, passage }: Card): string {
	return words === "" ? `“${shortQuote(passage)}”` : words;
}
