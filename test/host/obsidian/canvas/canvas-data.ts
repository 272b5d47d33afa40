/**
 * JSON Canvas 1.0 in memory. Nodes and edges are the parsed objects themselves, so that keys the
 * host does not know survive; only what a person changes is written into them.
 */

export type Side = "top" | "right" | "bottom" | "left";
export type Box = { x: number; y: number; width: number; height: number };

export type CanvasNode = Box & {
	id: string;
	type: string;
	color?: string;
	text?: string;
	file?: string;
	subpath?: string;
	url?: string;
	label?: string;
	[key: string]: unknown;
};

export type CanvasEdge = {
	id: string;
	fromNode: string;
	toNode: string;
	fromSide?: Side;
	toSide?: Side;
	fromEnd?: string;
	toEnd?: string;
	color?: string;
	label?: string;
	[key: string]: unknown;
};

export type CanvasData = { nodes: CanvasNode[]; edges: CanvasEdge[]; [key: string]: unknown };

/** An empty file is an empty canvas, as in the app. Null: no canvas; the text must stay as it is. */
export function parseCanvas(text: string): CanvasData | null {
	if (text.trim() === "") return { nodes: [], edges: [] };
	try {
		const raw: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
		if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return null;
		const { nodes, edges } = raw as Record<string, unknown>;
		const [nodeList, edgeList] = [listOf<CanvasNode>(nodes), listOf<CanvasEdge>(edges)];
		return nodeList === null || edgeList === null
			? null
			: { ...raw, nodes: nodeList, edges: edgeList };
	} catch {
		return null;
	}
}

/** As the app writes it ([M]): tabs, one node or edge a line. */
export function writeCanvas(data: CanvasData): string {
	const entries = Object.entries(data).map(([key, value]) => {
		const isList = (key === "nodes" || key === "edges") && Array.isArray(value);
		return `\t${JSON.stringify(key)}:${isList ? lines(value) : JSON.stringify(value)}`;
	});
	return `{\n${entries.join(",\n")}\n}`;
}

function lines(items: readonly unknown[]): string {
	if (items.length === 0) return "[]";
	return `[\n${items.map((item) => `\t\t${JSON.stringify(item)}`).join(",\n")}\n\t]`;
}

/**
 * A missing list is an empty one; anything else is no canvas (null). Strange entries stay in it, for
 * writing: who draws or changes asks `isNode` first.
 */
function listOf<T>(value: unknown): T[] | null {
	if (value === undefined) return [];
	return Array.isArray(value) ? (value as T[]) : null;
}

export function isNode(entry: unknown): entry is CanvasNode {
	if (typeof entry !== "object" || entry === null) return false;
	const { id, x, y, width, height, type } = entry as Record<string, unknown>;
	return (
		typeof id === "string" &&
		typeof type === "string" &&
		[x, y, width, height].every((n) => typeof n === "number")
	);
}

export function isEdge(entry: unknown): entry is CanvasEdge {
	if (typeof entry !== "object" || entry === null) return false;
	const { id, fromNode, toNode } = entry as Record<string, unknown>;
	return [id, fromNode, toNode].every((value) => typeof value === "string");
}

/** 16 hexadecimal digits, as the app makes them. */
export function newId(): string {
	return [...crypto.getRandomValues(new Uint8Array(8))]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
}

/** Membership is geometry alone: a group takes along what lies wholly inside it. */
export function liesInside(inner: Box, outer: Box): boolean {
	return (
		inner.x >= outer.x &&
		inner.y >= outer.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

/** The smallest box around all; null without any. */
export function boundsOf(boxes: readonly Box[]): Box | null {
	if (boxes.length === 0) return null;
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}
