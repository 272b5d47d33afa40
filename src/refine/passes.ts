import { EDIT_KINDS, type EditKind, type PassId } from "./suggestion";

/** One reading of the draft with one purpose. */
export type Pass = Readonly<{
	id: PassId;
	/** Edits of these kinds; none: questions only. */
	kinds: readonly EditKind[];
	asksQuestions: boolean;
	/** Whether the chosen sources travel with it. Passes that edit never see them. */
	seesSources: boolean;
	/** `whole`: the draft in one look; `range`: block by block, so that sections can be asked apart. */
	reach: "whole" | "range";
	/** What the model is told to do, in the words of the prompt. */
	task: string;
	/** Own passes have the name the person gave; ours are named in `ui/i18n`. */
	name: string | null;
}>;

const QUOTE_RULE =
	"Copy q from the draft letter by letter, at least three words (eight characters in Chinese or Japanese), unique in its block.";

export const PASSES: readonly Pass[] = [
	{
		id: "cut",
		kinds: ["repeat", "filler", "wordy"],
		asksQuestions: false,
		seesSources: false,
		reach: "range",
		name: null,
		task: [
			"Mark only what can go. The author's words stay, in the author's order; join what is left with at most two small words.",
			"repeat: the same is said elsewhere in the draft; ref quotes the first six to ten words of that other place.",
			"filler: a wind-up that says nothing. wordy: fewer of the same words say it.",
			"Leave quirks, humour, fragments, hedges, emphasis and rhythm alone: they are the voice.",
			"A long passage may be quoted as its first four words … its last four words, with r empty.",
		].join("\n"),
	},
	{
		id: "connect",
		kinds: ["transition"],
		asksQuestions: true,
		seesSources: false,
		reach: "range",
		name: null,
		task: [
			"Look at the joints between sentences and paragraphs.",
			"Where the draft itself states how two of them hang together and only the small word is missing, put that word in: an edit at the start of the sentence, at most eight words, none of them new in substance.",
			'Where the draft does not state it, never guess: ask ("how does [13] follow from [12]?").',
		].join("\n"),
	},
	{
		id: "logic",
		kinds: [],
		asksQuestions: true,
		seesSources: false,
		reach: "whole",
		name: null,
		task: 'Find claims without support, missing steps, contradictions between places, terms used before they are explained, and words like "this" that point nowhere. Ask; never answer, never offer wording.',
	},
	{
		id: "background",
		kinds: [],
		asksQuestions: true,
		seesSources: true,
		reach: "whole",
		name: null,
		task: "Read as the reader of the brief. Where would this reader need something the draft does not give? Ask for it in one question, and name in src the id of the source that may hold it. Do not summarise sources, do not quote them.",
	},
	{
		id: "typos",
		kinds: ["typo"],
		asksQuestions: false,
		seesSources: false,
		reach: "range",
		name: null,
		task: "Slips only: a letter wrong, missing or too many, a doubled or missing small word, agreement. Dialect, style, spelling variants and punctuation habits are no errors.",
	},
];

export { QUOTE_RULE };

export function passById(id: PassId, own: readonly Pass[]): Pass | null {
	return [...PASSES, ...own].find((pass) => pass.id === id) ?? null;
}

const MAX_TASK = 4_000;

/**
 * Reads a pass the person wrote as a note: `type: refine-pass`, `name`, `kinds` (edit kinds and `question`);
 * the purpose is the property `purpose` and the note's body. Null: the note is no pass. A clipped note (it
 * has a `source`) never is one: a page must not bring its own orders.
 */
export function parseOwnPass(
	path: string,
	properties: Readonly<Record<string, unknown>>,
	body: string,
): Pass | null {
	if (properties["type"] !== "refine-pass" || properties["source"] !== undefined) return null;
	const fallback = path.replace(/^.*\//, "").replace(/\.md$/, "");
	const name = textOf(properties["name"]) ?? fallback;
	const task = [textOf(properties["purpose"]), body.trim()]
		.filter((part) => part !== null && part !== "")
		.join("\n");
	if (task === "") return null;
	const asked = listOf(properties["kinds"]);
	const kinds = EDIT_KINDS.filter((kind) => asked.includes(kind));
	const asksQuestions = kinds.length === 0 || asked.includes("question");
	return {
		id: `own:${path}`,
		kinds,
		asksQuestions,
		seesSources: false,
		reach: "range",
		name,
		task: task.slice(0, MAX_TASK),
	};
}

function textOf(value: unknown): string | null {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function listOf(value: unknown): readonly string[] {
	const list: readonly unknown[] = Array.isArray(value)
		? value
		: typeof value === "string"
			? value.split(",")
			: [];
	return list.flatMap((one) => (typeof one === "string" ? [one.trim().toLowerCase()] : []));
}
