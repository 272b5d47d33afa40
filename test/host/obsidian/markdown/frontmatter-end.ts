/** Length of the frontmatter with its last line break; 0 without one. A BOM is part of it. */
export function frontmatterEnd(text: string): number {
	const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
	if (start === null) return 0;
	let at = start[0].length;
	while (at < text.length) {
		const newline = text.indexOf("\n", at);
		const next = newline === -1 ? text.length : newline + 1;
		if (text.slice(at, next).trimEnd() === "---") return next;
		at = next;
	}
	return 0;
}
