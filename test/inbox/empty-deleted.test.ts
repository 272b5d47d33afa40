import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Emptying } from "../../src/inbox/empty-deleted";
import { readDeleted, rememberAll, rememberDeleted, type Deleted } from "../../src/project/deleted-note";
import { readSource } from "../../src/source/read-source";
import { foreignStatusGuard } from "../../src/source/read-status";
import type { Source } from "../../src/source/source";
import { urlIdentity } from "../../src/source/url-identity";
import type { ItemResult } from "../../src/ui/task";
import { readFrontmatter } from "../../src/vault/property-edit";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { parseYaml } from "../doors/hostile-vault";
import { describeWithShared } from "../shared";
import { HOSTILE_NOTES } from "../vault/hostile-notes";
import { FAULTS, MemoryFiles, vaultParts } from "../vault/memory-files";

const SETTINGS = { statusProperty: "status", newValues: "" };
const LIST = "Research/Deleted.md";

const noteOf = (number: number, more = ""): string =>
	`---\ntitle: Source ${number}\nsource: https://a.org/${number}\nstatus: deleted\ndecided: 2026-05-03T10:00:00\n${more}---\nText.\n`;

function deskOf(notes: Readonly<Record<string, string>>) {
	const files = new MemoryFiles(notes);
	const get = (path: string): Source | null => {
		const read = readFrontmatter(files.files.get(path) ?? "", parseYaml);
		const source = readSource(path, read.kind === "properties" ? read.values : {}, SETTINGS);
		return source === "foreign" ? null : source;
	};
	const sources = Object.keys(notes).flatMap((path) => get(path) ?? []);
	const emptying = new Emptying(
		{
			sources: { get },
			vault: createSafeVaultOn(vaultParts(files)),
			researchFolder: "Research",
			now: "2026-05-04T00:00:00Z",
			explain: ({ kind }) => kind,
			noLonger: "no longer",
		},
		sources,
	);
	/** Four at once, as the task does. */
	const empty = async (some: readonly Source[] = sources): Promise<readonly ItemResult[]> => {
		const results: ItemResult[] = [];
		const rest = [...some.entries()];
		const lane = async (): Promise<void> => {
			for (let next = rest.shift(); next !== undefined; next = rest.shift())
				results[next[0]] = await emptying.empty(next[1]);
		};
		await Promise.all([lane(), lane(), lane(), lane()]);
		await emptying.settle(new Set(results.flatMap((one) => (one.kind === "done" ? [one.note] : []))));
		return results;
	};
	const list = (): readonly Deleted[] => readDeleted(files.files.get(LIST) ?? "");
	return { files, sources, empty, list };
}

const notes = (count: number): Record<string, string> =>
	Object.fromEntries(Array.from({ length: count }, (_, at) => [`Research/${at}.md`, noteOf(at)]));

describe("emptying what was thrown away", () => {
	it("sends each to the trash and remembers it in a line of its own", async () => {
		const { files, empty, list } = deskOf(notes(250));
		let writes = 0;
		files.before = (operation, path) => (writes += operation === "write" && path === LIST ? 1 : 0);
		expect((await empty()).every(({ kind }) => kind === "done")).toBe(true);
		expect([...files.files.keys()].filter((path) => /^Research\/\d/.test(path))).toEqual([]);
		expect([...files.files.keys()].filter((path) => path.startsWith(".trash/")).length).toBe(250);
		expect(list().map(({ url }) => url).sort()).toEqual(
			Array.from({ length: 250 }, (_, at) => `https://a.org/${at}`).sort(),
		);
		// Not once for each: the list of thousands would be written thousands of times.
		expect(writes).toBeLessThan(10);
	});

	it("keeps what the list says already, and the reason in the reader's words", async () => {
		const one = deskOf({
			[LIST]: "# Gone\n\n- 2020-01-01 [Source 0](<https://a.org/0>): old\n- mine\n",
			"Research/0.md": noteOf(0, "reason: 'a list: no *more*'\n"),
			"Research/1.md": noteOf(1),
		});
		await one.empty();
		expect(one.files.files.get(LIST)).toBe(
			"# Gone\n\n- 2026-05-03 [Source 0](<https://a.org/0>): a list\\: no \\*more\\*\n- 2026-05-03 [Source 1](<https://a.org/1>)\n- mine\n",
		);
	});

	it("leaves a source that was decided anew, and takes its line out again", async () => {
		const one = deskOf(notes(3));
		one.files.before = (operation, path) => {
			if (operation === "write" && path === LIST)
				one.files.files.set("Research/1.md", noteOf(1).replace("deleted", "kept"));
		};
		expect((await one.empty()).map(({ kind }) => kind)).toEqual(["done", "skipped", "done"]);
		expect(one.files.files.get("Research/1.md")).toContain("status: kept");
		expect(one.list().map(({ title }) => title)).toEqual(["Source 0", "Source 2"]);
	});

	it("stopped half way keeps the lines of those that are gone, and of no others", async () => {
		const one = deskOf(notes(8));
		await one.empty(one.sources.slice(0, 5));
		expect(one.list().map(({ title }) => title)).toEqual([0, 1, 2, 3, 4].map((at) => `Source ${at}`));
		expect(one.files.files.has("Research/5.md")).toBe(true);
	});

	it("loses no source where the disk fails at any call: each is there, or in the trash with a line", async () => {
		const count = 6;
		const calls = deskOf(notes(count));
		await calls.empty();
		for (let at = 1; at <= calls.files.calls; at++) {
			for (const kind of FAULTS) {
				const one = deskOf(notes(count));
				one.files.fault = { at, kind, isCrash: false };
				const results = await one.empty();
				const lines = new Set(one.list().map(({ url }) => url));
				for (let number = 0; number < count; number++) {
					const isThere = one.files.files.get(`Research/${number}.md`) === noteOf(number);
					const isTrashed = [...one.files.files].some(
						([path, text]) => path.startsWith(".trash/") && text === noteOf(number),
					);
					expect([at, kind, number, isThere || (isTrashed && lines.has(`https://a.org/${number}`))]).toEqual([at, kind, number, true]);
				}
				expect(results.length).toBe(count);
			}
		}
	});
});

