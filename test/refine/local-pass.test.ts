import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { localPass } from "../../src/refine/local-pass";
import { takeSnapshot } from "../../src/refine/snapshot";
import { describeWithShared } from "../shared";

/** "kind: words" of every finding, with what it points at behind an arrow. */
function found(markdown: string, brief: string[] = []): string[] {
	return localPass(takeSnapshot(markdown), brief).findings.map((one) => {
		const words = `${one.kind}: ${markdown.slice(one.from, one.to)}`;
		return "twin" in one ? `${words} → ${markdown.slice(one.twin.from, one.twin.to)}` : words;
	});
}

const SAID = "The old value stays in the cache until somebody clears it.";
const TABLE =
	"| method | speed | memory |\n|---|---|---|\n| heap | slow | small |\n| list | fast | large |\n| tree | medium | medium |";

describe("the local map shows", () => {
	it.each<[string, string, string[]]>([
		["a sentence said twice", `${SAID}\n\nText.\n\n- ${SAID}`, [`repeat: ${SAID} → ${SAID}`]],
		[
			"a sentence said again in other words",
			`${SAID}\n\nAs I said, the old value stays within the cache until someone clears it.`,
			[
				`near-repeat: As I said, the old value stays within the cache until someone clears it. → ${SAID}`,
			],
		],
		[
			"a Chinese sentence said twice",
			"旧的数值会一直留在缓存里，直到有人清除它。\n\n换句话说，旧的数值会一直留在缓存里，直到有人清除它。",
			[
				"near-repeat: 换句话说，旧的数值会一直留在缓存里，直到有人清除它。 → 旧的数值会一直留在缓存里，直到有人清除它。",
			],
		],
		[
			"prose that walks through a table",
			`${TABLE}\n\nThe heap is slow but small. The list is fast but large. The tree is medium in both.`,
			[
				`table-prose: The heap is slow but small. The list is fast but large. The tree is medium in both. → ${TABLE}`,
			],
		],
		[
			"a doubled word, also over a line end",
			"This is the\nthe end of it.",
			["doubled-word: the\nthe"],
		],
		[
			"a doubled small word in Chinese",
			"这是我的的书，因为因为它好。",
			["doubled-word: 的的", "doubled-word: 因为因为"],
		],
		[
			"a heading with nothing below",
			"# A\n\n## B\n\n## C\n\nText.\n\n# D",
			["empty-heading: ## B", "empty-heading: # D"],
		],
		[
			"a short form used before it is explained",
			"We use GB here.\n\nGradient boosting (GB) is a method.",
			["early-term: GB → (GB)"],
		],
		[
			"a term used before it is named",
			"The drift is large.\n\nThis effect is called *drift*.",
			["early-term: drift → called *drift*"],
		],
	])("%s", (_what, markdown, findings) => {
		expect(found(markdown)).toEqual(findings);
	});

	it("sentences too long for one breath", () => {
		const long = `We ${"said and ".repeat(30)}left.`;
		expect(found(long)).toEqual([`long-sentence: ${long}`]);
		const chinese = `我们${"说了又说，".repeat(30)}就走了。`;
		expect(found(chinese)).toEqual([`long-sentence: ${chinese}`]);
	});

	it("sections out of proportion to the brief", () => {
		const prose = (count: number): string =>
			Array.from(
				{ length: count },
				(_, at) => `Sentence number ${at} says what${at} it says.`,
			).join(" ");
		const note = `# Weather\n\n${prose(80)}\n\n# Caches\n\n${prose(2)}\n\n# Locks\n\n${prose(30)}\n\n# Queues\n\n${prose(30)}`;
		const kinds = found(note, ["The reader should understand caches and locks."]).filter(
			(one) => one.includes("section"),
		);
		expect(kinds).toEqual(["large-section: # Weather", "small-section: # Caches"]);
		expect(found(note).filter((one) => one.includes("section"))).toEqual([]);
	});
});

