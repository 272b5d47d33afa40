import { identitiesOf } from "../source/identity-of-source";
import type { Source } from "../source/source";
import { Groups } from "./groups";

/** Sources that are the same work by address, DOI or arXiv id: groups of two and more, in the order given. */
export function sameWorks(sources: readonly Source[]): readonly (readonly Source[])[] {
	const groups = new Groups<Source>();
	const first = new Map<string, Source>();
	for (const source of sources) {
		for (const identity of identitiesOf(source)) {
			const other = first.get(identity);
			if (other === undefined) first.set(identity, source);
			else groups.join(other, source);
		}
	}
	return groups.inOrder(sources);
}
