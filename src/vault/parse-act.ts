import type { Act, Step } from "./undo-log";

type Plain = Readonly<Record<string, unknown>>;

/** Reads what the device's database kept of an act. Null: another version's, or none. */
export function parseAct(raw: unknown): Readonly<{ act: Act; isUndone: boolean }> | null {
	if (!isPlain(raw) || !isPlain(raw.act)) return null;
	const { id, label, at, steps } = raw.act;
	if (typeof id !== "string" || typeof label !== "string" || typeof at !== "string") return null;
	if (!Array.isArray(steps) || !steps.every(isStep)) return null;
	return { act: { id, label, at, steps }, isUndone: raw.isUndone === true };
}

function isStep(raw: unknown): raw is Step {
	if (!isPlain(raw)) return false;
	switch (raw.kind) {
		case "properties":
			return (
				isText(raw.path) &&
				isRaws(raw.before) &&
				isRaws(raw.after) &&
				isPlain(raw.values) &&
				(raw.notes === undefined || isRaws(raw.notes))
			);
		case "created":
			return isText(raw.path) && isText(raw.text);
		case "saved":
			return isText(raw.path) && typeof raw.bytes === "number";
		case "text":
			return isText(raw.path) && isText(raw.before) && isText(raw.after);
		case "renamed":
			return isText(raw.from) && isText(raw.to);
		default:
			return false;
	}
}

function isRaws(raw: unknown): boolean {
	return isPlain(raw) && Object.values(raw).every((one) => one === null || isText(one));
}

function isText(raw: unknown): raw is string {
	return typeof raw === "string";
}

function isPlain(raw: unknown): raw is Plain {
	return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