describeWithShared("a hostile title in the list of what is gone", (shared) => {
	const file = readFileSync(join(shared, "corpora/hostile/strings/blns.json"), "utf8");
	const { items } = JSON.parse(file) as { items: readonly { id: string; payload: string }[] };

	it("stands in one line, comes back as it was, and adds no line, link or mark of its own", () => {
		const titles = items.map(({ payload }) => payload.replace(/\s+/g, " ").trim()).filter((title) => title !== "");
		expect(titles.length).toBeGreaterThan(300);
		for (const [at, title] of titles.entries()) {
			const url = `https://a.org/${at}`;
			const deleted = { identity: urlIdentity(url), url, title, date: "2026-05-03", reason: title };
			const text = rememberDeleted("", deleted);
			expect([title, text.trimEnd().split("\n").length]).toEqual([title, 1]);
			expect(readDeleted(text)).toEqual([deleted]);
			const bare = text.replace(/\\./g, "").replace(`](<${url}>)`, "").replace(/^- 2026-05-03 \[/, "").replace(/: /, "");
			expect([title, /[[\]<>*_`|$=~^]|%%|#\w|:\/\//.test(bare)]).toEqual([title, false]);
		}
	});

	it("many are added in one go as one by one", () => {
		const all = items.slice(0, 200).map(({ payload }, at): Deleted => {
			const url = at % 3 === 0 ? "" : `https://a.org/${at % 50}`;
			return { identity: urlIdentity(url), url, title: payload, date: `2026-05-0${1 + (at % 9)}`, reason: "" };
		});
		const one = all.reduce((text, deleted) => rememberDeleted(text, deleted), "- mine\n");
		expect(readDeleted(rememberAll("- mine\n", all))).toEqual(readDeleted(one));
	});
});

describeWithShared("every note of the corpora, thrown away and emptied", (shared) => {
	const notes = new Map<string, string>();
	const folder = join(shared, "corpora/notes/files");
	for (const name of readdirSync(folder).sort())
		if (name.endsWith(".md")) notes.set(`Research/${name}`, readFileSync(join(folder, name), "utf8"));
	for (const [name, text] of [...notes])
		notes.set(name.replace(/\.md$/, " linked.md"), text.replace(/^(\ufeff?---[ \t]*)(\r?\n)/, `$1$2zz-link: 1$2url: https://a.org/${notes.size}$2`));
	HOSTILE_NOTES.forEach(([, text], at) => notes.set(`Research/hostile ${at}.md`, text));

	it("goes to the trash as it was, with a line each; broken and foreign notes are not touched", async () => {
		const files = new MemoryFiles(Object.fromEntries(notes));
		const vault = createSafeVaultOn(vaultParts(files, { guard: foreignStatusGuard(() => SETTINGS) }));
		const get = (path: string): Source | null => {
			const read = readFrontmatter(files.files.get(path) ?? "", parseYaml);
			if (read.kind === "unreadable") return null;
			const source = readSource(path, read.kind === "properties" ? read.values : {}, SETTINGS);
			return source === "foreign" ? null : source;
		};
		const before = new Map<string, string>();
		for (const path of notes.keys()) {
			if (get(path) === null) continue;
			const written = await vault.changeProperties(path, { status: "deleted" });
			if (written.ok) before.set(path, written.value.after);
		}
		expect(before.size).toBeGreaterThan(150);
		const sources = [...before.keys()].flatMap((path) => get(path) ?? []);
		const emptying = new Emptying(
			{ sources: { get }, vault, researchFolder: "Research", now: "2026-05-04", explain: ({ kind }) => kind, noLonger: "" },
			sources,
		);
		for (const source of sources) expect((await emptying.empty(source)).kind).toBe("done");
		await emptying.settle(new Set(before.keys()));
		const trash = [...files.files].filter(([path]) => path.startsWith(".trash/")).map(([, text]) => text);
		expect(trash.sort()).toEqual([...before.values()].sort());
		for (const [path, text] of notes) if (!before.has(path)) expect([path, files.files.get(path) === text]).toEqual([path, true]);
		const keys = new Set(sources.map(({ identity, title }) => identity ?? title.toLowerCase()));
		expect(readDeleted(files.files.get(LIST) ?? "").length).toBe(keys.size);
	});
});
