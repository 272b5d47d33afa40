import { openDuplicates } from "./duplicates-modal";
import { apply, type Stage } from "./inbox-acts-face";
import type { Inbox } from "./inbox-parts";
import type { ListHost } from "./list-host";

/** Copies among the sources of the list's project. */
export function findDuplicatesIn(host: ListHost): void {
	openDuplicates(host.inbox, {
		among: [...host.allInScope],
		of: null,
		decide: (paths, change) => host.decide(change, paths),
	});
}

/** What else in the vault is the same work as this source. */
export function openCopiesOf(host: ListHost, path: string): void {
	openDuplicates(host.inbox, {
		among: host.inbox.sources.all(),
		of: [path],
		decide: (paths, change) => host.decide(change, paths),
	});
}

/** Copies in the whole vault, from wherever the person is. */
export function findDuplicates(inbox: Inbox, stage: () => Stage): void {
	openDuplicates(inbox, {
		among: inbox.sources.all(),
		of: null,
		decide: (paths, change) => apply(inbox, stage(), paths, change),
	});
}
