import type { ModelInfo } from "./claude";
import type { DeviceFacts } from "./reachability";

/** Reads one model of the models endpoint. A gateway may leave out all but the id. Null: no id, or the model is gone. */
export function parseModel(raw: unknown): ModelInfo | null {
	if (!isRecord(raw)) return null;
	const { id, display_name, max_input_tokens, max_tokens, lifecycle, retires_at, capabilities } =
		raw;
	if (typeof id !== "string" || id === "" || lifecycle === "retired") return null;
	const supported = (name: string): boolean | null => {
		const one = isRecord(capabilities) ? capabilities[name] : null;
		return isRecord(one) && typeof one["supported"] === "boolean" ? one["supported"] : null;
	};
	return {
		id,
		name: typeof display_name === "string" && display_name !== "" ? display_name : id,
		maxInputTokens: count(max_input_tokens),
		maxOutputTokens: count(max_tokens),
		isStructured: supported("structured_outputs"),
		canThink: supported("thinking"),
		retires: typeof retires_at === "string" ? retires_at.slice(0, "2026-11-30".length) : null,
	};
}

const PREFIX = "winnow-models:";

export type ListedModels = Readonly<{ at: number; models: readonly ModelInfo[] }>;

/** Keeps what a base URL listed, so that the settings can show it at once the next time. */
export function rememberModels(
	facts: DeviceFacts,
	base: string,
	models: readonly ModelInfo[],
	now: number,
): void {
	facts.save(PREFIX + base, { at: now, models });
}

/** Null: it never listed any on this device. */
export function listedModels(facts: DeviceFacts, base: string): ListedModels | null {
	const stored = facts.load(PREFIX + base);
	if (!isRecord(stored) || typeof stored["at"] !== "number") return null;
	const { at, models } = stored;
	if (!Array.isArray(models)) return null;
	return { at, models: models.filter(isModelInfo) };
}

function isModelInfo(value: unknown): value is ModelInfo {
	return isRecord(value) && typeof value["id"] === "string" && typeof value["name"] === "string";
}

function count(value: unknown): number | null {
	return typeof value === "number" && value > 0 ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
