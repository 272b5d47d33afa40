import { breathing } from "../../src/clip/breathing";

describe("a pause between pieces of work", () => {
	it("comes only after a stretch of work, and then each time anew", async () => {
		let clock = 0;
		let rests = 0;
		const pause = breathing(
			() => clock,
			() => {
				rests++;
				return Promise.resolve();
			},
		);
		for (const at of [1, 5, 7, 9, 12, 16, 18, 30]) {
			clock = at;
			await pause();
		}
		expect(rests).toBe(3); // at 9, 18 and 30
	});
});
