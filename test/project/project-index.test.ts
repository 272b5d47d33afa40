import { createProjectIndex } from "../../src/project/project-index";
import { fakeApp, fakeTime, settled } from "../source/fake-app";

const PROJECT = {
	type: "research-project",
	outline: "[[Research/P/Outline.canvas|Outline]]",
	draft: "[[Research/P/Draft|Draft]]",
	brief: ["For whom?", "Gone?"],
	"my-words": ["so it goes"],
	protected: "one\ntwo",
};
const heading = { headings: [{ heading: "A", level: 1 }] };

async function started(more: Record<string, object | null> = {}) {
	const vault = fakeApp({
		"Research/P/P.md": PROJECT,
		"Research/P/Outline.canvas": null,
		"Research/P/Draft.md": { project: "[[P]]" },
		...more,
	});
	vault.cached("Research/P/Draft.md", { frontmatter: { project: "[[P]]" }, ...heading });
	const time = fakeTime();
	const sources = new Set(["Research/P/Sources/S.md"]);
	const index = createProjectIndex({
		app: vault.app,
		isSource: (path) => sources.has(path),
		...time.parts,
	});
	let told = 0;
	index.onChange(() => told++);
	vault.layoutReady();
	await settled();
	time.frame();
	return { vault, time, index, told: () => told };
}

describe("the projects of a vault", () => {
	it("are found anywhere, with their parts as vault paths", async () => {
		const { index, told } = await started({
			"Old/Q.md": { type: "research-project", archived: true, outline: "[[Lost]]" },
		});
		expect(index.all().map(({ path }) => path)).toEqual(
			expect.arrayContaining(["Old/Q.md", "Research/P/P.md"]),
		);
		expect(index.get("Research/P/P.md")).toEqual({
			path: "Research/P/P.md",
			folder: "Research/P",
			name: "P",
			myWords: ["so it goes"],
			protectedPassages: ["one", "two"],
			isArchived: false,
			outline: "Research/P/Outline.canvas",
			drafts: ["Research/P/Draft.md"],
		});
		expect(index.get("Old/Q.md")).toMatchObject({
			isArchived: true,
			outline: null,
			drafts: [],
		});
		expect([index.get("x"), index.isReady, told()]).toEqual([null, true, 1]);
	});

	it("have every note with headings that names them as a draft, but no source and no translation", async () => {
		const { index, vault } = await started({
			"B.md": {},
			"T.md": {},
			"Research/P/Sources/S.md": {},
			"empty.md": {},
		});
		const named = { project: ["[[P|the project]]"] };
		vault.changed("B.md", named, heading);
		vault.changed("T.md", { ...named, "translation-of": "[[S]]" }, heading);
		vault.changed("Research/P/Sources/S.md", named, heading);
		vault.changed("empty.md", named);
		expect(index.get("Research/P/P.md")?.drafts).toEqual(["Research/P/Draft.md", "B.md"]);
		vault.changed("B.md", { project: "[[Nobody]]" }, heading);
		expect(index.get("Research/P/P.md")?.drafts).toEqual(["Research/P/Draft.md"]);
	});

	it("are what a file belongs to: by itself, its link, its place on the canvas, its folder", async () => {
		const { index, vault } = await started({
			"In/S.md": {},
			"Research/P/Inner/I.md": { type: "research-project" },
			"Research/P/Inner/x.md": null,
			"out.md": null,
		});
		vault.changed("In/S.md", { project: "[[P]]" });
		const of = (path: string) => index.of(path)?.name ?? null;
		expect(
			[
				"Research/P/P.md",
				"In/S.md",
				"Research/P/Outline.canvas",
				"Research/P/Draft.md",
				"Research/P/Readings/1.md",
				"Research/P/Inner/x.md",
				"out.md",
			].map(of),
		).toEqual(["P", "P", "P", "P", "P", "I", null]);
	});

	it("follow what is renamed, made and deleted, and tell once a frame", async () => {
		const { index, vault, time, told } = await started();
		vault.rename("Research/P", "Research/R");
		expect(index.all().map(({ path }) => path)).toEqual(["Research/R/P.md"]);
		vault.rename("Research/R/P.md", "Research/R/R.md");
		time.frame();
		expect([index.get("Research/R/R.md")?.name, told()]).toEqual(["R", 2]);
		vault.remove("Research/R");
		vault.add("x.png");
		expect(index.all()).toEqual([]);
		vault.add("N.md");
		vault.changed("N.md", PROJECT);
		vault.changed("N.md", PROJECT);
		expect(index.all()).toHaveLength(1);
		index.stop();
		time.frame();
		expect(told()).toBe(2);
	});

	it("are read with the answers of their brief", async () => {
		const { index, vault } = await started();
		vault.changed(
			"Research/P/P.md",
			PROJECT,
			{},
			"---\n---\n# P\n\n## For whom?\n\nBeginners %% sure? %%here.\n\n## Other\n\nx\n",
		);
		expect((await index.read("Research/P/P.md"))?.brief).toEqual([
			{ heading: "For whom?", answer: "Beginners here." },
			{ heading: "Gone?", answer: "" },
		]);
		vault.changed(
			"Research/P/P.md",
			{ type: "research-project" },
			{},
			"## A\n\na\n\n### Inner\n\nb\n\n## B\n",
		);
		expect(
			(await index.read("Research/P/P.md"))?.brief.map(({ heading: words }) => words),
		).toEqual(["A", "B"]);
		expect(await index.read("gone.md")).toBeNull();
	});

	it("are not looked for by a stopped index", async () => {
		const vault = fakeApp();
		const index = createProjectIndex({
			app: vault.app,
			isSource: () => false,
			...fakeTime().parts,
		});
		index.stop();
		vault.layoutReady();
		expect(vault.listenerCount()).toBe(0);
	});
});
