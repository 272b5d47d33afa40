import { ok, type Result } from "../../src/result";
import type { Expectation, Source, Sources } from "../../src/source/source";
import { parseStatus } from "../../src/source/status";
import type { UrlIdentity } from "../../src/source/url-identity";
import type {
	Properties,
	PropertyChanges,
	PropertyValue,
	WriteFailure,
	Written,
} from "../../src/vault/safe-vault";

/** A source with the defaults of an empty note. */
export function source(path: string, some: Partial<Source> = {}): Source {
	return {
		path,
		title: path.replace(/^.*\//, "").replace(/\.md$/, ""),
		url: "",
		identity: null,
		authors: [],
		site: "",
		publication: "",
		published: null,
		created: null,
		description: "",
		language: null,
		kind: "article",
		doi: null,
		arxiv: null,
		citekey: null,
		isPrimary: false,
		capture: "full",
		captureNote: "",
		status: "new",
		projects: [],
		category: "",
		decided: null,
		reason: "",
		isHard: false,
		words: null,
		...some,
	};
}

export const NO_EXPECTATION: Expectation = { again: () => undefined, takeBack: () => undefined };

/** Sources at the border: what a note says, and what is expected of it until the cache has read it. */
export class FakeSources implements Sources {
	isReady = true;
	readonly notes = new Map<string, Source>();
	private readonly listeners = new Set<(paths: ReadonlySet<string> | null) => void>();

	constructor(sources: readonly Source[]) {
		for (const each of sources) this.notes.set(each.path, each);
	}

	get count(): number {
		return this.notes.size;
	}

	all(): readonly Source[] {
		return [...this.notes.values()];
	}

	get(path: string): Source | null {
		return this.notes.get(path) ?? null;
	}

	byIdentity(identity: UrlIdentity): readonly Source[] {
		return this.all().filter((each) => each.identity === identity);
	}

	broken(): readonly never[] {
		return [];
	}

	foreignCount(): number {
		return 0;
	}

	expect(path: string, values: Readonly<Record<string, unknown>>): Expectation {
		const before = this.notes.get(path);
		if (before === undefined) return NO_EXPECTATION;
		const after = withValues(before, values);
		this.notes.set(path, after);
		return {
			again: () => undefined,
			takeBack: () => {
				if (this.notes.get(path) === after) this.notes.set(path, before);
			},
		};
	}

	onChange(callback: (paths: ReadonlySet<string> | null) => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	/** As if somebody else changed notes. */
	change(changed: readonly Source[]): void {
		for (const each of changed) this.notes.set(each.path, each);
		for (const listener of this.listeners) listener(new Set(changed.map(({ path }) => path)));
	}
}

function withValues(before: Source, values: Readonly<Record<string, unknown>>): Source {
	const text = (name: string, old: string): string => {
		if (!(name in values)) return old;
		const value = values[name];
		return typeof value === "string" ? value : "";
	};
	return {
		...before,
		status: parseStatus(values.status) ?? before.status,
		decided: "decided" in values ? (values.decided as string | null) : before.decided,
		reason: text("reason", before.reason),
		category: text("category", before.category),
		isHard: "hard" in values ? values.hard === true : before.isHard,
	};
}

/** A vault whose notes are plain lines `name: value`, so that a test can say what stands in them. */
export class FakeVault {
	readonly texts = new Map<string, string>();
	/** Writes to these notes fail so. */
	readonly failures = new Map<string, WriteFailure>();
	/** Writes wait for this. */
	gate: Promise<void> = Promise.resolve();

	async changeProperties(
		path: string,
		changes: PropertyChanges,
		isWanted: (says: Properties) => boolean = () => true,
	): Promise<Result<Written, WriteFailure>> {
		await this.gate;
		const error = this.failures.get(path);
		if (error !== undefined) return { ok: false, error };
		const before = this.texts.get(path) ?? "---\n---\n";
		if (!isWanted(linesOf(before))) return { ok: false, error: { kind: "stale" } };
		const after = Object.entries(changes).reduce(
			(text, [name, value]) => withLine(text, name, value),
			before,
		);
		this.texts.set(path, after);
		return ok({ path, before, after });
	}
}

function linesOf(text: string): Properties {
	const pairs = text.split("\n").map((line) => line.split(": "));
	return Object.fromEntries(pairs.filter(({ length }) => length === 2)) as Properties;
}

function withLine(text: string, name: string, value: PropertyValue): string {
	const lines = text.split("\n").filter((line) => !line.startsWith(`${name}:`));
	if (value !== null) lines.splice(1, 0, `${name}: ${String(value)}`);
	return lines.join("\n");
}
