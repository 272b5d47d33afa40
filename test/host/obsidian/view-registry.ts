import type { View } from "./view";
import { EmptyView, UnknownView } from "./workspace/empty-view";
import type { WorkspaceLeaf } from "./workspace/leaf";

export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Which kind of view is made by whom, and which files it opens. */
export class ViewRegistry {
	#creators = new Map<string, ViewCreator>([["empty", (leaf) => new EmptyView(leaf)]]);
	#types = new Map<string, string>();

	/** @throws when the type is taken, as the app does ([M]). */
	register(type: string, creator: ViewCreator): () => void {
		if (this.#creators.has(type))
			throw new Error(`Attempting to register an existing view type "${type}"`);
		this.#creators.set(type, creator);
		return () => this.#creators.delete(type);
	}

	registerExtensions(extensions: readonly string[], type: string): () => void {
		for (const extension of extensions) {
			if (this.#types.has(extension))
				throw new Error(`Attempting to register an existing file extension "${extension}"`);
			this.#types.set(extension, type);
		}
		return () => {
			for (const extension of extensions) this.#types.delete(extension);
		};
	}

	/** The kind of view for a file's extension; what nobody opens is shown as empty. */
	typeFor(extension: string): string {
		return this.#types.get(extension) ?? "empty";
	}

	has(type: string): boolean {
		return this.#creators.has(type);
	}

	create(type: string, leaf: WorkspaceLeaf): View {
		const creator = this.#creators.get(type);
		return creator === undefined ? new UnknownView(leaf, type) : creator(leaf);
	}
}
