/** Draws the lines between nodes as SVG. */
import {
	isEdge,
	isNode,
	type Box,
	type CanvasData,
	type CanvasEdge,
	type CanvasNode,
	type Side,
} from "./canvas-data";
import { setCanvasColor } from "./canvas-color";

const SVG = "http://www.w3.org/2000/svg";
const OUT: Readonly<Record<Side, readonly [x: number, y: number]>> = {
	top: [0, -1],
	right: [1, 0],
	bottom: [0, 1],
	left: [-1, 0],
};

export function drawEdges(
	svg: SVGSVGElement,
	labels: HTMLElement,
	data: CanvasData,
	selected: ReadonlySet<string>,
): void {
	svg.replaceChildren();
	labels.replaceChildren();
	const nodes = new Map(data.nodes.filter(isNode).map((node) => [node.id, node]));
	for (const edge of data.edges.filter(isEdge)) {
		const from = nodes.get(edge.fromNode);
		const to = nodes.get(edge.toNode);
		if (from !== undefined && to !== undefined)
			drawEdge(svg, labels, edge, from, to, selected.has(edge.id));
	}
}

function drawEdge(
	svg: SVGSVGElement,
	labels: HTMLElement,
	edge: CanvasEdge,
	from: CanvasNode,
	to: CanvasNode,
	isSelected: boolean,
): void {
	const fromSide = edge.fromSide ?? sideTowards(from, to);
	const toSide = edge.toSide ?? sideTowards(to, from);
	const start = pointOn(from, fromSide);
	const end = pointOn(to, toSide);
	const reach = Math.max(40, Math.hypot(end.x - start.x, end.y - start.y) / 3);
	const first = { x: start.x + OUT[fromSide][0] * reach, y: start.y + OUT[fromSide][1] * reach };
	const second = { x: end.x + OUT[toSide][0] * reach, y: end.y + OUT[toSide][1] * reach };
	const path = `M${start.x},${start.y} C${first.x},${first.y} ${second.x},${second.y} ${end.x},${end.y}`;

	const group = svg.ownerDocument.createElementNS(SVG, "g");
	group.setAttribute("class", `canvas-edge${isSelected ? " is-focused" : ""}`);
	group.setAttribute("data-id", edge.id);
	setCanvasColor(group, edge.color);
	for (const kind of ["canvas-interaction-path", "canvas-display-path"]) {
		const line = group.appendChild(svg.ownerDocument.createElementNS(SVG, "path"));
		line.setAttribute("class", kind);
		line.setAttribute("d", path);
	}
	// JSON Canvas: an edge points at its end unless told otherwise.
	if ((edge.toEnd ?? "arrow") === "arrow") group.append(arrow(svg, end, toSide));
	if (edge.fromEnd === "arrow") group.append(arrow(svg, start, fromSide));
	svg.append(group);
	if (typeof edge.label !== "string" || edge.label === "") return;
	const label = labels.createDiv({ cls: "canvas-path-label", text: edge.label });
	const middle = {
		x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8,
		y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8,
	};
	label.style.transform = `translate(${middle.x}px, ${middle.y}px) translate(-50%, -50%)`;
}

function arrow(svg: SVGSVGElement, at: { x: number; y: number }, side: Side): SVGElement {
	const head = svg.ownerDocument.createElementNS(SVG, "polygon");
	const [x, y] = OUT[side];
	const angle = (Math.atan2(y, x) * 180) / Math.PI;
	head.setAttribute("class", "canvas-path-end");
	head.setAttribute("points", "0,0 10,-6 10,6");
	head.setAttribute("transform", `translate(${at.x} ${at.y}) rotate(${angle})`);
	return head;
}

export function pointOn(box: Box, side: Side): { x: number; y: number } {
	const [x, y] = OUT[side];
	return { x: box.x + (box.width * (1 + x)) / 2, y: box.y + (box.height * (1 + y)) / 2 };
}

/** The side of `box` that looks at `other`. */
export function sideTowards(box: Box, other: Box): Side {
	const dx = other.x + other.width / 2 - (box.x + box.width / 2);
	const dy = other.y + other.height / 2 - (box.y + box.height / 2);
	if (Math.abs(dx) * box.height > Math.abs(dy) * box.width) return dx > 0 ? "right" : "left";
	return dy > 0 ? "bottom" : "top";
}
