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
	private places = new Map<string, Span | null>();
	private readonly known = new Map<string, Suggestion>();

	/** @param text what the suggestions were placed on */
	constructor(
		private readonly base: string,
		private current: string = base,
	) {}

	get text(): string {
		return this.current;
	}

	/** Homes to apply to this very text; empty where the follower knows another. */
	homesIn(text: string): LiveHomes {
		return text === this.current ? this.places : new Map();
	}

	isLost(id: string): boolean {
		return this.places.get(id) === null;
	}

	/** Takes in suggestions that are new; known ones stay where they were followed to. */
	add(suggestions: readonly Suggestion[]): void {
		for (const one of suggestions) {
			if (this.known.has(one.id) || one.home === null) continue;
			this.known.set(one.id, one);
			this.places.set(one.id, this.placeOf(one));
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
			if (span !== null) this.places.set(id, mapSpan(span, changes));
		return true;
	}

	/** The note says something else and nobody saw how: every place is looked for anew. */
	moveTo(text: string): boolean {
		if (text === this.current) return false;
		this.current = text;
		for (const one of this.known.values()) this.places.set(one.id, this.placeOf(one));
		return true;
	}

	private placeOf({ home }: Suggestion): Span | null {
		if (home === null) return null;
		if (this.current === this.base) return { from: home.from, to: home.to };
		return reanchor(this.current, home.quote);
	}
}
