import type { Box, CanvasNode, GroupNode } from "./canvas-node";

/** So much of a group must lie inside another to nest in it (triage-outline b2). */
const NESTED_SHARE = 0.9;

/** The group each node belongs to, by id; null: none. A decoration ("Not a section") holds nothing. */
export function parentsOf(nodes: readonly CanvasNode[]): ReadonlyMap<string, GroupNode | null> {
	const groups = nodes.filter((node): node is GroupNode => node.kind === "group" && !node.isIgnored);
	// Tightest first, of equal ones the one on top: the first that holds a node is its group.
	groups.sort((a, b) => area(a) - area(b) || b.at - a.at);
	return new Map(nodes.map((node) => [node.id, node.kind === "group" ? groupOf(node, groups) : cardOf(node, groups)]));
}

/** A loop and not `find`: on large canvases this is where the time goes. */
function cardOf(node: CanvasNode, groups: readonly GroupNode[]): GroupNode | null {
	const x = node.x + node.width / 2;
	const y = node.y + node.height / 2;
	for (const group of groups) {
		if (x >= group.x && y >= group.y && x < group.x + group.width && y < group.y + group.height) return group;
	}
	return null;
}

function groupOf(node: GroupNode, groups: readonly GroupNode[]): GroupNode | null {
	const own = area(node);
	for (const group of groups) {
		if (group.id === node.id) continue;
		const isLarger = area(group) > own || (area(group) === own && group.at < node.at);
		if (!isLarger) continue;
		const holds = own === 0 ? holdsCentre(group, node) : overlapArea(node, group) >= NESTED_SHARE * own;
		if (holds) return group;
	}
	return null;
}

export function area(box: Box): number {
	return box.width * box.height;
}

/** Left and top edge belong to a box, right and bottom do not. */
export function holdsCentre(outer: Box, inner: Box): boolean {
	const x = inner.x + inner.width / 2;
	const y = inner.y + inner.height / 2;
	return x >= outer.x && x < outer.x + outer.width && y >= outer.y && y < outer.y + outer.height;
}

/** Closed: touching edges are inside. */
export function isInside(inner: Box, outer: Box): boolean {
	return (
		inner.x >= outer.x &&
		inner.y >= outer.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

export function overlapArea(a: Box, b: Box): number {
	const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return Math.max(0, width) * Math.max(0, height);
}
