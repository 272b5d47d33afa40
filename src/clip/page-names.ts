import { all, attribute } from "./elements";

/** Words of the classes and ids that a page uses, lower case; `text` has each on a line of its own. */
type Names = Readonly<{ words: ReadonlySet<string>; text: string }>;
/** One selector of a list, with the names it cannot do without: whole words, and parts of words. */
type Choice = Readonly<{ selector: string; words: readonly string[]; parts: readonly string[] }>;

const noted = new WeakMap<Document, Names>();
/** By list. The lists are the program's own, so they are few. */
const choices = new Map<string, readonly Choice[]>();

/** Reads the names once. Later changes may take names away or move them, never bring new ones. */
export function noteNames(document: Document): void {
	const values = new Set<string>();
	for (const element of all(document, "[class], [id]")) {
		values.add(attribute(element, "class"));
		values.add(attribute(element, "id"));
	}
	const words = new Set([...values].join(" ").toLowerCase().split(/\s+/));
	noted.set(document, { words, text: [...words].join("\n") });
}

/**
 * As `all`, for long lists of names that most pages do not use: only those are looked for that the page has. A list
 * is of plain selectors without a comma inside. Asks for the whole list where the names are not noted.
 */
export function allNamed(root: Element | Document, list: string): Element[] {
	const names = noted.get(root.ownerDocument ?? root);
	if (names === undefined) return all(root, list);
	const { words, text } = names;
	const rest = choicesOf(list).filter((choice) => choice.words.every((word) => words.has(word)) && choice.parts.every((part) => text.includes(part)));
	return rest.length === 0 ? [] : all(root, rest.map(({ selector }) => selector).join(", "));
}

function choicesOf(list: string): readonly Choice[] {
	const known = choices.get(list);
	if (known !== undefined) return known;
	const found = list.split(",").map(choiceOf);
	choices.set(list, found);
	return found;
}

/** Lower case throughout: a page without a doctype has names in any case. */
function choiceOf(selector: string): Choice {
	const words: string[] = [];
	const parts: string[] = [];
	const needed = selector.replace(/:not\([^)]*\)/g, "").toLowerCase();
	// Attributes of other kinds are read over: a dot in their value is no class.
	for (const [, part, word] of needed.matchAll(/\[(?:class|id)[~*^$]?=['"]?([\w-]+)[^\]]*\]|\[[^\]]*\]|[.#]([\w-]+)/g)) {
		if (part !== undefined) parts.push(part);
		if (word !== undefined) words.push(word);
	}
	return { selector: selector.trim(), words, parts };
}
