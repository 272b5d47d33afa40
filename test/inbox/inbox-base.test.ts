import { parse } from "yaml";
import { inboxBase, type BaseOptions } from "../../src/inbox/inbox-base";

const WORDS = {
	new: "New",
	kept: "Kept: all",
	deleted: "D",
	byCategory: "C",
	byProject: "P",
	hard: "H",
	address: "Address",
	minutes: "Min: utes",
};

type Filter = string | Readonly<{ and?: Filter[]; or?: Filter[] }>;
type Base = Readonly<{
	filters: Filter;
	formulas: Record<string, string>;
	properties: Record<string, { displayName: string }>;
	views: readonly Readonly<{
		type: string;
		name: string;
		filters: Filter;
		order: string[];
		groupBy?: { property: string; direction: string };
	}>[];
}>;

const baseOf = (some: Partial<BaseOptions> = {}): Base =>
	parse(inboxBase({ folders: ['Re"search', "Clippings"], statusProperty: "my status", newValues: ["unread"], ...some }, WORDS)) as Base;

/** What a statement of the syntax means for a note; enough of it for the statements we write. */
function holds(filter: Filter, note: Readonly<Record<string, unknown>>): boolean {
	if (typeof filter !== "string") {
		if (filter.and !== undefined) return filter.and.every((one) => holds(one, note));
		return (filter.or ?? []).some((one) => holds(one, note));
	}
	const valueOf = (term: string): unknown => {
		const name = /^note\["(.*)"\]$/.exec(term)?.[1] ?? term;
		return name === "file.ext" ? "md" : (note[name] ?? null);
	};
	return filter.split(" || ").some((part) => {
		const folder = /^file\.inFolder\((.*)\)$/.exec(part)?.[1];
		if (folder !== undefined) return String(note.path).startsWith(`${String(JSON.parse(folder))}/`);
		const empty = /^(!?)(.+)\.isEmpty\(\)$/.exec(part);
		if (empty !== null) return (empty[1] === "!") !== [null, ""].includes(valueOf(empty[2] ?? "") as null);
		const [, term = "", operator, value = ""] = /^(.+?) (==|!=) (.+)$/.exec(part) ?? [];
		if (operator === undefined) throw new Error(`unknown statement: ${part}`);
		return (valueOf(term) === (JSON.parse(value) as unknown)) === (operator === "==");
	});
}

const note = (more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
	path: "Clippings/A.md",
	source: "https://a.org",
	...more,
});

describe("the inbox base", () => {
	it("is YAML of the app's syntax: tables with names, filters, columns and groups", () => {
		const { views, properties, formulas } = baseOf();
		expect(views.map(({ name, type }) => [name, type])).toEqual(
			["New", "Kept: all", "C", "P", "H", "D"].map((name) => [name, "table"]),
		);
		expect(views.map(({ groupBy }) => groupBy?.property)).toEqual([
			undefined, undefined, "note.category", "note.project", undefined, undefined,
		]);
		for (const { order } of views)
			for (const column of order) expect(column).toMatch(/^(file\.name|formula\.minutes|note\.[a-z]+)$/);
		expect(Object.keys(formulas)).toEqual(["minutes"]);
		expect(properties["formula.minutes"]?.displayName).toBe("Min: utes");
	});

	it.each([
		["no status", {}, "New"],
		["an empty status", { "my status": "" }, "New"],
		["new", { "my status": "new" }, "New"],
		["a value that means new", { "my status": "unread" }, "New"],
		["kept", { "my status": "kept" }, "Kept: all C P"],
		["kept and hard", { "my status": "kept", hard: true }, "Kept: all C P H"],
		["thrown away", { "my status": "deleted" }, "D"],
		["another use of the status", { "my status": "done" }, ""],
		["no work and no status", { source: undefined }, ""],
		["a paper by its DOI", { source: undefined, doi: "10.1/x" }, "New"],
		["a project note", { type: "research-project", "my status": "new" }, ""],
		["a note elsewhere", { path: "Else/A.md" }, ""],
		["a folder with a quote", { path: 'Re"search/A.md' }, "New"],
	])("shows a note with %s where the list does", (_what, more, where) => {
		const { filters, views } = baseOf();
		const some = note(more);
		const shown = views.filter((view) => holds(filters, some) && holds(view.filters, some)).map(({ name }) => name);
		expect(shown.join(" ")).toBe(where);
	});

	it("looks everywhere where the whole vault is watched", () => {
		const { filters } = baseOf({ folders: [""] });
		expect(holds(filters, note({ path: "Anywhere/A.md" }))).toBe(true);
	});
});
