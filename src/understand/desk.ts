import type { Card, Translation } from "./card";

/** What stands beside each source. No fact of the vault: an answer gets into a note only by being kept. */
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

	all(): Readonly<{ cards: readonly Card[]; translations: readonly Translation[] }> {
		return { cards: [...this.cards], translations: [...this.translations.values()] };
	}

	/** Puts back what another session left, behind what stands here already. */
	restore({ cards, translations }: ReturnType<Desk["all"]>): void {
		this.cards.unshift(...cards.filter(({ id }) => this.get(id) === null));
		for (const translation of translations) {
			if (!this.translations.has(translation.path)) this.translations.set(translation.path, translation);
		}
		this.changed();
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
			const moved = (path: string): string => (path === from ? to : path);
			if (card.path === from || card.others.includes(from)) this.cards[index] = { ...card, path: moved(card.path), others: card.others.map(moved) };
		});
		const translation = this.translations.get(from);
		if (translation !== undefined) {
			this.translations.delete(from);
			// Whoever runs it looks for it under its old path.
			this.translations.set(to, { ...translation, path: to, state: translation.state === "running" ? "stopped" : translation.state });
		}
		this.changed();
	}

	onChange(callback: () => void): () => void {
		this.callbacks.add(callback);
		return () => this.callbacks.delete(callback);
	}

	changed(): void {
		for (const callback of this.callbacks) callback();
	}
}
