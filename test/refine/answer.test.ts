import fc from "fast-check";
import { readObjects } from "../../src/refine/objects";
import { parseAnswer } from "../../src/refine/pasted-answer";
import { parseEdit, parseNote } from "../../src/refine/protocol";

const EDIT = { b: 2, k: "wordy", q: "in order to", r: "to", why: "shorter", ref: null };
const NOTE = { b: 3, k: "missing_step", q: "so it is", ask: "Why?", src: null };
const ANSWER = JSON.stringify({ edits: [EDIT], notes: [NOTE] });

function counts(text: string): string {
	const answer = parseAnswer(text);
	if (!answer.ok) return answer.error;
	return `${answer.value.edits.length} edits, ${answer.value.notes.length} notes, ${answer.value.dropped} dropped`;
}

describe("an answer is read", () => {
	it.each([
		["bare", ANSWER],
		["after a byte order mark", `\ufeff${ANSWER}`],
		["in a fence", "```json\n" + ANSWER + "\n```"],
		["within a chat's prose", `Sure! Here {you} go:\n\n${ANSWER}\n\nTell me more.`],
		["spread over lines", JSON.stringify({ edits: [EDIT], notes: [NOTE] }, null, 2)],
	])("%s", (_where, text) => {
		expect(counts(text)).toBe("1 edits, 1 notes, 0 dropped");
	});

	it("without what cannot be read in it", () => {
		const odd = JSON.stringify({
			edits: [null, "x", { b: 2 }, { ...EDIT, r: null }, EDIT],
			notes: [{}],
			apply: true,
		});
		expect(counts(odd)).toBe("1 edits, 0 notes, 5 dropped");
	});
});

describe("an answer is refused", () => {
	it.each([
		["", "empty"],
		[" \n", "empty"],
		["\ufeff", "empty"],
		["Sure! I would make it shorter.", "no-json"],
		["{'edits': []}", "no-json"],
		['{"edits": [{"b": 2, "q": "cut in the mid', "no-json"],
		['{"edits": [], /* x */ "notes": []}', "no-json"],
		["null", "shape"],
		["[]", "shape"],
		["{}", "shape"],
		['{"edits": {"0": {}}, "notes": []}', "shape"],
		['{"type": "tool_use", "name": "delete_note"}', "shape"],
		[`${ANSWER}${ANSWER}`, "two"],
		["x".repeat(4_000_001), "too-large"],
	])("%#", (text, fault) => {
		expect(counts(text)).toBe(fault);
	});
});

describe("one edit of a model", () => {
	it.each([
		[{ ...EDIT, b: "2" }, 2],
		[{ ...EDIT, b: 2 }, 2],
	])("may number its block in either way", (raw, b) => {
		const parsed = parseEdit(raw);
		expect(parsed.ok && parsed.value.value.b).toBe(b);
	});

	it.each([-2, 0, 1.5, Infinity, NaN, "__proto__", null, [2]])("never has the block %p", (b) => {
		expect(parseEdit({ ...EDIT, b })).toEqual({ ok: false, error: { field: "b" } });
	});

	it("of an unknown kind is kept as wordy, and told", () => {
		const parsed = parseEdit({ ...EDIT, k: "constructor" });
		expect(parsed.ok && [parsed.value.value.k, parsed.value.oddKind]).toEqual([
			"wordy",
			"constructor",
		]);
	});

	it("says its reason in one short visible line", () => {
		const parsed = parseEdit({ ...EDIT, why: `shorter\u202e\n${"x".repeat(900)}` });
		const why = parsed.ok ? parsed.value.value.why : "";
		expect(why.startsWith("shorterx")).toBe(true);
		expect(why.length).toBeLessThanOrEqual(160);
	});

	it("takes nothing from a prototype", () => {
		const raw: unknown = JSON.parse(
			'{"__proto__": {"b": 2, "q": "a b c", "r": "", "k": "wordy"}}',
		);
		expect(parseEdit(raw).ok).toBe(false);
		expect(parseNote(Object.create(NOTE)).ok).toBe(false);
	});
});

describe("parsing never throws and never pollutes", () => {
	it("whatever arrives", () => {
		const texts = fc.oneof(
			fc.json(),
			fc.string(),
			fc
				.tuple(fc.nat(ANSWER.length), fc.string())
				.map(([at, text]) => ANSWER.slice(0, at) + text + ANSWER.slice(at)),
		);
		const law = fc.property(texts, (text) => {
			parseAnswer(text);
			readObjects().read(text);
			expect(Object.prototype).not.toHaveProperty("polluted");
		});
		fc.assert(law, { numRuns: 1500 });
	});
});

describe("a streamed answer", () => {
	it("gives each object in the piece that closes it, however it is cut", () => {
		const law = fc.property(fc.array(fc.nat(ANSWER.length), { maxLength: 30 }), (cuts) => {
			const reader = readObjects();
			const edges = [0, ...[...cuts].sort((a, b) => a - b), ANSWER.length];
			const found = edges
				.slice(1)
				.flatMap((end, at) => reader.read(ANSWER.slice(edges[at], end)));
			expect(found).toEqual([
				{ list: "edits", raw: EDIT },
				{ list: "notes", raw: NOTE },
			]);
			expect(reader.state()).toBe("whole");
		});
		fc.assert(law, { numRuns: 60 });
	});

	it("keeps what was complete when it is cut off", () => {
		const reader = readObjects();
		expect(reader.read(ANSWER.slice(0, ANSWER.indexOf("notes") + 20))).toEqual([
			{ list: "edits", raw: EDIT },
		]);
		expect(reader.state()).toBe("open");
	});

	it("keeps what was complete when it breaks", () => {
		const reader = readObjects();
		const found = reader.read(`{"edits": [${JSON.stringify(EDIT)}, oops`);
		expect(found).toEqual([{ list: "edits", raw: EDIT }]);
		expect(reader.state()).toBe("broken");
		expect(reader.read("]}")).toEqual([]);
	});

	it("may begin with a fence and a word of greeting", () => {
		const reader = readObjects();
		expect(reader.read("Sure:\n```json\n")).toEqual([]);
		expect(reader.read(ANSWER)).toHaveLength(2);
	});
});
