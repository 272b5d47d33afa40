const LINK = /\[\[([^[\]]*)\]\]/g;

/** The targets of wikilinks in a property: no brackets, alias or heading. A text without brackets is a target itself. */
export function linkTargets(value: unknown): readonly string[] {
	const values: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value];
	const targets = values.flatMap((one) => {
		if (typeof one !== "string") return [];
		const links = [...one.matchAll(LINK)].map((match) => targetOf(match[1] ?? ""));
		return links.length > 0 ? links : [one.trim()];
	});
	return [...new Set(targets.filter((target) => target !== ""))];
}

/** A text as a reader sees it: links by their alias or target, a Markdown link by its words. */
export function linkWords(text: string): string {
	return text
		.replace(LINK, (_link, inner: string) => inner.slice(inner.indexOf("|") + 1))
		.replace(/^\[([^[\]]*)\]\([^()]*\)$/, "$1");
}

function targetOf(inner: string): string {
	return (inner.split("|")[0] ?? "").split("#")[0]?.trim() ?? "";
}
