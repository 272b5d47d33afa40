import { parseAnswer as parse } from "../../src/refine/pasted-answer";

/** `{edits, notes}` as plain objects, or `{refused}` with the reason's name. Never throws. */
export function parseAnswer(text: string) {
	const answer = parse(text);
	if (!answer.ok) return { refused: answer.error };
	return {
		edits: answer.value.edits.map((one) => one.value),
		notes: answer.value.notes.map((one) => one.value),
	};
}
