import { brokenIn } from "../../src/inbox/broken-in";

describe("notes whose properties cannot be read", () => {
	const broken = ["Research/A/Sources/1.md", "Research/AB/Sources/2.md", "Clippings/3.md"].map(
		(path) => ({ path, line: 2, detail: "" }),
	);
	const projects = ["Research/A", "Research/AB"].map((folder) => ({
		folder,
		path: `${folder}/P.md`,
	}));
	const shown = (scope: Parameters<typeof brokenIn>[1]) =>
		brokenIn(broken, scope, projects).map(({ path }) => path);

	it("stand in the list of the project whose folder holds them", () => {
		expect(shown({ kind: "project", path: "Research/A/P.md" })).toEqual([broken[0]?.path]);
		expect(shown({ kind: "project", path: "Research/AB/P.md" })).toEqual([broken[1]?.path]);
		expect(shown({ kind: "project", path: "Gone.md" })).toEqual([]);
	});

	it("are unsorted where no project's folder holds them, and never lost", () => {
		expect(shown({ kind: "unsorted" })).toEqual([broken[2]?.path]);
		expect(shown({ kind: "all" })).toHaveLength(3);
	});
});
