import type { UndoLog } from "../vault/undo-log";
import type { ClipRun } from "./clip-run";

/** Notes of this session that are remembered; a queue is rarely longer. */
const MOST = 500;

export type UndoneWatch = Readonly<{
	/** A link's note was written, and may be taken back. */
	remember(path: string, url: string): void;
	/** The same for all that a run wrote. */
	rememberRun(run: Pick<ClipRun, "items" | "now">): void;
	stop(): void;
}>;

/** Tells which links' notes are taken back by the general *undo*, which knows nothing of clips: they wait again. */
export function watchUndone(undo: Pick<UndoLog, "last" | "onChange">, exists: (path: string) => boolean, undone: (urls: readonly string[]) => void): UndoneWatch {
	const links = new Map<string, string>();
	let before = undo.last();
	const stop = undo.onChange(() => {
		const now = undo.last();
		const taken = before !== null && before.id !== now?.id && (now === null || now.at <= before.at) ? before : null;
		before = now;
		const urls = (taken?.steps ?? []).flatMap((step) => {
			const url = step.kind === "created" ? links.get(step.path) : undefined;
			if (step.kind !== "created" || url === undefined || exists(step.path)) return [];
			links.delete(step.path);
			return [url];
		});
		if (urls.length > 0) undone(urls);
	});
	const remember = (path: string, url: string): void => {
		links.set(path, url);
		const oldest = links.size > MOST ? links.keys().next().value : undefined;
		if (oldest !== undefined) links.delete(oldest);
	};
	return {
		stop,
		remember,
		rememberRun: (run) =>
			run.items.forEach(({ url }, index) => {
				const now = run.now(index);
				if (now.kind === "clipped") remember(now.note.path, url);
			}),
	};
}
