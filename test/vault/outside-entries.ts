import { isCollection, isMap, isPair, isScalar, parseDocument } from "yaml";

/**
 * What stands in a note outside the lines of some properties, told by another reader than Winnow's own: the YAML
 * library's tokens. Null: that reader finds no frontmatter here.
 */
export function outsideEntries(text: string, names: readonly string[]): string | null {
	const found = /^(\ufeff?---\r?\n)([\s\S]*?)^---(?:\r?\n|$)/m.exec(text);
	if (found?.index !== 0) return null;
	const [, open = "", block = ""] = found;
	const { contents } = parseDocument(block, { logLevel: "error", keepSourceTokens: true });
	if (contents !== null && !isMap(contents)) return null;
	const folded = names.map((name) => name.toLowerCase());
	let [outside, at] = [open, 0];
	for (const { key, value } of contents?.items ?? []) {
		if (!isScalar(key) || !folded.includes(String(key.value).toLowerCase())) continue;
		const from = block.lastIndexOf("\n", (key.range?.[0] ?? 0) - 1) + 1;
		const range = (value as { range?: readonly number[] | null } | null)?.range ?? key.range;
		// Blank lines and comments at the end are nobody's, though the reader counts them in.
		const said = block.slice(0, range?.[1] ?? from);
		const end = endsInText(value) ? said.trimEnd() : said.replace(/(?:\s*\n[ \t]*#.*)*\s*$/, "");
		const feed = block.indexOf("\n", Math.max(key.range?.[1] ?? 0, end.length));
		outside += block.slice(at, from);
		at = feed === -1 ? block.length : feed + 1;
	}
	return outside + block.slice(at) + text.slice(open.length + block.length);
}

/** In a text (`|`, `>`) a line with # is a line like the others. */
function endsInText(node: unknown): boolean {
	if (isPair(node)) return endsInText(node.value);
	if (isCollection(node)) return endsInText(node.items.at(-1));
	return isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
}
