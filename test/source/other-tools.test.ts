import { createSourceIndex } from "../../src/source/source-index";
import { readFrontmatter } from "../../src/vault/property-edit";
import { parseYaml } from "../doors/hostile-vault";
import { fakeApp, fakeTime, settled } from "./fake-app";
import { TOOL_NOTES, type ToolNote } from "./other-tools";

const SETTINGS = {
	researchFolder: "Research",
	watchedFolders: "Clippings\nReadwise\nReadItLater Inbox",
	statusProperty: "status",
	newValues: "unprocessed\nunread\ninbox\nto-read\non deck",
};

/** What the app's cache tells of a note: frontmatter, headings, links. */
function cacheOf(text: string): object {
	const found = readFrontmatter(text, parseYaml);
	const matches = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
	return {
		...(found.kind === "properties" ? { frontmatter: found.values } : {}),
		headings: matches(/^#{1,6}[ \t]+(.*?)\r?$/gm).map((heading) => ({ heading })),
		links: matches(/\[\[([^\]|#]+)[^\]]*\]\]/g).map((link) => ({ link })),
	};
}

async function indexOf(notes: readonly Pick<ToolNote, "path" | "text">[]) {
	const vault = fakeApp(Object.fromEntries(notes.map(({ path }) => [path, null])));
	for (const { path, text } of notes) vault.cached(path, cacheOf(text), text);
	const time = fakeTime();
	const index = createSourceIndex({ app: vault.app, settings: () => SETTINGS, parseYaml, ...time.parts });
	vault.layoutReady();
	await settled();
	await settled();
	return { vault, index };
}

describe("notes of other tools", () => {
	it.each(TOOL_NOTES.map((note) => [note.what, note] as const))("%s", async (_what, { path, text, source }) => {
		const { index } = await indexOf([{ path, text }]);
		const found = index.get(path);
		if (source === null) expect(found).toBeNull();
		else expect(found).toMatchObject(source);
	});

	it("are read for it only where the cache says that they may tell more", async () => {
		const { index, vault } = await indexOf(TOOL_NOTES);
		const inText = TOOL_NOTES.filter(({ text }) => /^#+ Metadata|\[\[ReadItLater\]\]/m.test(text));
		expect(vault.counts.reads).toBe(inText.length);
		expect(index.all().length).toBe(TOOL_NOTES.filter(({ source }) => source !== null).length);
	});

	it("are the same works as notes of other tools with the same address", async () => {
		const [clip, readwise] = [
			"---\nsource: https://www.doughjournal.example/slow-dough\n---\n",
			TOOL_NOTES.find(({ what }) => what.startsWith("Readwise, default"))?.text ?? "",
		];
		const { index } = await indexOf([
			{ path: "Clippings/A.md", text: clip },
			{ path: "Readwise/B.md", text: readwise },
		]);
		const { identity } = index.get("Readwise/B.md") ?? {};
		if (identity === null || identity === undefined) throw new Error("it has an address");
		expect(index.byIdentity(identity).map(({ path }) => path).sort()).toEqual(["Clippings/A.md", "Readwise/B.md"]);
	});

	it("say at once what changed in their text, and follow their note", async () => {
		const path = "ReadItLater Inbox/A.md";
		const text = "[[ReadItLater]] [[Article]]\n\n# [Old](https://a.example/)\n";
		const { index, vault } = await indexOf([{ path, text }]);
		const now = text.replace("Old", "New");
		const cache = cacheOf(now);
		vault.changed(path, { status: "kept" }, cache, now);
		expect(index.get(path)).toMatchObject({ title: "New", status: "kept", url: "https://a.example/" });
		vault.rename(path, "Research/B.md");
		await settled();
		expect([index.get(path), index.get("Research/B.md")?.title]).toEqual([null, "New"]);
		vault.changed("Research/B.md", undefined, { headings: [], links: [] }, "My own words now.");
		expect(index.get("Research/B.md")).toBeNull();
	});
});
