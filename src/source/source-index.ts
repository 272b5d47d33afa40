import type { App, EventRef, TAbstractFile, TFile } from "obsidian";
import { readFrontmatter, type YamlParser } from "../vault/property-edit";
import { isSameValue } from "../vault/same-value";
import { ChangeTeller } from "./change-teller";
import { EXPECT_MS, ExpectedValues } from "./expected-values";
import { readSource, type Frontmatter } from "./read-source";
import { Readiness } from "./readiness";
import type { BrokenSource, Source, Sources } from "./source";
import type { SourceSettings } from "./source-settings";
import { SourceShelf } from "./source-shelf";
import { mayBeToolNote } from "./tool-note";
import { ToolNotes } from "./tool-notes";
import { isFile, isFolder, walk } from "./walk-folder";
import { watchedFolders, type WatchedFolders } from "./watched-folders";

export type SourceIndexParts = Readonly<{
	app: Pick<App, "vault" | "metadataCache" | "workspace">;
	/** Read at each use. */
	settings(): SourceSettings;
	parseYaml: YamlParser;
	/** Ends with the plugin. */
	registerEvent(ref: EventRef): void;
	/** Runs before the next frame. */
	nextFrame(callback: () => void): void;
	/** Lets the app breathe between two slices. */
	pause(): Promise<void>;
	/** Milliseconds of a clock that only goes forward. */
	clock(): number;
	/** Runs once after this many milliseconds. */
	later(callback: () => void, ms: number): void;
}>;

/** The sources with what its owner calls. */
export interface SourceIndex extends Sources {
	/** Reads everything again, after the settings changed. Resolves when done. */
	rebuild(): Promise<void>;
	stop(): void;
}

const SLICE_MS = 8;

/**
 * Every source of the vault from the metadata cache. Starts at layout-ready by walking the watched folders; then one
 * vault event costs one folder test, and one source at most. Reads no note but those whose frontmatter the cache
 * could not parse, and those of tools that put their facts into the text.
 */
