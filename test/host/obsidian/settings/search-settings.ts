import { valueOf, type Definition, type PageEntry, type Row } from "./definitions";

/** A setting that was found, and the pages that lead to it. */
export type Found = Readonly<{ tab: number; pages: readonly string[]; name: string; desc: string }>;

/**
 * What the search of the settings finds in the definitions of all tabs: every word in the name, the description or
 * the aliases; not what is hidden or says `searchable: false` [R: d.ts of 1.13].
 */
export function searchSettings(tabs: readonly (readonly Definition[])[], query: string): readonly Found[] {
	const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
	if (words.length === 0) return [];
	return tabs.flatMap((items, tab) => inside(items, [], tab, words));
}

function inside(items: readonly Definition[], pages: readonly string[], tab: number, words: readonly string[]): readonly Found[] {
	return items.flatMap((item): readonly Found[] => {
		if (!valueOf(item.visible, true)) return [];
		if (item.type === "group" || item.type === "list") return inside(item.items ?? [], pages, tab, words);
		const { name, desc: about, aliases = [], searchable } = item as Row | PageEntry;
		const below = item.type === "page" ? inside(item.items ?? [], [...pages, name], tab, words) : [];
		const desc = typeof about === "string" ? about : (about?.textContent ?? "");
		const text = [name, desc, ...aliases].join(" ").toLowerCase();
		const isFound = searchable !== false && words.every((word) => text.includes(word));
		return isFound ? [{ tab, pages, name, desc }, ...below] : below;
	});
}
