import { applyEdits, type Edit } from "../text/edit";
import { scanBlocks, type Block } from "../text/blocks";
import { readFootnotes } from "../text/footnotes";
import { gaps, keyed, referenceLine, toBibtex, toCsl, type Keyed } from "../source/references";
import type { Source } from "../source/source";
import { DIALECTS, slugOf, type Target } from "./export-target";
import { inlineOf, type InlineTools } from "./export-inline";
import { markdownToArticle, markdownToHtml } from "./markdown-to-html";
import { withoutComments } from "./reading";

/** Something to look at before it goes out. `count` of how many. */
export type ExportWarning = Readonly<{
	kind: "private" | "embed" | "alt" | "footnote" | "unused" | "gap" | "unclosed";
	count: number;
	/** The first places as they stand in the draft, links and images with their brackets; of gaps the titles. */
	examples: readonly string[];
}>;

export type ExportInput = Readonly<{
	markdown: string;
	target: Target;
	/** Title, description, tags as the draft's frontmatter or file name give them. */
	meta: Readonly<{ title: string; description: string; tags: readonly string[]; language: string }>;
	/** ISO day. */
	day: string;
	/** The source a link target of the draft means; null: another note, which stays private. */
	source(target: string): Source | null;
	/** Heading of the list of works. */
	referencesHeading: string;
}>;

export type Exported = Readonly<{
	/** Text by path; the article's own file first. */
	files: Readonly<Record<string, string>>;
	/** Image link targets as the draft names them; they go beside the article under their file name. */
	images: readonly string[];
	warnings: readonly ExportWarning[];
	/** For the list of what was done. */
	facts: Readonly<{ comments: number; footnotes: number }>;
}>;

const VERBATIM: ReadonlySet<Block["kind"]> = new Set(["code", "math"]);

/**
 * The draft as others read it: no comments, marks or sources lines; links and footnotes name their sources;
 * code and formulas stay byte for byte.
 */
export function exportDraft(input: ExportInput): Exported {
	const { markdown, target } = input;
	const dialect = DIALECTS[target];
	const { blocks, unclosed } = scanBlocks(markdown);
	const found = { private: [] as string[], embed: [] as string[], alt: [] as string[] };
	const images = new Set<string>();
	const cited = citedSources(input);
	const tools: InlineTools = { dialect, source: (link) => input.source(link), found, images, keyOf: keyLookup(cited, target) };
	let comments = 0;
	const edits: Edit[] = [];
	for (const block of blocks) {
		const source = markdown.slice(block.from, block.to);
		if (block.kind === "frontmatter" || block.kind === "comment") {
			if (block.kind === "comment") comments++;
			edits.push({ from: block.from, to: endWithBlanks(markdown, block.to), text: "" });
		} else if (!VERBATIM.has(block.kind)) {
			const bare = withoutComments(source);
			comments += source.length === bare.length ? 0 : countComments(source);
			const text = exportBlock(bare, block, tools);
			if (text !== source) edits.push({ from: block.from, to: block.to, text });
		}
	}
	const body = `${applyEdits(markdown, edits).replace(/^\ufeff/, "").replace(/\r\n/g, "\n").trim()}\n`;
	const footnotes = readFootnotes(markdown, blocks);
	const used = new Set(footnotes.references.map((each) => each.key));
	const defined = new Set(footnotes.definitions.map((each) => each.key));
	const warnings = [
		warning("private", found.private),
		warning("embed", found.embed),
		warning("alt", found.alt),
		warning("footnote", [...used].filter((key) => !defined.has(key)).map((key) => `[^${key}]`)),
		warning("unused", [...defined].filter((key) => !used.has(key)).map((key) => `[^${key}]:`)),
		warning("gap", gaps(cited).map((gap) => gap.title)),
		warning("unclosed", unclosed.map((each) => each.kind)),
	].flatMap((each) => each ?? []);
	return {
		files: filesOf(input, body, cited),
		images: [...images],
		warnings,
		facts: { comments, footnotes: footnotes.definitions.length },
	};
}

function warning(kind: ExportWarning["kind"], examples: readonly string[]): ExportWarning | null {
	return examples.length === 0 ? null : { kind, count: examples.length, examples: examples.slice(0, 5) };
}

/** A comment block goes with the empty lines behind it. */
function endWithBlanks(markdown: string, to: number): number {
	return to + (/^[ \t]*(?:\r?\n[ \t]*)*/.exec(markdown.slice(to))?.[0].replace(/[ \t]+$/, "").length ?? 0);
}

function countComments(source: string): number {
	return [...source.matchAll(/(`+)[^`]*\1|%%(?:[^%]|%(?!%))*%%/g)].filter((match) => match[1] === undefined).length;
}

