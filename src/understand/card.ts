import type { ClaudeFailure } from "../claude/claude";

export type CardState = Readonly<
	| { kind: "asking" }
	| { kind: "answered" }
	| { kind: "failed"; failure: ClaudeFailure }
	/** `after`: the note as keeping left it. */
	| { kind: "kept"; after: string }
>;

/** One answer beside a source, until it is kept or dropped. */
export type Card = Readonly<{
	id: string;
	kind: "explain" | "ask";
	/** Vault path of the source. */
	path: string;
	/** The words it belongs to; "" for the source as a whole. */
	passage: string;
	/** The reader's question; "" for an explanation. */
	words: string;
	text: string;
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

/** What stands beside each source. In memory: an answer that is not kept is not a fact of the vault. */
export class Desk {
	private readonly cards: Card[] = [];
	private readonly translations = new Map<string, Translation>();
	private readonly callbacks = new Set<() => void>();

	/** Newest first. */
	of(path: string): readonly Card[] {
		return this.cards.filter((card) => card.path === path).reverse();
	}

	get(id: string): Card | null {
		return this.cards.find((card) => card.id === id) ?? null;
	}

	put(card: Card): void {
		const at = this.cards.findIndex((other) => other.id === card.id);
		if (at === -1) this.cards.push(card);
		else this.cards[at] = card;
		this.changed();
	}

	drop(id: string): void {
		const at = this.cards.findIndex((card) => card.id === id);
		if (at !== -1) this.cards.splice(at, 1);
		this.changed();
	}

	translationOf(path: string): Translation | null {
		return this.translations.get(path) ?? null;
	}

	/** The translation that was kept as this note. */
	keptAs(note: string): Translation | null {
		const all = [...this.translations.values()];
		return all.find(({ state }) => typeof state === "object" && state.kind === "kept" && state.note === note) ?? null;
	}

	putTranslation(translation: Translation): void {
		this.translations.set(translation.path, translation);
		this.changed();
	}

	dropTranslation(path: string): void {
		this.translations.delete(path);
		this.changed();
	}

	renamed(from: string, to: string): void {
		this.cards.forEach((card, index) => {
			if (card.path === from) this.cards[index] = { ...card, path: to };
		});
		const translation = this.translations.get(from);
		if (translation !== undefined) {
			this.translations.delete(from);
			this.translations.set(to, { ...translation, path: to });
		}
		this.changed();
	}

	onChange(callback: () => void): () => void {
		this.callbacks.add(callback);
		return () => this.callbacks.delete(callback);
	}

	private changed(): void {
		for (const callback of this.callbacks) callback();
	}
}
