/** Text at one height without a gap a column would fit in. Lengths in points; `y` grows upwards. */
export type Run = Readonly<{ text: string; left: number; right: number; y: number; size: number; font: string }>;

/** The runs of a page, and text that stands on its side, such as arXiv's stamp in the margin. */
export type PageRuns = Readonly<{ runs: readonly Run[]; sideways: string }>;

type Item = Readonly<{ text: string; left: number; right: number; y: number; size: number; font: string; isUpright: boolean }>;

/** Joins the pieces in which pdf.js hands text out. What is no text item is passed over. */
export function runsOf(items: readonly unknown[]): PageRuns {
	const runs: Run[] = [];
	let sideways = "";
	for (const raw of items) {
		const item = readItem(raw);
		if (item === null) continue;
		if (!item.isUpright) {
			sideways = (sideways + item.text).slice(0, 500);
			continue;
		}
		const open = runs[runs.length - 1];
		if (open !== undefined && item.text.trim() === "") runs[runs.length - 1] = { ...open, text: `${open.text} ` };
		else if (open !== undefined && follows(open, item)) runs[runs.length - 1] = joined(open, item);
		else if (item.text.trim() !== "") runs.push(item);
	}
	return { runs: runs.map((run) => ({ ...run, text: squash(run.text) })), sideways: squash(sideways) };
}

/** pdf.js types its items, but a broken file fills them with anything. */
function readItem(raw: unknown): Item | null {
	if (typeof raw !== "object" || raw === null || !("str" in raw) || !("transform" in raw)) return null;
	const { str, transform } = raw;
	if (typeof str !== "string" || !Array.isArray(transform)) return null;
	const [a, b, , d, left, y] = transform.map((value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0));
	if (a === undefined || b === undefined || d === undefined || left === undefined || y === undefined) return null;
	const width = "width" in raw && typeof raw.width === "number" && raw.width > 0 ? raw.width : (Math.abs(d) || 10) * 0.5 * str.length;
	const font = "fontName" in raw && typeof raw.fontName === "string" ? raw.fontName : "";
	const size = Math.abs(d) || Math.abs(a) || 10;
	return { text: str, left, right: left + width, y, size, font, isUpright: Math.abs(b) <= Math.abs(a) };
}

/** On the same line, raised and lowered signs included, and no further than a wide space away. */
function follows(run: Run, next: Item): boolean {
	const size = Math.max(run.size, next.size);
	return Math.abs(next.y - run.y) < size * 0.55 && next.left > run.right - size * 1.5 && next.left - run.right < size * 1.15;
}

function joined(run: Run, next: Item): Run {
	const isSmaller = next.size < run.size * 0.85;
	const isRaised = isSmaller && next.y > run.y + run.size * 0.15;
	const text = isRaised ? raised(next.text) : next.text;
	const space = next.left - run.right > run.size * 0.17 && !/\s$/.test(run.text) && !/^\s/.test(text) ? " " : "";
	const isMain = next.size > run.size || (next.size === run.size && next.text.length > run.text.length);
	return {
		text: run.text + space + text,
		left: Math.min(run.left, next.left),
		right: Math.max(run.right, next.right),
		y: isMain ? next.y : run.y,
		size: Math.max(run.size, next.size),
		font: isMain ? next.font : run.font,
	};
}

/** Figures of a note must not become part of the word before them. */
function raised(text: string): string {
	return /^[\d\s,]+$/.test(text) ? text.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit))) : text;
}

function squash(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