/** Sources the footnotes link to, in order of first mention, each with the key of its first footnote. */
function citedSources(input: ExportInput): readonly Keyed[] {
	const { definitions, references } = readFootnotes(input.markdown);
	const order = [...new Set(references.map((each) => each.key))];
	const sources = new Map<string, Source>();
	for (const key of order) {
		const definition = definitions.find((each) => each.key === key);
		for (const match of definition?.text.matchAll(/\[\[([^\]|#]+)[^\]]*\]\]/g) ?? []) {
			const source = input.source((match[1] ?? "").trim());
			if (source !== null) sources.set(source.path, source);
		}
	}
	return keyed([...sources.values()]);
}

function keyLookup(cited: readonly Keyed[], target: Target): (source: Source) => string | null {
	if (target !== "pandoc") return () => null;
	const keys = new Map(cited.map((each) => [each.source.path, each.key]));
	return (source) => keys.get(source.path) ?? null;
}

function exportBlock(source: string, block: Block, tools: InlineTools): string {
	if (block.kind === "html") return source;
	if (block.kind === "callout" && !tools.dialect.keepsObsidian) return calloutOf(source, tools);
	const withoutIds = tools.dialect.keepsObsidian ? source : source.replace(/[ \t]+\^[a-zA-Z0-9-]+[ \t]*$/, "");
	if (block.kind === "footnote") return footnoteOf(withoutIds, tools);
	return inlineOf(withoutIds, tools, "text");
}

/** `> [!note] Title` becomes a quotation with a bold first line. Code inside stays as it is. */
function calloutOf(source: string, tools: InlineTools): string {
	const [first = "", ...rest] = source.split(/\r?\n/);
	const head = /^([ \t]*>[ \t]*)\[!([^\]]*)\][-+]?[ \t]*(.*)$/.exec(first);
	if (head === null) return inlineOf(source, tools, "text");
	const [, quote = "> ", kind = "", title = ""] = head;
	const name = title === "" ? kind.charAt(0).toUpperCase() + kind.slice(1) : title;
	const lead = `${quote.trimEnd()} **${inlineOf(name, tools, "text").replace(/\*\*/g, "")}**`;
	const body = rest.length === 0 ? [] : [">", ...outsideFences(rest, (line) => inlineOf(line, tools, "text"))];
	return [lead, ...body].join("\n");
}

function outsideFences(lines: readonly string[], change: (line: string) => string): readonly string[] {
	let fence: string | null = null;
	return lines.map((line) => {
		const mark = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
		if (fence === null && mark !== null) fence = mark;
		else if (fence !== null && mark?.startsWith(fence) === true) fence = null;
		else if (fence === null) return change(line);
		return line;
	});
}

/** A footnote of nothing but a link to a source becomes the whole reference: it must name its source. */
function footnoteOf(source: string, tools: InlineTools): string {
	const bare = /^(\[\^[^\]\s]+\]:)[ \t]*\[\[([^\]|#]+)[^\]]*\]\][ \t]*\.?[ \t]*$/.exec(source);
	const cited = bare === null ? null : tools.source((bare[2] ?? "").trim());
	const key = cited === null ? null : tools.keyOf(cited);
	if (bare !== null && cited !== null) {
		return `${bare[1] ?? ""} ${referenceLine(cited)}${key === null ? "" : ` [@${key}]`}`;
	}
	const text = inlineOf(source, tools, "footnote");
	const link = /\[\[([^\]|#]+)[^\]]*\]\]/.exec(source)?.[1];
	const source2 = link === undefined ? null : tools.source(link.trim());
	const pandocKey = source2 === null ? null : tools.keyOf(source2);
	return pandocKey === null ? text : `${text} [@${pandocKey}]`;
}

function filesOf(input: ExportInput, body: string, cited: readonly Keyed[]): Readonly<Record<string, string>> {
	const { target, meta, day } = input;
	const dialect = DIALECTS[target];
	const path = dialect.file(slugOf(meta.title), day);
	const list = dialect.hasReferences && cited.length > 0 ? referenceList(cited, input.referencesHeading) : "";
	const article = dialect.frontmatter === null ? body : withoutTitle(body, meta.title);
	const text = `${frontmatterOf(input)}${insertReferences(article, list)}`;
	if (target === "html") return { [path]: markdownToHtml(text, meta) };
	if (target === "rich") return { [path]: markdownToArticle(text) };
	if (target !== "pandoc") return { [path]: text };
	return {
		[path]: text,
		"references.bib": toBibtex(cited),
		"references.json": `${JSON.stringify(toCsl(cited), null, 2)}\n`,
	};
}

/** Sites show the front matter's title: a first heading that says the same would stand there twice. */
function withoutTitle(body: string, title: string): string {
	const first = /^#[ \t]+([^\n]+?)[ \t]*#*\n+/.exec(body);
	return first !== null && first[1]?.trim() === title ? body.slice(first[0].length) : body;
}

/** Behind the text and its footnote definitions, which readers' tools put at the very end anyway. */
function insertReferences(body: string, list: string): string {
	return list === "" ? body : `${body}\n${list}`;
}

function referenceList(cited: readonly Keyed[], heading: string): string {
	const lines = cited.map(({ source }) => `- ${referenceLine(source)}`).sort((a, b) => a.localeCompare(b));
	return `## ${heading}\n\n${lines.join("\n")}\n`;
}

/** Values as JSON strings, which YAML reads the same. */
function frontmatterOf({ target, meta, day }: ExportInput): string {
	const { frontmatter } = DIALECTS[target];
	if (frontmatter === null) return "";
	const lines = [
		`${frontmatter.title}: ${JSON.stringify(meta.title)}`,
		`${frontmatter.date}: ${day}`,
		...(meta.description === "" ? [] : [`description: ${JSON.stringify(meta.description)}`]),
		...(meta.tags.length === 0 ? [] : [`tags: [${meta.tags.map((tag) => JSON.stringify(tag)).join(", ")}]`]),
		...Object.entries(frontmatter.extra).map(([name, value]) => `${name}: ${value}`),
	];
	return `---\n${lines.join("\n")}\n---\n\n`;
}
