import { canSplit } from "./change-groups";
import { drawCard, type CardAct } from "./review-card-face";
import type { ReviewPage } from "./review-page-face";
import type { SuggestionState } from "./review-shown";
import type { Snapshot } from "./snapshot";
import type { Suggestion } from "./suggestion";

export type CardPlace = Readonly<{
	page: ReviewPage;
	listed: readonly Suggestion[];
	state: SuggestionState;
	snapshot: Snapshot;
	where(block: number): string;
	act(what: CardAct): void;
}>;

/** Puts the card of a suggestion under its paragraph. Null: its block is not on the page. */
export function drawFocusedCard(one: Suggestion, place: CardPlace): HTMLElement | null {
	const element = place.page.elementOf(one.edit.b);
	if (element === null) return null;
	const siblings = place.listed.filter((each) => each.edit.b === one.edit.b);
	const card = drawCard(
		createFragment(),
		{
			suggestion: one,
			state: place.state,
			nth: siblings.indexOf(one) + 1,
			ofParagraph: siblings.length,
			twin: twinOf(one, place),
			canSplit: canSplit(one),
		},
		place.act,
	);
	element.after(card);
	return card;
}

/** The next card comes to the height of the last one, so that the eye stays where it is. */
export function bringToSameHeight(scroller: HTMLElement, element: HTMLElement): void {
	const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
	const height = scroller.clientHeight;
	if (top < 0 || top > height * 0.6) scroller.scrollTop += top - height / 3;
}

function twinOf(
	{ twin }: Suggestion,
	{ snapshot, where }: CardPlace,
): Readonly<{ quote: string; where: string }> | null {
	if (twin === null) return null;
	const block = snapshot.blockAt(twin.from);
	const quote = snapshot.text.slice(twin.from, twin.to);
	return { quote, where: block === null ? "" : where(block.id) };
}
