import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { changeCanvas, parseCanvas } from "../../src/outline/canvas-document";
import { editOutline, readOutline } from "../doors/outline";
import { describeWithShared } from "../shared";

type OracleNode = Readonly<{ id: string }>;
type OracleSection = Readonly<{
	id: string;
	title: string;
	level: number;
	card: string | null;
	sources: readonly OracleNode[];
	children: readonly OracleSection[];
}>;
type Oracle = Readonly<{
	parseCanvas(text: string): Readonly<{ nodes: readonly OracleNode[]; problems: readonly string[] }>;
	parents(nodes: readonly OracleNode[]): ReadonlyMap<OracleNode, OracleNode | null>;
	outline(nodes: readonly OracleNode[]): Readonly<{
		sections: readonly OracleSection[];
		tray: readonly OracleNode[];
		loose: readonly OracleNode[];
	}>;
}>;

describeWithShared("canvases of the corpus", (shared) => {
	const folder = join(shared, "corpora", "canvases", "files");
	const files = readdirSync(folder).filter((name) => name.endsWith(".canvas"));
	const read = (name: string) => readFileSync(join(folder, name), "utf8");
	let oracle: Oracle;
	beforeAll(() => {
		oracle = loadOracle(join(shared, "bench", "vault", "canvas-oracle.mjs"));
	});

	it("are all there", () => {
		expect(files.length).toBeGreaterThanOrEqual(100);
	});

	it.each(files)("have the outline the oracle reads: %s", (name) => {
		const text = read(name);
		const { nodes } = oracle.parseCanvas(text);
		const expected = oracle.outline(nodes);
		const parents = [...oracle.parents(nodes)].map(([node, group]) => [node.id, group?.id ?? null]);
		expect(readOutline(text)).toMatchObject({
			parents: Object.fromEntries(parents),
			tree: expected.sections.map(asTree),
			order: expected.sections.flatMap(asOrder),
			tray: expected.tray.map((node) => node.id),
			loose: expected.loose.map((node) => node.id),
		});
	});

	it.each(files)("keep every byte when nothing is asked: %s", (name) => {
		const text = read(name);
		expect(editOutline(text, { kind: "noop" })).toEqual({ text });
		const canvas = parseCanvas(text);
		if (!canvas.ok) throw new Error("refused");
		const same = Object.fromEntries(canvas.value.nodes.map(({ id, value }) => [id, { ...value }]));
		expect(changeCanvas(canvas.value, { set: same })).toBe(text);
	});

	it.each(files)("get one card more and are otherwise the same: %s", (name) => {
		const text = read(name);
		const edited = editOutline(text, { kind: "add-card", file: "New source.md", section: null });
		if (!("text" in edited) || edited.text === undefined) throw new Error("refused");
		const before = listOf(text);
		const after = listOf(edited.text);
		const ids = new Set(before.map((node) => node.id));
		const old = after.filter((node) => ids.has(node.id));
		const isTray = (node: Readonly<Record<string, unknown>>) => JSON.stringify(node).toLowerCase().includes("unassigned");
		expect(old.filter((node) => !isTray(node))).toEqual(before.filter((node) => !isTray(node)));
		expect(after.some((node) => node.file === "New source.md")).toBe(true);
		expect(readOutline(edited.text)).toMatchObject({ tray: expect.arrayContaining([expect.any(String)]) });
		const again = editOutline(edited.text, { kind: "add-card", file: "New source.md", section: null });
		expect(again).toEqual({ text: edited.text });
	});
});

function asTree(section: OracleSection): unknown {
	return {
		id: section.id,
		heading: section.title,
		level: section.level,
		note: section.card,
		cards: section.sources.map((node) => node.id),
		sections: section.children.map(asTree),
	};
}

function asOrder(section: OracleSection): readonly string[] {
	return [section.id, ...section.sources.map((node) => node.id), ...section.children.flatMap(asOrder)];
}

function listOf(text: string): readonly Readonly<Record<string, unknown>>[] {
	if (text.trim() === "") return [];
	return (JSON.parse(text.replace(/^\ufeff/, "")) as { nodes?: Record<string, unknown>[] }).nodes ?? [];
}

/** The oracle is an ES module; its few exports are read into a function of this test. */
function loadOracle(path: string): Oracle {
	const source = readFileSync(path, "utf8").replace(/^export /gm, "");
	return new Function(`${source}\nreturn { parseCanvas, parents, outline };`)() as Oracle;
}
