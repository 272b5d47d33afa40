import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { createProjectIndex } from "../../src/project/project-index";
import { readSource } from "../../src/source/read-source";
import { readFrontmatter } from "../../src/vault/property-edit";
import { cpuMs, decisions, openVault, SETTINGS, type Vault } from "./open-vault";
import { medianMs, report } from "./setup";
import { vaultOf, type MadeNote } from "./vault-notes";

/*
 * Vaults as people have them (generated: clippings, foreign uses of `status`, broken frontmatter, five languages),
 * of 1,000, 10,000 and 100,000 notes. The naive one of the same run looks at every note.
 */

const SIZES = [
	{ notes: 1000, sources: 300 },
	{ notes: 10_000, sources: 3000 },
	{ notes: 100_000, sources: 3000 },
];

const parseYaml = (yaml: string): unknown => parse(yaml, { logLevel: "error" }) as unknown;

type Maker = Readonly<{
	makeVault(options: object): Readonly<{ files(): Iterable<Readonly<{ path: string; text: string }>> }>;
}>;

/** What the app's cache tells of a note, as far as the indexes ask. */
function noteOf({ path, text }: Readonly<{ path: string; text: string }>): MadeNote {
	const found = path.endsWith(".md") ? readFrontmatter(text, parseYaml) : null;
	if (found?.kind === "properties")
		return { path, cache: { frontmatter: { ...found.values }, headings: /^#/m.test(text) ? [{ heading: "" }] : [] } };
	if (found?.kind !== "unreadable") return { path, cache: {} };
	return { path, text, cache: { sections: [{ type: "thematicBreak", position: { start: { offset: 0 } } }] } };
}

/** The projects' pass over all notes: ms of its longest stretch without a pause, for 99 of 100. */
async function openProjects(vault: Vault, isSource: (path: string) => boolean): Promise<Readonly<{ stretch: number; count: number }>> {
	const stretches: number[] = [];
	let since = cpuMs();
	const index = createProjectIndex({
		app: vault.app,
		isSource,
		registerEvent: () => undefined,
		nextFrame: () => undefined,
		pause: async () => {
			stretches.push(cpuMs() - since);
			await new Promise((resolve) => setImmediate(resolve));
			since = cpuMs();
		},
		clock: () => performance.now(),
	});
	since = cpuMs();
	vault.layoutReady();
	while (!index.isReady) await new Promise((resolve) => setImmediate(resolve));
	stretches.push(cpuMs() - since);
	stretches.sort((a, b) => a - b);
	return { stretch: stretches[Math.floor(stretches.length * 0.99)] ?? 0, count: index.all().length };
}

async function main(maker: Maker): Promise<void> {
	const least: number[] = [];
	for (const { notes, sources } of SIZES) {
		const made = maker.makeVault({ notes, sources, sections: 12 });
		const vault = vaultOf(map(made.files(), noteOf));
		const { counts } = vault;
		const open = await openVault(vault, SETTINGS, parseYaml);
		const name = `${notes.toLocaleString("en")} notes`;
		const everyNote = medianMs(() => {
			for (const [path, file] of vault.files) readSource(path, vault.caches.get(file)?.frontmatter ?? {}, SETTINGS);
		});
		// The best of three: others on the machine do not count.
		const again = [open, await openVault(vault, SETTINGS, parseYaml), await openVault(vault, SETTINGS, parseYaml)];
		const whole = Math.min(...again.map((pass) => pass.whole));
		report(`${name}: first rows, of reading every note once`, whole / everyNote, { budget: 4 });
		report(`${name}: 99 of 100 of its stretches without a pause, of 50 ms`, open.stretch / 50, { budget: 1 });
		const found = open.index.all().length;
		if (found < sources) throw new Error(`${found} sources, ${sources} were made`);
		console.info(`      ${name}: ${found} sources, ${open.index.broken().length} broken, ${open.index.foreignCount()} foreign; ${counts.read} notes read`);
		const projects = await openProjects(vault, (path) => open.index.get(path) !== null);
		report(`${name}: the same for projects`, projects.stretch / 50, { budget: 1 });
		if (projects.count === 0) throw new Error("no project found");
		const decide = decisions(open);
		let best = Infinity;
		for (let round = 0; round < 7; round++) best = Math.min(best, medianMs(decide));
		least.push(best);
	}
	// Both with 3,000 sources.
	const [, small = NaN, large = NaN] = least;
	report("a decision at 100,000 made notes, of one at 10,000", large / small, { budget: 1.5 });
}

function* map<A, B>(items: Iterable<A>, change: (item: A) => B): Iterable<B> {
	for (const item of items) yield change(item);
}

const script = join(process.cwd(), "..", "shared", "bench", "vault", "make-vault.mjs");
if (existsSync(script)) await main((await import(pathToFileURL(script).href)) as Maker);
else console.info("skipped: needs ../shared/bench/vault");
