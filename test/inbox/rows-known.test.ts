import { ProjectShelf } from "../../src/inbox/project-shelf";
import { rowsKnown } from "../../src/inbox/rows-known";

const PATH = "Research/Bread/Bread.md";
const ofBread = { scope: { kind: "project", path: PATH } } as const;
const ofAll = { scope: { kind: "all" } } as const;

/** What a start has read: the sources or not yet, and these projects. */
const after = (sources: "sources" | "no sources", ...projects: readonly string[]) => {
	const shelf = new ProjectShelf(projects.map((path) => ({ path })));
	return { sources: { isReady: sources === "sources" }, knowsProject: (path: string) => shelf.has(path) };
};

describe("after a start, a place in the list", () => {
	it("is not given up before the project's own note is read, though all sources are", () => {
		expect(rowsKnown(ofBread, after("sources"))).toBe("more may come");
		expect(rowsKnown(ofBread, after("sources", "Other/Bread.md"))).toBe("more may come");
		expect(rowsKnown(ofBread, after("sources", "Other/Bread.md", PATH))).toBe("all are known");
	});

	it("is not given up while sources are read, whatever is listed", () => {
		expect(rowsKnown(ofBread, after("no sources", PATH))).toBe("more may come");
		expect(rowsKnown(ofAll, after("no sources"))).toBe("more may come");
	});

	it("needs no project where all sources are listed", () => {
		expect(rowsKnown(ofAll, after("sources"))).toBe("all are known");
	});
});