export function createSourceIndex(parts: SourceIndexParts): SourceIndex {
	const { app } = parts;
	let watched: WatchedFolders = watchedFolders(parts.settings());
	const teller = new ChangeTeller(parts.nextFrame);
	const readiness = new Readiness(() => teller.tell(null));
	let isStopped = false;
	let pass = 0;
	const shelf = new SourceShelf();
	const broken = new Map<string, BrokenSource>();
	const foreign = new Set<string>();
	const expected = new ExpectedValues(parts.clock);
	const toolNotes = new ToolNotes(
		(file) => app.vault.cachedRead(file),
		(file) => {
			if (!isStopped) update(file);
		},
	);

	function put(path: string, source: Source | null): void {
		if (shelf.put(path, source)) teller.tell(path);
	}

	function forget(path: string): void {
		readiness.waitNoMore(path);
		expected.forget(path);
		toolNotes.forget(path);
		if (broken.delete(path) || foreign.delete(path)) teller.tell(path);
		put(path, null);
	}

	/** What the cache and the acts under way say of one file. */
	function update(file: TFile, text?: string): void {
		if (file.extension !== "md") return;
		const { path } = file;
		if (!watched.holds(path)) {
			if (shelf.has(path) || broken.has(path) || foreign.has(path)) forget(path);
			return;
		}
		const cache = app.metadataCache.getFileCache(file);
		if (cache === null) {
			readiness.waitFor(path);
			return;
		}
		readiness.waitNoMore(path);
		const cached: Frontmatter | undefined = cache.frontmatter;
		// A block that is there, but says nothing to the cache.
		const mayBeBroken = cached === undefined && startsWithRule(cache.sections);
		if (mayBeBroken) void look(file, text);
		else if (broken.delete(path)) teller.tell(path);
		const said = expected.over(path, cached ?? {});
		const values = mayBeToolNote(cache) ? toolNotes.over(file, said, text) : said;
		const read = readSource(path, values, parts.settings());
		const wasForeign = foreign.has(path);
		if (read === "foreign") foreign.add(path);
		else foreign.delete(path);
		if (wasForeign !== (read === "foreign")) teller.tell(path);
		put(path, read === "foreign" ? null : read);
	}

	async function look(file: TFile, known: string | undefined): Promise<void> {
		const { path } = file;
		const text = known ?? (await app.vault.cachedRead(file).catch(() => null));
		if (text === null || isStopped || app.vault.getFileByPath(path) !== file) return;
		const found = readFrontmatter(text, parts.parseYaml);
		const now =
			found.kind === "unreadable" ? { path, line: found.line, detail: found.detail } : null;
		if (isSameValue(broken.get(path) ?? null, now)) return;
		if (now === null) broken.delete(path);
		else broken.set(path, now);
		teller.tell(path);
	}

	async function rebuild(): Promise<void> {
		const mine = ++pass;
		readiness.begin();
		watched = watchedFolders(parts.settings());
		const seen = new Set<string>();
		let sliceEnd = parts.clock() + SLICE_MS;
		for (const file of filesIn(app, watched)) {
			seen.add(file.path);
			update(file);
			if (parts.clock() < sliceEnd) continue;
			await parts.pause();
			// The settings changed again meanwhile, or the plugin is gone.
			if (mine !== pass || isStopped) return;
			sliceEnd = parts.clock() + SLICE_MS;
		}
		for (const path of [...shelf.paths(), ...broken.keys(), ...foreign])
			if (!seen.has(path)) forget(path);
		readiness.walked();
	}

	function onRename(file: TAbstractFile, oldPath: string): void {
		// Children of a renamed folder: the app tells of each, but a folder's own event may come alone.
		if (isFolder(file)) {
			for (const child of walk(file))
				onRename(child, oldPath + child.path.slice(file.path.length));
			return;
		}
		expected.moved(oldPath, file.path);
		toolNotes.moved(oldPath, file.path);
		forget(oldPath);
		if (isFile(file)) update(file);
	}

	function start(): void {
		parts.registerEvent(
			app.metadataCache.on("changed", (file, data) => {
				const cache = app.metadataCache.getFileCache(file);
				if (cache !== null) expected.reported(file.path, cache.frontmatter ?? {});
				update(file, data);
				readiness.look();
			}),
		);
		parts.registerEvent(app.metadataCache.on("resolved", () => readiness.resolved()));
		parts.registerEvent(app.vault.on("rename", onRename));
		parts.registerEvent(
			app.vault.on("delete", (file) => {
				if (!isFolder(file)) return forget(file.path);
				for (const path of [...shelf.paths(), ...broken.keys(), ...foreign]) {
					if (path.startsWith(`${file.path}/`)) forget(path);
				}
			}),
		);
		void rebuild();
	}

	app.workspace.onLayoutReady(() => {
		if (!isStopped) start();
	});
	return {
		get isReady() {
			return readiness.isReady;
		},
		get count() {
			return shelf.count;
		},
		all: () => shelf.all(),
		get: (path) => shelf.get(path),
		byIdentity: (identity) => shelf.byIdentity(identity),
		broken: () => [...broken.values()],
		foreignCount: () => foreign.size,
		expect: (path, values) => {
			const file = app.vault.getFileByPath(path);
			const cache = file === null ? null : app.metadataCache.getFileCache(file);
			const known = cache === null ? null : (cache.frontmatter ?? {});
			const expectation = expected.expect(path, values, known);
			showExpected(path);
			return {
				again: () => {
					expectation.again();
					showExpected(path);
				},
				takeBack: () => {
					expectation.takeBack();
					refresh(path);
				},
			};
		},
		onChange: (callback) => teller.onChange(callback),
		rebuild,
		stop: () => {
			isStopped = true;
			teller.stop();
		},
	};

	function showExpected(path: string): void {
		refresh(path);
		parts.later(() => {
			if (expected.isLate(path)) refresh(path);
		}, EXPECT_MS + 1);
	}

	function refresh(path: string): void {
		const file = app.vault.getFileByPath(path);
		if (file !== null) update(file);
	}
}

function* filesIn(app: Pick<App, "vault">, { folders }: WatchedFolders): Iterable<TFile> {
	for (const path of folders) {
		const folder = path === "" ? app.vault.getRoot() : app.vault.getFolderByPath(path);
		if (folder !== null) yield* walk(folder);
	}
}

/** A note whose first line is `---`: a block the cache could not read, or a rule. */
function startsWithRule(
	sections:
		| readonly Readonly<{
				type: string;
				position: Readonly<{ start: Readonly<{ offset: number }> }>;
		  }>[]
		| undefined,
): boolean {
	const first = sections?.[0];
	return (
		first !== undefined &&
		first.position.start.offset <= 1 &&
		/^(yaml|thematicBreak)$/.test(first.type)
	);
}
