import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linkTargets } from "../../src/source/link-text";
import { foreignStatusGuard, readStatus } from "../../src/source/read-status";
import { readSource } from "../../src/source/read-source";
import { SOURCE_DEFAULTS } from "../../src/source/source-settings";
import { noteText } from "../../src/source/source-note";
import { appendReadingNote } from "../../src/source/reading-notes";
import { watchedFolders } from "../../src/source/watched-folders";
import { readFrontmatter } from "../../src/vault/property-edit";
import { parseYaml } from "../doors/hostile-vault";
import { describeWithShared } from "../shared";

jest.mock("../../src/ui/i18n", () => ({ t: (key: string) => key }));

const read = (frontmatter: Record<string, unknown>, path = "Clippings/A note.md") =>
	readSource(path, frontmatter, SOURCE_DEFAULTS);
const url = "https://example.org/a";

describe("a note in a watched folder", () => {
	it("by the Web Clipper is a source, new until decided", () => {
		const source = read({
			title: "On scaling",
			source: "https://www.example.org/a?utm_source=x",
			author: ["[[Ada Lovelace]]", "[[People/Alan Turing|Alan Turing]]"],
			published: "2025-02-06",
			created: "2026-05-03",
			description: "About\n scaling",
			tags: ["clippings"],
		});
		expect(source).toMatchObject({
			title: "On scaling",
			identity: "https://example.org/a",
			authors: ["Ada Lovelace", "Alan Turing"],
			site: "example.org",
			published: "2025-02-06",
			description: "About scaling",
			kind: "article",
			capture: "full",
			status: "new",
			projects: [],
			isPrimary: false,
			words: null,
		});
	});

	it("by Readwise, Zotero and ReadItLater is read by their names, whatever their case", () => {
		expect(
			read({ Date: "[[2023-04-01]]", Author: "[[A]], [[B]]", Source: "reader", Link: url }),
		).toMatchObject({ url, authors: ["A", "B"], published: "2023-04-01" });
		expect(
			read({
				type: "journalArticle",
				authors: ["Doe, J."],
				DOI: "10.1/x",
				citekey: "@doe2020",
				year: 2020,
				url,
				journal: "Nature",
			}),
		).toMatchObject({
			kind: "paper",
			authors: ["Doe, J."],
			citekey: "doe2020",
			published: "2020",
			publication: "Nature",
			isPrimary: true,
		});
		expect(
			read({
				title: "[A page](https://example.org/a)",
				url,
				site: "Example",
				author: "One; Two",
			}),
		).toMatchObject({ title: "A page", site: "Example", authors: ["One", "Two"] });
	});

	it("without a title has its file's name, without a date none", () => {
		expect(
			read({
				source: url,
				published: "last year",
				created: new Date("2026-05-03"),
				author: null,
			}),
		).toMatchObject({
			title: "A note",
			published: null,
			created: "2026-05-03T00:00:00.000Z",
			authors: [],
		});
	});

	it("says what was decided and written about it", () => {
		expect(
			read({
				source: url,
				Status: " Kept ",
				decided: "2026-05-03T10:00",
				reason: "good",
				hard: true,
				words: 900,
				project: ["[[P/P|P]]", "[[Q#x]]"],
				category: "methods",
				primary: true,
				capture: "partial",
				"capture-note": "3 images",
				arxiv: "2301.00001v2",
			}),
		).toMatchObject({
			status: "kept",
			decided: "2026-05-03T10:00",
			reason: "good",
			isHard: true,
			words: 900,
			projects: ["P/P", "Q"],
			category: "methods",
			isPrimary: true,
			capture: "partial",
			captureNote: "3 images",
			arxiv: "2301.00001",
		});
	});

	it.each<[string, Record<string, unknown>, string | null]>([
		["with one of our words, but no link", { status: "kept" }, "kept"],
		["with a word that means new", { source: url, status: "To-Read" }, "new"],
		["with an empty status", { source: url, status: "" }, "new"],
		["with no status", { source: url }, "new"],
		["with neither", { title: "x" }, null],
		["with a word that means new alone", { status: "inbox" }, null],
		["that is a project", { type: "research-project", status: "kept", source: url }, null],
		["that is a translation", { "translation-of": "[[A]]", status: "kept" }, null],
		["whose source is a vault path", { source: "Notes/x.md" }, null],
		["whose status is another's word", { source: url, status: "in progress" }, "foreign"],
		["whose status is a list", { source: url, status: ["new"] }, "foreign"],
		["whose status is a number", { status: 1 }, "foreign"],
	])("%s", (_title, frontmatter, expected) => {
		const source = read(frontmatter);
		expect(source === null || source === "foreign" ? source : source.status).toBe(expected);
	});
});

