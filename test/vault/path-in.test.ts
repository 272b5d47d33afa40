import { targetOf, type TargetParts } from "../../src/clip/clip-target";
import { deletedNotePath } from "../../src/project/deleted-note";
import { queueNotePath } from "../../src/project/queue-note";
import { pathIn } from "../../src/vault/path-in";

describe("a path in a folder", () => {
	it("begins with the folder, unless that is the vault itself", () => {
		expect(pathIn("Research/Bread", "Draft.md")).toBe("Research/Bread/Draft.md");
		expect(["", "/"].map((folder) => pathIn(folder, "Draft.md"))).toEqual(["Draft.md", "Draft.md"]);
	});

	it("holds for what is clipped and thrown away where research lies at the root of the vault", () => {
		const parts: TargetParts = {
			projects: { all: () => [], get: () => null, of: () => null },
			sources: { all: () => [] },
			settings: {
				researchFolder: "",
				statusProperty: "status",
				clipNameTemplate: "{{title}}",
				clipFolderTemplate: "",
				clipProperties: "",
			},
		};
		const facts: Parameters<ReturnType<typeof targetOf>>[0] = {
			title: "On wind", url: "https://wind.example/", authors: [], published: "", site: "", publication: "", description: "",
			language: "", kind: "article", isPrimary: false, doi: "", arxiv: "", capture: "full", captureNote: "", words: 1,
		};
		const target = targetOf(parts, { project: null, category: null, word: "" });
		expect(target(facts, "2026-11-25T08:00:00").folder).toBe("Unsorted");
		expect([deletedNotePath(""), queueNotePath("")]).toEqual(["Deleted.md", "Queue.md"]);
	});
});
