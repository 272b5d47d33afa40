import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Decider } from "../../src/inbox/decide";
import type { Change } from "../../src/inbox/triage";
import { readSource } from "../../src/source/read-source";
import type { Source } from "../../src/source/source";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { readFrontmatter } from "../../src/vault/property-edit";
import { stepOf } from "../../src/vault/property-step";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { createUndoLog } from "../../src/vault/undo-log-store";
import { describeWithShared } from "../shared";
import { MemoryFiles, vaultParts } from "../vault/memory-files";
import { NO_EXPECTATION } from "./sources";

/** The settings a person may have: the official status, and a name no other tool uses. */
const SETTINGS = [
	{ statusProperty: "status", newValues: "unread" },
	{ statusProperty: "reading state", newValues: "" },
];
const KEEP: Change = { kind: "keep", reason: "says: “yes” # no list" };
const THROW_AWAY: Change = { kind: "delete", reason: null };

const parseYaml = (yaml: string): unknown => parse(yaml, { logLevel: "error" }) as unknown;

/** `refused`: a source whose lines cannot be changed without touching others, so that nothing is. */
type Kind = "source" | "no source" | "foreign" | "broken" | "refused";

/** Keeps, takes back, throws away and takes back every note; compares bytes after each. */
async function triageAll(
	notes: ReadonlyMap<string, string>,
	settings: (typeof SETTINGS)[number],
): Promise<Readonly<Record<Kind, number>>> {
	const files = new MemoryFiles(Object.fromEntries(notes));
	const vault = createSafeVaultOn(vaultParts(files));
	const written: string[] = [];
	files.before = (operation, path) => {
		if (operation === "write" && notes.has(path)) written.push(path);
	};
	let ids = 0;
	const log = createUndoLog({
		store: createMemoryStore(),
		vault,
		newId: () => String(++ids),
		onStoreError: (error) => {
			throw error;
		},
	});
	await log.ready;
	const shown = new Map<string, Source>();
	const decider = new Decider({
		sources: { get: (path) => shown.get(path) ?? null, expect: () => NO_EXPECTATION },
		vault,
		undo: log,
		tasks: {
			start: () => {
				throw new Error("one note needs no task");
			},
		},
		now: () => new Date(2026, 4, 3),
		statusProperty: () => settings.statusProperty,
		stepOf,
		explain: ({ kind }) => kind,
	});
	const counts = { source: 0, "no source": 0, foreign: 0, broken: 0, refused: 0 };
	for (const [path, text] of notes) {
		const kind = kindOf(path, text, settings);
		counts[kind.kind]++;
		// Worst case: the list shows a note that it should not. The vault itself must refuse or write well.
		if (kind.source !== null) shown.set(path, kind.source);
		written.length = 0;
		for (const change of [KEEP, THROW_AWAY]) {
			const { done, failed } = await decider.decide([path], change, () => "act");
			const now = files.files.get(path) ?? "";
			if (kind.kind !== "source") {
				expect([path, now === text, written]).toEqual([path, true, []]);
				expect(done).toEqual([]);
				continue;
			}
			const [refused] = failed;
			if (refused?.failure.kind === "refused") {
				counts.refused++;
				expect([path, now === text, written]).toEqual([path, true, []]);
				continue;
			}
			expect([path, failed]).toEqual([path, []]);
			const status = change.kind === "keep" ? "kept" : "deleted";
			const after = kindOf(path, now, settings).source;
			expect([path, after?.status]).toEqual([path, status]);
			expect([path, bodyOf(now)]).toEqual([path, bodyOf(text)]);
			expect([path, (await log.undo())?.skipped]).toEqual([path, []]);
			expect([path, files.files.get(path) === text]).toEqual([path, true]);
		}
	}
	return counts;
}

