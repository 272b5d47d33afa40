import { fail, type Result } from "../result";
import { urlIdentity, type UrlIdentity } from "../source/url-identity";
import type { Source, Sources } from "../source/source";
import { appendReadingNote } from "../source/reading-notes";
import { noteText } from "../source/source-note";
import { addressOfDoi } from "../source/work-address";
import type { SafeVault } from "../vault/safe-vault";
import { isPrivateHost } from "./clip-lines";
import { diskFailure, type ClipFailure, type ClipOutcome } from "./clip-outcome";
import { clipPage } from "./clip-page";
import { readLocalFile, type FileTools, type LocalFile } from "./local-file";
import type { ClipItem } from "./clip-run";
import { fetchPage, type FetchLimits, type Request } from "./fetch-page";
import { noteProperties, type ClipFacts, type ClipPlace } from "./note-properties";
import { withoutOwnTitle } from "./own-title";
import { parsePage } from "./parse-page";
import type { Pasted } from "./paste-modal";
import { pastedText } from "./pasted-page";
import { pastedWork } from "./pasted-work";
import { readWork } from "./read-work";
import { selectionPage } from "./selection";
import type { Work } from "./work";
import { emptyFacts, factsOf } from "./work-facts";

/** Where a note goes, by what its page says. `name` is not yet a file's; `word`: the person's own, "" for none. */
export type ClipTarget = (
	facts: ClipFacts,
	created: string,
) => Readonly<{ folder: string; name: string; word: string; place: Omit<ClipPlace, "created"> }>;

export type ClipSourceParts = Readonly<{
	request: Request;
	sources: Pick<Sources, "byIdentity" | "expect" | "get">;
	/** Resolves when the vault's sources are known: before, absent does not mean new. */
	ready(): Promise<void>;
	vault: Pick<SafeVault, "createBeside" | "read">;
	limits(): FetchLimits;
	/** A moment in which the app goes on with its own work. */
	rest(): Promise<void>;
	/** Local date and time, ISO 8601. */
	now(): string;
	/** The heading over a reader's own words. */
	readingNotes: string;
	/** What is missing in a note of a selection. */
	selectionNote: string;
	/** Turns what was fetched into notes; `pause` lets the app breathe between two pieces of work. */
	tools: Omit<FileTools, "signal">;
}>;

/** Turns links into source notes, each work once, also when it is asked for three times at the same moment. */
export class SourceClipper {
	private readonly running = new Map<UrlIdentity, Promise<ClipOutcome>>();
	private readonly writing = new Map<UrlIdentity, Promise<ClipOutcome>>();
	/** Paths of what was written in this session. */
	private readonly recent = new Map<UrlIdentity, string>();

	constructor(private readonly parts: ClipSourceParts) {}

	clip(item: ClipItem, target: ClipTarget, signal: AbortSignal): Promise<ClipOutcome> {
		const { selection } = item;
		if (selection === undefined) return this.once(item.url, () => this.clipNow(item, target, signal));
		const html = selectionPage(selection);
		return this.once(item.url, () => this.pasteHtml(item.url, html, this.parts.selectionNote, target));
	}

	/** A note that holds the link alone, for pages whose text could not be had. */
	saveLink(item: ClipItem, target: ClipTarget, captureNote: string): Promise<ClipOutcome> {
		return this.once(item.url, () => this.write(linkFacts(item.url, captureNote), "", target));
	}

	/** The work behind a link, not yet written. */
	async fetchWork(item: ClipItem, signal: AbortSignal): Promise<Result<Work, ClipFailure>> {
		const { hostname } = new URL(item.url);
		if (!item.isTyped && isPrivateHost(hostname)) return fail({ kind: "private" });
		const { request, limits, tools } = this.parts;
		return readWork(item.url, {
			...tools,
			signal,
			fetch: (url, accept) => fetchPage(url, request, limits(), signal, accept),
		});
	}

	/** A second note of a work that is here already, at the person's word. */
	writeBeside({ facts, markdown }: Work, target: ClipTarget): Promise<ClipOutcome> {
		return this.write(facts, markdown, target);
	}

	/** A note of what the person copied from the page. */
	paste(item: ClipItem, pasted: Pasted, target: ClipTarget): Promise<ClipOutcome> {
		return this.once(item.url, async () => {
			const own = pastedWork(item.url, pasted, this.parts.tools);
			if (own !== null) return this.writeOnce({ ...own.facts, url: item.url, capture: "pasted" }, own.markdown, target);
			if (pasted.kind === "text") {
				const { title, markdown, words } = pastedText(pasted.content);
				const facts = linkFacts(item.url, "");
				const named = title === "" ? {} : { title };
				return this.writeOnce({ ...facts, ...named, capture: "pasted", words }, markdown, target);
			}
			return this.pasteHtml(item.url, pasted.content, "", target);
		});
	}

	private async pasteHtml(url: string, html: string, captureNote: string, target: ClipTarget): Promise<ClipOutcome> {
		const page = parsePage(html, url, (text) => this.parts.tools.parse(text));
		if (!page.ok) return failed(page.error);
		const clipped = await clipPage(page.value.document, url, { pause: () => this.parts.tools.pause() });
		if (clipped.words === 0) return failed({ kind: "no-text" });
		const facts = { ...factsOf(url, clipped, this.parts.tools), url, capture: "pasted", captureNote } as const;
		return this.writeOnce(facts, clipped.markdown, target);
	}

