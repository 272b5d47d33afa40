import { ageOfClip, ageOfSpan } from "../../src/inbox/age";
import { emptinessOf, type Known } from "../../src/inbox/emptiness";
import { FIRST_QUESTION, parseQuestion } from "../../src/inbox/inbox-question";
import { projectPage } from "../../src/inbox/project-page";
import { ProjectShelf } from "../../src/inbox/project-shelf";
import { shownValues } from "../../src/inbox/raw-value";
import { minutesOfSource } from "../../src/inbox/reading-time";
import { readSaved, savedState } from "../../src/inbox/saved-state";
import { searchHits, searchWords } from "../../src/inbox/search-text";
import { source } from "./sources";

const DAY = 86_400_000;

describe("the age of a source", () => {
	it.each([
		[0, "0 now"],
		[-5 * DAY, "0 now"],
		[60_000, "1 minutes"],
		[59 * 60_000, "59 minutes"],
		[23 * 3_600_000, "23 hours"],
		[2 * DAY, "2 days"],
		[13 * DAY, "1 weeks"],
		[70 * DAY, "2 months"],
		[364 * DAY, "11 months"],
		[800 * DAY, "2 years"],
	])("after %d ms is %s", (ms, words) => {
		const { unit, count } = ageOfSpan(ms);
		expect(`${count} ${unit}`).toBe(words);
	});
});

describe("the age of a clip", () => {
	// A moment of this computer's own day, wherever it stands.
	const now = new Date(2026, 4, 3, 23, 30);
	it.each([
		["2026-05-03", "today"],
		["2026-05-03T23:29:40", "now"],
		["2026-05-03T23:20:00", "10 minutes"],
		["2026-05-02", "1 days"],
		["2026-04-30", "3 days"],
		["", "none"],
		["soon", "none"],
	])("of %j is %s", (created, words) => {
		const age = ageOfClip(created === "" ? null : created, now);
		const said = age === null ? "none" : `${age.count} ${age.unit}`;
		expect(said.replace(/^0 /, "")).toBe(words);
	});
});

describe("reading time", () => {
	it("counts words, for Chinese, Japanese and Korean characters", () => {
		expect(minutesOfSource({ words: 2300, language: "en" })).toBe(10);
		expect(minutesOfSource({ words: 4000, language: "zh-CN" })).toBe(10);
		expect(minutesOfSource({ words: 3, language: null })).toBe(1);
		expect(minutesOfSource({ words: null, language: null })).toBeNull();
	});
});

describe("a search", () => {
	it.each([
		["Reward models reward", "reward", "[Reward] models [reward]"],
		["Naïve Bayes", "naive", "[Naïve] Bayes"],
		["ﬁne work", "fine", "[ﬁne] work"],
		["大模型训练", "训练", "大模型[训练]"],
		["aaaa", "aa a", "[aaaa]"],
		["plain", "", "plain"],
	])("marks in %j what %j finds", (title, search, marked) => {
		let shown = "";
		let at = 0;
		for (const [from, to] of searchHits(title, searchWords(search))) {
			shown += `${title.slice(at, from)}[${title.slice(from, to)}]`;
			at = to;
		}
		expect(shown + title.slice(at)).toBe(marked);
	});
});

describe("raw entries", () => {
	it("are shown as values where they can mean but one thing", () => {
		const entries = {
			status: "status: new\n",
			reason: "reason: 'a list'\n",
			hard: "hard: true\n",
			decided: null,
			category: "category: # none\n",
			kind: "kind: 'a # b' # quoted\n",
			site: "site: a.org # where\n",
			project: 'project:\n  - "[[P]]"\n',
			title: "title: a: b\n",
		};
		expect(shownValues(entries)).toEqual({
			status: "new",
			reason: "a list",
			hard: true,
			decided: null,
			category: null,
			kind: "a # b",
			site: "a.org",
		});
	});
});

