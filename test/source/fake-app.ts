import type { App } from "obsidian";

type Listener = (...args: never[]) => void;
type Node = { path: string; name: string; children?: Node[]; extension?: string };

/** Just the vault tree, cache and events that the indexes use; the cache learns of a note when a test says so. */
export function fakeApp(notes: Readonly<Record<string, object | null>> = {}) {
	const root: Node = { path: "/", name: "", children: [] };
	const nodes = new Map<string, Node>();
	const caches = new Map<string, object>();
	const texts = new Map<string, string>();
	const listeners = new Map<string, Listener[]>();
	const ready: (() => void)[] = [];
	const on = (name: string, listener: Listener) => {
		listeners.set(name, [...(listeners.get(name) ?? []), listener]);
		return {};
	};
	const fire = (name: string, ...args: unknown[]) => {
		for (const listener of listeners.get(name) ?? [])
			(listener as (...all: unknown[]) => void)(...args);
	};
	const folderAt = (path: string): Node => {
		if (path === "") return root;
		const known = nodes.get(path);
		if (known !== undefined) return known;
		const folder = { path, name: path.split("/").pop() ?? "", children: [] };
		nodes.set(path, folder);
		folderAt(path.split("/").slice(0, -1).join("/")).children?.push(folder);
		return folder;
	};
	const add = (path: string): Node => {
		const name = path.split("/").pop() ?? "";
		const file = { path, name, extension: name.split(".").pop() ?? "" };
		nodes.set(path, file);
		folderAt(path.split("/").slice(0, -1).join("/")).children?.push(file);
		return file;
	};
	const detach = (path: string): Node => {
		const node = nodes.get(path);
		if (node === undefined) throw new Error(`no ${path}`);
		nodes.delete(path);
		const parent = folderAt(path.split("/").slice(0, -1).join("/"));
		parent.children = parent.children?.filter((child) => child !== node) ?? [];
		return node;
	};
	const counts = { reads: 0, cacheReads: 0 };
	/** null: the cache has not read it. */
	const cacheNote = (path: string, frontmatter: object | null, more: object = {}) => {
		if (frontmatter !== null) caches.set(path, { frontmatter, ...more });
	};
	for (const [path, frontmatter] of Object.entries(notes)) {
		add(path);
		cacheNote(path, frontmatter);
	}
	const app = {
		vault: {
			on,
			getRoot: () => root,
			getFolderByPath: (path: string) =>
				nodes.get(path)?.children === undefined ? null : nodes.get(path),
			getFileByPath: (path: string) =>
				nodes.get(path)?.extension === undefined ? null : nodes.get(path),
			cachedRead: (file: Node) => {
				counts.reads++;
				const text = texts.get(file.path);
				return text === undefined
					? Promise.reject(new Error("gone"))
					: Promise.resolve(text);
			},
		},
		metadataCache: {
			on,
			getFileCache: (file: Node) => {
				counts.cacheReads++;
				return caches.get(file.path) ?? null;
			},
			getCache: (path: string) => caches.get(path) ?? null,
			getFirstLinkpathDest: (target: string) =>
				[...nodes.values()].find(
					({ path, extension }) =>
						extension !== undefined &&
						[
							path,
							path.replace(/\.md$/, ""),
							path.split("/").pop(),
							path.split("/").pop()?.replace(/\.md$/, ""),
						].includes(target),
				) ?? null,
		},
		workspace: { onLayoutReady: (callback: () => void) => ready.push(callback) },
	};
	return {
		app: app as unknown as App,
		counts,
		listenerCount: () => [...listeners.values()].flat().length,
		layoutReady: () => ready.forEach((callback) => callback()),
		add: (path: string) => fire("create", add(path)),
		/** What the cache tells after it read a note. `more`: headings, sections. */
		changed: (path: string, frontmatter: object | undefined, more: object = {}, text = "") => {
			caches.set(path, frontmatter === undefined ? more : { frontmatter, ...more });
			texts.set(path, text);
			fire("changed", nodes.get(path), text, caches.get(path));
		},
		/** In the cache, without an event. */
		cached: (path: string, cache: object, text?: string) => {
			caches.set(path, cache);
			if (text !== undefined) texts.set(path, text);
		},
		rename: (from: string, to: string) => {
			const node = detach(from);
			const moved = [...nodes.keys()].filter((path) => path.startsWith(`${from}/`));
			const renamed = node.children === undefined ? add(to) : folderAt(to);
			for (const [old, now] of [
				[from, to],
				...moved.map((path) => [path, to + path.slice(from.length)]),
			] as [string, string][]) {
				const cache = caches.get(old);
				caches.delete(old);
				if (cache !== undefined) caches.set(now, cache);
				if (old !== from && nodes.get(old)?.extension !== undefined) add(now);
				if (old !== from) nodes.delete(old);
			}
			fire("rename", renamed, from);
		},
		remove: (path: string) => {
			const node = detach(path);
			for (const inner of [...nodes.keys()])
				if (inner.startsWith(`${path}/`)) nodes.delete(inner);
			fire("delete", node);
		},
		resolved: () => fire("resolved"),
	};
}

/** A clock, frames and pauses that a test turns by hand. */
export function fakeTime() {
	let now = 0;
	let frames: (() => void)[] = [];
	const timers: { at: number; callback: () => void }[] = [];
	return {
		parts: {
			registerEvent: () => undefined,
			nextFrame: (callback: () => void) => void frames.push(callback),
			pause: () => Promise.resolve(),
			clock: () => now,
			later: (callback: () => void, ms: number) =>
				void timers.push({ at: now + ms, callback }),
		},
		frame: () => {
			const due = frames;
			frames = [];
			due.forEach((callback) => callback());
		},
		pass: (ms: number) => {
			now += ms;
			for (const timer of timers.splice(0)) {
				if (timer.at <= now) timer.callback();
				else timers.push(timer);
			}
		},
	};
}

/** Lets promises go on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
