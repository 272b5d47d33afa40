import fc from "fast-check";
import { InboxQuery } from "../../src/inbox/inbox-query";
import { FIRST_QUESTION, GROUPINGS, SORTS, type Question } from "../../src/inbox/inbox-question";
import { ListModel } from "../../src/inbox/list-model";
import type { Source } from "../../src/source/source";
import { STATUSES } from "../../src/source/status";
import { FakeSources, source } from "./sources";

const NOW = Date.parse("2026-05-03T12:00:00Z");

function queryOver(sources: FakeSources): InboxQuery {
	return new InboxQuery({
		sources,
		projectsOf: ({ projects }) => projects,
		projectName: (path) => path,
		around: () => ({
			now: NOW,
			hasSection: (path) => path === "placed.md",
			isCited: () => null,
		}),
		compareText: new Intl.Collator("en", { numeric: true }).compare,
		shapeOf: ({ title, category }) => ({
			titleWidth: title.length * 70,
			hasMore: category !== "",
		}),
	});
}

function ask(sources: readonly Source[], some: Partial<Question>): string {
	const query = queryOver(new FakeSources(sources));
	query.ask({ ...FIRST_QUESTION, ...some });
	return paths(query);
}

function paths(query: InboxQuery): string {
	return Array.from({ length: query.length }, (_, row) => query.at(row)?.path).join(" ");
}

function settled(query: InboxQuery): ListModel {
	const model = new ListModel(query);
	model.settle();
	return model;
}

/** Where each row begins, and where the last ends. */
function heightsOf({ layout }: ListModel): readonly number[] {
	return [
		...Array.from({ length: layout.itemCount }, (_, item) => layout.top(item)),
		layout.height,
	];
}

