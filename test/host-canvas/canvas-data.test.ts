import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import {
	boundsOf,
	liesInside,
	parseCanvas,
	writeCanvas,
} from "../host/obsidian/canvas/canvas-data";
import { describeWithShared } from "../shared";

it("Writing keeps every key and value, whatever stands in the file", () => {
	fc.assert(
		fc.property(
			fc.record({
				nodes: fc.array(fc.jsonValue()),
				edges: fc.array(fc.jsonValue()),
				extra: fc.jsonValue(),
			}),
			(raw) => {
				const text = JSON.stringify(raw);
				const parsed = parseCanvas(text);
				expect(parsed === null ? null : JSON.parse(writeCanvas(parsed))).toEqual(
					JSON.parse(text),
				);
			},
		),
	);
});

it("An empty file is an empty canvas, broken JSON and other JSON are none", () => {
	expect(parseCanvas("")).toEqual({ nodes: [], edges: [] });
	expect(parseCanvas("{}")).toEqual({ nodes: [], edges: [] });
	for (const text of ["{ nodes: ", "[]", "3", "null", '"text"', '{"nodes":5}'])
		expect(parseCanvas(text)).toBeNull();
});

it("It is written with tabs and one node a line", () => {
	const data = parseCanvas('{"nodes":[{"id":"a"},{"id":"b"}],"edges":[],"metadata":{"v":1}}');
	expect(data === null ? "" : writeCanvas(data)).toBe(
		'{\n\t"nodes":[\n\t\t{"id":"a"},\n\t\t{"id":"b"}\n\t],\n\t"edges":[],\n\t"metadata":{"v":1}\n}',
	);
});

it("The box around boxes holds each of them", () => {
	const box = fc.record({
		x: fc.integer({ min: -5000, max: 5000 }),
		y: fc.integer({ min: -5000, max: 5000 }),
		width: fc.integer({ min: 1, max: 2000 }),
		height: fc.integer({ min: 1, max: 2000 }),
	});
	fc.assert(
		fc.property(fc.array(box, { minLength: 1 }), (boxes) => {
			const around = boundsOf(boxes);
			expect(around !== null && boxes.every((one) => liesInside(one, around))).toBe(true);
		}),
	);
});

describeWithShared("Real canvases come back as they were", (shared) => {
	const folder = join(shared, "corpora", "canvases", "files");
	const names = readdirSync(folder).filter((name) => name.endsWith(".canvas"));
	it(`all ${names.length} of them`, () => {
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) {
			const text = readFileSync(join(folder, name), "utf8");
			const parsed = parseCanvas(text);
			const before: unknown =
				text.trim() === "" ? {} : JSON.parse(text.replace(/^\uFEFF/, ""));
			expect([name, parsed === null ? null : JSON.parse(writeCanvas(parsed))]).toEqual([
				name,
				{ nodes: [], edges: [], ...(before as object) },
			]);
		}
	});
});
