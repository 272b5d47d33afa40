import { readMany } from "../adapter";
import type { App } from "../app";
import { Events } from "../events";
import { TFile } from "../files";
import { host, refuseUnknownNames } from "../private-names";
import type { CachedMetadata } from "./cached-metadata";
import { LinkIndex } from "./link-index";
import { parseNote } from "./parse-note";

/** How many notes are asked for at once while the vault is first read. */
const READ_AT_ONCE = 200;
/** How long parsing may hold the page before it lets others work. */
const WORK_MS = 12;

export class MetadataCache extends Events {
	resolvedLinks: Record<string, Record<string, number>> = {};
	unresolvedLinks: Record<string, Record<string, number>> = {};
	readonly [host]: CacheState;

	constructor(app: App, delayMs: number) {
		super();
		this[host] = new CacheState(app, this, delayMs);
	}

	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		return this[host].index.destination(linkpath, sourcePath);
	}

	getFileCache(file: TFile): CachedMetadata | null {
		return this[host].caches.get(file) ?? null;
	}

	getCache(path: string): CachedMetadata | null {
		const file = this[host].app.vault.getFileByPath(path);
		return file === null ? null : this.getFileCache(file);
	}

	/** The shortest link that still finds the file: its name, or the whole path where two share it. */
	fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
		const isMarkdown = omitMdExtension && file.extension === "md";
		const isOnly = this[host].index.isOnlyOfItsName(file);
		const text = isOnly ? file.name : file.path;
		return isMarkdown ? text.slice(0, -3) : text;
	}
}

/** Follows the vault with a delay, as the app does: a write's promise resolves before the cache knows. */
class CacheState {
	readonly caches = new Map<TFile, CachedMetadata>();
	readonly index = new LinkIndex();
	#waiting = new Set<TFile>();
	#unlinked = new Set<TFile>();
	#running = false;

	constructor(
		readonly app: App,
		private readonly cache: MetadataCache,
		private readonly delayMs: number,
	) {}

	/** Starts listening; called before the vault announces its files. */
	follow(): void {
		const { vault } = this.app;
		vault.on("create", (file: unknown) => {
			if (!(file instanceof TFile)) return;
			this.index.add(file);
			this.#later(file);
		});
		vault.on("modify", (file: unknown) => {
			if (file instanceof TFile) this.#later(file);
		});
		vault.on("rename", (file: unknown, oldPath: string) => {
			if (file instanceof TFile) this.#renamed(file, oldPath);
		});
		vault.on("delete", (file: unknown) => {
			if (file instanceof TFile) this.#deleted(file);
		});
	}

	/** Reads what waits until nothing does, then links. The first run is the vault's whole index. */
	async work(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		while (this.#waiting.size > 0) {
			const batch = [...this.#waiting].slice(0, READ_AT_ONCE);
			for (const file of batch) this.#waiting.delete(file);
			await this.#readBatch(batch.filter((file) => file.extension === "md"));
		}
		const toLink = [...this.#unlinked];
		this.#unlinked.clear();
		let since = performance.now();
		for (const file of toLink) {
			if (this.caches.has(file)) this.#link(file);
			if (performance.now() - since < WORK_MS) continue;
			await nextTask();
			since = performance.now();
		}
		this.#running = false;
		if (this.#waiting.size > 0) return this.work();
		this.cache.trigger("resolved");
	}

	/** Resolves when nothing waits any more, the delay included. */
	async idle(): Promise<void> {
		await new Promise((resolve) => window.setTimeout(resolve, this.delayMs + 1));
		while (this.#running || this.#waiting.size > 0)
			await new Promise((resolve) => window.setTimeout(resolve, 5));
	}

	async #readBatch(files: readonly TFile[]): Promise<void> {
		const { vault } = this.app;
		const mtimes = files.map((file) => file.stat.mtime);
		const texts = await readMany(files.map((file) => file.path));
		let since = performance.now();
		for (const [at, file] of files.entries()) {
			const text = texts[at] ?? null;
			// Gone or moved while it was read: its own event follows.
			if (text === null || vault.getFileByPath(file.path) !== file) continue;
			const cache = parseNote(text);
			this.caches.set(file, cache);
			if (mtimes[at] === file.stat.mtime) vault[host].remember(file, text);
			this.cache.trigger("changed", file, text, cache);
			this.#unlinked.add(file);
			if (performance.now() - since < WORK_MS) continue;
			await nextTask();
			since = performance.now();
		}
	}

	#link(file: TFile): void {
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		const { links = [], embeds = [], frontmatterLinks = [] } = this.caches.get(file) ?? {};
		for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
			const path = link.split("#")[0] ?? "";
			const target = path === "" ? file : this.index.destination(path, file.path);
			if (target === null) unresolved[path] = (unresolved[path] ?? 0) + 1;
			else resolved[target.path] = (resolved[target.path] ?? 0) + 1;
		}
		this.cache.resolvedLinks[file.path] = resolved;
		this.cache.unresolvedLinks[file.path] = unresolved;
		this.cache.trigger("resolve", file);
	}

	#later(file: TFile): void {
		this.#waiting.add(file);
		// Links elsewhere may now find this file, or no longer.
		for (const [path, missing] of Object.entries(this.cache.unresolvedLinks)) {
			if (!this.app.workspace.layoutReady) break;
			const isWanted = Object.keys(missing).some(
				(link) => this.index.destination(link, path) === file,
			);
			const other = isWanted ? this.app.vault.getFileByPath(path) : null;
			if (other !== null) this.#unlinked.add(other);
		}
		if (this.app.workspace.layoutReady) window.setTimeout(() => void this.work(), this.delayMs);
	}

	/** The cache moves along; `changed` is not fired ([R] d.ts: on 'changed'). */
	#renamed(file: TFile, oldPath: string): void {
		this.index.remove(file, oldPath);
		this.index.add(file);
		const links = this.cache.resolvedLinks[oldPath];
		const missing = this.cache.unresolvedLinks[oldPath];
		delete this.cache.resolvedLinks[oldPath];
		delete this.cache.unresolvedLinks[oldPath];
		if (links !== undefined) this.cache.resolvedLinks[file.path] = links;
		if (missing !== undefined) this.cache.unresolvedLinks[file.path] = missing;
		this.#relink([oldPath]);
	}

	#deleted(file: TFile): void {
		const before = this.caches.get(file) ?? null;
		this.index.remove(file, file.path);
		this.caches.delete(file);
		this.#waiting.delete(file);
		delete this.cache.resolvedLinks[file.path];
		delete this.cache.unresolvedLinks[file.path];
		this.#relink([file.path]);
		this.cache.trigger("deleted", file, before);
	}

	#relink(targets: readonly string[]): void {
		for (const [path, links] of Object.entries(this.cache.resolvedLinks)) {
			const other = targets.some((target) => target in links)
				? this.app.vault.getFileByPath(path)
				: null;
			if (other !== null) this.#unlinked.add(other);
		}
		window.setTimeout(() => void this.work(), this.delayMs);
	}
}

/** Lets input and drawing go first; timers would be slowed down by the browser. */
function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => {
			channel.port1.close();
			resolve();
		};
		channel.port2.postMessage(null);
	});
}

refuseUnknownNames(MetadataCache, "app.metadataCache");
