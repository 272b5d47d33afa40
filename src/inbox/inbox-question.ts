import { CAPTURES, KINDS, type Kind } from "../source/kind";
import { STATUSES, type Status } from "../source/status";

/** Whose sources the list shows. */
export type Scope = Readonly<{ kind: "all" | "unsorted" } | { kind: "project"; path: string }>;

export const SORTS = ["oldest", "newest", "shortest", "title", "site", "category"] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPINGS = ["none", "category", "project", "kind", "month"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Reading time: up to 5 minutes, up to 20, above; `unknown` has no word count. */
export const LENGTHS = ["short", "medium", "long", "unknown"] as const;
export type Length = (typeof LENGTHS)[number];

/** Time since the clip: up to a week, up to a month, longer or not known. */
export const AGES = ["week", "month", "older"] as const;
export type Age = (typeof AGES)[number];

export const CLAIMS = ["hard", "firstHand", "partial", "noSection", "notCited"] as const;
/** Something that is true of a source or not. */
export type Claim = (typeof CLAIMS)[number];

/** Empty lists let everything through; within one list any value fits, every claim must hold. */
export type Filter = Readonly<{
	kinds: readonly Kind[];
	categories: readonly string[];
	languages: readonly string[];
	lengths: readonly Length[];
	ages: readonly Age[];
	claims: readonly Claim[];
}>;

/** Everything that decides which rows the list has, and in which order. */
export type Question = Readonly<{
	scope: Scope;
	tab: Status;
	search: string;
	filter: Filter;
	sort: Sort;
	grouping: Grouping;
}>;

export const NO_FILTER: Filter = {
	kinds: [],
	categories: [],
	languages: [],
	lengths: [],
	ages: [],
	claims: [],
};

/** A queue, not a feed: the oldest clip first. */
export const FIRST_QUESTION: Question = {
	scope: { kind: "all" },
	tab: "new",
	search: "",
	filter: NO_FILTER,
	sort: "oldest",
	grouping: "none",
};

export function isFiltering(filter: Filter): boolean {
	return Object.values(filter).some((values) => values.length > 0);
}

/** Reads a question from a saved layout; what is missing or unknown gets its default. */
export function parseQuestion(raw: unknown): Question {
	if (!isRecord(raw)) return FIRST_QUESTION;
	return {
		scope: parseScope(raw.scope),
		tab: oneOf(STATUSES, raw.tab) ?? FIRST_QUESTION.tab,
		search: typeof raw.search === "string" ? raw.search : "",
		filter: parseFilter(raw.filter),
		sort: oneOf(SORTS, raw.sort) ?? FIRST_QUESTION.sort,
		grouping: oneOf(GROUPINGS, raw.grouping) ?? FIRST_QUESTION.grouping,
	};
}

function parseScope(raw: unknown): Scope {
	if (!isRecord(raw)) return FIRST_QUESTION.scope;
	if (raw.kind === "project" && typeof raw.path === "string")
		return { kind: "project", path: raw.path };
	return { kind: raw.kind === "unsorted" ? "unsorted" : "all" };
}

function parseFilter(raw: unknown): Filter {
	if (!isRecord(raw)) return NO_FILTER;
	return {
		kinds: someOf(KINDS, raw.kinds),
		categories: texts(raw.categories),
		languages: texts(raw.languages),
		lengths: someOf(LENGTHS, raw.lengths),
		ages: someOf(AGES, raw.ages),
		claims: someOf(CLAIMS, raw.claims),
	};
}

function oneOf<Word extends string>(words: readonly Word[], raw: unknown): Word | null {
	return words.find((word) => word === raw) ?? null;
}

function someOf<Word extends string>(words: readonly Word[], raw: unknown): readonly Word[] {
	return Array.isArray(raw) ? words.filter((word) => raw.includes(word)) : [];
}

function texts(raw: unknown): readonly string[] {
	return Array.isArray(raw) ? raw.filter((text) => typeof text === "string") : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Captures that miss something of the work. */
export const PARTIAL_CAPTURES: readonly string[] = CAPTURES.filter((capture) => capture !== "full");
