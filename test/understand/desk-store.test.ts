import type { Card, Translation } from "../../src/understand/card";
import { Desk } from "../../src/understand/desk";
import { keepDesk, keptDesk } from "../../src/understand/desk-store";
import type { DeviceStore } from "../../src/vault/device-store";

function storeOf(values = new Map<string, unknown>()): DeviceStore {
	return {
		isLasting: true,
		get: (key) => Promise.resolve(values.get(key)),
		put: (key, value) => Promise.resolve(void values.set(key, structuredClone(value))),
		delete: (key) => Promise.resolve(void values.delete(key)),
		keys: () => Promise.resolve([...values.keys()]),
	};
}

const card = (id: string, more: Partial<Card> = {}): Card => ({
	id,
	kind: "explain",
	path: "S/A.md",
	others: [],
	passage: "hard words",
	anchor: { exact: "hard words", prefix: "The ", suffix: ".", block: "The hard words." },
	words: "",
	before: "",
	text: "Easy words.",
	isCut: false,
	state: { kind: "answered" },
	cost: 0.01,
	...more,
});
const translation = (texts: readonly (string | null)[], more: Partial<Translation> = {}): Translation => ({
	path: "S/A.md",
	language: "zh",
	page: "A\n\nB",
	parts: texts.map((text, at) => ({ from: at * 3, to: at * 3 + 1, text })),
	state: "stopped",
	...more,
});

async function afterRestart(cards: readonly Card[], translations: readonly Translation[]) {
	const store = storeOf();
	await keepDesk(store, { cards, translations });
	return keptDesk(store);
}

describe("over a restart", () => {
	it("stand answers, failures with what came, kept ones, and a translation as far as it got", async () => {
		const cards = [
			card("1"),
			card("2", { state: { kind: "failed", failure: { kind: "cut-off", received: "Easy" } }, anchor: null, cost: null }),
			card("3", { state: { kind: "kept", after: "abc" } }),
		];
		expect(await afterRestart(cards, [translation(["甲", null])])).toEqual({ cards, translations: [translation(["甲", null])] });
	});

	it("is a stream that had begun an answer that was stopped, and what had not begun is gone", async () => {
		const kept = await afterRestart([card("1", { state: { kind: "asking" } }), card("2", { text: "", state: { kind: "asking" } })], [
			translation(["甲", null], { state: "running" }),
			translation([null, null], { path: "S/B.md" }),
		]);
		expect(kept.cards.map(({ id, state }) => [id, state.kind])).toEqual([["1", "failed"]]);
		expect(kept.translations.map(({ path, state }) => [path, state])).toEqual([["S/A.md", "stopped"]]);
	});

	it.each([undefined, null, "words", { cards: 3 }, { cards: [null, { id: 1 }, { ...card("1"), state: { kind: "odd" } }], translations: [{ parts: [3] }] }])(
		"stands nothing of what another version left: %j",
		async (stored) => {
			expect(await keptDesk(storeOf(new Map([["understand:desk", stored]])))).toEqual({ cards: [], translations: [] });
		},
	);

	it("stands an answer that a version without comparing kept", async () => {
		const before = { ...card("1"), others: undefined };
		const kept = await keptDesk(storeOf(new Map([["understand:desk", { cards: [before], translations: [] }]])));
		expect(kept.cards).toEqual([card("1")]);
	});

	it("stands what came meanwhile above what was there before", () => {
		const desk = new Desk();
		desk.put(card("new"));
		desk.restore({ cards: [card("old"), card("new", { text: "stale" })], translations: [] });
		expect(desk.of("S/A.md").map(({ id, text }) => [id, text])).toEqual([
			["new", "Easy words."],
			["old", "Easy words."],
		]);
	});
});

describe("a source that is renamed", () => {
	it("takes its cards and its translation along", () => {
		const desk = new Desk();
		desk.put(card("1"));
		desk.putTranslation(translation(["甲"], { state: "running" }));
		desk.renamed("S/A.md", "S/C.md");
		expect(desk.of("S/C.md")).toHaveLength(1);
		expect(desk.translationOf("S/C.md")?.state).toBe("stopped");
		expect(desk.translationOf("S/A.md")).toBeNull();
	});
});
