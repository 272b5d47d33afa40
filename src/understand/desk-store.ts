import type { ClaudeFailure } from "../claude/claude";
import type { Anchor } from "../text/anchor";
import type { DeviceStore } from "../vault/device-store";
import type { Card, CardState, Translation } from "./card";
import type { Desk } from "./desk";

const KEY = "understand:desk";
/** The newest so many answers stay over a restart. */
const MOST = 200;

type Kept = ReturnType<Desk["all"]>;

/** Answers were paid for: they outlive a restart on this device. What has no text yet is not worth it. */
export async function keepDesk(store: DeviceStore, { cards, translations }: Kept): Promise<void> {
	const worth = cards.filter(({ text }) => text !== "").slice(-MOST).map(settled);
	const begun = translations.filter(({ parts }) => parts.some(({ text }) => text !== null)).slice(-MOST);
	const stopped = begun.map((each): Translation => (each.state === "running" ? { ...each, state: "stopped" } : each));
	if (worth.length + stopped.length === 0) await store.delete(KEY);
	else await store.put(KEY, { cards: worth, translations: stopped });
}

/** A stream does not go on after a restart: what came of it is an answer that was stopped. */
function settled(card: Card): Card {
	const failure: ClaudeFailure = { kind: "cancelled", received: card.text };
	return card.state.kind === "asking" ? { ...card, state: { kind: "failed", failure } } : card;
}

/** What another session left; entries of another version are passed over. */
export async function keptDesk(store: DeviceStore): Promise<Kept> {
	const stored = await store.get(KEY);
	if (!isRecord(stored)) return { cards: [], translations: [] };
	return { cards: listOf(stored["cards"], isCard).map(withOthers), translations: listOf(stored["translations"], isTranslation) };
}

function listOf<T>(value: unknown, is: (each: unknown) => each is T): readonly T[] {
	return Array.isArray(value) ? value.filter(is) : [];
}

/** Cards that an earlier version kept know of no other sources. */
function withOthers(card: StoredCard): Card {
	return { ...card, others: card.others ?? [] };
}

type StoredCard = Omit<Card, "others"> & Readonly<{ others?: readonly string[] }>;

function isCard(value: unknown): value is StoredCard {
	if (!isRecord(value)) return false;
	const { kind, state, anchor, cost, isCut, others } = value;
	if (others !== undefined && !(Array.isArray(others) && others.every((path) => typeof path === "string"))) return false;
	const isText = ["id", "path", "passage", "words", "before", "text"].every((name) => typeof value[name] === "string");
	const isPlaced = anchor === null || isAnchor(anchor);
	const isPriced = cost === null || typeof cost === "number";
	return isText && isPlaced && isPriced && typeof isCut === "boolean" && (kind === "explain" || kind === "ask") && isState(state);
}

function isState(value: unknown): value is CardState {
	if (!isRecord(value)) return false;
	if (value["kind"] === "failed") return isFailure(value["failure"]);
	return value["kind"] === "answered" || (value["kind"] === "kept" && typeof value["after"] === "string");
}

function isFailure(value: unknown): value is ClaudeFailure {
	return isRecord(value) && typeof value["kind"] === "string";
}

function isAnchor(value: unknown): value is Anchor {
	return isRecord(value) && ["exact", "prefix", "suffix", "block"].every((name) => typeof value[name] === "string");
}

function isTranslation(value: unknown): value is Translation {
	if (!isRecord(value) || !Array.isArray(value["parts"])) return false;
	const isText = ["path", "language", "page"].every((name) => typeof value[name] === "string");
	return isText && value["parts"].every(isPart) && isTranslationState(value["state"]);
}

function isPart(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const { from, to, text } = value;
	return typeof from === "number" && typeof to === "number" && (text === null || typeof text === "string");
}

function isTranslationState(value: unknown): boolean {
	if (value === "stopped") return true;
	if (!isRecord(value)) return false;
	return value["kind"] === "failed" ? isFailure(value["failure"]) : value["kind"] === "kept" && typeof value["note"] === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
