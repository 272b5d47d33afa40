import {
	deletedNotePath,
	forgetDeleted,
	keyOfDeleted,
	readDeleted,
	rememberAll,
	type Deleted,
} from "../project/deleted-note";
import { ok, type Result } from "../result";
import type { Source, Sources } from "../source/source";
import type { ItemResult } from "../ui/task";
import type { SafeVault, WriteFailure } from "../vault/safe-vault";

export type EmptyingPorts = Readonly<{
	sources: Pick<Sources, "get">;
	vault: Pick<SafeVault, "read" | "changeText" | "create" | "trash">;
	researchFolder: string;
	/** ISO 8601. */
	now: string;
	explain(failure: WriteFailure): string;
	/** Why a source that is no longer thrown away stays. */
	noLonger: string;
}>;

/** Sources whose lines are written in one go. */
const TOGETHER = 100;

/**
 * Sends thrown-away sources to the trash. What is remembered of each is written before its file goes, so that no
 * link is lost; the lines of those that stay are taken out again.
 */
export class Emptying {
	private readonly written = new Map<number, Promise<WriteFailure | null>>();
	/** Keys of lines that were there before. */
	private readonly known = new Map<Source, Deleted | null>();

	constructor(
		private readonly ports: EmptyingPorts,
		private readonly sources: readonly Source[],
	) {}

	async empty(source: Source): Promise<ItemResult> {
		const { sources, vault, explain, noLonger } = this.ports;
		// Decided anew since the question was asked: it stays.
		const isDeleted = (): boolean => sources.get(source.path)?.status === "deleted";
		if (!isDeleted()) return { kind: "skipped", reason: noLonger };
		const group = Math.floor(this.sources.indexOf(source) / TOGETHER);
		let writing = this.written.get(group);
		if (writing === undefined) {
			writing = this.remember(this.sources.slice(group * TOGETHER, (group + 1) * TOGETHER));
			this.written.set(group, writing);
		}
		const failure = await writing;
		if (failure !== null) return { kind: "failed", reason: explain(failure), next: null };
		if (!isDeleted()) return { kind: "skipped", reason: noLonger };
		const trashed = await vault.trash(source.path);
		if (!trashed.ok) return { kind: "failed", reason: explain(trashed.error), next: null };
		return { kind: "done", note: source.path };
	}

	/** Takes out the lines of those that stayed, and puts back what stood there. @param gone paths of the others. */
	async settle(gone: ReadonlySet<string>): Promise<void> {
		const stayed: (readonly [Source, Deleted | null])[] = [];
		const others = new Set<string>();
		for (const [source, before] of this.known) {
			// A disk that reported failure may have done it all the same.
			const isThere = !gone.has(source.path) && (await this.ports.vault.read(source.path)).ok;
			if (isThere) stayed.push([source, before]);
			else others.add(keyOfDeleted(source));
		}
		if (stayed.length === 0) return;
		await this.ports.vault.changeText(deletedNotePath(this.ports.researchFolder), (text) => {
			let result = text;
			for (const [source, before] of stayed) {
				// Another copy of the work did go.
				if (others.has(keyOfDeleted(source))) continue;
				result = forgetDeleted(result, this.lineOf(source));
				if (before !== null) result = rememberAll(result, [before]);
			}
			return ok(result);
		});
	}

	private async remember(some: readonly Source[]): Promise<WriteFailure | null> {
		const { vault, researchFolder } = this.ports;
		const path = deletedNotePath(researchFolder);
		const lines = some.map((source) => this.lineOf(source));
		const add = (text: string): Result<string, WriteFailure> => {
			const there = new Map(readDeleted(text).map((line) => [keyOfDeleted(line), line]));
			for (const source of some) this.known.set(source, there.get(keyOfDeleted(source)) ?? null);
			return ok(rememberAll(text, lines));
		};
		const changed = await vault.changeText(path, add);
		if (changed.ok) return null;
		if (changed.error.kind !== "gone") return changed.error;
		const first = add("");
		const made = await vault.create(path, first.ok ? first.value : "");
		if (made.ok) return null;
		// Made meanwhile, by another group or another device.
		if (made.error.kind !== "exists") return made.error;
		const again = await vault.changeText(path, add);
		return again.ok ? null : again.error;
	}

	private lineOf({ identity, url, title, decided, reason }: Source): Deleted {
		return { identity, url, title, date: (decided ?? this.ports.now).slice(0, 10), reason };
	}
}
