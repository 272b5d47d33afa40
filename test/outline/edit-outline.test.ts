import fc from "fast-check";
import { editOutline as edit, type Intent } from "../../src/outline/edit-outline";
import { parseCanvas } from "../../src/outline/canvas-document";
import { canvasNodes } from "../../src/outline/canvas-node";
import { allSections, readOutline } from "../../src/outline/outline";
import { overlaps } from "../../src/outline/space";
import { editOutline as door } from "../doors/outline";
import { canvasOf, card, countingIds, group, layOut, shapes, type TestNode } from "./canvases";

function outlineOf(text: string) {
	const canvas = parseCanvas(text);
	if (!canvas.ok) throw new Error(canvas.error.kind);
	return readOutline(canvas.value);
}

function run(text: string, intent: Intent): string {
	const edited = edit(text, intent, { newId: countingIds2(), trayLabel: "Unassigned" });
	if (!edited.ok) throw new Error(edited.error.kind);
	return edited.value;
}

/** Ids that the laid-out canvases do not use. */
function countingIds2(): () => string {
	const next = countingIds();
	return () => `f${next().slice(1)}`;
}

const tree = (text: string) => allSections(outlineOf(text)).map((section) => `${section.number} ${section.heading}`);
const two = [group("a", "First", 0, 0, 1120, 260), card("c", "S/One.md", 40, 40), group("b", "Second", 0, 340, 1120, 260)];

describe("adding a card", () => {
	it("puts it into the first free cell and changes nothing else", () => {
		const before = canvasOf(two);
		const after = run(before, { kind: "add-card", file: "S/Two.md", section: "a" });
		expect(after.split("\n").filter((line) => !before.split("\n").includes(line) && !before.includes(line.replace(/,$/, "")))).toEqual([
			'\t\t{"id":"f000000000000001","type":"file","file":"S/Two.md","x":400,"y":40,"width":320,"height":180}',
		]);
	});

	it("is the same file when the card is there already", () => {
		const before = canvasOf(two);
		expect(run(before, { kind: "add-card", file: "S/One.md", section: "a" })).toBe(before);
	});

	it("grows a full section down where nothing is in the way", () => {
		const full = [group("a", "First", 0, 0, 400, 260), card("c", "S/One.md", 40, 40)];
		const after = outlineOf(run(canvasOf(full), { kind: "add-card", file: "S/Two.md", section: "a" }));
		expect(after.sections[0]?.cards.map((each) => each.path)).toEqual(["S/One.md", "S/Two.md"]);
		expect(after.sections[0]?.group).toMatchObject({ width: 400, height: 480 });
	});

	it("grows to the right where below is something", () => {
		const full = [group("a", "First", 0, 0, 400, 260), card("c", "S/One.md", 40, 40), group("b", "Second", 0, 300, 400, 260)];
		const after = outlineOf(run(canvasOf(full), { kind: "add-card", file: "S/Two.md", section: "a" }));
		expect(after.sections[0]?.group).toMatchObject({ width: 760, height: 260 });
		expect(after.sections[0]?.cards).toHaveLength(2);
	});

	it("leaves it in a tray where there is no room at all", () => {
		const walled = [
			group("a", "First", 0, 0, 400, 260),
			card("c", "S/One.md", 40, 40),
			group("b", "Second", 0, 270, 400, 260),
			group("d", "Third", 410, 0, 400, 260),
		];
		const after = outlineOf(run(canvasOf(walled), { kind: "add-card", file: "S/Two.md", section: "a" }));
		expect(after.tray.map((each) => each.path)).toEqual(["S/Two.md"]);
		expect(after.trayGroup?.isTray).toBe(true);
	});

	it("never lies on anything, moves nothing and keeps every section's cards", () => {
		const law = fc.property(shapes, fc.nat(), fc.integer({ min: 1, max: 12 }), (forest, pick, count) => {
			let text = canvasOf(layOut(forest));
			const sections = allSections(outlineOf(text));
			const section = sections[pick % sections.length]?.group.id ?? "";
			const before = new Map(canvasNodes(mustParse(text)).map((node) => [node.id, node]));
			const parents = outlineOf(text).parents;
			for (let index = 0; index < count; index++) text = run(text, { kind: "add-card", file: `New/${index}.md`, section });
			const outline = outlineOf(text);
			const fresh = outline.nodes.filter((node) => node.kind === "card" && node.path.startsWith("New/"));
			expect(fresh).toHaveLength(count);
			for (const node of fresh) {
				const others = outline.nodes.filter((other) => other.kind !== "group" && other.id !== node.id);
				expect(others.some((other) => overlaps(other, node))).toBe(false);
			}
			for (const node of outline.nodes) {
				const old = before.get(node.id);
				if (old === undefined) continue;
				expect([node.x, node.y]).toEqual([old.x, old.y]);
				if (node.id !== section && node.kind !== "group") expect([node.width, node.height]).toEqual([old.width, old.height]);
				expect(outline.parents.get(node.id)?.id).toBe(parents.get(node.id)?.id);
			}
		});
		fc.assert(law, { numRuns: 60 });
	});
});