describe("the local map is silent about", () => {
	it.each([
		["emphasis and grammar", "He said that that had had a very very long life."],
		["names", "Duran Duran played."],
		["reduplication", "我们看看，慢慢来，天天都好。"],
		["code", "Call `the the` twice.\n\n```\nthe the\n```"],
		["short lines that repeat by chance", "Yes, it is.\n\nYes, it is."],
		["a heading over a sub-heading", "# A\n\n## B\n\nText."],
		[
			"a caption that names what its text names",
			"Listing 2 shows how to create a raw pointer to an arbitrary address in memory.\n\nListing 2: Creating a raw pointer to an arbitrary memory address",
		],
		[
			"the same pattern said of two things",
			"The encoder takes its queries and keys from the layer before it.\n\nThe decoder takes its queries and keys from the layer before it.",
		],
		[
			"a sentence and its denial",
			"The madman is the man who lost every reason he had.\n\nThe madman is not the man who lost every reason he had.",
		],
		[
			"emphasis that names nothing",
			"You know it. They ran exactly once.\n\n*You* are right, and *exactly once* is enough.",
		],
		[
			"a plain word that was used all along",
			"A label here.\n\nOne label there.\n\nThe label again.\n\nEach of these is called a *label*.",
		],
		[
			"code within a callout",
			`> [!tip]\n> See:\n>\n> \`\`\`\n${"> let a = b + c\n".repeat(30)}> \`\`\`\n> Done.`,
		],
		[
			"a table with prose about something else",
			`${TABLE}\n\nThe heap was my first idea, and I liked it.`,
		],
	])("%s", (_what, markdown) => {
		expect(found(markdown)).toEqual([]);
	});
});

it("an author's style is told in numbers", () => {
	const { style } = localPass(takeSnapshot("I don't know. We won't ask — perhaps I can't."), []);
	expect(style).toMatchObject({ isCjk: false, words: 9, sentenceMedian: 6 });
	expect(style.contractions).toBeCloseTo((3 / 9) * 1000);
	expect(style.firstPerson).toBeCloseTo((3 / 9) * 1000);
	expect(style.dashes).toBeCloseTo((1 / 9) * 1000);
});

describeWithShared("on the drafts of corpora/refine, the local map", (shared) => {
	const folder = join(shared, "corpora/refine/drafts");
	type Fault = Readonly<{ type: string; quote: string; fix?: string }>;

	it("finds most planted repeats and every doubled word", () => {
		const tally = { repeats: 0, found: 0, doubled: 0, foundDoubled: 0 };
		for (const name of readdirSync(folder).filter((one) => one.endsWith(".truth.json"))) {
			const markdown = readFileSync(join(folder, name.replace(".truth.json", ".md")), "utf8");
			const truth: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
			const faults = (
				Array.isArray(truth) ? truth : (truth as { faults: Fault[] }).faults
			) as Fault[];
			const { findings } = localPass(takeSnapshot(markdown), []);
			const isFound = (quote: string, kind: RegExp): boolean => {
				const from = markdown.indexOf(quote);
				const to = from + quote.length;
				return findings.some((one) => {
					const spans = "twin" in one ? [one, one.twin] : [one];
					return (
						kind.test(one.kind) &&
						spans.some((span) => span.from < to && from < span.to)
					);
				});
			};
			for (const fault of faults) {
				const isDoubled =
					/\b(\w+) \1\b/.test(fault.quote) && !/\b(\w+) \1\b/.test(fault.fix ?? "");
				if (fault.type === "repeat") {
					tally.repeats++;
					if (isFound(fault.quote, /repeat/)) tally.found++;
				} else if (fault.type === "typo" && isDoubled) {
					tally.doubled++;
					if (isFound(fault.quote, /doubled/)) tally.foundDoubled++;
				}
			}
		}
		expect(tally.found / tally.repeats).toBeGreaterThan(0.85);
		expect(tally.foundDoubled).toBe(tally.doubled);
	});
});
