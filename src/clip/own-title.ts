/** How far down a page may set its title: under its picture, its shelf or a date. Characters. */
const NEAR_TOP = 1500;
const LONGEST_LABEL = 80;

/**
 * A body without the page's own title: the note's name and its property say it already.
 * Another first heading stays, and so does a title in words of its own.
 */
export function withoutOwnTitle(markdown: string, title: string): string {
	for (const { index, 0: line, 1: heading = "" } of markdown.slice(0, NEAR_TOP).matchAll(/^# ([^\n]+)\n*/gm)) {
		const before = markdown.slice(0, index);
		if (!isSame(folded(heading), folded(title)) || isInFence(before) || before.split("\n").some(isText)) continue;
		return (markdown.slice(0, index) + markdown.slice(index + line.length)).trimStart();
	}
	return markdown;
}

/** Equal, or one with a word before or behind it, as `Class Loom` and `Loom (Mill 21)` have. */
function isSame(heading: string, title: string): boolean {
	if (heading === title) return true;
	const [short, long] = heading.length < title.length ? [heading, title] : [title, heading];
	return short.length > 12 && short.length > long.length * 0.6 && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

/** A line of words longer than a label, a date or a picture. */
function isText(line: string): boolean {
	return line.replace(/!?\[[^\]]*\]\([^)]*\)/g, "").length > LONGEST_LABEL;
}

function isInFence(before: string): boolean {
	return (before.match(/^ {0,3}`{3,}/gm) ?? []).length % 2 === 1;
}

function folded(text: string): string {
	return text
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/\\(.)/g, "$1")
		.normalize("NFKC")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.toLowerCase();
}
