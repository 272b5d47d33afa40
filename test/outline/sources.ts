import type { Source } from "../../src/source/source";

/** A kept article by its path. */
export function source(path: string, more: Partial<Source> = {}): Source {
	return {
		path, title: path.replace(/^.*\/|\.md$/g, ""), url: `https://example.org/${encodeURIComponent(path)}`, identity: null, authors: ["Ada Lovelace"], site: "example.org",
		publication: "", published: "2025-03-01", created: null, description: "", language: null, kind: "article", doi: null, arxiv: null, citekey: null,
		isPrimary: false, capture: "full", captureNote: "", status: "kept", projects: [], category: "", decided: null, reason: "", isHard: false, words: null,
		...more,
	};
}
