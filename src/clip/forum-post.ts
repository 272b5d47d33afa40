import type { Measures } from "./measure";

/** One post of a thread. */
export type Post = Readonly<{
	element: Element;
	body: Element;
	/** Further parts of the text, where no element of its own holds it. */
	more?: readonly Element[];
	author: string;
	date: string | null;
	/** The date as the page writes it, "" where it shows none. */
	when: string;
	/** How many posts it answers stand above it; 0 for the first and where the page does not say. */
	depth?: number;
}>;

/** A date as the page shows it; "2 days ago" says nothing in a note, so then the day. `date` is ISO 8601. */
export function whenOf(shown: string, date: string): string {
	const plain = shown.replace(/^(posted|asked|answered|written)( on)?:?\s+|^发表于\s*/i, "").replace(/^[\s([,·|–-]+|[\s)\].:,]+$/g, "").replace(/^(wrote|said|schrieb)( on)?:?\s+|\s+(wrote|said|schrieb):?$/i, "");
	return /(?:19|20)\d\d/.test(plain) && plain.length <= 40 ? plain : date.slice(0, 10);
}

/** Characters to read in a post. */
export function lengthOf({ body, more = [] }: Post, measures: Measures): number {
	return [body, ...more].reduce((sum, part) => sum + measures.text(part), 0);
}
