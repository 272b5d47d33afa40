import type { LocalKind } from "../../src/refine/local-finding";
import type { EditKind, NoteKind, ReasonKey } from "../../src/refine/suggestion";
import { en } from "../../src/ui/i18n/en";
import { zh } from "../../src/ui/i18n/zh";
import { fill, type Message } from "../../src/ui/i18n/translate";
import { asked, judged } from "./demo";

// Does not compile when a reason, kind or finding has no words.
type Needed =
	| `refine.reason.${ReasonKey}`
	| `refine.kind.${EditKind}`
	| `refine.noteKind.${NoteKind}`
	| `refine.local.${LocalKind}`;
const LANGUAGES: readonly Readonly<Record<Needed, Message>>[] = [en, zh];

describe("every verdict has words", () => {
	const verdicts = [
		judged({ q: "perhaps you should first", r: "you should first" }),
		judged({
			q: "Nobody clears it in 30 seconds.",
			r: "Nobody clears it in 40 days, says Zuboff [[x]] <b>.",
		}),
		judged({ q: "See [[Promises]] and the", r: "See the" }),
		judged({ q: "cache.get('x');" }),
		judged({ q: "cache", b: 3 }),
		judged({ q: "anything", b: 99 }),
		judged({ q: "Nobody clears it in 30 seconds.", k: "repeat", ref: "nowhere to be found" }),
		judged(
			{ q: "in a very real sense, a promise", r: "a promise" },
			{ myWords: ["very real sense"] },
		),
		asked("Is this in there?", { src: "s7" }),
	];

	it("with every place in them filled", () => {
		for (const why of verdicts.flatMap((one) => one.reasons)) {
			for (const words of LANGUAGES) {
				const text = fill(words[`refine.reason.${why.key}`], why.params, "en-US");
				expect({ key: why.key, text }).toEqual({
					key: why.key,
					text: expect.not.stringMatching(/\{\w+\}/),
				});
			}
		}
	});
});
