import { pathIn } from "../vault/path-in";
import { linkTargets } from "../source/link-text";
import { urlIdentity, type UrlIdentity } from "../source/url-identity";
import { putItem, readList, type LineKind } from "./list-file";

/** Where the queue lies: at the root of the research folder. */
export function queueNotePath(researchFolder: string): string {
	return pathIn(researchFolder, "Queue.md");
}

/** One link of `Queue.md`. `words`: what the person wrote around the link, kept as it is. */
export type Queued = Readonly<{
	identity: UrlIdentity;
	url: string;
	/** Link target of the project it is meant for; null: none named. */
	project: string | null;
	isDone: boolean;
	/** A wikilink to its note, or why it failed; "" while it waits. */
	outcome: string;
}>;

// A task, a list item or a bare line; ids of share sheets put words before the link.
const LINE = /^(\s*(?:[-*+]|\d+[.)])\s+)?(?:\[(.)\]\s+)?(.*)$/;
const OUTCOME = " · ";

/** Links as task items, which a phone's share sheet, another tool or a paste can fill. */
const QUEUE: LineKind<Queued> = {
	parse: (line) => {
		const found = LINE.exec(line);
		const rest = found?.[3] ?? "";
		if (line.trimStart().startsWith("#") || line.trimStart().startsWith(">")) return null;
		const url = linkIn(rest);
		const identity = url === null ? null : urlIdentity(url);
		if (url === null || identity === null) return null;
		const [meant = "", ...outcome] = rest.slice(rest.indexOf(url) + url.length).split(OUTCOME);
		const arrow = meant.indexOf("→");
		const isDone = found?.[2] !== undefined && found[2] !== " ";
		return {
			identity,
			url,
			project: arrow === -1 ? null : (linkTargets(meant.slice(arrow + 1).trim())[0] ?? null),
			isDone,
			outcome: outcome.join(OUTCOME).trim(),
		};
	},
	keyOf: ({ identity }) => identity,
	fold: (first, second) => {
		if (first.isDone !== second.isDone) return first.isDone ? first : second;
		return { ...second, project: second.project ?? first.project };
	},
	print: (item, old) => {
		const box = `[${item.isDone ? "x" : " "}]`;
		const found = old === null ? null : LINE.exec(old);
		const bullet = found?.[1] ?? "- ";
		// The person's words up to the last outcome stay; only the box and the outcome are ours.
		const known = old === null || found === null ? null : (found[3] ?? "").split(OUTCOME);
		const words =
			known?.[0] ?? item.url + (item.project === null ? "" : ` → [[${item.project}]]`);
		return `${bullet}${box} ${words.trimEnd()}${item.outcome === "" ? "" : OUTCOME + item.outcome}`;
	},
};

export function readQueue(text: string): readonly Queued[] {
	return readList(text, QUEUE);
}

/** Puts a link in; one that stands there stays as it is. */
export function enqueue(text: string, url: string, project: string | null): string {
	const identity = urlIdentity(url);
	if (identity === null) return text;
	const item: Queued = { identity, url, project, isDone: false, outcome: "" };
	const isKnown = readQueue(text).some((one) => one.identity === identity);
	return isKnown ? text : putItem(text, identity, QUEUE, () => item);
}

/** Ticks a link with its note. @param link a wikilink. */
export function tickQueued(text: string, identity: UrlIdentity, link: string): string {
	return settle(text, identity, true, link);
}

/** Says beside a link why it failed; it stays open, and is tried again at the person's word. */
export function failQueued(text: string, identity: UrlIdentity, reason: string): string {
	return settle(text, identity, false, reason.replace(/\s+/g, " ").trim());
}

/** A link that left the list meanwhile was taken out by the person: nothing is written. */
function settle(text: string, identity: UrlIdentity, isDone: boolean, outcome: string): string {
	if (!readQueue(text).some((one) => one.identity === identity)) return text;
	return putItem(text, identity, QUEUE, (known) => {
		if (known === null) throw new Error("the line was read a moment ago");
		return { ...known, isDone, outcome };
	});
}

/** The first link of a line: bare, in `<…>`, or behind words in brackets. */
function linkIn(text: string): string | null {
	const found = /https?:\/\/[^\s<>"]+/.exec(text)?.[0];
	if (found === undefined) return null;
	// A bracket that closes what stands before the link is not part of it.
	let url = found;
	while (/[)\].,;]$/.test(url) && !(url.endsWith(")") && url.includes("(")))
		url = url.slice(0, -1);
	return url;
}