describe("a status", () => {
	it("of another meaning is never overwritten; other properties may be", () => {
		const guard = foreignStatusGuard(() => SOURCE_DEFAULTS);
		expect(guard({ Status: "in progress" }, { status: "kept" })).toMatchObject({
			kind: "refused",
		});
		expect(guard({ Status: "in progress" }, { category: "x" })).toBeNull();
		expect(guard({ status: "unread" }, { status: "kept" })).toBeNull();
		expect(readStatus(undefined, SOURCE_DEFAULTS)).toBe("new");
	});
});

describe("watched folders", () => {
	it("hold what lies in them, at any depth, and nothing beside", () => {
		const { folders, holds } = watchedFolders({
			researchFolder: "/Research/",
			watchedFolders: "Clippings\nResearch/Inner\n\n",
		});
		expect(folders).toEqual(["Research", "Clippings"]);
		expect(["Research/a/b.md", "Clippings/x.md", "Researcher/x.md", "x.md"].map(holds)).toEqual(
			[true, true, false, false],
		);
	});

	it("may be the whole vault", () => {
		expect(
			watchedFolders({ researchFolder: "/", watchedFolders: "Clippings" }).folders,
		).toEqual([""]);
	});
});

describe("a new source note", () => {
	it("says nothing empty, and its body stands below a blank line", () => {
		expect(
			noteText(
				{ title: "A: b", author: [], reason: null, site: "", status: "new" },
				"\nText\n\n",
			),
		).toBe('---\ntitle: "A: b"\nstatus: new\n---\n\nText\n');
		expect(noteText({ status: "new" }, " ")).toBe("---\nstatus: new\n---\n");
	});
});

describe("reading notes", () => {
	it.each([
		[
			"make their heading at the end",
			"# A\n\nText",
			"# A\n\nText\n\n## Reading notes\n\n> new\n",
		],
		[
			"go on at their end",
			"Text\n\n## Reading notes\n\nold\n",
			"Text\n\n## Reading notes\n\nold\n\n> new\n",
		],
		[
			"stay before the next heading",
			"## reading notes\nold\n\n## Other\nx\n",
			"## reading notes\nold\n\n> new\n\n## Other\nx\n",
		],
		[
			"are found in another language",
			"Text\n\n### 阅读笔记\n",
			"Text\n\n### 阅读笔记\n\n> new\n",
		],
		[
			"keep Windows line ends",
			"a\r\n\r\n## Reading notes\r\n",
			"a\r\n\r\n## Reading notes\r\n\r\n> new\r\n",
		],
		[
			"are not found in code",
			"```\n## Reading notes\n```\n",
			"```\n## Reading notes\n```\n\n## Reading notes\n\n> new\n",
		],
		["open an empty note", "", "## Reading notes\n\n> new\n"],
	])("%s", (_title, before, after) => {
		expect(appendReadingNote(before, "> new\n", "Reading notes")).toBe(after);
	});
});

describe("links in a property", () => {
	it("are read with and without brackets, in lists in lists too", () => {
		expect(linkTargets("[[A|b]] and [[C]]")).toEqual(["A", "C"]);
		expect(linkTargets([[["A"]], "[[A]]", 3, ""])).toEqual(["A"]);
	});
});

describeWithShared("the notes of corpora/notes", (shared) => {
	const lines = readFileSync(join(shared, "corpora/notes/manifest.jsonl"), "utf8")
		.trim()
		.split("\n");
	const notes = lines.map((line) => JSON.parse(line) as { file: string; kind: string });
	const readNote = (file: string) =>
		readFrontmatter(readFileSync(join(shared, "corpora/notes", file), "utf8"), parseYaml);

	it("by clippers and Readwise with a link are sources", () => {
		const clipped = notes
			.filter(({ kind }) => /clipping|readwise/.test(kind))
			.map(({ file }) => ({ file, found: readNote(file) }));
		const linked = clipped.flatMap(({ file, found }) => {
			if (
				found.kind !== "properties" ||
				!/https?:\/\//.test(
					JSON.stringify([found.values.source, found.values.Link, found.values.url]),
				)
			)
				return [];
			return [{ file, source: read({ ...found.values }, file) }];
		});
		expect(linked.length).toBeGreaterThan(30);
		expect(
			linked.filter(
				({ source }) =>
					source === null ||
					(source !== "foreign" && (source.title === "" || source.identity === null)),
			),
		).toEqual([]);
	});

	it("are read without a throw, and none has a status of ours", () => {
		for (const { file } of notes) {
			const found = readNote(file);
			const source = found.kind === "properties" ? read({ ...found.values }, file) : null;
			if (source !== null && source !== "foreign") expect(source.status).toBe("new");
		}
	});
});
