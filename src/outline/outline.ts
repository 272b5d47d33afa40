import { canvasNodes, type CanvasNode, type CardNode, type GroupNode, type TextNode } from "./canvas-node";
import type { CanvasDocument } from "./canvas-document";
import { parentsOf } from "./membership";
import { readingOrder } from "./reading-order";

/** A group of the canvas as a part of the article. */
export type OutlineSection = Readonly<{
	group: GroupNode;
	/** "" where the group has no label. */
	heading: string;
	/** Heading level in the draft: 2 at the top, at most 6. */
	level: number;
	/** "2.1": its place as the reader counts. */
	number: string;
	/** The first text in it: what the reader should understand. */
	note: TextNode | null;
	/** Its own cards in reading order; those of sub-sections are theirs. */
	cards: readonly CardNode[];
	sections: readonly OutlineSection[];
}>;

export type Outline = Readonly<{
	nodes: readonly CanvasNode[];
	/** By node id. */
	parents: ReadonlyMap<string, GroupNode | null>;
	sections: readonly OutlineSection[];
	/** The group for kept notes without a place. */
	trayGroup: GroupNode | null;
	tray: readonly CardNode[];
	/** Cards in no group. */
	loose: readonly CardNode[];
	/** The author put nothing on it: it is empty, or has the empty tray a new project begins with. */
	isBlank: boolean;
}>;

/** Reads sections, order and membership from geometry alone: nothing can get out of step. */
export function readOutline(canvas: CanvasDocument): Outline {
	const nodes = canvasNodes(canvas);
	const parents = parentsOf(nodes);
	const children = new Map<string | null, CanvasNode[]>();
	for (const node of nodes) {
		const parent = parents.get(node.id)?.id ?? null;
		const siblings = children.get(parent);
		if (siblings === undefined) children.set(parent, [node]);
		else siblings.push(node);
	}
	const reader = new OutlineReader(children);
	const sections = reader.sections(null, 2, "");
	const loose = readingOrder((children.get(null) ?? []).filter(isCard));
	const { trayGroup, tray } = reader;
	const isBlank = canvas.nodes.every(({ id }) => id === trayGroup?.id);
	return { nodes, parents, sections, trayGroup, tray, loose, isBlank };
}

/** Every section, depth first: the order of the headings in the draft. */
export function allSections(outline: Pick<Outline, "sections">): readonly OutlineSection[] {
	const walk = (section: OutlineSection): readonly OutlineSection[] => [section, ...section.sections.flatMap(walk)];
	return outline.sections.flatMap(walk);
}

export function sectionById(outline: Outline, id: string): OutlineSection | null {
	return allSections(outline).find((section) => section.group.id === id) ?? null;
}

/** Paths of all notes in sections: what counts as placed. */
export function placedPaths(outline: Outline): ReadonlySet<string> {
	return new Set(allSections(outline).flatMap((section) => section.cards.map((card) => card.path)));
}

/** Lives for one call: collects the tray while it walks. */
class OutlineReader {
	trayGroup: GroupNode | null = null;
	readonly tray: CardNode[] = [];

	constructor(private readonly children: ReadonlyMap<string | null, readonly CanvasNode[]>) {}

	sections(parent: string | null, level: number, prefix: string): readonly OutlineSection[] {
		const found: OutlineSection[] = [];
		for (const group of readingOrder(this.groups(parent))) {
			if (group.isTray) {
				this.trayGroup ??= group;
				this.tray.push(...this.allCards(group.id));
				continue;
			}
			const own = this.children.get(group.id) ?? [];
			const number = `${prefix}${found.length + 1}`;
			found.push({
				group,
				heading: group.label,
				level: Math.min(6, level),
				number,
				note: readingOrder(own.filter(isText))[0] ?? null,
				cards: readingOrder(own.filter(isCard)),
				sections: this.sections(group.id, level + 1, `${number}.`),
			});
		}
		return found;
	}

	private groups(parent: string | null): readonly GroupNode[] {
		return (this.children.get(parent) ?? []).filter(
			(node): node is GroupNode => node.kind === "group" && !node.isIgnored,
		);
	}

	private allCards(parent: string): readonly CardNode[] {
		const own = readingOrder((this.children.get(parent) ?? []).filter(isCard));
		return [...own, ...readingOrder(this.groups(parent)).flatMap((group) => this.allCards(group.id))];
	}
}

function isCard(node: CanvasNode): node is CardNode {
	return node.kind === "card";
}

function isText(node: CanvasNode): node is TextNode {
	return node.kind === "text";
}
