import type { App } from "obsidian";

type Node = { path: string; name: string; extension?: string; children?: Node[] };

/**
 * A vault of so many notes as the plugin sees it: a tree of folders with cache entries, `sources` of the notes
 * being sources in one watched folder. What the app itself costs is not in it.
 */
export function fakeVault(notes: number, sources: number) {
	const root: Node = { path: "/", name: "", children: [] };
	const files = new Map<string, Node>();
	const folders = new Map<string, Node>();
	const caches = new Map<Node, { frontmatter: Record<string, unknown> }>();
	const listeners = new Map<string, ((...args: unknown[]) => void)[]>();
	const on = (name: string, listener: (...args: unknown[]) => void): object => {
		listeners.set(name, [...(listeners.get(name) ?? []), listener]);
		return {};
	};
	const folderAt = (path: string): Node => {
		if (path === "") return root;
		const known = folders.get(path);
		if (known !== undefined) return known;
		const folder: Node = { path, name: path.split("/").pop() ?? "", children: [] };
		folders.set(path, folder);
		folderAt(path.split("/").slice(0, -1).join("/")).children?.push(folder);
		return folder;
	};
	for (let index = 0; index < notes; index++) {
		const isSource = index < sources;
		const path = isSource
			? `Research/Sources/Source ${index}.md`
			: `Notes/${index % 300}/Note ${index}.md`;
		const file = { path, name: path.split("/").pop() ?? "", extension: "md" };
		files.set(path, file);
		folderAt(path.split("/").slice(0, -1).join("/")).children?.push(file);
		caches.set(file, { frontmatter: isSource ? frontmatterOf(index) : { tags: ["x"] } });
	}
	let ready = (): void => undefined;
	const app = {
		vault: {
			on,
			getRoot: () => root,
			getFolderByPath: (path: string) => folders.get(path) ?? null,
			getFileByPath: (path: string) => files.get(path) ?? null,
			cachedRead: () => Promise.resolve(""),
		},
		metadataCache: { on, getFileCache: (file: Node) => caches.get(file) ?? null },
		workspace: {
			onLayoutReady: (callback: () => void) => {
				ready = callback;
			},
		},
	};
	return {
		app: app as unknown as App,
		layoutReady: () => ready(),
		files,
		caches,
		/** As the cache tells after somebody wrote these values. */
		changed: (path: string, values: Record<string, unknown>) => {
			const file = files.get(path);
			if (file === undefined) return;
			caches.set(file, { frontmatter: { ...caches.get(file)?.frontmatter, ...values } });
			for (const listener of listeners.get("changed") ?? []) listener(file, "");
		},
	};
}

function frontmatterOf(index: number): Record<string, unknown> {
	return {
		title: `Source ${index} about something that takes a line`,
		source: `https://site-${index % 97}.example.org/articles/${index}`,
		author: [`[[Author ${index % 500}]]`],
		published: "2025-03-02",
		created: `2026-0${1 + (index % 9)}-11`,
		description: `What the page says of itself, number ${index}, in one sentence.`,
		tags: ["clippings"],
		status: "new",
		words: 200 + ((index * 31) % 9000),
	};
}
