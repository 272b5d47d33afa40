import type { Card, Translation } from "./card";
import { cardPart, translationPart, type Around } from "./explanation-card-face";

type Drawn = Readonly<{ of: Card | Translation; price: number | null }>;

/**
 * The cards of a source. Only what changed is drawn anew: a stream changes a card many times a second, and a button
 * that is replaced between press and release is never clicked.
 */
export class CardList {
	readonly el: HTMLElement;
	private readonly drawn = new WeakMap<Element, Drawn>();

	constructor(parent: HTMLElement) {
		this.el = parent.createDiv();
	}

	show(cards: readonly Card[], translation: Translation | null, around: Around, translationPrice: number | null): void {
		const wanted: readonly (Drawn & { key: string })[] = [
			...cards.map((card) => ({ key: `card ${card.id}`, of: card, price: around.price })),
			...(translation === null ? [] : [{ key: "translation", of: translation, price: translationPrice }]),
		];
		const keys = new Set(wanted.map(({ key }) => key));
		for (const row of this.rows()) if (!keys.has(row.dataset.row ?? "")) row.remove();
		wanted.forEach(({ key, of, price }, index) => {
			const old = this.rows().find(({ dataset }) => dataset.row === key) ?? null;
			const row = this.row(old, of, { ...around, price });
			if (this.el.children[index] !== row) this.el.insertBefore(row, this.el.children[index] ?? null);
		});
	}

	private rows(): readonly HTMLElement[] {
		return [...this.el.children].filter((row) => row.instanceOf(HTMLElement));
	}

	/** The row as it stands, where that will do. */
	private row(old: HTMLElement | null, of: Card | Translation, around: Around): HTMLElement {
		const before = old === null ? undefined : this.drawn.get(old);
		const isSame = before?.of === of && before.price === around.price;
		const text = old?.querySelector(".winnow-answer-text") ?? null;
		if (old !== null && (isSame || (text !== null && isMoreOf(before?.of, of)))) {
			if (!isSame && "text" in of) text?.setText(of.text);
			this.drawn.set(old, { of, price: around.price });
			return old;
		}
		const row = "parts" in of ? translationPart(this.el, of, around) : cardPart(this.el, of, around);
		old?.replaceWith(row);
		this.drawn.set(row, { of, price: around.price });
		return row;
	}
}

/** The same answer, of which more has come. */
function isMoreOf(before: Card | Translation | undefined, after: Card | Translation): boolean {
	if (before === undefined || !("words" in before) || !("words" in after)) return false;
	return before.state.kind === "asking" && after.state.kind === "asking" && before.passage === after.passage;
}
