import { parseCanvas } from "../../src/outline/canvas-document";
import { editOutline as edit, type Intent } from "../../src/outline/edit-outline";
import { allSections, readOutline as read, type OutlineSection } from "../../src/outline/outline";

// The outline's core in the shapes of DESIGN §6. No logic of its own.

type Tree = Readonly<{
	id: string;
	heading: string;
	level: number;
	note: string | null;
	cards: readonly string[];
	sections: readonly Tree[];
}>;

export function readOutline(text: string) {
	const canvas = parseCanvas(text);
	if (!canvas.ok) return { refused: canvas.error };
	const outline = read(canvas.value);
	const ids = (nodes: readonly Readonly<{ id: string }>[]) => nodes.map((node) => node.id);
	return {
		parents: Object.fromEntries([...outline.parents].map(([id, group]) => [id, group?.id ?? null])),
		order: allSections(outline).flatMap((section) => [section.group.id, ...ids(section.cards)]),
		tree: outline.sections.map(treeOf),
		tray: ids(outline.tray),
		loose: ids(outline.loose),
	};
}

function treeOf({ group, heading, level, note, cards, sections }: OutlineSection): Tree {
	const own = cards.map((card) => card.id);
	return { id: group.id, heading, level, note: note?.id ?? null, cards: own, sections: sections.map(treeOf) };
}

/** @param newId for runs that must repeat; by chance where it is not given. */
export function editOutline(text: string, intent: Intent, newId: () => string = randomId) {
	const edited = edit(text, intent, { newId, trayLabel: "Unassigned" });
	return edited.ok ? { text: edited.value } : { refused: edited.error };
}

function randomId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
