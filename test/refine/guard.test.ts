import { splitSuggestion } from "../../src/refine/guard";
import { prepareSource } from "../../src/refine/guard-case";
import { takeSnapshot } from "../../src/refine/snapshot";
import { context, DEMO, judged, verdictOf } from "./demo";

describe("an edit may be accepted", () => {
	it.each([
		["In order to understand", "To understand", "apply"],
		["It is important to note that a cache is", "A cache is", "apply"],
		["in a very real sense, a promise", "a promise", "apply"],
		["an item that is not really very long.", "An item that is not very long.", "apply"],
		["缓存是一种承诺，需要指出的是，它可能会过期。", "缓存是一种承诺，它可能会过期。", "apply"],
	])("when it only takes words away: %j → %j", (q, r, verdict) => {
		expect(verdictOf(judged({ q, r, b: q.startsWith("an item") ? 6 : undefined }))).toBe(
			verdict,
		);
	});

	it("when it cuts a repeat and shows the other place", () => {
		const snapshot = takeSnapshot(DEMO);
		const last = snapshot.blocks
			.filter((one) => snapshot.textOf(one).includes("The old value stays"))
			.at(-1);
		const q = "The old value stays until somebody clears it.";
		const one = judged({ q, k: "repeat", ref: "The old value stays until", b: last?.id });
		expect(verdictOf(one)).toBe("apply");
		expect(DEMO.slice(one.twin?.from, one.twin?.to)).toBe("The old value stays until");
		expect(one.twin?.from).toBeLessThan(last?.from ?? 0);
	});

	it.each([
		["That is the the point.", "That is the point."],
		["Another bold item — with a dash.", "Another bold item — with dash."],
	])("when it mends a slip: %j", (q, r) => {
		expect(
			judged(
				{ q, r, k: "typo", b: q.startsWith("Another") ? 7 : undefined },
				{ pass: "typos" },
			).verdict,
		).toBe("apply");
	});

	it("when it joins with a small word", () => {
		const one = judged(
			{ q: "Nobody clears it", r: "However, nobody clears it", k: "transition" },
			{ pass: "connect" },
		);
		expect(one.verdict).toBe("apply");
	});
});

describe("an edit is doubtful", () => {
	it.each([
		["perhaps you should first", "you should first", "amber: meaning-hedge-lost"],
		[
			"you should first watch one fail",
			"you first watch one fail",
			"amber: meaning-modal-lost",
		],
		["is not really very long", "is really very long", "amber: meaning-negation-lost"],
		["Nobody clears it in 30 seconds.", "Nobody clears it.", "amber: meaning-number-lost"],
		["它可能会过期", "它会过期", "amber: meaning-modal-lost"],
		[
			"In order to understand a cache, perhaps you should first watch one fail.",
			"",
			"amber: long-cut, meaning-hedge-lost, meaning-modal-lost",
		],
	])("and says which word shifts the meaning: %j → %j", (q, r, verdict) => {
		expect(verdictOf(judged({ q, r }))).toBe(verdict);
	});

	it("and keeps the word for the writer", () => {
		expect(
			judged({ q: "perhaps you should first", r: "you should first" }).reasons[0]?.params,
		).toEqual({ word: "perhaps" });
	});
});

