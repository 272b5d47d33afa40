/** A project with so many new sources, oldest first by number. */
export function projectWith(count: number): Record<string, string> {
	const files: Record<string, string> = {
		"Research/Bread/Bread.md":
			"---\ntype: research-project\n---\n\n```winnow\n```\n\n## For whom?\n",
	};
	for (let number = 1; number <= count; number += 1) files[pathOf(number)] = sourceNote(number);
	return files;
}

export function pathOf(number: number): string {
	return `Research/Bread/Sources/Source ${number}.md`;
}

/** Comments, quotes and a foreign property, so that a test sees what a write touches. */
export function sourceNote(number: number): string {
	const day = new Date(Date.UTC(2020, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
	return [
		"---",
		"# written by hand",
		`title: 'Source ${number}'`,
		`source: "https://example.org/${number}"`,
		"status: new # not read",
		'project: "[[Bread]]"',
		`created: ${day}`,
		"mine: {a: 1}",
		"words: 460",
		"---",
		`Text of source ${number}.`,
		"",
	].join("\n");
}
