import { enqueue, failQueued, readQueue, tickQueued, type Queued } from "../project/queue-note";
import { ok } from "../result";
import { urlIdentity } from "../source/url-identity";
import type { SafeVault } from "../vault/safe-vault";

/** What became of a queued link: a wikilink to its note or another word that closes it, or why it failed. */
export type QueueOutcome = Readonly<{ kind: "note"; link: string } | { kind: "failed"; reason: string }>;

export type QueueParts = Readonly<{
	vault: Pick<SafeVault, "read" | "changeText" | "create">;
	/** Vault path of the list; read at each use. */
	path(): string;
}>;

type Change = (text: string) => string;

/**
 * The links that wait, in a note the person can read and fill. Changes that come while one is being written are
 * written together after it: a batch of hundreds is no hundreds of writes.
 */
export class ClipQueue {
	private changes: Change[] = [];
	private writing: Promise<void> | null = null;

	constructor(private readonly parts: QueueParts) {}

	/** Links that are not ticked, also those that failed. */
	async open(): Promise<readonly Queued[]> {
		const read = await this.parts.vault.read(this.parts.path());
		return read.ok ? readQueue(read.value).filter(({ isDone }) => !isDone) : [];
	}

	/** Puts links in, to wait there. @param project link target of a project; null: none. */
	put(links: readonly Readonly<{ url: string; project: string | null }>[]): Promise<void> {
		return this.change((text) =>
			links.reduce((all, { url, project }) => {
				const identity = urlIdentity(url);
				// One that stands there ticked or failed waits once more.
				const known = identity === null ? all : failQueued(all, identity, "");
				return enqueue(known, url, project);
			}, text),
		);
	}

	/** Says beside a link what became of it; one that does not stand there is not put in. */
	settle(url: string, outcome: QueueOutcome): Promise<void> {
		const identity = urlIdentity(url);
		if (identity === null) return Promise.resolve();
		return this.change((text) =>
			outcome.kind === "note"
				? tickQueued(text, identity, outcome.link)
				: failQueued(text, identity, outcome.reason),
		);
	}

	/** Links whose notes were undone wait again; those that left the list stay out. */
	reopen(urls: readonly string[]): Promise<void> {
		return this.change((text) =>
			urls.reduce((all, url) => {
				const identity = urlIdentity(url);
				return identity === null ? all : failQueued(all, identity, "");
			}, text),
		);
	}

	private change(change: Change): Promise<void> {
		this.changes.push(change);
		this.writing ??= Promise.resolve()
			.then(() => this.write())
			.finally(() => (this.writing = null));
		return this.writing;
	}

	private async write(): Promise<void> {
		while (this.changes.length > 0) {
			const changes = this.changes.splice(0);
			const all: Change = (text) => changes.reduce((done, change) => change(done), text);
			const path = this.parts.path();
			const written = await this.parts.vault.changeText(path, (text) => ok(all(text)));
			if (written.ok || written.error.kind !== "gone") continue;
			const text = all("");
			if (text === "") continue;
			const created = await this.parts.vault.create(path, text);
			// Another device's list came in between: it is read again.
			if (!created.ok && created.error.kind === "exists") this.changes.unshift(...changes);
		}
	}
}
