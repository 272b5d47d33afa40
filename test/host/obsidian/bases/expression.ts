/**
 * The expressions of a `.base`: filters and formulas, as the app's help has them ("Bases syntax", "Functions" [R]).
 * What we know of it: comparison, `&&`, `||`, `!`, arithmetic, properties, and the functions below.
 */
import type { TFile } from "../files";

/** What an expression is about: a note with its properties and the base's formulas. */
export type Subject = Readonly<{
	file: TFile;
	frontmatter: Readonly<Record<string, unknown>>;
	tags: readonly string[];
	formula(name: string): unknown;
}>;

export type Node = Readonly<
	| { kind: "text"; value: unknown }
	| { kind: "name"; name: string }
	| { kind: "member"; of: Node; name: Node }
	| { kind: "call"; of: Node | null; name: string; given: readonly Node[] }
	| { kind: "not" | "minus"; of: Node }
	| { kind: "pair"; sign: string; left: Node; right: Node }
>;

/** @throws where it is no expression we know. */
export function parseExpression(source: string): Node {
	const tokens = tokensOf(source);
	let at = 0;
	const next = (wanted?: string): string => {
		const token = tokens[at];
		if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`Not a formula: ${source}`);
		at += 1;
		return token;
	};
	const pair = (level: number): Node => {
		if (level === LEVELS.length) return unary();
		let left = pair(level + 1);
		while (LEVELS[level]?.includes(tokens[at] ?? "") === true) left = { kind: "pair", sign: next(), left, right: pair(level + 1) };
		return left;
	};
	const unary = (): Node => {
		if (tokens[at] === "!") return (next(), { kind: "not", of: unary() });
		if (tokens[at] === "-") return (next(), { kind: "minus", of: unary() });
		return members(single());
	};
	const single = (): Node => {
		const token = next();
		if (token === "(") {
			const inner = pair(0);
			next(")");
			return inner;
		}
		if (/^["']/.test(token)) return { kind: "text", value: unquoted(token) };
		if (/^\d/.test(token)) return { kind: "text", value: Number(token) };
		if (token === "true" || token === "false") return { kind: "text", value: token === "true" };
		if (!/^[\p{L}_]/u.test(token)) throw new Error(`Not a formula: ${source}`);
		return tokens[at] === "(" ? { kind: "call", of: null, name: token, given: given() } : { kind: "name", name: token };
	};
	const members = (of: Node): Node => {
		if (tokens[at] === "[") {
			next();
			const name = pair(0);
			next("]");
			return members({ kind: "member", of, name });
		}
		if (tokens[at] !== ".") return of;
		next();
		const name = next();
		if (tokens[at] === "(") return members({ kind: "call", of, name, given: given() });
		return members({ kind: "member", of, name: { kind: "text", value: name } });
	};
	const given = (): readonly Node[] => {
		next("(");
		const list: Node[] = [];
		while (tokens[at] !== ")") {
			if (list.length > 0) next(",");
			list.push(pair(0));
		}
		next(")");
		return list;
	};
	const whole = pair(0);
	if (at < tokens.length) throw new Error(`Not a formula: ${source}`);
	return whole;
}

const LEVELS: readonly (readonly string[])[] = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

function tokensOf(source: string): readonly string[] {
	const token = /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_-]*|\|\||&&|[=!<>]=|[-+*/%!<>()[\],.]/guy;
	const tokens: string[] = [];
	while (token.lastIndex < source.length) {
		const from = token.lastIndex;
		const found = token.exec(source)?.[0];
		if (found === undefined) throw new Error(`Not a formula: ${source} (at ${from})`);
		if (found.trim() !== "") tokens.push(found);
	}
	return tokens;
}

function unquoted(token: string): string {
	return token.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => ({ n: "\n", t: "\t" })[letter] ?? letter);
}

/** A text, number, boolean, list, file or null. @throws for a function we do not know. */
export function evaluate(node: Node, subject: Subject): unknown {
	const value = (each: Node): unknown => evaluate(each, subject);
	switch (node.kind) {
		case "text":
			return node.value;
		case "name":
			if (node.name === "file") return subject.file;
			return node.name === "note" || node.name === "formula" ? { space: node.name } : (subject.frontmatter[node.name] ?? null);
		case "member":
			return member(value(node.of), String(value(node.name)), subject);
		case "call":
			return node.of === null ? globalCall(node, value) : methodCall(value(node.of), node.name, node.given.map(value), subject);
		case "not":
			return !isTruthy(value(node.of));
		case "minus":
			return -Number(value(node.of));
		case "pair":
			return pairOf(node.sign, node.left, node.right, value);
	}
}