	/** A note of a file on the disk. */
	async file(file: LocalFile, target: ClipTarget, signal: AbortSignal): Promise<ClipOutcome> {
		await this.parts.ready();
		const work = await readLocalFile(file, { ...this.parts.tools, signal });
		if (!work.ok) return failed(work.error);
		if (signal.aborted) return failed({ kind: "cancelled" });
		return this.writeOnce(work.value.facts, work.value.markdown, target);
	}

	private async once(url: string, work: () => Promise<ClipOutcome>): Promise<ClipOutcome> {
		const identity = urlIdentity(url);
		if (identity === null) return failed({ kind: "not-a-page", contentType: url });
		await this.parts.ready();
		const known = this.knownSource([identity]);
		if (known !== null) return { kind: "already-here", source: known };
		const before = this.running.get(identity);
		if (before !== undefined) return this.asSecond(await before);
		return held(this.running, [identity], work());
	}

	/** What the second of two equal requests sees: the first one's note. */
	private async asSecond(outcome: ClipOutcome): Promise<ClipOutcome> {
		if (outcome.kind !== "clipped") return outcome;
		const source = await this.sourceAt(outcome.note.path);
		return source === null ? outcome : { kind: "already-here", source };
	}

	/** A note of our own that the index of sources may know only in a moment; null where it does not come. */
	private async sourceAt(path: string): Promise<Source | null> {
		for (let tries = 0; tries < 100; tries++) {
			const source = this.parts.sources.get(path);
			if (source !== null) return source;
			await this.parts.rest();
		}
		return null;
	}

	private async clipNow(
		item: ClipItem,
		target: ClipTarget,
		signal: AbortSignal,
	): Promise<ClipOutcome> {
		const work = await this.fetchWork(item, signal);
		if (!work.ok) return failed(work.error);
		if (signal.aborted) return failed({ kind: "cancelled" });
		return this.writeOnce(work.value.facts, work.value.markdown, target);
	}

	/** What was written a moment ago and is still there. */
	private async recentSource(identities: readonly UrlIdentity[]): Promise<Source | null> {
		for (const identity of identities) {
			const path = this.recent.get(identity);
			if (path === undefined || !(await this.parts.vault.read(path)).ok) continue;
			const source = await this.sourceAt(path);
			if (source !== null && source.status !== "deleted") return source;
		}
		return null;
	}

	private knownSource(identities: readonly UrlIdentity[]): Source | null {
		for (const identity of identities) {
			const living = this.parts.sources
				.byIdentity(identity)
				.find((source) => source.status !== "deleted");
			if (living !== undefined) return living;
		}
		return null;
	}

	/** Two addresses of one work may be fetched at the same time: whoever comes to the writing second finds the first. */
	private async writeOnce(
		facts: ClipFacts,
		markdown: string,
		target: ClipTarget,
	): Promise<ClipOutcome> {
		const identities = identitiesOf(facts);
		const known = this.knownSource(identities) ?? (await this.recentSource(identities));
		if (known !== null) return { kind: "already-here", source: known };
		// Nothing may be waited for between this look and the claim below it.
		for (const identity of identities) {
			const before = this.writing.get(identity);
			if (before !== undefined) return this.asSecond(await before);
		}
		return held(this.writing, identities, this.write(facts, markdown, target));
	}

	private async write(
		facts: ClipFacts,
		markdown: string,
		target: ClipTarget,
	): Promise<ClipOutcome> {
		const created = this.parts.now();
		const { folder, name, word, place } = target(facts, created);
		const properties = noteProperties(facts, { ...place, created });
		const captured = noteText(properties, withoutOwnTitle(markdown, facts.title));
		const text = word === "" ? captured : appendReadingNote(captured, word, this.parts.readingNotes);
		const written = await this.parts.vault.createBeside(folder, `${name.replace(/\.md$/i, "")}.md`, text); // a page called "index.html" is a note
		if (!written.ok) return failed(diskFailure(written.error));
		const { path } = written.value;
		// The inbox shows the note at once, before the metadata cache has read it.
		this.parts.sources.expect(path, properties);
		for (const identity of identitiesOf(facts)) this.recent.set(identity, path);
		const { title, site, kind, capture, captureNote, words } = facts;
		return {
			kind: "clipped",
			note: { path, text, title, site, kind, capture, captureNote, words, url: facts.url, images: null },
		};
	}
}

/** Keeps a piece of work under its keys while it goes on. */
function held<Key, T>(map: Map<Key, Promise<T>>, keys: readonly Key[], work: Promise<T>): Promise<T> {
	const mine = work.finally(() => {
		for (const key of keys) map.delete(key);
	});
	for (const key of keys) map.set(key, mine);
	return mine;
}

function failed(failure: ClipFailure): ClipOutcome {
	return { kind: "failed", failure };
}

function identitiesOf(facts: ClipFacts): readonly UrlIdentity[] {
	const links = [
		facts.url,
		...(facts.arxiv === "" ? [] : [`https://arxiv.org/abs/${facts.arxiv}`]),
		...(facts.doi === "" ? [] : [addressOfDoi(facts.doi)]),
	];
	return links.map(urlIdentity).filter((identity) => identity !== null);
}

function linkFacts(url: string, captureNote: string): ClipFacts {
	return { ...emptyFacts(url), capture: "link", captureNote };
}
