import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeEdit } from "../../src/refine/guard";
import type { GuardContext } from "../../src/refine/guard-case";
import { parseEdit } from "../../src/refine/protocol";
import { takeSnapshot, type Snapshot } from "../../src/refine/snapshot";
import type { Suggestion } from "../../src/refine/suggestion";

/**
 * A suggestion with what the guard must say of it. `ok`: may be accepted in bulk; `amber`: the author must look twice,
 * or it is blocked; `block`: it cannot be accepted.
 */
export type VoiceCase = Readonly<{
	draft: string;
	want: "ok" | "amber" | "block";
	pass: GuardContext["pass"];
	quote: string;
	text: string;
	why: string;
	ref: string | null;
	said: Suggestion;
}>;

const FOLDER = join(__dirname, "..", "fixtures", "voice");

/** What the guard says of every case beside a draft: `want ¦ pass ¦ quote ⇒ text ¦ why ¦ ref`, a line each. */
export function voiceCases(draft: string): readonly VoiceCase[] {
	const snapshot = takeSnapshot(readFileSync(join(FOLDER, `${draft}.md`), "utf8"));
	const lines = readFileSync(join(FOLDER, `${draft}.cases`), "utf8").split("\n");
	const named = (name: string): string[] =>
		lines
			.filter((line) => line.startsWith(`# ${name}: `))
			.flatMap((line) => line.slice(name.length + 4).split(", "));
	const own = { sources: [], myWords: named("my words"), protectedPassages: named("protected") };
	return lines
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map((line) => {
			const [want = "", pass = "", change = "", why = "", ref = null] = line.split(" ¦ ");
			const [quote = "", text = ""] = change.split(" ⇒ ").map(unescaped);
			const context = { ...own, pass: pass as VoiceCase["pass"] };
			const said = judged(snapshot, { quote, text, why, ref }, context);
			return {
				draft,
				want: want as VoiceCase["want"],
				pass: context.pass,
				quote,
				text,
				why,
				ref,
				said,
			};
		});
}

/** Whether the guard did what the label asks. */
export function isRight({ want, said }: VoiceCase): boolean {
	if (want === "ok") return said.verdict === "apply";
	if (want === "amber") return said.verdict !== "apply";
	return said.verdict === "block" || said.verdict === "stale";
}

export function tell({ draft, want, pass, quote, text, why, said }: VoiceCase): string {
	const rules = said.reasons.map(({ rule, key }) => `${rule}/${key}`).join(" ");
	return `${draft} ${want} ${pass}: ${quote} ⇒ ${text} (${why}): ${said.verdict} ${rules}`;
}

const KINDS = new Map<string, string>([
	["connect", "transition"],
	["typos", "typo"],
]);

function judged(
	snapshot: Snapshot,
	one: Pick<VoiceCase, "quote" | "text" | "why" | "ref">,
	context: GuardContext,
): Suggestion {
	const start = one.quote.split("\n")[0] ?? "";
	const block = snapshot.blocks.find((each) => snapshot.textOf(each).includes(start));
	if (block === undefined) throw new Error(`not in the draft: ${one.quote}`);
	const k = one.ref === null ? (KINDS.get(context.pass) ?? "wordy") : "repeat";
	const parsed = parseEdit({
		b: block.id,
		k,
		q: one.quote,
		r: one.text,
		why: one.why,
		ref: one.ref,
	});
	if (!parsed.ok) throw new Error(`no edit: ${one.quote}`);
	return judgeEdit(snapshot, parsed.value, context, "s1");
}

function unescaped(text: string): string {
	return text
		.replace("∅", "")
		.replaceAll("\\n", "\n")
		.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
			String.fromCodePoint(parseInt(code, 16)),
		);
}
