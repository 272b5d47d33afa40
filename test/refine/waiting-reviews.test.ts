import { WaitingReviews } from "../../src/refine/waiting-reviews";

describe("a command on a draft whose review is open", () => {
	const shown: string[] = [];
	const notify = (name: string) => (callOff: () => void) => {
		shown.push(name);
		callOffs.set(name, callOff);
		return () => void shown.splice(shown.indexOf(name), 1);
	};
	const callOffs = new Map<string, () => void>();
	beforeEach(() => shown.splice(0));

	it("is taken once, when the first is over", () => {
		const waiting = new WaitingReviews<string>();
		waiting.wait("a.md", "section", notify("one"));
		expect(waiting.take("b.md")).toBeNull();
		expect(waiting.take("a.md")).toBe("section");
		expect(waiting.take("a.md")).toBeNull();
		expect(shown).toEqual([]);
	});

	it("gives way to the one that is asked after it", () => {
		const waiting = new WaitingReviews<string>();
		waiting.wait("a.md", "section", notify("one"));
		waiting.wait("a.md", "selection", notify("two"));
		expect(shown).toEqual(["two"]);
		expect(waiting.take("a.md")).toBe("selection");
	});

	it("can be called off", () => {
		const waiting = new WaitingReviews<string>();
		waiting.wait("a.md", "section", notify("one"));
		callOffs.get("one")?.();
		expect(waiting.take("a.md")).toBeNull();
	});
});
