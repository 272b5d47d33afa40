import { parse } from "yaml";
import { parseCanvas } from "../../src/outline/canvas-document";
import type { Side } from "../../src/outline/heading-changes";
import { applySync, planSync, type Answers } from "../../src/outline/heading-sync";
import { readOutline } from "../../src/outline/outline";
import { exportDraft as exportTo } from "../../src/publish/export-draft";
import type { Target } from "../../src/publish/export-target";
import { readSource } from "../../src/source/read-source";
import { gaps, keyed, toBibtex, toCsl } from "../../src/source/references";
import type { Source } from "../../src/source/source";
import { SOURCE_DEFAULTS } from "../../src/source/source-settings";
import { findFrontmatter } from "../../src/vault/frontmatter-block";

// Citations, export and headings in the shapes of DESIGN §6. No logic of its own.

/** A note by its whole text, or with its vault path. */
type Note = string | Readonly<{ path: string; text: string }>;

function propertiesOf(text: string): Readonly<Record<string, unknown>> {
	const block = findFrontmatter(text);
	if (block.kind !== "block") return {};
	try {
		const value: unknown = parse(block.text);
		return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {}; // a note whose frontmatter no parser reads is no source
	}
}

function sourceOf(note: Note, index: number): readonly Source[] {
	const { path, text } = typeof note === "string" ? { path: `Note ${index + 1}.md`, text: note } : note;
	const source = readSource(path, propertiesOf(text), SOURCE_DEFAULTS);
	return source === null || source === "foreign" ? [] : [source];
}

/** BibTeX as text, CSL-JSON as a list, and what lacks an author or a date. */
export function cite(notes: readonly Note[]) {
	const list = keyed(notes.flatMap(sourceOf));
	return { bibtex: toBibtex(list), csl: toCsl(list), look: gaps(list) };
}

/** `sources`: notes the draft's links may mean, found by path, file name or title. */
export function exportDraft(markdown: string, target: Target, sources: readonly Note[]) {
	const known = sources.flatMap(sourceOf);
	const nameOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.md$/i, "");
	const source = (link: string) =>
		known.find((each) => [each.path, each.path.replace(/\.md$/i, ""), nameOf(each.path), each.title].includes(link)) ?? null;
	const { title, description, tags } = propertiesOf(markdown);
	const heading = /^#[ \t]+(.+)$/m.exec(markdown)?.[1]?.trim();
	const { files, warnings, images } = exportTo({
		markdown,
		target,
		meta: {
			title: typeof title === "string" ? title : (heading ?? "Article"),
			description: typeof description === "string" ? description : "",
			tags: Array.isArray(tags) ? tags.map(String) : [],
			language: "en",
		},
		day: "2026-01-01",
		source,
		referencesHeading: "References",
	});
	return { files, warnings, images };
}

/** Applies every change that has a direction; what asks is applied only with an answer. */
export function syncHeadings(
	canvas: string,
	draft: string,
	{ from, answers = {} }: Readonly<{ from: Side; answers?: Answers }>,
) {
	const parsed = parseCanvas(canvas);
	if (!parsed.ok) return { refused: parsed.error };
	const plan = planSync(readOutline(parsed.value), draft, from);
	const accepted = new Set(plan.changes.map((change) => change.id));
	let count = 0;
	const newId = () => (++count).toString(16).padStart(16, "0");
	const scaffoldOf = ({ level, heading }: Readonly<{ level: number; heading: string }>) =>
		`${"#".repeat(level)} ${heading}\n`;
	const tools = { newId, trayLabel: "Unassigned" };
	const synced = applySync(canvas, draft, plan, accepted, answers, tools, scaffoldOf);
	return { canvas: synced?.canvas ?? canvas, draft: synced?.draft ?? draft, ...plan };
}
