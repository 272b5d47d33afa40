/** What a made draft says and what could be cut from it. */
export type LongDraft = Readonly<{
	text: string;
	/** Edits as a model would give them, in the order of the text. */
	edits: readonly Readonly<{
		b: number;
		k: "wordy";
		q: string;
		r: string;
		why: string;
		ref: null;
	}>[];
}>;

const WORDS =
	"the run kept learning while nobody in the room looked at its slope and a smaller batch told more than the long table of costs which hung beside the door".split(
		" ",
	);

/** A draft of so many words in paragraphs of about 90, with so many wordy places spread over it. Deterministic. */
export function longDraft(words: number, count: number): LongDraft {
	let seed = 7;
	const next = (limit: number): number => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return seed % limit;
	};
	const blocks: string[] = [];
	const edits: LongDraft["edits"][number][] = [];
	const paragraphs = Math.ceil(words / 90);
	let made = 0;
	for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
		if (paragraph % 12 === 0) blocks.push(`## Section ${paragraph / 12 + 1}`);
		const due = Math.round(((paragraph + 1) * count) / paragraphs);
		const sentences: string[] = [];
		for (let sentence = 0; sentence < 9; sentence++) {
			const mark = `item${paragraph}x${sentence}`;
			const rest = Array.from({ length: 7 }, () => WORDS[next(WORDS.length)]).join(" ");
			if (made < due && sentence < 8) {
				made++;
				const q = `Note ${mark} was very noisy`;
				const r = `Note ${mark} was noisy`;
				edits.push({ b: blocks.length + 1, k: "wordy", q, r, why: "Shorter.", ref: null });
				sentences.push(`${q} ${rest}.`);
			} else sentences.push(`Here ${mark} ${rest}.`);
		}
		blocks.push(sentences.join(" "));
	}
	return { text: `${blocks.join("\n\n")}\n`, edits };
}
