import { reanchor } from "../text/anchor";
import type { Span } from "../text/edit";
import { mapSpan, type LiveChange } from "./live-ranges";
import type { LiveHomes } from "./plan";
import type { Suggestion } from "./suggestion";

/**
 * Where the words of suggestions stand while the draft is edited meanwhile. Offsets are of `text`; null: the words
 * were changed or are gone.
 */
export class DraftFollower {
	private readonly places = new Map<string, Span | null>();
	private readonly known = new Map<string, Suggestion>();

	/** @param text what the suggestions were placed on */
	constructor(
		private base: string,
		private current: string = base,
	) {}

	get text(): string {
		return this.current;
	}

	/** Homes to apply to this very text; empty where the follower knows another. */
	homesIn(text: string): LiveHomes {
		return text === this.current ? this.places : new Map();
	}

	/** Where a suggestion's words stand now; null: they are gone, or never had a place. */
	placeOf(id: string): Span | null {
		return this.places.get(id) ?? null;
	}

	/** Suggestions are placed on what the draft says now: all that was followed is forgotten. */
	restart(): void {
		this.base = this.current;
		this.places.clear();
		this.known.clear();
	}

	isLost(id: string): boolean {
		return this.places.get(id) === null;
	}

	/** Takes in suggestions that are new; known ones stay where they were followed to. */
	add(suggestions: readonly Suggestion[]): void {
		for (const one of suggestions) {
			if (this.known.has(one.id) || one.home === null) continue;
			this.known.set(one.id, one);
			this.places.set(one.id, this.find(one));
		}
	}

	/**
	 * Changes of an editor, offsets in the text before. An editor that shows another text (a second pane that is told
	 * later of the same change) is passed over. True: something was followed.
	 */
	change(before: string, after: string, changes: readonly LiveChange[]): boolean {
		if (before !== this.current) return false;
		this.current = after;
		for (const [id, span] of this.places)
			if (span !== null)
				this.places.set(id, mapSpan(span, changes) ?? this.within(id, span, changes));
		return true;
	}

	/**
	 * An editor that takes in what another writer wrote replaces all from the first to the last difference. Words that
	 * stand in what came for them were not touched. Null: they do not, or not for sure.
	 */
	private within(id: string, span: Span, changes: readonly LiveChange[]): Span | null {
		const home = this.known.get(id)?.home ?? null;
		let shift = 0;
		for (const { from, to, insert } of changes) {
			if (home !== null && from <= span.from && span.to <= to) {
				const start = from + shift;
				const found = insert.includes(home.quote.exact)
					? reanchor(this.current, home.quote)
					: null;
				const isInside =
					found !== null && found.from >= start && found.to <= start + insert.length;
				return isInside ? found : null;
			}
			shift += insert.length - (to - from);
		}
		return null;
	}

	/** The note says something else and nobody saw how: every place is looked for anew. */
	moveTo(text: string): boolean {
		if (text === this.current) return false;
		this.current = text;
		for (const one of this.known.values()) this.places.set(one.id, this.find(one));
		return true;
	}

	private find({ home }: Suggestion): Span | null {
		if (home === null) return null;
		if (this.current === this.base) return { from: home.from, to: home.to };
		return reanchor(this.current, home.quote);
	}
}