function kindOf(
	path: string,
	text: string,
	settings: (typeof SETTINGS)[number],
): Readonly<{ kind: Kind; source: Source | null }> {
	const found = readFrontmatter(text, parseYaml);
	if (found.kind === "unreadable") {
		// As if the cache still told of the time before it broke.
		const source = readSource(path, { source: "https://a.org", status: "new" }, settings);
		return { kind: "broken", source: source === "foreign" ? null : source };
	}
	const values = found.kind === "properties" ? found.values : {};
	const source = readSource(path, values, settings);
	if (source === "foreign") return { kind: "foreign", source: null };
	return source === null ? { kind: "no source", source } : { kind: "source", source };
}

/** What follows the frontmatter, told apart from Winnow's own reading: the line after the second fence. */
function bodyOf(text: string): string {
	const fences = /^\ufeff?---[ \t]*\r?\n[\s\S]*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text);
	return fences?.index === 0 ? text.slice(fences[0].length) : text.replace(/^\ufeff/, "");
}

/** The note with a link among its properties; the others stay as they are. */
function linkedNote(text: string): string {
	return text.replace(/^(\ufeff?---[ \t]*)(\r?\n)/, "$1$2zz-link: 1$2url: https://a.org/y$2");
}

function notesIn(folder: string): ReadonlyMap<string, string> {
	const notes = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
		const file = join(folder, entry);
		if (entry.endsWith(".md") && statSync(file).isFile())
			notes.set(entry.replaceAll("\\", "/"), readFileSync(file, "utf8"));
	}
	return notes;
}

type Item = Readonly<{ id: string; payload?: string; before?: unknown; base64?: string }>;

function itemsOf(file: string): readonly Item[] {
	return (JSON.parse(readFileSync(file, "utf8")) as { items: readonly Item[] }).items;
}

/** A hostile note as the app would hand it over; null: bytes that are no text. */
function textOf({ before, base64 }: Item): string | null {
	if (base64 !== undefined) {
		const bytes = Buffer.from(base64, "base64");
		const text = bytes.toString("utf8");
		return Buffer.from(text, "utf8").equals(bytes) ? text : null;
	}
	return typeof before === "string" ? before : concatOf(before);
}

function concatOf(value: unknown): string | null {
	if (typeof value !== "object" || value === null || !("concat" in value)) return null;
	const parts = value.concat as readonly (
		string | Readonly<{ text?: string; repeat: string; times: number }>
	)[];
	return parts
		.map((part) =>
			typeof part === "string"
				? part
				: Array.from({ length: part.times }, (_, at) =>
						part.repeat.replaceAll("%i", String(at)),
					).join(""),
		)
		.join("");
}

/** A document of the test suite below a link, so that it is a source where it can be read at all. */
const withLink = (payload: string): string =>
	`---\nsource: https://a.org/x\n${payload}${payload.endsWith("\n") ? "" : "\n"}---\nBody.\n`;

describeWithShared("keep, take back, throw away, take back", (shared) => {
	it.each(SETTINGS)(
		"leaves every note of the corpus as it was, $statusProperty",
		async (settings) => {
			const notes = notesIn(join(shared, "corpora/notes/files"));
			const plain = await triageAll(notes, settings);
			// Most are no sources; with a link each of them is one.
			const linked = await triageAll(
				new Map([...notes].map(([path, text]) => [path, linkedNote(text)])),
				settings,
			);
			expect(plain.refused + linked.refused).toBe(0);
			expect(plain.source + linked.source).toBeGreaterThan(200);
		},
	);

	it.each(SETTINGS)("leaves hostile frontmatter as it was, $statusProperty", async (settings) => {
		const suite = itemsOf(join(shared, "corpora/hostile/yaml/yaml-test-suite.json"));
		const own = itemsOf(join(shared, "corpora/hostile/vault/frontmatter.json"));
		const notes = new Map([
			...own.flatMap((item) => {
				const text = textOf(item);
				return text === null ? [] : [[`${item.id}.md`, text] as const];
			}),
			...suite.map(({ id, payload = "" }) => [`${id}.md`, withLink(payload)] as const),
		]);
		const counts = await triageAll(notes, settings);
		expect(counts.refused).toBeLessThan(counts.source / 4);
		expect(counts.source).toBeGreaterThan(10);
		expect(counts.broken).toBeGreaterThan(10);
	});
});
