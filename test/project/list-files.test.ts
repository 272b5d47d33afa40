import fc from "fast-check";
import {
	forgetDeleted,
	readDeleted,
	rememberDeleted,
	type Deleted,
} from "../../src/project/deleted-note";
import { enqueue, failQueued, readQueue, tickQueued } from "../../src/project/queue-note";
import { logPass, readRefineLog, type LoggedPass } from "../../src/project/refine-log";
import { urlIdentity, type UrlIdentity } from "../../src/source/url-identity";

const id = (link: string): UrlIdentity => urlIdentity(link) ?? ("" as UrlIdentity);
const A = "https://a.example/1";

describe("the queue", () => {
	it.each([
		["a task", `- [ ] ${A}`, { isDone: false, project: null }],
		["a task for a project", `- [ ] ${A} → [[P/P|P]]`, { project: "P/P" }],
		["a bare line of a share sheet", `Look at this ${A}`, { url: A }],
		["a list item with words", `* [A title](${A})`, { url: A }],
		["a link in angle brackets", `1. <${A}>`, { url: A }],
		["a ticked one", `- [x] ${A} · [[Note]]`, { isDone: true, outcome: "[[Note]]" }],
		[
			"a link with brackets of its own",
			"- https://a.example/x_(y)",
			{ url: "https://a.example/x_(y)" },
		],
		["a link that ends a sentence", `See ${A}.`, { url: A }],
	])("holds %s", (_title, line, expected) => {
		expect(readQueue(line)).toMatchObject([expected]);
	});

	it.each([
		"# Queue https://a.example",
		"> https://a.example",
		"```\nhttps://a.example\n```",
		"---\nsource: https://a.example\n---",
		"javascript:alert(1)",
		"no link",
	])("does not hold %j", (text) => {
		expect(readQueue(text)).toEqual([]);
	});

	it("is ticked in the link's own line, and the person's words stay", () => {
		const text = `# My queue\n\n- [ ] Read this: ${A}?utm_source=x → [[P]]\r\n\t* https://b.example\n\nwords`;
		const ticked = tickQueued(text, id(A), "[[Clippings/A|A]]");
		expect(ticked).toBe(
			`# My queue\n\n- [x] Read this: ${A}?utm_source=x → [[P]] · [[Clippings/A|A]]\r\n\t* https://b.example\n\nwords`,
		);
		expect(failQueued(ticked, id("https://b.example"), "not\nreachable")).toContain(
			"\t* [ ] https://b.example · not reachable\n",
		);
		expect(tickQueued(text, id("https://gone.example"), "[[x]]")).toBe(text);
	});

	it("tried again says the new reason alone", () => {
		expect(failQueued(failQueued(A, id(A), "first"), id(A), "second")).toBe(
			`- [ ] ${A} · second`,
		);
	});

	it("takes a link in once, below the last", () => {
		const text = enqueue(`# Queue\n- [ ] ${A}\n\nwords\n`, "https://b.example", "P");
		expect(text).toBe(`# Queue\n- [ ] ${A}\n- [ ] https://b.example → [[P]]\n\nwords\n`);
		expect(enqueue(text, `${A}#top`, null)).toBe(text);
		expect(enqueue("", A, null)).toBe(`- [ ] ${A}\n`);
		expect(enqueue("no line end", A, null)).toBe(`no line end\n- [ ] ${A}\n`);
		expect(enqueue(text, "no link", null)).toBe(text);
	});

	it("folds two lines of one link, the ticked one wins", () => {
		const text = `- [x] ${A} · [[Note]]\n- [ ] ${A} → [[P]]\n`;
		expect(readQueue(text)).toMatchObject([{ isDone: true }]);
		expect(readQueue(`- ${A} → [[P]]\n- ${A}\n`)).toMatchObject([{ project: "P" }]);
		expect(readQueue(`- ${A}\n- [x] ${A}\n`)).toMatchObject([{ isDone: true }]);
		expect(tickQueued(text, id(A), "[[New]]")).toBe(`- [x] ${A} · [[New]]\n`);
	});

	it("never touches a line of somebody else", () => {
		const line = fc.oneof(
			fc.string(),
			fc.constantFrom(
				"```",
				"---",
				`- [ ] ${A}`,
				`- [x] ${A} · [[N]]`,
				"- https://b.example/x",
				"| a |",
				"~~~",
			),
		);
		const law = fc.property(fc.array(line), fc.constantFrom("\n", "\r\n"), (lines, eol) => {
			const text = lines.join(eol);
			const others = (all: string) =>
				all
					.split(/\r?\n/)
					.filter((one) => !one.includes(A))
					.join("\n")
					.trimEnd();
			expect(others(tickQueued(text, id(A), "[[N]]"))).toBe(others(text));
			const added = enqueue(text, "https://c.example", null);
			expect(
				added
					.split(/\r?\n/)
					.filter((one) => one !== "- [ ] https://c.example")
					.join("\n")
					.trimEnd(),
			).toBe(text.split(/\r?\n/).join("\n").trimEnd());
		});
		fc.assert(law, { numRuns: 500 });
	});
});

