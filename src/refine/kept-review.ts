import type { DeviceStore } from "../vault/device-store";
import { isRecord } from "./protocol";
import { readReview, storeReview } from "./review-state";
import type { Review } from "./decisions";

/** An unfinished review as this device keeps it: with the text its suggestions were placed on. */
export type KeptReview = Readonly<{ text: string; review: Review }>;

const PREFIX = "review:";

/** Keeps the unfinished review of a note on this device. What is worth nothing yet is not kept. */
export async function keepReview(
	store: DeviceStore,
	path: string,
	kept: KeptReview,
): Promise<void> {
	const { suggestions, questions } = kept.review;
	if (suggestions.length + questions.length === 0) return;
	await store.put(PREFIX + path, { text: kept.text, review: storeReview(kept.review) });
}

/** Null: there is none, or it is of another version. */
export async function keptReview(store: DeviceStore, path: string): Promise<KeptReview | null> {
	const stored = await store.get(PREFIX + path);
	if (!isRecord(stored) || typeof stored["text"] !== "string") return null;
	const review = readReview(stored["review"]);
	return review === null ? null : { text: stored["text"], review };
}

export async function forgetReview(store: DeviceStore, path: string): Promise<void> {
	await store.delete(PREFIX + path);
}
