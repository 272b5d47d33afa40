/** How a finger on a row goes on. Distances in CSS pixels, times in milliseconds. */
export type Swipe = Readonly<
	| { kind: "resting" }
	/** Down, not yet known whether it scrolls or swipes. */
	| { kind: "pressed"; x: number; y: number; at: number }
	/** `by` grows towards the end edge of the line, whichever side that is. */
	| { kind: "swiping"; x: number; at: number; by: number }
>;

export type SwipeEnd = "keep" | "throw-away" | "nothing";

/** The outer edge belongs to the app's drawers. */
const EDGE = 24;
const STARTS_AT = 24;
const DECIDES_AT = 96;
/** A quick short swipe decides too. */
const FLICK_SPEED = 0.5;

export const RESTING: Swipe = { kind: "resting" };

export function press(x: number, y: number, at: number, width: number): Swipe {
	return x < EDGE || x > width - EDGE ? RESTING : { kind: "pressed", x, y, at };
}

/** @param direction 1: lines run left to right. */
export function move(swipe: Swipe, x: number, y: number, direction: 1 | -1): Swipe {
	switch (swipe.kind) {
		case "resting":
			return swipe;
		case "pressed": {
			const [across, down] = [Math.abs(x - swipe.x), Math.abs(y - swipe.y)];
			// Who scrolls keeps scrolling.
			if (down > STARTS_AT / 2 && down >= across) return RESTING;
			if (across < STARTS_AT) return swipe;
			return { kind: "swiping", x: swipe.x, at: swipe.at, by: (x - swipe.x) * direction };
		}
		case "swiping":
			return { ...swipe, by: (x - swipe.x) * direction };
	}
}

/** What letting go means: to the end edge keeps, to the start edge throws away. */
export function release(swipe: Swipe, at: number): SwipeEnd {
	if (swipe.kind !== "swiping") return "nothing";
	const distance = Math.abs(swipe.by);
	const isFlick = distance / Math.max(1, at - swipe.at) > FLICK_SPEED;
	if (distance < DECIDES_AT && !isFlick) return "nothing";
	return swipe.by > 0 ? "keep" : "throw-away";
}
