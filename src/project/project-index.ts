import type { App, EventRef, TAbstractFile, TFile } from "obsidian";
import { linkTargets } from "../source/link-text";
import { isFile, isFolder, walk } from "../source/walk-folder";
import type { Project, Projects } from "./project";
import { readBrief, readProjectNote, type ProjectNote } from "./read-project";

export type ProjectIndexParts = Readonly<{
	app: Pick<App, "vault" | "metadataCache" | "workspace">;
	/** Whether this note is a source; then its `project` does not make it a draft. */
	isSource(path: string): boolean;
	registerEvent(ref: EventRef): void;
	nextFrame(callback: () => void): void;
	pause(): Promise<void>;
	clock(): number;
}>;

export interface ProjectIndex extends Projects {
	/** False until the first pass over the cache is done. */
	readonly isReady: boolean;
	stop(): void;
}

type Head = Omit<Project, "brief">;

const SLICE_MS = 8;

/**
 * The vault's projects. Project notes may live anywhere, so the first pass asks the cache about every note, in slices;
 * links are resolved when somebody asks, and kept until a file comes, goes or moves.
 */
export function createProjectIndex(parts: ProjectIndexParts): ProjectIndex {
	const { vault, metadataCache, workspace } = parts.app;
	const notes = new Map<string, ProjectNote>();
	/** Notes that name a project, with the link targets they name. */
	const naming = new Map<string, readonly string[]>();
	const listeners = new Set<() => void>();
	let heads: ReadonlyMap<string, Head> | null = null;
	let isReady = false;
	let isStopped = false;
	let isTelling = false;

	function tell(): void {
		heads = null;
		if (isTelling) return;
		isTelling = true;
		parts.nextFrame(() => {
			isTelling = false;
			if (!isStopped) for (const listener of [...listeners]) listener();
		});
	}

	function update(file: TFile): void {
		if (file.extension !== "md") return;
		const frontmatter = metadataCache.getFileCache(file)?.frontmatter;
		const note = frontmatter === undefined ? null : readProjectNote(file.path, frontmatter);
		const named = frontmatter?.project === undefined ? [] : linkTargets(frontmatter.project);
		const before = [notes.get(file.path), naming.get(file.path)];
		if (note === null) notes.delete(file.path);
		else notes.set(file.path, note);
		if (named.length === 0) naming.delete(file.path);
		else naming.set(file.path, named);
		if (
			JSON.stringify(before) !== JSON.stringify([notes.get(file.path), naming.get(file.path)])
		)
			tell();
	}

	function forget(path: string): void {
		const [hadNote, hadName] = [notes.delete(path), naming.delete(path)];
		if (hadNote || hadName) tell();
	}

	/** A canvas or draft that is named may have come, gone or moved. */
	function filesChanged(): void {
		if (notes.size > 0) tell();
	}

	function resolve(target: string, from: string): string | null {
		const file =
			metadataCache.getFirstLinkpathDest(target, from) ??
			(target.endsWith(".canvas")
				? null
				: metadataCache.getFirstLinkpathDest(`${target}.canvas`, from));
		return file?.path ?? null;
	}

	function allHeads(): ReadonlyMap<string, Head> {
		if (heads !== null) return heads;
		const drafts = new Map<string, string[]>();
		for (const [path, targets] of naming) {
			if (parts.isSource(path) || !hasHeadings(path)) continue;
			for (const target of targets) {
				const project = resolve(target, path);
				if (project === null || !notes.has(project) || project === path) continue;
				const known = drafts.get(project);
				if (known === undefined) drafts.set(project, [path]);
				else known.push(path);
			}
		}
		const made = new Map<string, Head>();
		for (const note of notes.values()) {
			const named = note.drafts.flatMap((target) => resolve(target, note.path) ?? []);
			const { path, folder, name, myWords, protectedPassages, isArchived } = note;
			made.set(path, {
				path,
				folder,
				name,
				myWords,
				protectedPassages,
				isArchived,
				outline: note.outline === null ? null : resolve(note.outline, path),
				drafts: [...new Set([...named, ...(drafts.get(path) ?? []).sort()])],
			});
		}
		heads = made;
		return made;
	}

	/** Translations and comparisons carry no `project`, readings are copies; a draft has headings. */
	function hasHeadings(path: string): boolean {
		const cache = metadataCache.getCache(path);
		return (
			(cache?.headings?.length ?? 0) > 0 &&
			cache?.frontmatter?.["translation-of"] === undefined
		);
	}

	function of(path: string): Head | null {
		const all = allHeads();
		const own = all.get(path);
		if (own !== undefined) return own;
		for (const target of naming.get(path) ?? []) {
			const project = resolve(target, path);
			const head = project === null ? undefined : all.get(project);
			if (head !== undefined) return head;
		}
		for (const head of all.values())
			if (head.outline === path || head.drafts.includes(path)) return head;
		// A reading, a list or a source that names none lies in the folder of its project: the innermost counts.
		let inner: Head | null = null;
		for (const head of all.values()) {
			const isInside = head.folder !== "" && path.startsWith(`${head.folder}/`);
			if (isInside && (inner === null || head.folder.length > inner.folder.length))
				inner = head;
		}
		return inner;
	}

	async function build(): Promise<void> {
		let sliceEnd = parts.clock() + SLICE_MS;
		for (const file of walk(vault.getRoot())) {
			update(file);
			if (parts.clock() < sliceEnd) continue;
			await parts.pause();
			if (isStopped) return;
			sliceEnd = parts.clock() + SLICE_MS;
		}
		isReady = true;
		tell();
	}

	function onRename(file: TAbstractFile, oldPath: string): void {
		if (isFolder(file)) {
			for (const child of walk(file))
				onRename(child, oldPath + child.path.slice(file.path.length));
			return;
		}
		forget(oldPath);
		if (isFile(file)) update(file);
		filesChanged();
	}

	workspace.onLayoutReady(() => {
		if (isStopped) return;
		parts.registerEvent(metadataCache.on("changed", update));
		parts.registerEvent(vault.on("rename", onRename));
		parts.registerEvent(vault.on("create", filesChanged));
		parts.registerEvent(
			vault.on("delete", (file) => {
				for (const path of [...notes.keys(), ...naming.keys()]) {
					if (path === file.path || path.startsWith(`${file.path}/`)) forget(path);
				}
				filesChanged();
			}),
		);
		void build();
	});
	return {
		get isReady() {
			return isReady;
		},
		all: () => [...allHeads().values()],
		get: (path) => allHeads().get(path) ?? null,
		of,
		read: async (path) => {
			const head = allHeads().get(path);
			const note = notes.get(path);
			const file = vault.getFileByPath(path);
			if (head === undefined || note === undefined || file === null) return null;
			return { ...head, brief: readBrief(await vault.cachedRead(file), note.brief) };
		},
		onChange: (callback) => {
			listeners.add(callback);
			return () => listeners.delete(callback);
		},
		stop: () => {
			isStopped = true;
			listeners.clear();
		},
	};
}
