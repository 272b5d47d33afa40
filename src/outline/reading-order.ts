import type { Box } from "./canvas-node";

/**
 * Rows from top to bottom, left to right in a row. The topmost node opens a row; whatever starts less than
 * half the smaller height below it belongs to it (triage-outline b3). Ties: x, then y, then file order.
 */
export function readingOrder<Node extends Box & Readonly<{ at: number }>>(nodes: readonly Node[]): readonly Node[] {
	let rest = [...nodes].sort((a, b) => a.y - b.y || a.x - b.x || a.at - b.at);
	const order: Node[] = [];
	while (rest.length > 0) {
		const [first] = rest;
		if (first === undefined) break;
		const row: Node[] = [];
		const later: Node[] = [];
		let next = 0;
		for (; next < rest.length; next++) {
			const node = rest[next];
			if (node === undefined || (node !== first && node.y - first.y >= first.height / 2)) break;
			const isInRow = node === first || node.y - first.y < Math.min(node.height, first.height) / 2;
			(isInRow ? row : later).push(node);
		}
		order.push(...row.sort((a, b) => a.x - b.x || a.y - b.y || a.at - b.at));
		rest = later.length === 0 ? rest.slice(next) : [...later, ...rest.slice(next)];
	}
	return order;
}
