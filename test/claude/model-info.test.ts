import { listedModels, parseModel, rememberModels } from "../../src/claude/model-info";

describe("a listed model", () => {
	it("says what it can", () => {
		const raw = {
			id: "claude-x",
			display_name: "Claude X",
			max_input_tokens: 200_000,
			max_tokens: 64_000,
			lifecycle: "deprecated",
			retires_at: "2027-01-22T00:00:00Z",
			capabilities: { structured_outputs: { supported: false }, thinking: { supported: true } },
		};
		expect(parseModel(raw)).toEqual({
			id: "claude-x",
			name: "Claude X",
			maxInputTokens: 200_000,
			maxOutputTokens: 64_000,
			isStructured: false,
			canThink: true,
			retires: "2027-01-22",
		});
	});

	it("of a gateway that names only its id is still a choice", () => {
		expect(parseModel({ id: "local" })).toEqual({
			id: "local",
			name: "local",
			maxInputTokens: null,
			maxOutputTokens: null,
			isStructured: null,
			canThink: null,
			retires: null,
		});
	});

	it.each([[{ id: "old", lifecycle: "retired" }], [{ id: "" }], [{}], [null], ["x"]])(
		"is left out: %j",
		(raw) => expect(parseModel(raw)).toBeNull(),
	);

	it("is remembered for its base URL, whatever else stands there", () => {
		const stored = new Map<string, unknown>();
		const facts = {
			load: (key: string) => stored.get(key) ?? null,
			save: (key: string, value: unknown) => void stored.set(key, value),
		};
		const model = parseModel({ id: "claude-x" });
		rememberModels(facts, "https://a.example", model === null ? [] : [model], 5);
		expect(listedModels(facts, "https://a.example")).toEqual({ at: 5, models: [model] });
		expect(listedModels(facts, "https://b.example")).toBeNull();
		for (const odd of [1, { at: "x", models: [] }, { at: 1, models: 2 }]) {
			stored.set("winnow-models:https://c.example", odd);
			expect(listedModels(facts, "https://c.example")).toBeNull();
		}
		stored.set("winnow-models:https://c.example", { at: 1, models: [{ id: 2 }, null] });
		expect(listedModels(facts, "https://c.example")).toEqual({ at: 1, models: [] });
	});
});
