import type { App } from "obsidian";

type Node = { path: string; name: string; extension?: string; children?: Node[] };
type Cache = { frontmatter?: Record<string, unknown>; headings?: object[]; links?: object[]; sections?: object[] };

export type MadeNote = Readonly<{
	path: string;
	cache: Cache;
	/** Kept only where somebody may read it. */
	text?: string;
}>;

/**
 * A vault of so many notes as the plugin sees it, `sources` of them being sources in one watched folder. What the
 * app itself costs is not in it.
 */
export function fakeVault(notes: number, sources: number) {
	return vaultOf(
		Array.from({ length: notes }, (_, index): MadeNote => {
			if (index < sources)
				return { path: `Research/Sources/Source ${index}.md`, cache: { frontmatter: frontmatterOf(index) } };
			return { path: `Notes/${index % 300}/Note ${index}.md`, cache: { frontmatter: { tags: ["x"] } } };
		}),
	);
}

/** A tree of folders with cache entries, counting who asks. */
export function vaultOf(notes: Iterable<MadeNote>) {
	const root: Node = { path: "/", name: "", children: [] };
	const files = new Map<string, Node>();
	const folders = new Map<string, Node>();
	const caches = new Map<Node, Cache>();
	const texts = new Map<string, string>();
	const listeners = new Map<string, ((...args: unknown[]) => void)[]>();
	const counts = { asked: 0, read: 0 };
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
	for (const { path, cache, text } of notes) {
		const file = { path, name: path.split("/").pop() ?? "", extension: path.split(".").pop() ?? "" };
		files.set(path, file);
		folderAt(path.split("/").slice(0, -1).join("/")).children?.push(file);
		caches.set(file, cache);
		if (text !== undefined) texts.set(path, text);
	}
	let ready: (() => void)[] = [];
	const asked = <T>(value: T): T => {
		counts.asked++;
		return value;
	};
	const app = {
		vault: {
			on,
			getRoot: () => asked(root),
			getFolderByPath: (path: string) => asked(folders.get(path) ?? null),
			getFileByPath: (path: string) => asked(files.get(path) ?? null),
			cachedRead: (file: Node) => {
				counts.read++;
				return Promise.resolve(texts.get(file.path) ?? "");
			},
		},
		metadataCache: {
			on,
			getFileCache: (file: Node) => asked(caches.get(file) ?? null),
			getCache: (path: string) => asked(caches.get(files.get(path) ?? root) ?? null),
			getFirstLinkpathDest: (target: string) => asked(files.get(target) ?? files.get(`${target}.md`) ?? null),
		},
		workspace: {
			onLayoutReady: (callback: () => void) => ready.push(callback),
		},
	};
	return {
		app: app as unknown as App,
		layoutReady: () => {
			const due = ready;
			ready = [];
			for (const callback of due) callback();
		},
		files,
		caches,
		counts,
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
