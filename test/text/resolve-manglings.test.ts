import fc from "fast-check";
import { resolveQuote } from "../../src/text/resolve-quote";
import { fold } from "../../src/text/fold";
import { tokens, words } from "../../src/text/words";

/*
 * Models copy what they read, but not letter by letter. Whatever they do to a quote's marks and blanks, it is found
 * where it stood or not at all: a wrong place would change words that nobody spoke of.
 */

const ENGLISH = [
	"We don’t know — or do we?",
	"The **old** run *shrugged* and kept going;",
	"it’s `x = 1`, see [[Note|that note]] and [the table](https://a.example/t).",
	"“Wait,” she said, “it isn’t over.”",
	"A naïve co-worker’s 3.5 kg ☕️ machine – half price!",
	"Call it ==noise== … or ~~luck~~.",
	"They said it’s over.",
	"The café opened at 9:30 a.m. 👩‍🔬 left.",
] as const;
const CHINESE = [
	"我们不知道——真的吗？",
	"他说：“别等了。”我没有等。",
	"用 Python 写的 `loss()` 函数，见 [[损失|笔记]]。",
	"**大模型**（LLM）并不神秘；它只是读得多。",
	"第三天，温度降到 3.5 度…… 我们笑了！",
] as const;
const PREFIXES = ["", "- ", "> ", "1. ", "- [ ] ", "## "];

const sentence = fc.constantFrom(...ENGLISH, ...CHINESE);
const block = fc
	.tuple(fc.constantFrom(...PREFIXES), fc.array(sentence, { minLength: 1, maxLength: 6 }))
	.map(([prefix, parts]) => prefix + parts.join(" "));

const toFullWidth = (mark: string): string => String.fromCharCode(mark.charCodeAt(0) + 0xfee0);

