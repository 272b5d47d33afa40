import type { FindingLine, MapWords } from "./local-map-words";
import type { Pass } from "./passes";

export type StartRange = Readonly<{
	id: "draft" | "section" | "selection";
	label: string;
	words: number;
}>;

/** Why Claude cannot be asked now, and the button that mends it. */
export type StartBlock = Readonly<{ text: string; button: string | null }>;

export type ModelChoice = Readonly<{ id: string; label: string }>;

/** What the start sheet shows of a draft. `model`: chosen for this reading; null: as the settings say. */
export type StartFacts = Readonly<{
	passes: readonly Pass[];
	ranges: readonly StartRange[];
	range: StartRange["id"];
	/** Null: Claude can be asked. */
	blocked: StartBlock | null;
	/** What a writer should know before: no project, a comment never closed. */
	notes: readonly string[];
	map: MapWords;
	/** Where the cursor stands: findings are looked at from here on. */
	cursor: number;
	/** Words and passages out of bounds, sources that Background sees. */
	myWords: number;
	passages: number;
	sources: number;
	/** Known once the models are listed. */
	isStandIn(): boolean;
	/** US dollars for a pass over a range; null = no known price. */
	cost(pass: Pass, range: StartRange["id"], model: string | null): number | null;
	/** Minutes a reading of these passes takes, about. */
	minutes(passes: readonly Pass[], range: StartRange["id"]): number;
	/** Into how many windows the range falls that no request sees together; 1: one request holds it. */
	windows(range: StartRange["id"]): number;
	budget: number | null;
	/** True: asked for what is found without Claude. */
	opensFindings: boolean;
	/** The model the settings name for a pass. */
	model(pass: Pass): string;
	/** Models the key may use, as the API lists them; empty where it does not say. */
	models(): Promise<readonly ModelChoice[]>;
	/** The very text that a pass would send. */
	request(pass: Pass, range: StartRange["id"]): string;
}>;

/** What was put on the clipboard. `upTo`: first words of the last block asked about; null: the whole range. */
export type Copied = Readonly<{ part: number; upTo: string | null }>;

export type StartActs = Readonly<{
	start(passes: readonly Pass[], range: StartRange["id"], model: string | null): void;
	/** Puts the next part of a request on the clipboard. Null: not one paragraph fits. */
	copyRequest(pass: Pass, range: StartRange["id"]): Copied | null;
	/** Takes an answer in; why it could not be used, or how many suggestions there are now. */
	pasteAnswer(pass: Pass, text: string): Readonly<{ fault: string } | { count: number }>;
	showReview(): void;
	/** Looks at these findings one by one. */
	showFindings(findings: readonly FindingLine[]): void;
	/** What mends why Claude cannot be asked: the settings. */
	mend(): void;
	cancel(): void;
}>;
