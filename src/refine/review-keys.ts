import type { QuestionAct } from "./questions-face";
import type { CardAct } from "./review-card-face";

/** A key press as the review reads it. `letter`: what `letterOf` makes of it. */
export type PressedKey = Readonly<{
	letter: string;
	isMod: boolean;
	isShift: boolean;
	isAlt: boolean;
	/** The key is held down. */
	isRepeat: boolean;
}>;

export type ReviewCommand = Readonly<
	| { kind: "move"; by: 1 | -1 }
	| { kind: "tab"; nth: number }
	| { kind: "card"; act: CardAct }
	| { kind: "question"; act: QuestionAct }
	| {
			kind:
				| "undo"
				| "redo"
				| "apply"
				| "keys"
				| "view"
				| "filter"
				| "again"
				| "open"
				| "fold"
				| "unfold"
				| "reject-rest";
	  }
>;

const SUGGESTION_KEYS: Readonly<Record<string, ReviewCommand>> = {
	y: { kind: "card", act: "accept" },
	n: { kind: "card", act: "reject" },
	Y: { kind: "card", act: "rest" },
	N: { kind: "reject-rest" },
	s: { kind: "card", act: "split" },
	e: { kind: "card", act: "edit" },
	q: { kind: "card", act: "ask" },
	r: { kind: "card", act: "twin" },
	o: { kind: "open" },
	b: { kind: "view" },
	f: { kind: "filter" },
	a: { kind: "again" },
};

const QUESTION_KEYS: Readonly<Record<string, ReviewCommand>> = {
	y: { kind: "question", act: "mark" },
	n: { kind: "question", act: "dismiss" },
	t: { kind: "question", act: "task" },
	o: { kind: "question", act: "open" },
};

/** What a key means in the review; null: nothing, the app may have it. A held key moves, but decides nothing. */
export function commandOf(key: PressedKey, isQuestions: boolean): ReviewCommand | null {
	const { letter } = key;
	if (key.isMod) return modCommand(key);
	if (key.isAlt) return null;
	if (letter === "j" || letter === "ArrowDown") return { kind: "move", by: 1 };
	if (letter === "k" || letter === "ArrowUp") return { kind: "move", by: -1 };
	if (letter === "u") return { kind: "undo" };
	if (letter === "?") return { kind: "keys" };
	if (letter === "ArrowLeft") return { kind: "fold" };
	if (letter === "ArrowRight") return { kind: "unfold" };
	if (/^[1-9]$/.test(letter)) return { kind: "tab", nth: Number(letter) };
	if (key.isRepeat) return null;
	const keys = isQuestions ? QUESTION_KEYS : SUGGESTION_KEYS;
	return Object.hasOwn(keys, letter) ? (keys[letter] ?? null) : null;
}

function modCommand({ letter, isShift }: PressedKey): ReviewCommand | null {
	if (letter === "Enter") return { kind: "apply" };
	if (letter.toLowerCase() === "z") return { kind: isShift ? "redo" : "undo" };
	return null;
}
