import type { Intent } from "./edit-outline";
import { allSections, type Outline, type OutlineSection } from "./outline";

type Key = Readonly<{ key: string; altKey: boolean }>;

/** What a key does to a section of the list: Alt+arrows move and nest, Delete ungroups. Null: nothing. */
export function treeIntent(outline: Outline, id: string, { key, altKey }: Key): Intent | null {
	if (key === "Delete" && !altKey) return { kind: "ungroup", section: id };
	if (!altKey) return null;
	const parent = allSections(outline).find((section) => section.sections.some((each) => each.group.id === id)) ?? null;
	const siblings = parent?.sections ?? outline.sections;
	const at = siblings.findIndex((each) => each.group.id === id);
	if (at === -1) return null;
	switch (key) {
		case "ArrowUp":
			return before(id, siblings[at - 1]);
		case "ArrowDown": {
			const next = siblings[at + 1];
			if (next === undefined) return null;
			const after = siblings[at + 2];
			return { kind: "move-section", section: id, before: after?.group.id ?? null, parent: parent?.group.id ?? null };
		}
		case "ArrowRight": {
			const above = siblings[at - 1];
			if (above === undefined) return null;
			return { kind: "move-section", section: id, before: null, parent: above.group.id };
		}
		case "ArrowLeft":
			return parent === null ? null : outOf(outline, id, parent);
		default:
			return null;
	}
}

function before(id: string, other: OutlineSection | undefined): Intent | null {
	return other === undefined ? null : { kind: "move-section", section: id, before: other.group.id };
}

/** Behind its old parent. */
function outOf(outline: Outline, id: string, parent: OutlineSection): Intent {
	const above = allSections(outline).find((section) => section.sections.includes(parent)) ?? null;
	const siblings = above?.sections ?? outline.sections;
	const next = siblings[siblings.indexOf(parent) + 1];
	return { kind: "move-section", section: id, before: next?.group.id ?? null, parent: above?.group.id ?? null };
}
