import type { Footnotes } from "../text/footnotes";

/** Something about citations that the author may want to look at. Nothing is mended unasked. */
export type CitationFault = Readonly<
	| { kind: "no-use"; key: string; at: number }
	| { kind: "no-definition"; key: string; at: number }
>;

export function citationFaults({ definitions, references }: Footnotes): readonly CitationFault[] {
	const used = new Set(references.map((each) => each.key));
	const defined = new Set(definitions.map((each) => each.key));
	return [
		...definitions.filter((each) => !used.has(each.key)).map(({ key, from }): CitationFault => ({ kind: "no-use", key, at: from })),
		...references.filter((each) => !defined.has(each.key)).map(({ key, from }): CitationFault => ({ kind: "no-definition", key, at: from })),
	];
}
