import { changeCanvas, type CanvasDocument, type CanvasValue } from "./canvas-document";
import type { Coverage, Depth } from "./coverage";

/** Preset colors of JSON Canvas: orange, yellow, green (UI §4.5). */
const COLORS: Readonly<Record<Depth, string>> = { none: "2", one: "3", "second-hand": "3", good: "4", below: "4" };
const OURS: ReadonlySet<unknown> = new Set(Object.values(COLORS));

export type Colored = Readonly<{ text: string; count: number }>;

/**
 * Gives sections the color of their coverage. A color that is none of the three was set by the person and stays.
 * `count`: sections whose color changed. Null: an odd file.
 */
export function colorSections(canvas: CanvasDocument, { sections }: Coverage): Colored | null {
	const now = new Map(canvas.nodes.map(({ id, value }) => [id, value.color]));
	const set: Record<string, CanvasValue> = {};
	for (const { section, depth } of sections) {
		const { id } = section.group;
		const color = now.get(id);
		if (color !== COLORS[depth] && (color === undefined || color === "" || OURS.has(color))) set[id] = { color: COLORS[depth] };
	}
	const text = changeCanvas(canvas, { set });
	return text === null ? null : { text, count: Object.keys(set).length };
}
