/** Stands in for Obsidian where a door's code reaches it. English; everything else is out of reach on purpose. */
export function getLanguage(): string {
	return "en";
}

/** Named at load time by a face that a door's imports pass; never made there. */
export class AbstractInputSuggest {}