describe("what a view keeps", () => {
	it("comes back as it was, and anything else becomes the first question", () => {
		const saved = {
			question: {
				...FIRST_QUESTION,
				tab: "kept" as const,
				search: "x",
				scope: { kind: "project" as const, path: "P.md" },
			},
			place: {
				focus: "a",
				index: 3,
				selection: new Set(["a", "b"]),
				anchor: null,
				travel: -1 as const,
			},
			closed: new Set(["Rewards"]),
			preview: "a",
			scrollTop: 120,
		};
		const raw: unknown = JSON.parse(JSON.stringify(savedState(saved)));
		expect(readSaved(raw)).toEqual(saved);
		expect(readSaved(null)).toBeNull();
		expect(parseQuestion({ tab: "gone", sort: 3, filter: { kinds: ["paper", "x"] } })).toEqual({
			...FIRST_QUESTION,
			filter: { ...FIRST_QUESTION.filter, kinds: ["paper"] },
		});
	});
});

describe("an empty list", () => {
	const known: Known = {
		isReady: true,
		anySource: true,
		anyProject: true,
		project: "P.md",
		counts: { new: 0, kept: 2, deleted: 1 },
		found: { new: 0, kept: 2, deleted: 1 },
		question: FIRST_QUESTION,
		isFiltered: false,
		funnel: { outlined: new Set(["a"]) },
		scoped: () => [source("a", { status: "kept" }), source("b", { status: "kept" })],
		unsorted: () => 4,
	};

	it.each([
		["loading", { isReady: false }, { kind: "loading" }],
		[
			"the first day",
			{ anySource: false, anyProject: false },
			{ kind: "first-run", hasProject: false },
		],
		[
			"a project without sources",
			{ counts: { new: 0, kept: 0, deleted: 0 } },
			{ kind: "no-sources", unsorted: 4 },
		],
		[
			"all read",
			{},
			{ kind: "all-read", kept: 2, total: 3, withoutSection: 1, needsProject: false },
		],
		[
			"all read, and that a project is next",
			{ anyProject: false, project: null, funnel: null },
			{ kind: "all-read", withoutSection: null, needsProject: true },
		],
		[
			"nothing thrown away",
			{
				question: { ...FIRST_QUESTION, tab: "deleted" },
				counts: { new: 0, kept: 2, deleted: 0 },
			},
			{ kind: "empty-tab" },
		],
		[
			"no match",
			{ question: { ...FIRST_QUESTION, tab: "kept", search: "x" } },
			{ kind: "no-match", search: "x", tab: "kept" },
		],
	] as const)("says %s", (_what, some, state) => {
		expect(emptinessOf({ ...known, ...some } as Known)).toMatchObject(state);
	});
});

describe("the project page", () => {
	const none = {
		outlined: new Set<string>(),
		cited: new Set<string>(),
		published: 0,
		readings: 0,
	};
	const kept = source("k", { status: "kept" });

	it.each([
		["collect", [], none],
		["read", [source("a"), kept], none],
		["outline", [kept], none],
		["draft", [kept], { ...none, outlined: new Set(["k"]) }],
		[
			"read-through",
			[kept],
			{ ...none, outlined: new Set(["k"]), cited: new Set(["k"]), readings: 1 },
		],
		[
			"publish",
			[kept],
			{ ...none, outlined: new Set(["k"]), cited: new Set(["k"]), readings: 2 },
		],
	] as const)("leads on to %s", (next, sources, funnel) => {
		expect(projectPage(sources, funnel).next).toBe(next);
	});

	it("counts", () => {
		const sources = [source("a", { words: 2300 }), kept, source("d", { status: "deleted" })];
		expect(projectPage(sources, none)).toMatchObject({
			collected: 3,
			kept: 1,
			thrownAway: 1,
			isNew: 1,
			minutesLeft: 10,
			withoutSection: 1,
		});
	});
});

describe("a source's projects", () => {
	it("are found by path or by name, each once", () => {
		const shelf = new ProjectShelf([
			{ path: "Research/Bread/Bread.md" },
			{ path: "Other/Bread.md" },
			{ path: "X/Tea.md" },
		]);
		const of = (...projects: string[]): readonly string[] => shelf.of({ projects });
		expect(of("Other/Bread")).toEqual(["Other/Bread.md"]);
		expect(of("tea", "X/Tea.md")).toEqual(["X/Tea.md"]);
		expect(of("Nobody")).toEqual([]);
	});
});
