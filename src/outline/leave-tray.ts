import { changeCanvas, parseCanvas, type CanvasEntry } from "./canvas-document";
import { readOutline } from "./outline";

/** What a card made by the app or by Winnow holds. Anything else is the author's or another tool's. */
const PLAIN_KEYS = new Set(["id", "type", "file", "x", "y", "width", "height"]);

/**
 * Takes the tray's cards of these notes off: they have a place now. A card with an edge, a colour or any foreign key
 * stays, and so does everything else.
 */
export function leaveTray(text: string, placed: readonly string[]): string {
	const parsed = parseCanvas(text);
	if (!parsed.ok || placed.length === 0) return text;
	const canvas = parsed.value;
	const bound = new Set(canvas.edges.flatMap(({ value }) => [value["fromNode"], value["toNode"]]));
	const plain = new Set(canvas.nodes.filter((node) => isPlain(node) && !bound.has(node.id)).map((node) => node.id));
	const gone = readOutline(canvas)
		.tray.filter((card) => placed.includes(card.path) && plain.has(card.id))
		.map((card) => card.id);
	return gone.length === 0 ? text : (changeCanvas(canvas, { remove: gone }) ?? text);
}

function isPlain({ value }: CanvasEntry): boolean {
	return Object.keys(value).every((key) => PLAIN_KEYS.has(key));
}
