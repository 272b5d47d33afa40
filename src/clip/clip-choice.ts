/** What happens to the pictures of a page: they stay on the web, go into the vault, or the person picks them. */
export const IMAGE_CHOICES = ["remote", "save", "choose"] as const;
export type ImageChoice = (typeof IMAGE_CHOICES)[number];

/** What the person chose for a run. */
export type ClipChoice = Readonly<{
	/** A project note's path; null = unsorted. */
	project: string | null;
	/** "" = none; null = the one of the project that fits each page best. */
	category: string | null;
	images: ImageChoice;
	/** The person's own words, for each note of the run; "" for none. */
	word: string;
}>;

/** Another version may have written another word: pictures stay where they are then. */
export function parseImageChoice(value: string): ImageChoice {
	return IMAGE_CHOICES.find((choice) => choice === value) ?? "remote";
}
