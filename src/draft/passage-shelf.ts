import type { App } from "obsidian";
import { firstParagraphs, passages, type Passage } from "./passages";

type Shelved = Readonly<{ mtime: number; list: readonly Passage[]; isUnmarked: boolean }>;

/** Marked passages of the sources in use, read once per version of a note; what is no longer asked for leaves. */
export class PassageShelf {
	private shelved = new Map<string, Shelved>();

	constructor(private readonly app: Pick<App, "vault">) {}

	has(path: string): boolean {
		return this.shelved.has(path);
	}

	get(path: string): Readonly<{ list: readonly Passage[]; isUnmarked: boolean }> {
		return this.shelved.get(path) ?? { list: [], isUnmarked: false };
	}

	/** Reads these notes where they changed; drops all others. */
	async fill(paths: readonly string[]): Promise<void> {
		const next = new Map<string, Shelved>();
		for (const path of paths) {
			const file = this.app.vault.getFileByPath(path);
			if (file === null) continue;
			const known = this.shelved.get(path);
			if (known?.mtime === file.stat.mtime) next.set(path, known);
			else next.set(path, { mtime: file.stat.mtime, ...readPassages(await this.app.vault.cachedRead(file)) });
		}
		this.shelved = next;
	}
}

/** What is marked; where nothing is, how the note begins. */
export function readPassages(note: string): Readonly<{ list: readonly Passage[]; isUnmarked: boolean }> {
	const marked = passages(note);
	return marked.length > 0 ? { list: marked, isUnmarked: false } : { list: firstParagraphs(note, 1), isUnmarked: true };
}
