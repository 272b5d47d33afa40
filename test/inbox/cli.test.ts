import type { CliFlags, CliHandler } from "obsidian";
import { registerCli } from "../../src/inbox/cli-commands";
import { Decider } from "../../src/inbox/decide";
import type { Inbox } from "../../src/inbox/inbox-parts";
import { stepOf } from "../../src/vault/property-step";
import { FakeSources, FakeVault, source } from "./sources";

type Command = Readonly<{ description: string; flags: CliFlags | null; handler: CliHandler }>;

function commandLine() {
	const sources = new FakeSources([
		source("b.md", { title: "Two\tlines", url: "https://b.org", category: "Rewards" }),
		source("a.md", { title: "One", projects: ["Research/Bread/Bread"] }),
		source("x/a2.md", { title: "one", status: "kept" }),
		source("d.md", { title: "Gone", status: "deleted" }),
	]);
	const vault = new FakeVault();
	for (const { path, status } of sources.all()) vault.texts.set(path, `---\nstatus: ${status}\n---\n`);
	const commands = new Map<string, Command>();
	const plugin = {
		registerCliHandler: (name: string, description: string, flags: CliFlags | null, handler: CliHandler) => {
			if (commands.has(name)) throw new Error(`${name} twice`);
			commands.set(name, { description, flags, handler });
		},
	};
	const decider = new Decider({
		sources,
		vault,
		undo: { record: () => undefined },
		tasks: {
			start: () => {
				throw new Error("one note needs no task");
			},
		},
		now: () => new Date(2026, 4, 3),
		statusProperty: () => "status",
		stepOf,
		explain: ({ kind }) => kind,
	});
	const inbox = {
		plugin,
		sources,
		decider,
		projects: { all: () => [{ path: "Research/Bread/Bread.md", name: "Bread" }] },
		projectsOf: ({ projects }: { projects: readonly string[] }) => projects.map((path) => `${path}.md`),
	};
	registerCli(inbox as unknown as Inbox);
	const run = async (name: string, params: Record<string, string> = {}): Promise<string> => {
		const command = commands.get(name);
		if (command === undefined) throw new Error(`no command ${name}`);
		return command.handler(params);
	};
	return { commands, run, vault, sources };
}

describe("the command line", () => {
	it("has four commands, each with a description, each flag with one, and names what is required", () => {
		const { commands } = commandLine();
		expect([...commands.keys()]).toEqual(["winnow:list", "winnow:status", "winnow:keep", "winnow:throw-away"]);
		for (const { description, flags } of commands.values()) {
			expect(description).toMatch(/^[A-Z]/);
			for (const flag of Object.values(flags ?? {})) {
				expect(flag.description).toMatch(/^[A-Z]|^text/);
				expect(flag.value).toMatch(/^<.+>$/);
			}
		}
		const required = [...commands].map(([name, { flags }]) => [
			name,
			Object.entries(flags ?? {}).flatMap(([flag, { required: isRequired }]) => (isRequired === true ? [flag] : [])),
		]);
		expect(required).toEqual([
			["winnow:list", []],
			["winnow:status", []],
			["winnow:keep", ["file"]],
			["winnow:throw-away", ["file"]],
		]);
	});

	it("lists a status, one source a line, or as JSON", async () => {
		const { run } = commandLine();
		expect(await run("winnow:list")).toBe("a.md\tOne\t\nb.md\tTwo lines\thttps://b.org");
		expect(await run("winnow:list", { status: " Kept ", format: "json" })).toBe(
			JSON.stringify([{ path: "x/a2.md", title: "one", status: "kept", url: "", category: "" }], null, "\t"),
		);
		expect(await run("winnow:list", { status: "deleted" })).toBe("d.md\tGone\t");
		expect(await run("winnow:list", { category: "rewards" })).toMatch(/^b\.md/);
		expect(await run("winnow:list", { project: "bread" })).toBe("a.md\tOne\t");
		expect(await run("winnow:list", { project: "Research/Bread/Bread" })).toBe("a.md\tOne\t");
	});

	it("counts", async () => {
		const { run } = commandLine();
		expect(await run("winnow:status")).toBe("new\t2\nkept\t1\ndeleted\t1");
		expect(await run("winnow:status", { project: "Bread" })).toBe("new\t1\nkept\t0\ndeleted\t0");
	});

	it("keeps and throws away by path or title, with a reason", async () => {
		const { run, vault } = commandLine();
		expect(await run("winnow:keep", { file: "b", reason: "it is: good" })).toBe("Kept: Two\tlines");
		expect(vault.texts.get("b.md")).toMatch(/status: kept[^]*|[^]*reason: it is: good/);
		expect(await run("winnow:throw-away", { file: "two\tLINES", reason: "true" })).toBe("Thrown away: Two\tlines");
		expect(vault.texts.get("b.md")).toContain("status: deleted");
		expect(vault.texts.get("b.md")).not.toContain("reason:");
	});

	it.each([
		["winnow:list", { status: "read" }, "There is no status read. Use new, kept or deleted."],
		["winnow:list", { status: "true" }, "There is no status true. Use new, kept or deleted."],
		["winnow:list", { format: "csv" }, "There is no format csv. Use text or json."],
		["winnow:list", { project: "Tea" }, "No project is called Tea."],
		["winnow:status", { project: "Tea" }, "No project is called Tea."],
		["winnow:keep", {}, "Name the source: file=<path or title>."],
		["winnow:keep", { file: "true" }, "Name the source: file=<path or title>."],
		["winnow:throw-away", { file: "nobody" }, "No source is called nobody."],
		["winnow:keep", { file: "ONE" }, "Several sources are called ONE. Give the path.\na.md\nx/a2.md"],
	])("%s %j says what is wrong and writes nothing", async (name, params, words) => {
		const { run, vault } = commandLine();
		const before = new Map(vault.texts);
		expect(await run(name, params)).toBe(words);
		expect(vault.texts).toEqual(before);
	});

	it("says why a note could not be written, and waits for the vault", async () => {
		const { run, vault, sources } = commandLine();
		vault.failures.set("a.md", { kind: "unreadable", line: 3, detail: "" });
		expect(await run("winnow:keep", { file: "a" })).toContain("line 3");
		sources.isReady = false;
		expect(await run("winnow:keep", { file: "b" })).toBe("The vault is still being read. Try again.");
	});
});
