import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openHost, type Host } from "../host/open-host";
import { startStandIn } from "../host/stand-in/server.mjs";
import { openSite, type Site } from "./site";
import { until } from "./until";

const PROJECT = "Research/Forgiving runs";
const NOTE = `---
type: research-project
brief:
  - For whom
my-words:
  - shrugged
---
# Forgiving runs

## For whom

People who train small models at home.
`;

/** What the author wrote by hand under the first heading, long and wordy. */
const WORDS =
	"It is important to note that a small batch is very noisy. In order to see why, basically look at the slope. The run actually shrugged and kept learning.";

describe("the main job", () => {
	let host: Host;
	/** A sentence of a kept source, quoted later. */
	let passage = "";
	/** The first words of what was quoted. */
	let quote = "";
	let site: Site;
	let standIn: Awaited<ReturnType<typeof startStandIn>>;

	const sourceFiles = (): readonly string[] =>
		readdirSync(join(host.vaultDir, PROJECT, "Sources")).filter((name) => name.endsWith(".md"));
	const sourcePath = (word: string): string => {
		const name = sourceFiles().find((file) => file.includes(word));
		if (name === undefined) throw new Error(`No source named ${word} in ${sourceFiles().join(", ")}`);
		return `${PROJECT}/Sources/${name}`;
	};
	const withStatus = (status: string): readonly string[] =>
		sourceFiles().filter((name) => host.readNote(`${PROJECT}/Sources/${name}`).includes(`\nstatus: ${status}\n`));
	/** Waits until the disk says that one source stands there; its file name. */
	const onlyOne = async (status: string): Promise<string> => {
		await until(() => withStatus(status).length === 1);
		return withStatus(status)[0] ?? "";
	};

	/** The article on disk, once it is there: a file is made empty, then written. */
	const exported = async (): Promise<string> => {
		const folder = join(host.vaultDir, PROJECT, "Publish");
		const articles = (): readonly string[] =>
			existsSync(folder)
				? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))
				: [];
		const text = (): string => (articles().length === 1 ? host.readNote(`${PROJECT}/Publish/${articles()[0] ?? ""}`) : "");
		await until(() => text() !== "");
		return text();
	};

	beforeAll(async () => {
		site = await openSite();
		standIn = await startStandIn({ cps: 0 });
		host = await openHost({
			vault: { [`${PROJECT}/Forgiving runs.md`]: NOTE },
			settings: { claudeBaseUrl: standIn.base },
			size: { width: 1440, height: 900 },
		});
		await host.see("Forgiving runs");
	});
	afterAll(async () => {
		await site.close();
		await standIn.close();
	});

	it("clips three pages into clean source notes", async () => {
		await host.runCommand("Clip sources…");
		await host.page.waitForSelector(".winnow-clip-field");
		await host.page.type(".winnow-clip-field", `${site.base}/article\n${site.base}/paper\n${site.base}/docs`);
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-clip-state.is-new").length === 3);
		await host.press("Control+Enter");
		await host.see("3 of 3 clipped");

		const article = host.readNote(sourcePath("small batches"));
		expect(article).toMatch(/^---\ntitle: /);
		expect(article).toMatch(/^status: new$/m);
		expect(article).toContain("## What the noise does");
		expect(article).toContain("| 4,096 | 9,200 | diverged |");
		expect(article).toMatch(/\[\^1\]: Width here means/);
		expect(article).not.toMatch(/cookies|newsletter|Subscribe/);
		const paper = host.readNote(sourcePath("Reward models"));
		expect(paper).toMatch(/^doi: .*10\.5555\/jct\.2025\.0311/m);
		expect(paper).toContain("$r_\\theta(x, y)$");
		expect(paper).toMatch(/^kind: paper$/m);
		const docs = host.readNote(sourcePath("Streaming"));
		expect(docs).toContain('```python\nfrom sieve import open_stream\n\nstream = open_stream("corpus/2025-10", workers=4)');
		expect(docs).not.toContain("Copy");
	});

	it("keeps two and throws one away, by keys, and takes one back", async () => {
		await host.button("Start reading").click();
		await host.page.waitForSelector(".winnow-inbox [role=option].is-focused");
		const before = new Map(sourceFiles().map((name) => [name, host.readNote(`${PROJECT}/Sources/${name}`)]));

		await host.page.focus(".winnow-inbox [role=listbox]");
		await host.press("y");
		await host.see("1 of 3 read");
		await host.press("y");
		await host.see("2 of 3 read");
		await host.press("n");
		await host.see("3 of 3 read");
		const last = await onlyOne("deleted");

		await host.press("u");
		await host.noteSays(`${PROJECT}/Sources/${last}`, /^status: new$/m);
		expect(host.readNote(`${PROJECT}/Sources/${last}`)).toBe(before.get(last));
		await host.see("2 of 3 read");
		await host.press("n");
		await host.noteSays(`${PROJECT}/Sources/${last}`, /^status: deleted$/m);

		// Nothing but the lines of the decision changed.
		for (const [name, text] of before) {
			const now = host.readNote(`${PROJECT}/Sources/${name}`);
			const without = (note: string) => note.replace(/^(status|decided|reason): .*\n/gm, "");
			expect(without(now)).toBe(without(text));
		}
		expect(withStatus("kept")).toHaveLength(2);
	});

	it("makes the outline from what was kept and puts each into a section, by keys", async () => {
		await host.runCommand("Open outline");
		await host.page.waitForSelector(".workspace-leaf-content[data-type=canvas]");
		await host.runCommand("Open companion");
		for (const left of [1, 0]) {
			await host.page.waitForSelector(".winnow-companion-face [data-path]");
			await host.page.focus(".winnow-companion-face [data-path]");
			await host.press("s");
			await host.page.waitForSelector(".prompt .suggestion-item");
			await host.page.type(".prompt .prompt-input", "First");
			await host.press("Enter");
			await host.page.waitForFunction(
				(wanted) => document.querySelectorAll(".winnow-companion-face [data-path]").length === wanted,
				{},
				left,
			);
		}
		const canvas = JSON.parse(host.readNote(`${PROJECT}/Outline.canvas`)) as { nodes: CanvasNode[] };
		const section = canvas.nodes.find((node) => node.label === "First section");
		if (section === undefined) throw new Error("no section");
		const cards = canvas.nodes.filter((node) => node.type === "file");
		expect(cards.map((card) => card.file).sort()).toEqual(withStatus("kept").map((name) => `${PROJECT}/Sources/${name}`).sort());
		expect(cards.every((card) => holds(section, card))).toBe(true);
		expect(host.readNote(`${PROJECT}/Forgiving runs.md`)).toContain("outline:");
	});

	it("scaffolds the draft with the sources of the section", async () => {
		await host.runCommand("Update draft from outline");
		await host.noteSays(`${PROJECT}/Draft.md`, /^## First section$/m);
		const draft = host.readNote(`${PROJECT}/Draft.md`);
		await host.settled();
		expect(draft).toMatch(/^%% sources: \[\[.+\]\] · \[\[.+\]\] %%$/im);
	});

	it("tightens the author's words only where the author says so, and one undo takes it back", async () => {
		await host.open(`${PROJECT}/Draft.md`);
		await host.page.focus(".cm-content");
		await host.press("Control+End");
		await host.page.keyboard.type(`\n${WORDS}\n`);
		await host.noteSays(`${PROJECT}/Draft.md`, WORDS);
		const written = host.readNote(`${PROJECT}/Draft.md`);

		await host.runCommand("Refine draft…");
		await host.page.locator(".winnow-refine-foot .mod-cta").click();
		await host.page.waitForFunction(() => document.querySelectorAll(".winnow-refine-row").length >= 3);
		await host.see("0 of");
		await host.press("y");
		await host.press("n");
		await host.press("y");
		await host.see("2 accepted");
		expect(host.readNote(`${PROJECT}/Draft.md`)).toBe(written);

		await host.press("Control+Enter");
		await host.see("2 changes are in your draft");
		await host.button("Back to draft").click();
		await host.noteSays(`${PROJECT}/Draft.md`, /kept learning\./);
		const refined = host.readNote(`${PROJECT}/Draft.md`);
		expect(refined.length).toBeLessThan(written.length);
		expect(refined).toContain("shrugged");
		expect(host.readNote(`${PROJECT}/Refine log.md`)).toMatch(/\| cut \|/);

		await host.page.focus(".cm-content");
		await host.press("Control+z");
		await host.noteSays(`${PROJECT}/Draft.md`, WORDS);
		expect(host.readNote(`${PROJECT}/Draft.md`)).toBe(written);
	});

	it("explains a passage of a source, and keeps it only when told to", async () => {
		const [source = ""] = withStatus("kept");
		const path = `${PROJECT}/Sources/${source}`;
		const before = host.readNote(path);
		passage = before.split("\n").find((line) => /^[A-Z][^|#]{60,}\.$/.test(line)) ?? "";
		await host.open(path);
		await host.select(passage);
		await host.runCommand("Explain selection");
		await host.see("local stand-in");
		expect(host.readNote(path)).toBe(before);
		await host.page.waitForSelector(".winnow-answer [data-act=y]");
		await host.page.locator(".winnow-answer [data-act=y]").click();
		await host.noteSays(path, /^#+ Reading notes$/m);
		const kept = host.readNote(path);
		expect(kept.startsWith(before.trimEnd())).toBe(true);
		expect(kept).toContain("> [!");
		expect(kept.slice(before.length)).toContain(passage.slice(0, 30));
		await host.page.focus(".winnow-answer");
		await host.press("u");
		await until(() => host.readNote(path) === before);
	});

	it("quotes a highlight with a footnote, beside the section it belongs to", async () => {
		const [source = ""] = withStatus("kept");
		const path = `${PROJECT}/Sources/${source}`;
		await host.open(path);
		await host.select(passage);
		await host.runCommand("Highlight selection");
		await host.noteSays(path, `==${passage}==`);
		await host.open(`${PROJECT}/Draft.md`);
		await host.select("kept learning.");
		await host.press("ArrowRight");
		await host.runCommand("Open companion");
		await host.see(passage.slice(0, 40));
		// The panel may still show the face of the source that was open before.
		const marked = '.winnow-companion-face[data-face="sources"] [data-passage]';
		await host.page.waitForSelector(marked);
		await host.page.focus(marked);
		await host.press("Enter");
		await host.noteSays(`${PROJECT}/Draft.md`, /^\[\^[a-z0-9-]+\]: .*\[\[.+\]\].*“/m);
		quote = /“(\S+ \S+ \S+)/.exec(host.readNote(`${PROJECT}/Draft.md`))?.[1] ?? "no quote";
	});

	it("reads the draft through in a view of its own, with a mark in the draft's own text", async () => {
		await host.runCommand("Start read through");
		await host.page.waitForSelector(".winnow-reading [data-index]");
		await host.page.focus(".winnow-reading");
		await host.press("j", "j", "1");
		await host.noteSays(`${PROJECT}/Draft.md`, /%% unclear/);
		await host.press("Control+Enter");
		await host.page.waitForSelector(".workspace-leaf.mod-active .cm-editor");
		expect(readdirSync(join(host.vaultDir, PROJECT, "Readings"))).toHaveLength(1);
	});

	it("exports an article whose footnotes name their sources, without a comment in it", async () => {
		const draft = host.readNote(`${PROJECT}/Draft.md`);
		await host.runCommand("Publish…");
		await host.see("Before it goes out");
		await host.button("Export").click();
		await host.see("Publish");
		const article = await exported();
		expect(article).not.toContain("%%");
		expect(article).toMatch(/^\[\^[a-z0-9-]+\]: .*\]\(http.*\)/m);
		expect(article).toContain(quote);
		expect(article).toContain("## References");
		expect(host.readNote(`${PROJECT}/Draft.md`)).toBe(draft);
	});
});

type CanvasNode = Readonly<{ type: string; file?: string; label?: string; x: number; y: number; width: number; height: number }>;

function holds(section: CanvasNode, card: CanvasNode): boolean {
	const x = card.x + card.width / 2 - section.x;
	const y = card.y + card.height / 2 - section.y;
	return x >= 0 && y >= 0 && x < section.width && y < section.height;
}
