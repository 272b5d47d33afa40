/**
 * A body without the page's own title at its top: the note's name and its property say it already.
 * Another first heading stays, and so does a title in words of its own.
 */
export function withoutOwnTitle(markdown: string, title: string): string {
	const first = /^\s*# ([^\n]+)(?:\n+|$)/.exec(markdown);
	const heading = first?.[1];
	if (first === null || heading === undefined || folded(heading) !== folded(title)) return markdown;
	return markdown.slice(first[0].length);
}

function folded(text: string): string {
	return text
		.replace(/\\(.)/g, "$1")
		.normalize("NFKC")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.toLowerCase();
}
