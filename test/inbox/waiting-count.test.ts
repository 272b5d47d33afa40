import { WaitingCount } from "../../src/inbox/waiting-count";
import { FakeSources, source } from "./sources";

describe("how many wait in a project", () => {
	it("follows every change, and another project", () => {
		const sources = new FakeSources([
			source("a", { projects: ["P"] }),
			source("b", { projects: ["P"], status: "kept" }),
			source("c", { projects: ["Q"] }),
		]);
		const count = new WaitingCount(sources, ({ projects }) => projects);
		expect(count.of("P")).toBe(1);
		sources.change([source("b", { projects: ["P"] }), source("d", { projects: ["P"] })]);
		count.changed(["b", "d", "gone"]);
		expect(count.of("P")).toBe(3);
		sources.change([source("a", { projects: ["Q"] }), source("d", { status: "deleted" })]);
		count.changed(["a", "d"]);
		expect([count.of("P"), count.of("Q"), count.of("P")]).toEqual([1, 2, 1]);
	});
});
