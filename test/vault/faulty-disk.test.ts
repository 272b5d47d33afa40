import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Files } from "../../src/vault/files";
import { recover } from "../../src/vault/recovery";
import { createSafeVaultOn, type OpenEditor } from "../../src/vault/safe-vault-store";
import { createSettingsFile } from "../../src/vault/settings-file";
import { undoStep } from "../../src/vault/undo-step";
import { partsOn } from "../doors/hostile-vault";
import { describeWithShared } from "../shared";

type Memory = Files & { files: Map<string, string> };
type Faulty = Files & { arm(plan: object): void; fired: number };
type Bench = Readonly<{
	MemoryAdapter: new (files: Readonly<Record<string, string>>) => Memory;
	FaultyAdapter: new (inner: Memory) => Faulty;
	explore(options: object): Promise<{ runs: number; failures: readonly unknown[] }>;
	lostWords(before: readonly string[], after: readonly string[]): number;
}>;

const NOTE = "---\ntitle: A\nstatus: new\n---\nFirst paragraph.\n\nSecond paragraph.\n";
const VAULT: Readonly<Record<string, string>> = {
	"N.md": NOTE,
	"Outline.canvas":
		'{"nodes":[{"id":"a","type":"text","text":"Kept words","x":0,"y":0,"width":1,"height":1}]}',
	"Queue.md": "- [ ] https://example.org/one\n- [ ] https://example.org/two\n",
	"data.json": '{"a":1}',
};
/** What a status says is replaced on purpose. */
const WORDS_TO_KEEP = Object.entries(VAULT)
	.filter(([path]) => path !== "data.json")
	.map(([, text]) => text.replace("new", ""));

type Act = (files: Files) => Promise<unknown>;
const vaultOn = (files: Files) => createSafeVaultOn(partsOn(files));
const longer = (text: string) => text.replace("Second", "Second, longer");
const ok = (value: string) => ({ ok: true, value }) as const;

/** Every way in which Winnow writes: structured texts, prose in a closed note and in an open editor, files, settings. */
const ACTS: Readonly<Record<string, Act>> = {
	properties: (files) =>
		vaultOn(files).changeProperties("N.md", { status: "kept", decided: "2026-05-03" }),
	"properties of a note that stands open": (files) =>
		withEditor(files).vault.changeProperties("N.md", { status: "kept" }),
	prose: (files) => vaultOn(files).editProse("N.md", NOTE, longer),
	"prose in an editor": (files) =>
		withEditor(files).vault.editProse("N.md", `${NOTE}typed\n`, longer),
	canvas: (files) =>
		vaultOn(files).changeText("Outline.canvas", (text) =>
			ok(text.replace("]}", ',{"id":"b"}]}')),
		),
	list: (files) =>
		vaultOn(files).changeText("Queue.md", (text) => ok(text.replace("[ ]", "[x]"))),
	"taking a decision back": (files) =>
		undoStep(vaultOn(files), { kind: "text", path: "N.md", before: longer(NOTE), after: NOTE }),
	"new note": (files) => vaultOn(files).createBeside("", "N", "Other words."),
	"note in a new folder": (files) => vaultOn(files).create("A/B/C.md", "Other words."),
	rename: (files) => vaultOn(files).rename("N.md", "M.md"),
	settings: (files) => createSettingsFile(files, "data.json").save({ a: 2 }),
};

/** An app in which N.md stands open with a line that was typed and not saved yet. */
function withEditor(files: Files) {
	let shown = `${NOTE}typed\n`;
	const editor: OpenEditor = {
		text: () => shown,
		replace: (text) => void (shown = text),
		save: () => files.write("N.md", shown),
	};
	const parts = partsOn(files);
	const vault = createSafeVaultOn({
		...parts,
		host: {
			...parts.host,
			editorOf: (path) => (path === "N.md" ? editor : null),
			shownIn: () => [shown],
			saveOpen: () => editor.save(),
		},
	});
	return { vault };
}

describeWithShared("the faulty disk of bench/hostile", (shared) => {
	let bench: Bench;
	let runs = 0;
	beforeAll(async () => {
		const url = pathToFileURL(join(shared, "bench/hostile/lib/faulty-fs.mjs")).href;
		bench = (await import(url.replace("file://", ""))) as Bench;
	});

	it.each(Object.entries(ACTS))("loses no word at any call: %s", async (_name, act) => {
		const explored = await bench.explore({
			codes: ["ENOSPC", "EBUSY", "EACCES", "EIO"],
			setup: (wrap: (inner: Memory) => Faulty) => {
				const memory = new bench.MemoryAdapter(VAULT);
				return { memory, adapter: wrap(memory) };
			},
			act: ({ adapter }: { adapter: Faulty }) => act(adapter),
			recover: ({ adapter }: { adapter: Faulty }) => recover(partsOn(adapter)),
			check: async ({ adapter, memory }: { adapter: Faulty; memory: Memory }) => {
				const lost = bench.lostWords(WORDS_TO_KEEP, inVault(memory));
				const { a } = (await createSettingsFile(adapter, "data.json").load()).data;
				return lost > 0 || a === undefined ? [`${lost} words`] : [];
			},
		});
		expect(explored.failures).toEqual([]);
		expect(explored.runs).toBeGreaterThan(20);
		runs += explored.runs;
	});

	it("was tried with more than 1900 faults", () => {
		expect(runs).toBeGreaterThan(1900);
	});

	// `Vault.process` reads and writes; what comes between the two from outside the app, nobody can see afterwards.
	it("loses what another program writes only between the app's own read and write of one call", async () => {
		// Where the note stands open, the app's own view decides what its save takes along.
		const acts = Object.entries(ACTS).filter(
			([name]) => name !== "properties of a note that stands open",
		);
		const places: string[] = [];
		const lost: string[] = [];
		for (const [name, act] of acts) {
			for (const operation of ["read", "write"]) {
				for (let at = 1; at < 20; at++) {
					const memory = new bench.MemoryAdapter(VAULT);
					const adapter = new bench.FaultyAdapter(memory);
					const change = (text: string) => `${text}outside words\n`;
					adapter.arm({
						at,
						ops: [operation],
						path: /^(N\.md|Outline\.canvas|Queue\.md)$/,
						change,
					});
					await act(adapter);
					if (adapter.fired === 0) break;
					places.push(`${name}, ${operation}`);
					if (bench.lostWords(["outside words"], inVault(memory)) > 0)
						lost.push(`${name}, ${operation}`);
				}
			}
		}
		expect(lost).toEqual(places.filter((place) => place.endsWith("write")));
		expect(places.length).toBeGreaterThan(lost.length * 3);
	});
});

/** Texts that stand in the vault itself: a copy in the recovery folder is not yet a rescue. */
function inVault({ files }: Memory): readonly string[] {
	return [...files].filter(([path]) => !path.startsWith("plugin/")).map(([, text]) => text);
}
