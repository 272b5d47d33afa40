import fc from "fast-check";

export type TestNode = Readonly<Record<string, unknown>> & Readonly<{ id: string }>;

/** A canvas as the app writes it. */
export function canvasOf(nodes: readonly TestNode[], edges: readonly unknown[] = []): string {
	const lines = (list: readonly unknown[]) => (list.length === 0 ? "[]" : `[\n${list.map((one) => `\t\t${JSON.stringify(one)}`).join(",\n")}\n\t]`);
	return `{\n\t"nodes":${lines(nodes)},\n\t"edges":${lines(edges)}\n}`;
}

export function group(id: string, label: string, x: number, y: number, width: number, height: number, more = {}): TestNode {
	return { id, type: "group", x, y, width, height, label, ...more };
}

export function card(id: string, file: string, x: number, y: number): TestNode {
	return { id, type: "file", file, x, y, width: 320, height: 180 };
}

/** Ids that repeat from run to run. */
export function countingIds(): () => string {
	let count = 0;
	return () => (++count).toString(16).padStart(16, "0");
}

type Shape = Readonly<{ heading: string; cards: number; sections: readonly Shape[] }>;

/** Trees of sections up to three deep, with headings that differ. */
export const shapes: fc.Arbitrary<readonly Shape[]> = fc
	.letrec<{ forest: readonly Shape[]; shape: Shape }>((tie) => ({
		shape: fc.record({
			heading: fc.stringMatching(/^[A-Za-z\u4e00-\u4e20][A-Za-z \u4e00-\u4e20]{0,12}[a-z]$/),
			cards: fc.integer({ min: 0, max: 4 }),
			sections: fc.oneof({ maxDepth: 2 }, fc.constant([]), tie("forest")),
		}),
		forest: fc.array(tie("shape"), { minLength: 1, maxLength: 4 }),
	}))
	.forest.map((forest) => withNumbers(forest, ""));

function withNumbers(forest: readonly Shape[], prefix: string): readonly Shape[] {
	return forest.map((shape, index) => {
		const number = `${prefix}${index + 1}`;
		return { ...shape, heading: `${shape.heading.trim()} ${number}`, sections: withNumbers(shape.sections, `${number}.`) };
	});
}

/** Lays a tree out: cards in a row, sub-sections below them in one column. */
export function layOut(forest: readonly Shape[]): readonly TestNode[] {
	const nodes: TestNode[] = [];
	const newId = countingIds();
	const place = (shape: Shape, x: number, y: number, width: number): number => {
		const id = newId();
		let bottom = y + 40;
		const cards: TestNode[] = [];
		for (let index = 0; index < shape.cards; index++) {
			cards.push(card(newId(), `Sources/${shape.heading} ${index}.md`, x + 40 + (index % 3) * 360, bottom + Math.floor(index / 3) * 220));
		}
		if (shape.cards > 0) bottom += Math.ceil(shape.cards / 3) * 220;
		const at = nodes.length;
		for (const section of shape.sections) bottom = place(section, x + 40, bottom, width - 80) + 80;
		nodes.splice(at, 0, group(id, shape.heading, x, y, width, Math.max(bottom - y, 260)));
		nodes.push(...cards);
		return y + Math.max(bottom - y, 260);
	};
	let y = 0;
	for (const shape of forest) y = place(shape, 0, y, 1600) + 80;
	return nodes;
}

export type { Shape };