describe("what was thrown away", () => {
	const one: Deleted = {
		identity: id(A),
		url: A,
		title: "On [[x]]: a *title* <%= %>",
		date: "2026-05-03",
		reason: "too thin | `code`",
	};

	it("is remembered in one line, in which nothing of the page can act", () => {
		const text = rememberDeleted("", one);
		expect(text).toBe(
			"- 2026-05-03 [On \\[\\[x\\]\\]\\: a \\*title\\* \\<\\%\\= \\%\\>](<https://a.example/1>): too thin \\| \\`code\\`\n",
		);
		expect(readDeleted(text)).toEqual([one]);
	});

	it("without a link is known by its title", () => {
		const plain = { ...one, identity: null, url: "", title: "A: b", reason: "" };
		const text = rememberDeleted(rememberDeleted("", plain), { ...plain, reason: "why: so" });
		expect(text.trim().split("\n")).toHaveLength(1);
		expect(readDeleted(text)).toEqual([{ ...plain, reason: "why: so" }]);
	});

	it("twice is the later time, and can be forgotten", () => {
		const later = { ...one, date: "2026-06-01", reason: "again" };
		const text = rememberDeleted(rememberDeleted("# Deleted\n", later), one);
		expect(readDeleted(text)).toEqual([later]);
		expect(forgetDeleted(text, one)).toBe("# Deleted\n");
		expect(readDeleted("- no date\nwords\n- 2026-05-03")).toEqual([]);
	});

	it("comes back as it was, whatever the page called itself", () => {
		const words = fc.string().map((text) => text.replace(/\s+/g, " ").trim());
		const law = fc.property(words, words, (title, reason) => {
			const deleted = { ...one, title, reason };
			expect(readDeleted(rememberDeleted("", deleted))).toEqual([deleted]);
		});
		fc.assert(law, { numRuns: 1000 });
	});
});

describe("the refine log", () => {
	const words = {
		title: "Refine log",
		columns: [
			"Date",
			"Draft",
			"Pass",
			"Model",
			"Shown",
			"Accepted",
			"Rejected",
			"Own",
			"Share",
			"New words",
			"Cost",
		],
	};
	const pass: LoggedPass = {
		date: "2026-05-03 10:00",
		draft: "[[Draft|My draft]]",
		pass: "cut",
		model: "m",
		shown: 12,
		accepted: 5,
		rejected: 6,
		ownWording: 1,
		authorShare: 93,
		newWords: 4,
		cost: 0.12,
	};

	it("is a table with a row for each pass", () => {
		const text = logPass(
			logPass("", pass, words),
			{ ...pass, pass: "typos", cost: null, authorShare: null },
			words,
		);
		expect(text).toMatch(
			/^# Refine log\n\n\| Date \|.*\n\|( --- \|){11}\n\| 2026-05-03 10:00 .*\n\| 2026-05-03 10:00 .*\n$/,
		);
		expect(readRefineLog(text)).toEqual([
			pass,
			{ ...pass, pass: "typos", cost: null, authorShare: null },
		]);
	});

	it("has one row for a pass that is written again, and keeps what else stands there", () => {
		const text = `${logPass("My words.\n", pass, words)}\nMore.\n`;
		const again = logPass(text, { ...pass, accepted: 9 }, words);
		expect(readRefineLog(again)).toEqual([{ ...pass, accepted: 9 }]);
		expect(again).toMatch(/^My words\.\n[^]*\nMore\.\n$/);
	});
});
