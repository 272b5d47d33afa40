import fc from "fast-check";

/*
 * Frontmatter as people, other programs and accidents write it. A list of forms one by one, and a generator that
 * mixes them. All are sources where they can be read at all: they name a web address.
 */

const LINK = "source: https://a.org/x";

/** By what is odd about each. */
export const HOSTILE_NOTES: readonly (readonly [odd: string, text: string])[] = [
	["an anchor used below", `---\n${LINK}\nstatus: &s new\nsame: *s\n---\nText\n`],
	["an anchor nobody uses", `---\n${LINK}\nstatus: &s new\n---\nText\n`],
	["a merge key", `---\nbase: &b {hard: true}\n<<: *b\n${LINK}\n---\nText\n`],
	["an alias that grows", `---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n${LINK}\n---\n`],
	["a literal text as status", `---\n${LINK}\nstatus: |\n  new\n---\nText\n`],
	["a folded text as status", `---\n${LINK}\nstatus: >-\n  new\n---\nText\n`],
	["a text with a status inside", `---\n${LINK}\nmine: |\n  status: new\n  ---\n---\nstatus: new\n`],
	["a text that keeps its ends", `---\n${LINK}\nmine: |+\n  a\n\n\n---\nText\n`],
	["a text with a number of blanks", `---\n${LINK}\nmine: |2\n    a\n  b\n---\nText\n`],
	["a status twice", `---\nstatus: new\n${LINK}\nstatus: kept\n---\nText\n`],
	["a status twice in two cases", `---\nstatus: new\n${LINK}\nStatus: kept\n---\nText\n`],
	["a comment between every line", `---\n# a\n${LINK} # b\n# c\nstatus: new # d\n  # e\n# f\n---\nText\n`],
	["a comment that looks like a property", `---\n${LINK}\n#status: kept\n---\nText\n`],
	["a hash that is no comment", `---\n${LINK}#status\nstatus: new#x\n---\nText\n`],
	["a tab behind the colon", `---\n${LINK}\nstatus:\tnew\t# c\n---\nText\n`],
	["a tab as indent", `---\n${LINK}\nmine:\n\tstatus: new\n---\nText\n`],
	["blank lines everywhere", `---\n\n\n${LINK}\n\nstatus: new\n\n\n---\n\nText\n`],
	["blanks behind values", `---\n${LINK}   \nstatus: new \t \n---\nText\n`],
	["Windows line ends", `---\r\n${LINK}\r\nstatus: new # c\r\n---\r\nText\r\n`],
	["line ends mixed", `---\r\n${LINK}\nstatus: new\r\nmine: 1\n---\nText\r\n`],
	["line ends mixed the other way", `---\n${LINK}\r\nmine: [a,\r\n  b]\nstatus: new\n---\r\nText\n`],
	["old Mac line ends", `---\r${LINK}\rstatus: new\r---\rText`],
	["a byte order mark", `\ufeff---\n${LINK}\nstatus: new\n---\nText\n`],
	["a byte order mark inside", `---\n\ufeff${LINK}\nstatus: new\n---\nText\n`],
	["a byte order mark twice", `\ufeff\ufeff---\n${LINK}\n---\nText\n`],
	["no last line end", `---\n${LINK}\nstatus: new\n---`],
	["no last line end in the text", `---\n${LINK}\n---\nText`],
	["nothing between the fences", "---\n---\nText\n"],
	["a blank line between the fences", "---\n\n---\nText\n"],
	["blanks behind the first fence", `--- \n${LINK}\n---\nText\n`],
	["blanks behind the last fence", `---\n${LINK}\n---\t\nText\n---\n`],
	["four dashes", `----\n${LINK}\n----\nText\n`],
	["four dashes at the end", `---\n${LINK}\n----\n---\nText\n`],
	["two dashes at the end", `---\n${LINK}\n--\n---\nText\n`],
	["dashes of another script", `———\n${LINK}\n———\nText\n`],
	["dots at the end", `---\n${LINK}\n...\nText\n`],
	["dots inside", `---\n${LINK}\n...\nstatus: new\n---\nText\n`],
	["no end", `---\n${LINK}\nstatus: new\n\nText\n`],
	["an end that is indented", `---\n${LINK}\n ---\n---\nText\n`],
	["a rule on top of the text", `---\n\nText\n\n---\n`],
	["a blank line on top", `\n---\n${LINK}\n---\nText\n`],
	["a blank on top", ` ---\n${LINK}\n---\nText\n`],
	["a document mark with words", `--- # mine\n${LINK}\n---\nText\n`],
	["a YAML directive", `---\n%YAML 1.1\n${LINK}\n---\nText\n`],
	["a flow map", `---\n{source: "https://a.org/x", status: new}\n---\nText\n`],
	["a flow map over lines", `---\n{\n  "source": "https://a.org/x",\n  "status": "new"\n}\n---\nText\n`],
	["flow values", `---\n${LINK}\nstatus: {a: new}\nmine: [a, {b: c}, "d, e"]\n---\nText\n`],
	["a flow list over lines with a comment", `---\n${LINK}\nmine: [a, # ]\n  b]\nstatus: new\n---\nText\n`],
	["a list at the top", `---\n- ${LINK}\n- status: new\n---\nText\n`],
	["a text at the top", "---\njust words\n---\nText\n"],
	["emoji as names", `---\n🌾: 1\n${LINK}\n"😀 s": 2\nstatus: new\n👩‍🔬📝: [🌾]\n---\n🌾\n`],
	["names in quotes", `---\n"source": https://a.org/x\n'status': new\n"a: b": 1\n---\nText\n`],
	["a name with escapes", `---\n${LINK}\n"st\\u0061tus": new\n---\nText\n`],
	["a name with YAML's own escape", `---\n${LINK}\n"st\\x61tus": new\n---\nText\n`],
	["a name that is a number", `---\n1: a\n0x1F: b\n1e3: c\n${LINK}\n---\nText\n`],
	["a name that is true", `---\ntrue: a\nyes: b\nnull: c\n~: d\n${LINK}\n---\nText\n`],
	["a name with a question mark", `---\n? status\n: new\n${LINK}\n---\nText\n`],
	["a name that is a list", `---\n[a, b]: c\n${LINK}\n---\nText\n`],
	["names of the language", `---\n__proto__: {status: kept}\nconstructor: x\ntoString: y\n${LINK}\n---\nText\n`],
	["truths of YAML 1.1", `---\n${LINK}\nhard: yes\nprimary: On\nmine: n\nother: OFF\n---\nText\n`],
	["numbers of all kinds", `---\n${LINK}\na: 1_000\nb: 0o17\nc: 1e3\nd: .inf\ne: 012\nf: 1:30:00\ng: -0\n---\nText\n`],
	["days of all kinds", `---\n${LINK}\ndecided: 2026-05-03\ncreated: 2026-05-03 10:00:00 +02:00\npublished: 2026-13-45\n---\nText\n`],
	["tags of YAML", `---\n${LINK}\nstatus: !!str new\nmine: !ours {a: 1}\nother: !!binary aGk=\n---\nText\n`],
	["a template", `---\n${LINK}\ntitle: <% tp.file.title %>\nstatus: {{status}}\n---\nText\n`],
	["an unclosed quote", `---\n${LINK}\ntitle: "it's\nstatus: new\n---\nText\n`],
	["a quote inside", `---\n${LINK}\ntitle: it's "new"\nstatus: 'new'\n---\nText\n`],
	["a colon in a value", `---\n${LINK}\ntitle: a: b\nstatus: new\n---\nText\n`],
	["a value over lines", `---\n${LINK}\ntitle: a\n  b\n  c\nstatus: "new\n  "\n---\nText\n`],
	["a number as status", `---\n${LINK}\nstatus: 3\n---\nText\n`],
	["a list as status", `---\n${LINK}\nstatus: [new]\n---\nText\n`],
	["a list below as status", `---\n${LINK}\nstatus:\n  - new\n---\nText\n`],
	["a null as status", `---\n${LINK}\nstatus: ~\nreason: null\ndecided: NULL\n---\nText\n`],
	["an empty status", `---\n${LINK}\nstatus:\nreason: ""\n---\nText\n`],
	["another use of status", `---\n${LINK}\nstatus: in progress\n---\nText\n`],
	["a status with blanks and capitals", `---\n${LINK}\nstatus: "  KePt "\n---\nText\n`],
	["a status in another case", `---\n${LINK}\nSTATUS: New\n---\nText\n`],
	["indented properties", `---\n  ${LINK}\n  status: new\n---\nText\n`],
	["uneven indents", `---\n${LINK}\n status: new\n---\nText\n`],
	["lines of other kinds", `---\n${LINK}\nmine: a\u2028b\u0085c\nstatus: new\n---\nText\u2029\n`],
	["bytes of no text", `---\n${LINK}\nmine: \ufffd\n---\nText\n`],
	["a null byte", `---\n${LINK}\nmine: a\0b\n---\nText\n`],
	["marks nobody sees", `---\n${LINK}\nsta\u200btus: new\nstatus\u00a0: kept\n---\nText\n`],
	["right to left", `---\n${LINK}\ntitle: "\u202eדף\u202c"\nstatus: new # \u200f\n---\nשלום\n`],
	["a huge value", `---\n${LINK}\nmine: "${"x".repeat(300_000)}"\nstatus: new\n---\nText\n`],
	["a huge text", `---\n${LINK}\nmine: |\n${"  line: of it\n".repeat(20_000)}status: new\n---\nText\n`],
	["very many properties", `---\n${LINK}\n${Array.from({ length: 2000 }, (_, at) => `p${at}: ${at}`).join("\n")}\nstatus: new\n---\n`],
	["very deep brackets", `---\n${LINK}\nmine: ${"[".repeat(2000)}${"]".repeat(2000)}\n---\nText\n`],
	["a status in the text", `---\n${LINK}\n---\n---\nstatus: new\n---\n\`\`\`yaml\nstatus: new\n\`\`\`\n`],
	["no properties", "Text\n---\nstatus: new\n---\n"],
	["nothing", ""],
];

