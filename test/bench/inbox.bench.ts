import { Decider } from "../../src/inbox/decide";
import { InboxQuery } from "../../src/inbox/inbox-query";
import { FIRST_QUESTION, type Question } from "../../src/inbox/inbox-question";
import { ListModel } from "../../src/inbox/list-model";
import type { Source } from "../../src/source/source";
import { FakeSources, FakeVault, source } from "../inbox/sources";
import { medianMs, report } from "./setup";

/*
 * The list beside a naive one of the same run: all rows filtered, sorted and counted anew for each change.
 * What the browser draws is measured by the host's tests; here is what a key costs before it.
 */

const compareText = new Intl.Collator("en", { numeric: true }).compare;

function many(count: number): Source[] {
	return Array.from({ length: count }, (_, index) =>
		source(`Research/${index}.md`, {
			title: `Source ${(index * 7919) % count}`,
			created: new Date(
				Date.UTC(2020, 0, 1) + ((index * 104_729) % count) * 60_000,
			).toISOString(),
			category: ["Rewards", "Data", "Evaluation", ""][index % 4] ?? "",
			words: 200 + ((index * 31) % 9000),
			status: index % 20 === 0 ? "kept" : "new",
		}),
	);
}

function listOf(sources: FakeSources, question: Question = FIRST_QUESTION): ListModel {
	const query = new InboxQuery({
		sources,
		projectsOf: ({ projects }) => projects,
		projectName: (path) => path,
		around: () => ({ now: 0, hasSection: () => null, isCited: () => null }),
		compareText,
		shapeOf: ({ title }) => ({ titleWidth: title.length * 7, hasMore: true }),
	});
	query.ask(question);
	const model = new ListModel(query);
	model.settle();
	return model;
}

/** One row leaves and comes back, as by a key and its undo. */
function decideAndBack(sources: FakeSources, model: ListModel): void {
	const path = model.place.focus ?? "";
	for (const status of ["kept", "new"]) {
		if (status === "kept") model.leave([path]);
		sources.expect(path, { status });
		model.query.update([path]);
		model.settle();
	}
}

function naiveAndBack(sources: FakeSources): void {
	for (let twice = 0; twice < 2; twice += 1) {
		const rows = sources.all().filter(({ status }) => status === "new");
		rows.sort((a, b) => Date.parse(a.created ?? "") - Date.parse(b.created ?? ""));
		for (const status of ["new", "kept", "deleted"])
			sources.all().filter((each) => each.status === status);
	}
}

for (const count of [3000, 100_000]) {
	const sources = new FakeSources(many(count));
	const model = listOf(sources);
	const ours = medianMs(() => decideAndBack(sources, model));
	const naive = medianMs(() => naiveAndBack(sources));
	report(`a decision among ${count} sources, of a full rescan`, ours / naive, { budget: 0.1 });
}

{
	const sources = new FakeSources(many(100_000));
	const model = listOf(sources);
	const longest: number[] = [];
	const whole = medianMs(() => {
		const steps = model.query.askInSteps({
			...FIRST_QUESTION,
			sort: "title",
			grouping: "category",
		});
		let most = 0;
		for (let done = false; !done;) {
			const start = performance.now();
			done = steps.next().done === true;
			most = Math.max(most, performance.now() - start);
		}
		longest.push(most);
	});
	longest.sort((a, b) => a - b);
	const usual = longest[Math.floor(longest.length / 2)] ?? 0;
	report("longest step of sorting 100,000 titles, of the whole", usual / whole, { budget: 0.2 });
}

{
	const sources = new FakeSources(many(3000));
	const model = listOf(sources);
	const all = sources.all();
	const burst = medianMs(() => {
		model.query.update(all.slice(0, 1000).map(({ path }) => path));
		model.settle();
	});
	const naive = medianMs(() => naiveAndBack(sources)) / 2;
	report("1,000 changes in a burst, of 1,000 rescans", burst / (naive * 1000), { budget: 0.05 });
}

{
	const sources = new FakeSources(many(100_000));
	const gc = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
	gc();
	const before = process.memoryUsage().heapUsed;
	const model = listOf(sources);
	gc();
	const bytes = (process.memoryUsage().heapUsed - before) / 100_000;
	report("bytes the list keeps per source, of 1 kB", bytes / 1024, { budget: 1 });
	if (model.query.length === 0) throw new Error("the list is empty");
}

{
	const paths = Array.from({ length: 20 }, (_, index) => `Research/${index * 20 + 1}.md`);
	const sources = new FakeSources(many(3000));
	const decider = new Decider({
		sources,
		vault: new FakeVault(),
		undo: { record: () => undefined },
		tasks: {
			start: () => {
				throw new Error("twenty need no task");
			},
		},
		now: () => new Date(0),
		statusProperty: () => "status",
		stepOf: () => null,
		explain: ({ kind }) => kind,
	});
	const shown = medianMs(() => void decider.decide(paths, { kind: "keep", reason: null }, () => ""));
	const rescan = medianMs(() => naiveAndBack(sources)) / 2;
	report("until 20 decided rows show, of one rescan", shown / rescan, { budget: 1 });
}
