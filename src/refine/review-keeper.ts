import { guarded } from "../ui/report-bug";
import type { DeviceStore } from "../vault/device-store";
import { forgetReview, keepReview } from "./kept-review";
import type { RefineSession } from "./session";

export type ReviewKeeper = Readonly<{ soon(): void; now(): void; forget(): void }>;

const KEEP_AFTER_MS = 1000;

/** Saves the review on this device at most every second, and once more at the end. */
export function keeperOf(store: DeviceStore, path: string, session: RefineSession): ReviewKeeper {
	let timer: number | null = null;
	let isOver = false;
	const now = (): void => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		const { snapshot, review } = session;
		if (!isOver) guarded(() => keepReview(store, path, { text: snapshot.text, review }));
	};
	return {
		now,
		soon: () => {
			timer ??= window.setTimeout(now, KEEP_AFTER_MS);
		},
		forget: () => {
			isOver = true;
			if (timer !== null) window.clearTimeout(timer);
			guarded(() => forgetReview(store, path));
		},
	};
}