describe("the list", () => {
	it("is a queue: the oldest clip first, those without a date last", () => {
		const sources = [
			source("b", { created: "2026-02-01" }),
			source("none"),
			source("a", { created: "2026-01-01" }),
		];
		expect(ask(sources, {})).toBe("a b none");
		expect(ask(sources, { sort: "newest" })).toBe("b a none");
	});

	it.each([
		["shortest", "short long unknown"],
		["title", "long short unknown"],
		["site", "short unknown long"],
		["category", "unknown long short"],
	] as const)("sorts by %s", (sort, expected) => {
		const sources = [
			source("long", { title: "B 2", words: 9000, category: "b" }),
			source("short", { title: "B 10", words: 300, site: "a.org" }),
			source("unknown", { title: "c", site: "b.org", category: "a" }),
		];
		expect(ask(sources, { sort })).toBe(expected);
	});

	it("shows the chosen project's sources, or those of none", () => {
		const sources = [
			source("mine", { projects: ["P.md"] }),
			source("free"),
			source("both", { projects: ["Q.md", "P.md"] }),
		];
		expect(ask(sources, { scope: { kind: "project", path: "P.md" } })).toBe("both mine");
		expect(ask(sources, { scope: { kind: "unsorted" } })).toBe("free");
	});

	it("finds words anywhere, case and accents aside, all of them", () => {
		const sources = [
			source("a", { title: "Naïve Bayes" }),
			source("b", { title: "Bayes", authors: ["A. Naive"] }),
			source("c", { title: "Naive" }),
		];
		expect(ask(sources, { search: "bayes NAIVE" })).toBe("a b");
		expect(ask([source("zh", { title: "大模型训练" })], { search: "训练" })).toBe("zh");
	});

	it.each([
		["kinds", ["paper"], "paper"],
		["categories", [""], "paper long zh placed"],
		["languages", ["zh"], "zh"],
		["lengths", ["long"], "long"],
		["ages", ["week"], "week"],
		["ages", ["month"], "lately week"],
		["ages", ["older"], "long paper placed zh"],
		["claims", ["firstHand"], "paper"],
		["claims", ["hard", "partial"], "week"],
		["claims", ["noSection"], "long paper week zh"],
		["claims", ["notCited"], ""],
	] as const)("filters %s by %j", (name, values, expected) => {
		const sources = [
			source("paper", { kind: "paper", isPrimary: true }),
			source("long", { words: 8000 }),
			source("zh", { language: "zh-CN" }),
			source("week", {
				created: "2026-05-01",
				isHard: true,
				capture: "teaser",
				category: "x",
			}),
			source("placed.md", { title: "placed" }),
			...(name === "ages" ? [source("lately", { created: "2026-04-15" })] : []),
		];
		const filter = { ...FIRST_QUESTION.filter, [name]: values };
		const found = ask(sources, { filter })
			.replace("placed.md", "placed")
			.split(" ")
			.sort()
			.join(" ");
		expect(found).toBe(expected.split(" ").sort().join(" "));
	});

	it("groups with the nameless group last", () => {
		const query = queryOver(
			new FakeSources([
				source("1", { category: "b" }),
				source("2"),
				source("3", { category: "a" }),
				source("4", { category: "b" }),
			]),
		);
		query.ask({ ...FIRST_QUESTION, grouping: "category" });
		expect(query.runs()).toEqual([
			{ group: "a", start: 0, count: 1 },
			{ group: "b", start: 1, count: 2 },
			{ group: "", start: 3, count: 1 },
		]);
		expect(paths(query)).toBe("3 1 4 2");
	});

	it("counts all statuses of the project, and what a search finds in each", () => {
		const query = queryOver(
			new FakeSources([
				source("a x"),
				source("b"),
				source("c x", { status: "deleted" }),
				source("d", { status: "kept" }),
			]),
		);
		query.ask({ ...FIRST_QUESTION, search: "x" });
		expect(query.counts).toEqual({ new: 2, kept: 1, deleted: 1 });
		expect(query.found).toEqual({ new: 1, kept: 0, deleted: 1 });
	});

	it("keeps changes that come while a long answer is worked out", () => {
		const sources = new FakeSources([source("a"), source("b")]);
		const query = queryOver(sources);
		const steps = query.askInSteps(FIRST_QUESTION);
		sources.expect("a", { status: "kept" });
		steps.next();
		sources.change([source("c"), source("b", { status: "kept" })]);
		query.update(["b", "c"]);
		while (steps.next().done !== true);
		expect(paths(query)).toBe("c");
	});

	it("is the same after hundreds of changes at once as if it had been asked anew", () => {
		const many = (salt: number): Source[] =>
			Array.from({ length: 400 }, (_, index) =>
				source(String((index * 7 * salt) % 500), {
					title: "A title".repeat(((index * salt) % 5) + 1),
					created: new Date((index * 31 * salt) % 997).toISOString(),
					status: (index * salt) % 3 === 0 ? "kept" : "new",
				}),
			);
		const sources = new FakeSources(many(1));
		const query = queryOver(sources);
		query.ask(FIRST_QUESTION);
		const model = settled(query);
		const changed = many(3);
		sources.change(changed);
		query.update(changed.map(({ path }) => path));
		model.settle();
		const anew = queryOver(sources);
		anew.ask(FIRST_QUESTION);
		expect(paths(query)).toBe(paths(anew));
		expect(heightsOf(model)).toEqual(heightsOf(settled(anew)));
	});

	it("is the same after any changes as if it had been asked anew", () => {
		const some = fc.record({
			path: fc.constantFrom("a", "b", "c", "d", "e", "f"),
			status: fc.constantFrom(...STATUSES),
			category: fc.constantFrom("", "x", "y"),
			created: fc.constantFrom(null, "2026-01-01", "2026-01-02", "2025-12-31"),
			title: fc.constantFrom("One", "two", "Zwei"),
			words: fc.constantFrom(null, 100, 20_000),
		});
		const question = fc.record({
			tab: fc.constantFrom(...STATUSES),
			sort: fc.constantFrom(...SORTS),
			grouping: fc.constantFrom(...GROUPINGS),
			search: fc.constantFrom("", "o"),
		});
		const law = fc.property(
			fc.array(some),
			fc.array(fc.array(some)),
			question,
			(first, changes, asked) => {
				const sources = new FakeSources(first.map((each) => source(each.path, each)));
				const query = queryOver(sources);
				query.ask({ ...FIRST_QUESTION, ...asked });
				const model = new ListModel(query);
				model.settle();
				for (const change of changes) {
					const changed = change.map((each) => source(each.path, each));
					sources.change(changed);
					query.update(new Set(changed.map(({ path }) => path)));
				}
				model.settle();
				const anew = queryOver(sources);
				anew.ask({ ...FIRST_QUESTION, ...asked });
				expect(heightsOf(model)).toEqual(heightsOf(settled(anew)));
				expect(paths(query)).toBe(paths(anew));
				expect(query.counts).toEqual(anew.counts);
				expect(query.found).toEqual(anew.found);
				expect(query.runs()).toEqual(anew.runs());
				for (let row = 0; row < query.length; row += 1) {
					expect(query.indexOf(query.at(row)?.path ?? "")).toBe(row);
				}
			},
		);
		fc.assert(law);
	});
});

describe("a selection", () => {
	const some = (): FakeSources =>
		new FakeSources([
			source("a", { category: "x" }),
			source("b", { category: "y" }),
			source("c", { category: "x" }),
		]);
	const opened = (
		sources: FakeSources,
		grouping: Question["grouping"],
	): [InboxQuery, ListModel] => {
		const query = queryOver(sources);
		query.ask({ ...FIRST_QUESTION, grouping });
		return [query, settled(query)];
	};

	it("forgets what was decided, moved away or folded, and counts what is left", () => {
		const sources = some();
		const [query, model] = opened(sources, "category");
		model.selectAll();
		expect(model.targetCount).toBe(3);
		sources.change([source("a", { category: "x", status: "kept" })]);
		query.update(["a"]);
		model.settle();
		expect([model.targets, model.targetCount]).toEqual([["c", "b"], 2]);
		model.fold("x");
		model.settle();
		expect([model.targets, model.targetCount]).toEqual([["b"], 1]);
	});

	it("is not looked through again for a step", () => {
		const [query, model] = opened(some(), "none");
		model.selectAll();
		const asked = jest.spyOn(query, "groupOf");
		model.step(1);
		model.settle();
		expect(asked).not.toHaveBeenCalled();
		expect(model.targets).toEqual(["a", "b", "c"]);
	});
});
