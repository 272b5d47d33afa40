import { move, press, release, type Swipe } from "../../src/inbox/swipe";

const WIDTH = 390;

/** A finger that goes through these places, 100 ms each, and lets go. */
function swiped(
	places: readonly (readonly [x: number, y: number])[],
	direction: 1 | -1 = 1,
	slow = 100,
): string {
	const [[x, y] = [0, 0], ...rest] = places;
	let swipe: Swipe = press(x, y, 0, WIDTH);
	for (const place of rest) swipe = move(swipe, ...place, direction);
	return release(swipe, rest.length * slow);
}

describe("a swipe", () => {
	it("keeps towards the end of the line, throws away towards its start", () => {
		expect(
			swiped([
				[100, 50],
				[130, 52],
				[200, 55],
			]),
		).toBe("keep");
		expect(
			swiped([
				[300, 50],
				[270, 52],
				[200, 55],
			]),
		).toBe("throw-away");
	});

	it("is mirrored where lines run right to left", () => {
		expect(
			swiped(
				[
					[100, 50],
					[130, 52],
					[200, 55],
				],
				-1,
			),
		).toBe("throw-away");
	});

	it.each([
		[
			"it was short and slow",
			[
				[100, 50],
				[130, 50],
				[160, 50],
			],
		],
		[
			"the finger scrolled first",
			[
				[100, 50],
				[104, 80],
				[250, 90],
			],
		],
		[
			"it began at the edge, which is the drawer's",
			[
				[10, 50],
				[60, 50],
				[200, 50],
			],
		],
		[
			"the finger came back",
			[
				[100, 50],
				[220, 50],
				[105, 50],
			],
		],
		["it was a tap", [[100, 50]]],
	] as const)("decides nothing when %s", (_why, places) => {
		expect(swiped(places)).toBe("nothing");
	});

	it("decides as a flick", () => {
		expect(
			swiped(
				[
					[100, 50],
					[160, 50],
				],
				1,
				60,
			),
		).toBe("keep");
	});
});
