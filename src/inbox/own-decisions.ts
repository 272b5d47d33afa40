import type { Source } from "../source/source";
import { momentOf, type OwnDecision } from "./decided-elsewhere";

/** As many as can be taken back. */
const MOST = 200;
const SECOND_MS = 1000;

/** The last decisions of this session, by path: what another device may go over. */
export class OwnDecisions {
	private readonly decisions = new Map<string, OwnDecision>();

	/** @param decision null: what was decided here no longer matters. */
	note(path: string, decision: OwnDecision | null): void {
		this.decisions.delete(path);
		if (decision === null) return;
		this.decisions.set(path, decision);
		const [oldest] = this.decisions.keys();
		if (this.decisions.size > MOST && oldest !== undefined) this.decisions.delete(oldest);
	}

	/** Those of these sources that say a later decision to another end now. Each is told of once. */
	overtaken(sources: Iterable<Source>): readonly Source[] {
		const overtaken: Source[] = [];
		for (const source of sources) {
			const own = this.decisions.get(source.path);
			if (own === undefined || source.status === own.status) continue;
			const theirs = momentOf(source.decided);
			// A note tells seconds only; of two within one, what it says now was written last.
			if (theirs === null || theirs <= own.at.getTime() - SECOND_MS) continue;
			this.decisions.delete(source.path);
			overtaken.push(source);
		}
		return overtaken;
	}
}
