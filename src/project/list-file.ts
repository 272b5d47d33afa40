/** One kind of keyed line. */
export type LineKind<Item> = Readonly<{
	/** Null: a line of somebody else, which stays as it is. Gets the line without its line end. */
	parse(line: string): Item | null;
	/** Two lines of one key are one thing. */
	keyOf(item: Item): string;
	/** What is left of two lines of one key, the later one second. */
	fold(first: Item, second: Item): Item;
	/** `old` is the line that stood there; what a person added to it may be kept. */
	print(item: Item, old: string | null): string;
}>;

/** The items of a list file, each key once. Fenced code and frontmatter hold none. */
export function readList<Item>(text: string, kind: LineKind<Item>): readonly Item[] {
	const items = new Map<string, Item>();
	for (const { item } of linesWith(text, kind)) {
		if (item === null) continue;
		const key = kind.keyOf(item);
		const known = items.get(key);
		items.set(key, known === undefined ? item : kind.fold(known, item));
	}
	return [...items.values()];
}

/**
 * Writes one item: in the line of its key, else as a new line below the last of its kind, else at the end. Two lines of
 * its key become one, at the first's place. Every other line stays byte for byte; an equal item changes nothing.
 * @param change what the line's item becomes; null: no line yet.
 */
export function putItem<Item>(
	text: string,
	key: string,
	kind: LineKind<Item>,
	change: (known: Item | null) => Item,
): string {
	const lines = linesWith(text, kind);
	const mine = lines.filter(({ item }) => item !== null && kind.keyOf(item) === key);
	const known = mine.reduce<Item | null>(
		(all, { item }) => (item === null ? all : all === null ? item : kind.fold(all, item)),
		null,
	);
	const first = mine[0];
	const item = change(known);
	if (first === undefined) return added(lines, [kind.print(item, null)]);
	const print = kind.print(item, first.text);
	let result = "";
	for (const line of lines) {
		if (line === first) result += print + line.end;
		else if (!mine.includes(line)) result += line.text + line.end;
	}
	return result;
}

/** Adds items whose keys the list has not, below the last of their kind, else at the end. */
export function addItems<Item>(text: string, items: readonly Item[], kind: LineKind<Item>): string {
	if (items.length === 0) return text;
	return added(
		linesWith(text, kind),
		items.map((item) => kind.print(item, null)),
	);
}

/** Takes the lines of a key out. */
export function removeItem<Item>(text: string, key: string, kind: LineKind<Item>): string {
	return linesWith(text, kind)
		.filter(({ item }) => item === null || kind.keyOf(item) !== key)
		.map(({ text: words, end }) => words + end)
		.join("");
}

type Line<Item> = Readonly<{ text: string; end: string; item: Item | null }>;

function linesWith<Item>(text: string, kind: LineKind<Item>): readonly Line<Item>[] {
	const lines: Line<Item>[] = [];
	let fence: string | null = null;
	let isFrontmatter = false;
	for (let at = 0; at < text.length;) {
		const feed = text.indexOf("\n", at);
		const next = feed === -1 ? text.length : feed + 1;
		const whole = text.slice(at, next);
		const words = whole.replace(/\r?\n$/, "");
		const end = whole.slice(words.length);
		if (at === 0 && words === "---") isFrontmatter = true;
		else if (isFrontmatter && words === "---") isFrontmatter = false;
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(words)?.[1] ?? null;
		const isCode = fence !== null || mark !== null;
		if (mark !== null)
			fence = fence === null ? mark : words.trim().startsWith(fence) ? null : fence;
		lines.push({ text: words, end, item: isCode || isFrontmatter ? null : kind.parse(words) });
		at = next;
	}
	return lines;
}

function added<Item>(lines: readonly Line<Item>[], prints: readonly string[]): string {
	const eol = lines.find(({ end }) => end !== "")?.end ?? "\n";
	const last = lines.map(({ item }) => item !== null).lastIndexOf(true);
	const upTo = last === -1 ? lines.length : last + 1;
	const join = (some: readonly Line<Item>[]): string =>
		some.map((line) => line.text + line.end).join("");
	const before = join(lines.slice(0, upTo));
	const gap = before === "" || before.endsWith("\n") ? "" : eol;
	const own = prints.map((print) => print + eol).join("");
	return before + gap + own + join(lines.slice(upTo));
}
