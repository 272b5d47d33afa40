import type { Side } from "../../src/outline/heading-changes";
import { applySync, planSync, type Answers } from "../../src/outline/heading-sync";
import { parseCanvas } from "../../src/outline/canvas-document";
import { readOutline } from "../../src/outline/outline";

// Headings, citations and export in the shapes of DESIGN §6. No logic of its own.

/** Applies every change that has a direction; what asks is applied only with an answer. */
export function syncHeadings(
	canvas: string,
	draft: string,
	{ from, answers = {} }: Readonly<{ from: Side; answers?: Answers }>,
) {
	const parsed = parseCanvas(canvas);
	if (!parsed.ok) return { refused: parsed.error };
	const plan = planSync(readOutline(parsed.value), draft, from);
	const accepted = new Set(plan.changes.map((change) => change.id));
	let count = 0;
	const newId = () => (++count).toString(16).padStart(16, "0");
	const scaffoldOf = ({ level, heading }: Readonly<{ level: number; heading: string }>) =>
		`${"#".repeat(level)} ${heading}\n`;
	const tools = { newId, trayLabel: "Unassigned" };
	const synced = applySync(canvas, draft, plan, accepted, answers, tools, scaffoldOf);
	return { canvas: synced?.canvas ?? canvas, draft: synced?.draft ?? draft, ...plan };
}