function member(of: unknown, name: string, { file, frontmatter, formula }: Subject): unknown {
	if (isSpace(of)) return of.space === "note" ? (frontmatter[name] ?? null) : formula(name);
	if (of !== file) return name === "length" && (typeof of === "string" || Array.isArray(of)) ? of.length : null;
	const { stat } = file;
	const facts: Record<string, unknown> = {
		name: file.name,
		basename: file.basename,
		path: file.path,
		folder: file.parent?.path ?? "",
		ext: file.extension,
		size: stat.size,
		ctime: new Date(stat.ctime).toISOString(),
		mtime: new Date(stat.mtime).toISOString(),
	};
	return facts[name] ?? null;
}

const isSpace = (value: unknown): value is { space: "note" | "formula" } => typeof value === "object" && value !== null && "space" in value;

function globalCall({ name, given }: Extract<Node, { kind: "call" }>, value: (node: Node) => unknown): unknown {
	const [first, second, third] = given;
	if (first === undefined) throw new Error(`${name}() needs a value`);
	if (name === "if") return isTruthy(value(first)) ? (second && value(second)) : third === undefined ? null : value(third);
	if (name === "number") return Number(value(first));
	if (name === "list") return [value(first)].flat();
	if (name === "link") return `[[${String(value(first))}]]`;
	throw new Error(`No function ${name}`);
}

function methodCall(of: unknown, name: string, given: readonly unknown[], { tags }: Subject): unknown {
	const [first] = given;
	if (name === "isEmpty") return of === null || of === undefined || of === "" || (Array.isArray(of) && of.length === 0);
	if (name === "isTruthy") return isTruthy(of);
	if (name === "toString") return textOf(of);
	if (isFile(of)) {
		if (name === "inFolder") return first === "/" || of.path.startsWith(`${String(first)}/`);
		if (name === "hasTag") return given.some((tag) => tags.includes(`#${String(tag).replace(/^#/, "")}`));
	}
	if (typeof of === "number" && (name === "ceil" || name === "floor" || name === "round" || name === "abs")) return Math[name](of);
	if (name === "contains" && Array.isArray(of)) return of.some((each) => same(each, first));
	if (of === null) return null;
	const text = textOf(of);
	if (name === "contains") return text.includes(String(first));
	if (name === "startsWith" || name === "endsWith") return text[name](String(first));
	if (name === "lower") return text.toLowerCase();
	if (name === "trim") return text.trim();
	throw new Error(`No function ${name}`);
}

const isFile = (value: unknown): value is TFile => typeof value === "object" && value !== null && "extension" in value && "path" in value;

function pairOf(sign: string, left: Node, right: Node, value: (node: Node) => unknown): unknown {
	const a = value(left);
	if (sign === "&&") return isTruthy(a) && isTruthy(value(right));
	if (sign === "||") return isTruthy(a) || isTruthy(value(right));
	const b = value(right);
	if (sign === "==" || sign === "!=") return same(a, b) === (sign === "==");
	if (sign === "+" && (typeof a === "string" || typeof b === "string")) return textOf(a) + textOf(b);
	const [x, y] = typeof a === "string" && typeof b === "string" ? [a, b] : [Number(a), Number(b)];
	switch (sign) {
		case "<":
			return x < y;
		case ">":
			return x > y;
		case "<=":
			return x <= y;
		case ">=":
			return x >= y;
	}
	const [m, n] = [Number(a), Number(b)];
	return sign === "+" ? m + n : sign === "-" ? m - n : sign === "*" ? m * n : sign === "/" ? m / n : m % n;
}

export function isTruthy(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Equal as a reader sees it: a number is not its digits, case counts [M]. */
export function same(a: unknown, b: unknown): boolean {
	return (a ?? null) === (b ?? null) || (Array.isArray(a) && Array.isArray(b) && a.join("\n") === b.join("\n"));
}

export function textOf(value: unknown): string {
	if (value === null || value === undefined) return "";
	if (Array.isArray(value)) return value.map(textOf).join(", ");
	return isFile(value) ? value.path : typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}