describe("an edit is blocked", () => {
	it.each([
		["title: Caches", "title: Cash", "zone"],
		["cache.get('x');", "", "zone"],
		["%% sources: [[A]]", "", "zone"],
		["Smith, [[Get]], 2020.", "Smith.", "zone"],
		["See [[Promises]] and the", "See the", "protected-span"],
		["the `get()` call", "the call", "protected-span"],
		["call[^a].", "call.", "protected-span"],
		["# Why caches lie", "## Why caches lie", "protected-frame"],
		["a promise. See", "a [vow](http://evil.example). See", "active-link"],
		["a promise. See", "a promise evil-bank.com. See", "active-link"],
		["a promise. See", "a <b>promise</b>. See", "active-markup"],
		["a promise. See", "a promise {{date}}. See", "active-markup"],
		["a promise. See", "a promise {% raw %}. See", "active-markup"],
		["a promise. See", "a promise\u2028. See", "active-hidden"],
		["a promise. See", "a promise. #todo See", "active-markup"],
		["a promise. See", "a promise.\n\n# New\n\nSee", "active-structure"],
		["a promise. See", "a vo\u200bw. See", "active-hidden"],
		["a promise. See", "a prоmise. See", "active-lookalike"],
		["clears it in 30 seconds", "clears it in 40 seconds", "fact-number"],
		["until somebody clears it. Nobody", "until Zuboff clears it. Nobody", "fact-name"],
		["The old value stays until", "The old value always and ever stays until", "cut-longer"],
		[
			"Nobody clears it in 30 seconds.",
			"Moreover this underscores a pivotal and seamless tapestry of meaning here.",
			"edit-new",
		],
		["- An item that is not really very long.", "", "long-cut-block"],
		["缓存是一种承诺", "缓存鞭辟入里承诺", "cut-longer"],
		["Nobody clears it", "Nobody clears it", "quote-same"],
	])("%j → %j", (q, r, key) => {
		const one = judged({ q, r });
		expect(one.verdict).toBe("block");
		expect(one.reasons.map((why) => why.key)).toContain(key);
	});

	it("when it takes a whole heading away, and not when it mends one", () => {
		const snapshot = takeSnapshot(DEMO);
		const heading = snapshot.blocks.find((one) => one.kind === "heading");
		const text = heading === undefined ? "" : snapshot.textOf(heading);
		expect(verdictOf(judged({ q: text, r: "", b: heading?.id }))).toBe("block: zone");
		const mended = judged(
			{ q: text, r: text.replace(/s\b/, ""), b: heading?.id },
			{ pass: "typos" },
		);
		expect(mended.reasons.map(({ rule }) => rule)).not.toContain("zone");
	});

	it("when it copies a source", () => {
		const sources = [
			prepareSource({
				id: "s1",
				text: "Every second reading was taken after the move of it.",
			}),
		];
		const one = judged(
			{ q: "stays until somebody clears it", r: "every second reading was taken after it" },
			{ pass: "edit", sources },
		);
		expect(one.reasons.map((why) => why.key)).toContain("source-copy");
	});

	it.each([
		[{ myWords: ["very real sense"] }, "my-word"],
		[{ protectedPassages: ["a cache is, in a very real sense, a promise"] }, "my-passage"],
	])("when the author said so: %j", (change, key) => {
		const one = judged({ q: "in a very real sense, a promise", r: "a promise" }, change);
		expect([one.verdict, one.reasons[0]?.key]).toEqual(["block", key]);
	});

	it("when it says more than the pass may", () => {
		const typo = judged(
			{ q: "Nobody clears it", r: "clears it Nobody", k: "typo" },
			{ pass: "typos" },
		);
		expect(typo.reasons.map((why) => why.rule)).toContain("typo-cap");
		const long =
			"Building on what was said above, and before turning to it here, nobody clears it";
		const joined = judged(
			{ q: "Nobody clears it", r: long, k: "transition" },
			{ pass: "connect" },
		);
		expect(joined.reasons.map((why) => why.rule)).toContain("connect-cap");
	});
});

describe("an edit has no place", () => {
	it.each([
		[{ q: "not a word of this", b: 3 }, "stale: quote-missing"],
		[{ q: "The old value stays", b: 3 }, "stale: quote-elsewhere"],
		[{ q: "anything", b: 99 }, "stale: quote-block"],
		[{ q: "", b: 3 }, "stale: quote-empty"],
		[{ q: "a", b: 3 }, "stale: quote-short"],
		[{ q: "cache", b: 3 }, "stale: quote-ambiguous"],
		[
			{ q: "perhaps you shold first watch", r: "you should first watch", b: 3 },
			"stale: quote-fuzzy",
		],
		[{ q: "perhaps you sho\u200buld first", r: "perhaps first", b: 3 }, "stale: quote-hidden"],
	])("%j", (asked, verdict) => {
		expect(verdictOf(judged(asked))).toBe(verdict);
	});
});

