import type { App } from "../app";
import type { TFile } from "../files";
import { host } from "../private-names";
import { evaluate, isTruthy, parseExpression, textOf, type Subject } from "./expression";
import { NullValue, valueOf, type Value } from "./values";

export type PropertyId = `${"note" | "formula" | "file"}.${string}`;
type Filter = string | { and: Filter[] } | { or: Filter[] } | { not: Filter[] };
export type ViewEntry = Record<string, unknown> & { type: string; name: string; filters?: Filter };
export type BaseFile = {
	filters?: Filter;
	formulas?: Record<string, string>;
	properties?: Record<string, { displayName?: string }>;
	views?: ViewEntry[];
};

/** One note of a result. Recreated with every result, as in the app [R]. */
export class BasesEntry {
	readonly file: TFile;
	readonly [host]: Subject;

	constructor(file: TFile, subject: Subject) {
		this.file = file;
		this[host] = subject;
	}

	/** Null where the formula cannot be read. */
	getValue(propertyId: PropertyId): Value | null {
		try {
			return valueOf(plainValue(this[host], propertyId));
		} catch {
			return null;
		}
	}
}

export class BasesEntryGroup {
	key?: Value;
	entries: BasesEntry[] = [];

	hasKey(): boolean {
		return this.key !== undefined && !(this.key instanceof NullValue);
	}
}

export class BasesQueryResult {
	data: BasesEntry[] = [];
	readonly [host]: { groupBy: PropertyId | null; isDescending: boolean; order: PropertyId[] } = { groupBy: null, isDescending: false, order: [] };

	get groupedData(): BasesEntryGroup[] {
		const { groupBy, isDescending } = this[host];
		const groups = new Map<string, BasesEntryGroup>();
		for (const entry of this.data) {
			const key = groupBy === null ? null : entry.getValue(groupBy);
			const name = key?.toString() ?? "";
			const group = groups.get(name) ?? new BasesEntryGroup();
			if (key !== null) group.key = key;
			group.entries.push(entry);
			groups.set(name, group);
		}
		const sorted = [...groups.keys()].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
		const all = (isDescending ? sorted.reverse() : sorted).flatMap((name) => groups.get(name) ?? []);
		return all.length > 0 ? all : [new BasesEntryGroup()];
	}

	get properties(): PropertyId[] {
		return [...this[host].order];
	}

	/** The host knows no summaries. */
	getSummaryValue(_controller: unknown, _entries: BasesEntry[], _property: PropertyId, _summary: string): Value {
		return NullValue.value;
	}
}

/** Runs one view of a base over the vault: what the filters let through, sorted, cut to its limit. */
export function runQuery(app: App, base: BaseFile, view: ViewEntry): BasesQueryResult {
	const result = new BasesQueryResult();
	const passes = (filter: Filter | undefined, subject: Subject): boolean => filter === undefined || holds(filter, subject);
	for (const file of app.vault.getFiles()) {
		const subject = subjectOf(app, file, base.formulas ?? {});
		if (passes(base.filters, subject) && passes(view.filters, subject)) result.data.push(new BasesEntry(file, subject));
	}
	const sorts = sortOf(view).map(({ property, direction }) => ({ property, sign: direction === "DESC" ? -1 : 1 }));
	result.data.sort((a, b) => {
		for (const { property, sign } of sorts) {
			const [x, y] = [a, b].map((each) => each.getValue(property)?.toString() ?? "");
			const order = (x ?? "").localeCompare(y ?? "", undefined, { numeric: true });
			if (order !== 0) return order * sign;
		}
		return 0;
	});
	if (typeof view["limit"] === "number") result.data.splice(view["limit"]);
	const groupBy = view["groupBy"] as { property?: PropertyId; direction?: string } | undefined;
	result[host].groupBy = groupBy?.property ?? null;
	result[host].isDescending = groupBy?.direction === "DESC";
	result[host].order.push(...orderOf(view));
	return result;
}

export function orderOf(view: ViewEntry): PropertyId[] {
	return Array.isArray(view["order"]) ? view["order"].map((each) => propertyId(String(each))) : [];
}

/** Entries that are none are left out [R]. */
export function sortOf(view: ViewEntry): { property: PropertyId; direction: "ASC" | "DESC" }[] {
	const stored = Array.isArray(view["sort"]) ? (view["sort"] as { property?: unknown; direction?: unknown }[]) : [];
	return stored.flatMap(({ property, direction }) =>
		typeof property === "string" ? [{ property: propertyId(property), direction: direction === "DESC" ? ("DESC" as const) : ("ASC" as const) }] : [],
	);
}

/** A bare name is a property of the note [R: Bases syntax]. */
export function propertyId(name: string): PropertyId {
	return (/^(?:note|formula|file)\./.test(name) ? name : `note.${name}`) as PropertyId;
}

/** A filter that cannot be read lets nothing through [M: the app shows the error instead]. */
function holds(filter: Filter, subject: Subject): boolean {
	if (typeof filter === "string") return isTruthy(evaluate(parsed(filter), subject));
	if ("and" in filter) return filter.and.every((each) => holds(each, subject));
	if ("or" in filter) return filter.or.some((each) => holds(each, subject));
	return !filter.not.some((each) => holds(each, subject));
}

function subjectOf(app: App, file: TFile, formulas: Readonly<Record<string, string>>): Subject {
	const cache = app.metadataCache.getFileCache(file);
	const frontmatter = (cache?.frontmatter ?? {}) as Record<string, unknown>;
	const open = new Set<string>();
	const subject: Subject = {
		file,
		frontmatter,
		tags: [...(cache?.tags ?? []).map(({ tag }) => tag), ...[frontmatter["tags"] ?? []].flat().map((tag) => `#${textOf(tag).replace(/^#/, "")}`)],
		formula(name) {
			const source = formulas[name];
			// A formula that asks for itself would never end.
			if (source === undefined || open.has(name)) return null;
			open.add(name);
			try {
				return evaluate(parsed(source), subject);
			} finally {
				open.delete(name);
			}
		},
	};
	return subject;
}

function plainValue(subject: Subject, id: PropertyId): unknown {
	const [space = "", ...rest] = id.split(".");
	const name = { kind: "text", value: rest.join(".") } as const;
	return evaluate({ kind: "member", of: { kind: "name", name: space }, name }, subject);
}

const known = new Map<string, ReturnType<typeof parseExpression>>();
function parsed(source: string) {
	const node = known.get(source) ?? parseExpression(source);
	known.set(source, node);
	return node;
}
