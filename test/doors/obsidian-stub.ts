/** Stands in for Obsidian where a door's code reaches it. English; everything else is out of reach on purpose. */
export function getLanguage(): string {
	return "en";
}