describe("a repeat", () => {
	it("without its other place becomes a question", () => {
		const q = "Nobody clears it in 30 seconds.";
		expect(judged({ q, k: "repeat" }).verdict).toBe("note");
		expect(
			judged({ q, k: "repeat", ref: "as shown in chapter nine" }).reasons.map(
				(why) => why.key,
			),
		).toContain("repeat-missing");
	});
});

describe("direct speech", () => {
	it("of others stays, of the author's people may change", () => {
		const quoted =
			"She wrote: “attention is really no explanation of anything.” I disagree with all of that.";
		expect(
			judged({ draft: quoted, q: "really no explanation", r: "no explanation" }).verdict,
		).toBe("block");
		const spoken = "“I really do not know, my dear, what you want,” he said.";
		const story = [spoken, ...Array<string>(3).fill("“Do come in,” she said.")].join("\n\n");
		const change = { q: "I really do not know", r: "I do not know" };
		expect(judged({ draft: story, ...change }).verdict).toBe("apply");
		// One person who speaks makes no story.
		expect(judged({ draft: spoken, ...change }).verdict).toBe("amber");
	});
});

describe("in an essay", () => {
	const essay = (quotation: string): string =>
		`The first paragraph says what it is about.\n\nAda told me, ${quotation} in a letter of May.\n\nThe third goes on.`;

	it.each([
		"“I never said that you should really stop,”",
		"‘I never said that you should really stop,’",
		"„I never said that you should really stop,“",
	])("what somebody says to somebody is looked at twice: %s", (quotation) => {
		const one = {
			draft: essay(quotation),
			q: "that you should really stop",
			r: "that you should stop",
		};
		expect(judged(one).verdict).toBe("amber");
	});

	it("the title of a work stays as it is", () => {
		const draft = "我在读《百年孤独》的中译本，读得很慢，也很高兴。";
		expect(
			judged({
				draft,
				b: 1,
				q: "我在读《百年孤独》的中译本",
				r: "我在读《百年孤寂》的中译本",
			}).verdict,
		).toBe("block");
	});

	it("a number may be written in digits, and a heading in capitals", () => {
		const draft =
			"## Hash maps and ownership\n\nEach letter takes one byte, and the word takes four bytes.";
		expect(judged({ draft, q: "takes four bytes", r: "takes 4 bytes" }).verdict).not.toBe(
			"block",
		);
		expect(judged({ draft, q: "takes four bytes", r: "takes 5 bytes" }).verdict).toBe("block");
		const heading = { draft, q: "## Hash maps and ownership", r: "## Ownership and Hash Maps" };
		expect(judged(heading).reasons.map(({ key }) => key)).not.toContain("fact-name");
	});

	it("a word that only sounds like a spoken one is no dialect", () => {
		const draft = "The cause that lay behind it was very simple. 这个办法很灵活，也很好。";
		expect(
			judged({
				draft,
				q: "The cause that lay behind it was",
				r: "Behind it was",
			}).reasons.map(({ key }) => key),
		).not.toContain("voice-spoken");
		expect(
			judged({ draft, q: "这个办法很灵活，也很好", r: "这个办法很好" }).reasons.map(
				({ key }) => key,
			),
		).not.toContain("voice-spoken");
	});

	it("a transition that claims something is no transition", () => {
		const draft = "It is legal, I think. Everything depends on water. The roof is flat.";
		const joined = { draft, q: "The roof is flat." };
		const said = (r: string) => judged({ ...joined, r }, { pass: "connect" }).verdict;
		expect(said("So the roof is flat.")).toBe("apply");
		expect(said("Because it is legal, the roof is flat.")).not.toBe("apply");
	});
});

describe("a suggestion taken apart", () => {
	it("is judged part by part", () => {
		const q = "In order to understand a cache, perhaps you should first";
		const whole = judged({ q, r: "To understand a cache, you should first" });
		const parts = splitSuggestion(takeSnapshot(DEMO), whole, context());
		expect(parts.map((part) => part.id)).toEqual(
			["s1.1", "s1.2", "s1.3"].slice(0, parts.length),
		);
		expect(parts.map((part) => part.verdict)).toContain("amber");
		expect(parts.map((part) => part.verdict)).toContain("apply");
		expect(parts.flatMap((part) => part.changes)).toEqual(whole.changes);
	});
});
