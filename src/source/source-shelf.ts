import { isSameValue } from "../vault/same-value";
import { identitiesOf } from "./identity-of-source";
import type { Source } from "./source";
import type { UrlIdentity } from "./url-identity";

/** The sources of a vault, found by path and by what makes two links the same work. */
export class SourceShelf {
	private readonly sources = new Map<string, Source>();
	private readonly identities = new Map<UrlIdentity, Set<string>>();
	private list: readonly Source[] | null = null;

	get count(): number {
		return this.sources.size;
	}

	paths(): Iterable<string> {
		return this.sources.keys();
	}

	has(path: string): boolean {
		return this.sources.has(path);
	}

	get(path: string): Source | null {
		return this.sources.get(path) ?? null;
	}

	/** In the order they came; the same list until something changes. */
	all(): readonly Source[] {
		return (this.list ??= [...this.sources.values()]);
	}

	byIdentity(identity: UrlIdentity): readonly Source[] {
		return [...(this.identities.get(identity) ?? [])].flatMap((path) => this.sources.get(path) ?? []);
	}

	/** Null takes it away. True: the shelf says something else than before. */
	put(path: string, source: Source | null): boolean {
		const before = this.sources.get(path);
		if (before !== undefined && source !== null && isSameValue(before, source)) return false;
		if (before === undefined && source === null) return false;
		// A decision leaves the work as it is; its addresses are the dear part.
		const isSameWork = before !== undefined && source !== null && isOneWork(before, source);
		if (before !== undefined && !isSameWork)
			for (const identity of identitiesOf(before)) this.identities.get(identity)?.delete(path);
		if (source === null) this.sources.delete(path);
		else this.sources.set(path, source);
		if (source !== null && !isSameWork) this.name(path, source);
		this.list = null;
		return true;
	}

	private name(path: string, source: Source): void {
		for (const identity of identitiesOf(source)) {
			const paths = this.identities.get(identity);
			if (paths === undefined) this.identities.set(identity, new Set([path]));
			else paths.add(path);
		}
	}
}

function isOneWork(a: Source, b: Source): boolean {
	return a.url === b.url && a.doi === b.doi && a.arxiv === b.arxiv;
}