/** What a model may do to a quote, by name. */
const MANGLINGS: Readonly<Record<string, (quote: string) => string>> = {
	"non-breaking spaces": (quote) => quote.replaceAll(" ", "\u00a0"),
	"thin spaces": (quote) => quote.replaceAll(" ", "\u2009"),
	"line breaks": (quote) => quote.replace(/ /g, "\n"),
	"straight quotes": (quote) => quote.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
	"smart quotes": (quote) => quote.replace(/"([^"]*)"/g, "“$1”").replaceAll("'", "’"),
	"German quotes": (quote) => quote.replaceAll("“", "„").replaceAll("”", "“"),
	"marks stripped": (quote) => quote.replace(/\*\*|[*`]|==|~~/g, ""),
	"links stripped": (quote) =>
		quote.replace(/\[\[[^|\]]*\|([^\]]*)\]\]/g, "$1").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
	"list mark lost": (quote) => quote.replace(/^(?:- \[ \] |[->] |1\. |## )/, ""),
	"dashes plain": (quote) => quote.replace(/[–—]+/g, "-"),
	"dots as three": (quote) => quote.replaceAll("…", "..."),
	"half-width marks": (quote) =>
		quote
			.replace(/[，：；！？（）]/g, (mark) =>
				String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
			)
			.replaceAll("。", "."),
	// A link's own marks would end it.
	"full-width marks": (quote) =>
		quote.includes("](") ? quote : quote.replace(/[,:;!?()]/g, toFullWidth),
	"emoji without its selector": (quote) => quote.replaceAll("\ufe0f", ""),
	"emoji with a selector": (quote) => quote.replace(/☕(?!\ufe0f)/g, "☕\ufe0f"),
	"zero width within": (quote) => quote.replace(/(\p{L})(?=\p{L})/gu, "$1\u200b"),
	"blanks around Chinese": (quote) => quote.replace(/([\u4e00-\u9fff])([A-Za-z`])/g, "$1 $2"),
	"no blanks around Chinese": (quote) =>
		quote.replace(/([\u4e00-\u9fff]) ([A-Za-z`\d])/g, "$1$2"),
	decomposed: (quote) => quote.normalize("NFD"),
	"blanks around it": (quote) => `  ${quote}\n`,
};
const kind = fc.constantFrom(...Object.keys(MANGLINGS));

/** No link, code or emphasis is cut through: what a model copies, it copies whole. */
function isWhole(quote: string): boolean {
	const without = quote
		.replace(/\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)/g, "")
		.replace(/^- \[ \] /, "");
	const isEven = ["`", "**", "==", "~~"].every((mark) => quote.split(mark).length % 2 === 1);
	return (
		isEven &&
		!/[[\]]|https?|example/.test(without) &&
		!/(?:^|[^*])\*[^*]*$/.test(without.replace(/(\*\*?)[^*]*\1/g, ""))
	);
}

/** A stretch of whole tokens with words in it, as a model would copy it. */
const stretch = fc.tuple(block, fc.nat(), fc.nat()).map(([text, a, b]) => {
	const all = tokens(text);
	const open = all.flatMap((token, at) => (token.kind === "word" && token.from > 5 ? [at] : []));
	const first = open[a % open.length] ?? 0;
	const count = 3 + (b % 14);
	const from = all[first]?.from ?? 0;
	const to = all[Math.min(all.length - 1, first + count)]?.to ?? text.length;
	const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0);
	return { text, from: start, to: start + text.slice(start, to).trimEnd().length };
});

const said = (text: string): string => words(fold(text).text).join(" ");

describe("a mangled quote", () => {
	it("is found where it stood, or not at all", () => {
		const law = fc.property(stretch, kind, kind, ({ text, from, to }, one, other) => {
			const quote = text.slice(from, to);
			fc.pre(isWhole(quote) && words(fold(quote).text).length > 1);
			const mangled = MANGLINGS[other]?.(MANGLINGS[one]?.(quote) ?? "") ?? "";
			const place = resolveQuote(text, mangled);
			if (!("from" in place) || place.how === "fuzzy") return;
			expect(said(text.slice(place.from, place.to))).toBe(
				said(mangled.replaceAll("\n", " ")),
			);
			// The same words, and in this place: markup at its ends is all that may differ.
			expect(place.from).toBeLessThan(to);
			expect(place.to).toBeGreaterThan(from);
		});
		fc.assert(law, { numRuns: 4000 });
	});

	it("is found in at least 995 of 1,000 cases in which it stands once", () => {
		const missed: string[] = [];
		let all = 0;
		for (const [{ text, from, to }, one] of fc.sample(fc.tuple(stretch, kind), {
			numRuns: 6000,
			seed: 7,
		})) {
			const quote = text.slice(from, to);
			const folded = fold(text).text;
			const needle = fold(quote).text;
			const isOnce =
				folded.split(needle).length === 2 && words(needle).length > 2 && isWhole(quote);
			if (!isOnce) continue;
			all++;
			const place = resolveQuote(text, MANGLINGS[one]?.(quote) ?? "");
			if (!("from" in place) || place.how === "fuzzy")
				missed.push(`${one}: ${quote} | ${text}`);
		}
		expect(all).toBeGreaterThan(1500);
		expect({ missed: missed.slice(0, 9), share: missed.length / all <= 0.005 }).toMatchObject({
			share: true,
		});
	});

	it("is not guessed where the same words stand twice in other marks", () => {
		const law = fc.property(sentence, kind, (one, how) => {
			// A link that a line end cuts is no link in a note.
			fc.pre(how !== "line breaks");
			const other = MANGLINGS[how]?.(one).trim() ?? "";
			const place = resolveQuote(`${one} In between. ${other}`, other);
			expect("from" in place ? place : null).toBeNull();
		});
		fc.assert(law, { numRuns: 500 });
	});

	it("of another block has no place in this one", () => {
		const law = fc.property(sentence, sentence, kind, (here, there, how) => {
			fc.pre(here !== there);
			const place = resolveQuote(here, MANGLINGS[how]?.(there) ?? "");
			expect("from" in place && place.how !== "fuzzy").toBe(false);
		});
		fc.assert(law, { numRuns: 500 });
	});
});