const name = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("status", "decided", "reason", "hard", "category", "project") },
	fc.constantFrom("Status", '"status"', "'reason'", "title", "🌾", "a b", "a:b", "1", "true", "~", "__proto__", "<<", "? x", "- x", "tags", "#c"),
	fc.string({ maxLength: 5 }),
);
const value = fc.oneof(
	fc.constantFrom(
		"new", "kept", "KEPT ", '"new"', "'new'", '"a\\tb"', "'it''s'", "&a new", "*a", "!!str new", "~", "null", "",
		"yes", "NO", "0o17", "1_000", "2026-05-03", "12:30", ".nan", "a: b", "a #b", "a # b", '"open', "[a, b]", "[a,", "{a: 1}",
		"{{x}}", "<% x %>", "@x", "`x`", "%x", "|\n  t\n\n  s: 1", "|+\n  t\n\n", "|2-\n    t", ">\n  x\n\n  y", ">-\n\n  x",
		"\n  - a\n  # in\n  - b", "\n- a\n- b", "\n  k: v\n  l: |\n    x", "a\n  b\n\n  c", '"a\n  b"', "# only", "[a, # ]\n  b]",
		"[[Link]]", '"[[P|p]]"', "\t x", "x\t", "\u00a0x", "…",
	),
	fc.string({ maxLength: 8 }),
	fc.string({ unit: "grapheme", maxLength: 4 }),
);
const between = fc.constantFrom("", "", "", " # c", "\t# c", "\n", "\n# line", "\n  # in", "\n\n\n", "\n...", "\n---x", " ");
const entry = fc.tuple(name, fc.constantFrom(": ", ": ", ":\t", " : ", ":"), value, between);
const fence = fc.oneof(
	{ weight: 12, arbitrary: fc.constant("---") },
	fc.constantFrom("--- ", "---\t", "----", "...", " ---", "--", "--- # c"),
);
const eol = fc.constantFrom("\n", "\n", "\r\n", "\r");

/** A note of such parts, a third of them with line ends mixed. */
export const hostileNote: fc.Arbitrary<string> = fc
	.record({
		start: fc.constantFrom("", "", "", "\ufeff", "\n", " "),
		open: fence,
		indent: fc.constantFrom("", "", "", "  "),
		entries: fc.array(entry, { maxLength: 7 }),
		linkAt: fc.nat(7),
		close: fence,
		body: fc.constantFrom("\nText\n", "\nText", "", "\n", "\n---\nstatus: new\n---\n", "\n\n# H\n\n%% x %%\n", "\nשלום\u2028x\n"),
		eols: fc.array(eol, { minLength: 1, maxLength: 4 }),
	})
	.map(({ start, open, indent, entries, linkAt, close, body, eols }) => {
		const lines = entries.map(([key, colon, said, after]) => `${indent}${key}${colon}${said}${after}`);
		lines.splice(Math.min(linkAt, lines.length), 0, `${indent}${LINK}`);
		const text = `${start}${open}\n${lines.join("\n")}\n${close}${body}`;
		let at = 0;
		return text.replace(/\n/g, () => eols[at++ % eols.length] ?? "\n");
	});
