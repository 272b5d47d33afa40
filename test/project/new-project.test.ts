import { createProject } from "../../src/project/new-project";
import { readBrief, readProjectNote } from "../../src/project/read-project";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { readFrontmatter } from "../../src/vault/property-edit";
import type { Act } from "../../src/vault/undo-log";
import { parseYaml } from "../doors/hostile-vault";
import { MemoryFiles, vaultParts } from "../vault/memory-files";

const WORDS = {
	outlineFile: "Outline",
	draftFile: "Draft",
	questions: [
		"For whom?",
		"What do they know: really?",
		"Where will they get lost?",
		"What should they understand?",
	],
	tray: "Unassigned",
} as const;

function desk(files: MemoryFiles) {
	const acts: Omit<Act, "id">[] = [];
	let id = 0;
	const parts = {
		vault: createSafeVaultOn(vaultParts(files)),
		undo: { record: (act: Omit<Act, "id">) => void acts.push(act) },
		namesIn: async (folder: string) =>
			(await files.list(folder)).folders.map((path) => path.split("/").pop() ?? ""),
		now: () => new Date("2026-05-03T10:00:00Z"),
		newId: () => `node${++id}`,
	};
	return {
		acts,
		make: (researchFolder: string, title: string, answers: readonly string[] = []) =>
			createProject(parts, {
				researchFolder,
				title,
				words: WORDS,
				label: "Made",
				created: "2026-05-03T10:00:00",
				answers,
				properties: {},
			}),
		parts,
	};
}

describe("a new project", () => {
	it("is a note with the brief, an empty outline and a draft, which know each other", async () => {
		const files = new MemoryFiles();
		const { make, acts } = desk(files);
		const made = await make("Research", "LLM: training");
		expect(made).toMatchObject({
			ok: true,
			value: { note: "Research/LLM training/LLM training.md" },
		});
		const text = files.files.get("Research/LLM training/LLM training.md") ?? "";
		const read = readFrontmatter(text, parseYaml);
		const note = readProjectNote(
			"Research/LLM training/LLM training.md",
			read.kind === "properties" ? read.values : {},
		);
		expect(note).toMatchObject({
			name: "LLM training",
			outline: "Research/LLM training/Outline.canvas",
			drafts: ["Research/LLM training/Draft"],
		});
		expect(readBrief(text, note?.brief ?? [])).toEqual(
			WORDS.questions.map((heading) => ({ heading, answer: "" })),
		);
		expect(
			JSON.parse(files.files.get("Research/LLM training/Outline.canvas") ?? ""),
		).toMatchObject({
			nodes: [{ type: "group", label: "Unassigned", winnow: { tray: true } }],
			edges: [],
		});
		expect(files.files.get("Research/LLM training/Draft.md")).toContain(
			"LLM training/LLM training|LLM training]]",
		);
		expect(acts).toMatchObject([
			{
				label: "Made",
				steps: [{ kind: "created" }, { kind: "created" }, { kind: "created" }],
			},
		]);
	});

	it("holds the page on top, harmless without the plugin, and each answer under its question", async () => {
		const files = new MemoryFiles();
		await desk(files).make("Research", "P", ["Bakers.", "", " All of\r\nthem ", ""]);
		const text = files.files.get("Research/P/P.md") ?? "";
		const body = text.slice(text.indexOf("\n---\n") + 5);
		expect(body).toBe(
			"\n```winnow\n```\n\n## For whom?\n\nBakers.\n\n## What do they know: really?\n\n## Where will they get lost?\n\nAll of\nthem\n\n## What should they understand?\n",
		);
	});

	it.each(["# All\n## of them", "All\n---\nof\n===", "```\ncode", "~~~\n", "%% mine", "- a\n  # b", "---\nx: 1\n---"])(
		"lets no answer end its section or swallow the next: %j",
		async (answer) => {
			const files = new MemoryFiles();
			await desk(files).make("Research", "P", [answer, "Here."]);
			const brief = readBrief(files.files.get("Research/P/P.md") ?? "", WORDS.questions);
			expect(brief.map(({ heading }) => heading)).toEqual(WORDS.questions);
			expect(brief.map(({ answer: said }) => said !== "")).toEqual([true, true, false, false]);
			expect(brief[1]?.answer).toBe("Here.");
		},
	);

	it("takes another name where one is there, also at the root", async () => {
		const { make } = desk(new MemoryFiles({ "a/x.md": "" }));
		expect(await make("", "A")).toMatchObject({
			ok: true,
			value: { folder: "A 2", note: "A 2/A 2.md" },
		});
	});

	it("half made by a full disk can be taken back", async () => {
		const files = new MemoryFiles();
		files.fault = { at: 16, kind: "refuse", isCrash: false };
		const { make, acts } = desk(files);
		expect(await make("Research", "P")).toMatchObject({ ok: false, error: { kind: "disk" } });
		const paths = [...files.files.keys()];
		expect(
			acts.flatMap(({ steps }) =>
				steps.map((step) => (step.kind === "created" ? step.path : "")),
			),
		).toEqual(paths);
		expect(paths.length).toBeGreaterThan(0);
	});

	it("says what the disk says where the folder cannot be read", async () => {
		const files = new MemoryFiles();
		files.fault = { at: 1, kind: "refuse", isCrash: false };
		expect(await desk(files).make("Research", "P")).toMatchObject({
			ok: false,
			error: { kind: "disk" },
		});
	});
});