function mustParse(text: string) {
	const canvas = parseCanvas(text);
	if (!canvas.ok) throw new Error(canvas.error.kind);
	return canvas.value;
}

describe("foreign things", () => {
	const strange = canvasOf(
		[
			{ ...group("a", "First", 0, 0, 1120, 260), "my-key": { deep: [1, 2.5e3, "\\u00e4"] }, color: "4" },
			card("c", "S/One.md", 40, 40),
			{ id: "z", type: "hologram", x: 9, y: 9 } as TestNode,
		],
		[{ id: "e", fromNode: "c", toNode: "a", styleAttributes: {} }],
	).replace('"edges"', '"metadata":{"version":"1.0-1.0"},\n\t"edges"');

	it.each<Intent>([
		{ kind: "rename", section: "a", heading: "Renamed “so”" },
		{ kind: "add-card", file: "S/Two.md", section: "a" },
		{ kind: "add-section", heading: "New", parent: "a" },
		{ kind: "add-section", heading: "New", parent: null },
	])("survive: $kind", (intent) => {
		const after = run(strange, intent);
		for (const word of ['"my-key":{"deep":[1,2500,"\\\\u00e4"]}', '"hologram"', '"styleAttributes":{}', '"version":"1.0-1.0"']) {
			expect(after).toContain(word);
		}
	});

	it("lose a card's edges with the card and nothing else", () => {
		const after = run(strange, { kind: "remove-card", node: "c" });
		expect(after).not.toContain('"id":"e"');
		expect(after).toContain('"edges":[]');
		expect(outlineOf(after).sections[0]?.heading).toBe("First");
	});

	it.each([
		["two spaces, a key a line", '{\n  "nodes": [\n    {\n      "id": "a",\n      "type": "group",\n      "x": 0,\n      "y": 0,\n      "width": 1120,\n      "height": 260\n    }\n  ],\n  "edges": []\n}\n'],
		["one line", '{"nodes":[{"id":"a","type":"group","x":0,"y":0,"width":1120,"height":260}],"edges":[]}'],
		["blanks after commas", '{"nodes": [{"id": "a", "type": "group", "x": 0, "y": 0, "width": 1120, "height": 260}]}'],
	])("keep the file's manner: %s", (_name, text) => {
		const after = run(text, { kind: "add-card", file: "S.md", section: "a" });
		const style = (one: string) => [one.includes("\n"), /\n( *)"/.exec(one)?.[1] ?? "", /: /.test(one), one.endsWith("\n")];
		expect(style(after)).toEqual(style(text));
		expect(outlineOf(after).sections[0]?.cards).toHaveLength(1);
		expect(after.startsWith(text.slice(0, 20))).toBe(true);
	});

	it("keep a byte order mark and CRLF", () => {
		const text = `\ufeff${canvasOf(two).replace(/\n/g, "\r\n")}`;
		const after = run(text, { kind: "add-card", file: "S/Two.md", section: "a" });
		expect(after.startsWith("\ufeff{")).toBe(true);
		expect(/[^\r]\n/.test(after)).toBe(false);
	});

	it.each(["", "{}", '{"nodes":[]}', '{"nodes":[],"edges":[]}', "\ufeff"])("an empty canvas gets a tray: %j", (text) => {
		const after = run(text, { kind: "add-card", file: "S.md", section: null });
		expect(outlineOf(after).tray.map((each) => each.path)).toEqual(["S.md"]);
	});
});

describe("what is refused", () => {
	it.each<[string, string, Intent]>([
		["broken", '{"nodes":[{"id":"a",}]}', { kind: "noop" }],
		["broken", '{"nodes":[}', { kind: "noop" }],
		["broken", "[1,2]", { kind: "noop" }],
		["broken", `${"[".repeat(5000)}`, { kind: "noop" }],
		["ids", '{"nodes":[{"id":"a"},{"id":"a"}]}', { kind: "noop" }],
		["ids", '{"nodes":[{"id":7}]}', { kind: "noop" }],
		["no-such-node", canvasOf(two), { kind: "rename", section: "nobody", heading: "x" }],
		["into-itself", canvasOf(two), { kind: "move-section", section: "a", before: null, parent: "a" }],
		["odd-file", '{"nodes":{"a":1}}', { kind: "add-card", file: "S.md", section: null }],
	])("%s", (kind, text, intent) => {
		expect(door(text, intent)).toMatchObject({ refused: { kind } });
	});

	it("says where the text stops being JSON", () => {
		expect(door('{\n\t"nodes":[\n\t\t{"id":"a",}\n\t]\n}', { kind: "noop" })).toEqual({ refused: { kind: "broken", line: 3, column: 13 } });
	});
});

describe("moving sections", () => {
	it("reads in the new order", () => {
		expect(tree(run(canvasOf(two), { kind: "move-section", section: "b", before: "a" }))).toEqual(["1 Second", "2 First"]);
	});

	it("nests and takes out", () => {
		const nested = run(canvasOf(two), { kind: "move-section", section: "b", before: null, parent: "a" });
		expect(tree(nested)).toEqual(["1 First", "1.1 Second"]);
		expect(tree(run(nested, { kind: "move-section", section: "b", before: null, parent: null }))).toEqual(["1 First", "2 Second"]);
	});

	it("always ends where it was asked to, with all cards still in their sections", () => {
		const law = fc.property(shapes, fc.nat(), fc.nat(), (forest, one, other) => {
			const text = canvasOf(layOut(forest));
			const sections = allSections(outlineOf(text));
			const section = sections[one % sections.length];
			const before = sections[other % sections.length];
			if (section === undefined || before === undefined) return;
			const edited = edit(text, { kind: "move-section", section: section.group.id, before: before.group.id }, { newId: countingIds2(), trayLabel: "" });
			if (!edited.ok) {
				expect(edited.error.kind).toBe("into-itself");
				return;
			}
			const after = outlineOf(edited.value);
			const siblings = allSections(after).find((each) => each.sections.some((sub) => sub.group.id === before.group.id))?.sections ?? after.sections;
			const ids = siblings.map((each) => each.group.id);
			expect(ids.indexOf(section.group.id)).toBe(ids.indexOf(before.group.id) - 1);
			const own = (outline: typeof after) =>
				Object.fromEntries(allSections(outline).map((each) => [each.group.id, each.cards.map((one2) => one2.path).sort()]));
			expect(own(after)).toEqual(own(outlineOf(text)));
		});
		fc.assert(law, { numRuns: 150 });
	});
});

describe("a new section", () => {
	it("stands last in its parent, wherever that is", () => {
		const law = fc.property(shapes, fc.nat(), (forest, pick) => {
			const text = canvasOf(layOut(forest));
			const sections = allSections(outlineOf(text));
			const parent = sections[pick % (sections.length + 1)]?.group.id ?? null;
			const after = outlineOf(run(text, { kind: "add-section", heading: "Brand new", parent }));
			const own = parent === null ? after.sections : (allSections(after).find((each) => each.group.id === parent)?.sections ?? []);
			expect(own.at(-1)?.heading).toBe("Brand new");
			expect(allSections(after)).toHaveLength(sections.length + 1);
		});
		fc.assert(law, { numRuns: 100 });
	});
});
