import type { Box, CanvasNode, GroupNode } from "./canvas-node";
import type { Outline } from "./outline";
import { boundsOf, boxOf, GAP } from "./place-cards";
import { overlaps } from "./space";

/** New rectangles by node id: of what moved or grew. */
export type Moves = ReadonlyMap<string, Box>;

/** Space between two sections of one column, for the label above the lower one. */
const SECTION_GAP = 2 * GAP;

/**
 * Works on a copy of the canvas' rectangles. A section moves with everything inside by one offset; what it
 * would cover is pushed down as a block; a group grows to hold what is pushed.
 */
export class Arrangement {
	private readonly boxes: Map<string, Box>;
	private readonly parents = new Map<string, string | null>();
	private readonly children = new Map<string | null, Set<string>>();
	private readonly nodes: ReadonlyMap<string, CanvasNode>;

	constructor(outline: Outline) {
		this.nodes = new Map(outline.nodes.map((node) => [node.id, node]));
		this.boxes = new Map(outline.nodes.map((node) => [node.id, boxOf(node)]));
		for (const node of outline.nodes) this.setParent(node.id, outline.parents.get(node.id)?.id ?? null);
	}

	/** The rectangles that differ from those in the file. */
	moves(): Moves {
		const changed = [...this.boxes].filter(([id, box]) => {
			const node = this.nodes.get(id);
			return node === undefined || (["x", "y", "width", "height"] as const).some((side) => node[side] !== box[side]);
		});
		return new Map(changed);
	}

	box(id: string): Box {
		const box = this.boxes.get(id);
		if (box === undefined) throw new Error(`no node ${id}`);
		return box;
	}

	/** A group that is not in the file yet. */
	addGroup(id: string, box: Box, parent: string | null): void {
		this.boxes.set(id, box);
		this.setParent(id, parent);
	}

	/**
	 * Puts sections of one parent under each other in this order, from `top` on, and pushes what they cover.
	 * @param sections ids; they become children of `parent`.
	 */
	stack(sections: readonly string[], parent: string | null, left: number, top: number): void {
		let y = top;
		const placed: string[] = [];
		for (const id of sections) {
			this.setParent(id, parent);
			this.moveTo(id, left, y);
			placed.push(id);
			y = bottomOf(this.box(id)) + SECTION_GAP;
		}
		this.pushAside(parent, new Set(placed));
		this.fit(parent);
	}

	/** Moves a node and everything inside it. */
	moveTo(id: string, x: number, y: number): void {
		const { x: fromX, y: fromY } = this.box(id);
		this.shift(id, x - fromX, y - fromY);
	}

	private shift(id: string, dx: number, dy: number): void {
		if (dx === 0 && dy === 0) return;
		for (const each of [id, ...this.descendants(id)]) {
			const box = this.box(each);
			this.boxes.set(each, { ...box, x: box.x + dx, y: box.y + dy });
		}
	}

	/** Everything whose chain of groups leads to `id`. */
	private descendants(id: string): readonly string[] {
		const own = [...(this.children.get(id) ?? [])];
		return own.flatMap((each) => [each, ...this.descendants(each)]);
	}

	private setParent(id: string, parent: string | null): void {
		this.children.get(this.parents.get(id) ?? null)?.delete(id);
		this.parents.set(id, parent);
		const siblings = this.children.get(parent);
		if (siblings === undefined) this.children.set(parent, new Set([id]));
		else siblings.add(id);
	}

	/** Siblings that lie on fixed ones go down, and push further ones in turn. */
	private pushAside(parent: string | null, fixed: Set<string>): void {
		const others = [...(this.children.get(parent) ?? [])]
			.filter((id) => !fixed.has(id) && !this.isIgnored(id))
			.sort((a, b) => this.box(a).y - this.box(b).y);
		for (const id of others) {
			for (let cover = this.coverOf(id, fixed); cover !== null; cover = this.coverOf(id, fixed)) {
				this.moveTo(id, this.box(id).x, bottomOf(cover) + GAP);
			}
			fixed.add(id);
		}
	}

	private coverOf(id: string, fixed: ReadonlySet<string>): Box | null {
		const box = this.box(id);
		for (const other of fixed) {
			// Overlaps the author made between things that did not move are the author's.
			if (this.isUnmoved(other) && this.isUnmoved(id)) continue;
			if (overlaps(this.box(other), box)) return this.box(other);
		}
		return null;
	}

	/** Grows a group until it holds what was moved in it, and so on outwards. */
	fit(id: string | null): void {
		if (id === null) return;
		const box = this.box(id);
		let { x: left, y: top } = box;
		let right = box.x + box.width;
		let bottom = bottomOf(box);
		for (const child of this.children.get(id) ?? []) {
			if (this.isUnmoved(child)) continue; // what stuck out before is the author's
			const inner = this.box(child);
			if (inner.x < box.x) left = Math.min(left, inner.x - GAP);
			if (inner.y < box.y) top = Math.min(top, inner.y - GAP);
			if (inner.x + inner.width > box.x + box.width) right = Math.max(right, inner.x + inner.width + GAP);
			if (bottomOf(inner) > bottomOf(box)) bottom = Math.max(bottom, bottomOf(inner) + GAP);
		}
		this.boxes.set(id, { x: left, y: top, width: right - left, height: bottom - top });
		const parent = this.parents.get(id) ?? null;
		this.pushAside(parent, new Set([id]));
		this.fit(parent);
	}

	private isUnmoved(id: string): boolean {
		const node = this.nodes.get(id);
		return node !== undefined && same(node, this.box(id));
	}

	private isIgnored(id: string): boolean {
		const node = this.nodes.get(id);
		return node?.kind === "group" && node.isIgnored;
	}
}

function same(a: Box, b: Box): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function bottomOf(box: Box): number {
	return box.y + box.height;
}

/** Where a new or moved section of a parent begins: under everything in it, or in the parent's corner. */
export function firstFreeTop(outline: Outline, parent: GroupNode | null, without: string | null): Box {
	const inside = outline.nodes.filter(
		(node) => (outline.parents.get(node.id)?.id ?? null) === (parent?.id ?? null) && node.id !== without,
	);
	const sections = inside.filter((node) => node.kind === "group" && !node.isTray && !node.isIgnored);
	const bounds = boundsOf(sections.length > 0 || parent === null ? sections : inside) ?? boundsOf(inside);
	if (bounds === null) return { x: (parent?.x ?? 0) + GAP, y: (parent?.y ?? 0) + GAP, width: 0, height: 0 };
	const all = boundsOf(inside) ?? bounds;
	const left = parent === null ? bounds.x : Math.max(bounds.x, parent.x + GAP);
	return { x: left, y: bottomOf(parent === null ? bounds : all) + SECTION_GAP, width: 0, height: 0 };
}
