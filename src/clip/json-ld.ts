import { all } from "./elements";

export type JsonNode = Readonly<Record<string, unknown>>;

/** What a page says about itself in JSON-LD: all nodes of its graphs, in page order. */
export type JsonLd = Readonly<{
	nodes: readonly JsonNode[];
	/** The node a value stands for; `@id` references are followed. Null where it stands for none. */
	resolve(value: unknown): JsonNode | null;
}>;

const MAX_CHARACTERS = 2_000_000;
const MAX_NODES = 2000;
const MAX_DEPTH = 12;

export function readJsonLd(document: Document): JsonLd {
	const nodes: JsonNode[] = [];
	const byId = new Map<string, JsonNode>();
	for (const script of all(document, 'script[type="application/ld+json"]')) {
		const text = script.textContent ?? "";
		if (text.length < MAX_CHARACTERS) collect(parse(text), 0, nodes, byId);
	}
	return {
		nodes,
		resolve: (value) => {
			if (!isRecord(value)) return null;
			const id = value["@id"];
			const isReference = typeof id === "string" && Object.keys(value).length <= 2;
			return isReference ? (byId.get(id) ?? value) : value;
		},
	};
}

function parse(text: string): unknown {
	if (nestsTooDeep(text)) return null;
	try {
		return JSON.parse(text.replace(/^\s*(<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, "").replace(/(-->|\/\*\]\]>\*\/|\]\]>)\s*$/, "").replace(/;\s*$/, ""));
	} catch {
		// Pages break lines inside strings, which JSON forbids.
		try {
			return JSON.parse(text.replace(/\p{Cc}+/gu, " "));
		} catch {
			return null;
		}
	}
}

/** Deep nesting overflows the stack of whoever walks it. */
function nestsTooDeep(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const mark = text.charCodeAt(at);
		if (mark === 91 || mark === 123) {
			if (++depth > 200) return true;
		} else if (mark === 93 || mark === 125) depth--;
	}
	return false;
}

function collect(value: unknown, depth: number, nodes: JsonNode[], byId: Map<string, JsonNode>): void {
	if (depth > MAX_DEPTH || nodes.length > MAX_NODES) return;
	if (Array.isArray(value)) {
		for (const each of value) collect(each, depth + 1, nodes, byId);
		return;
	}
	if (!isRecord(value)) return;
	if (value["@type"] !== undefined) nodes.push(value);
	const id = value["@id"];
	if (typeof id === "string" && (value["name"] !== undefined || !byId.has(id))) byId.set(id, value);
	for (const each of Object.values(value)) if (typeof each === "object" && each !== null) collect(each, depth + 1, nodes, byId);
}

export function isRecord(value: unknown): value is JsonNode {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function typesOf(node: JsonNode): readonly string[] {
	const type = node["@type"];
	return (Array.isArray(type) ? type : [type]).filter((each): each is string => typeof each === "string");
}

/** A text in JSON-LD: plain, or as `@value`, or the first of a list. */
export function textIn(value: unknown): string {
	if (typeof value === "string") return value.trim();
	if (typeof value === "number") return String(value);
	if (Array.isArray(value)) return textIn(value[0]);
	return isRecord(value) ? textIn(value["@value"] ?? value["name"] ?? "") : "";
}

const WORKS = /^(\w*Article|BlogPosting|\w*Posting|Report|TechArticle|HowTo|Review|WebPage|ItemPage|Question|QAPage|VideoObject|PodcastEpisode|CreativeWork|Book|Course|SoftwareSourceCode|Recipe|LiveBlogPosting|Chapter|Thesis|Dataset|AboutPage|ProfilePage|CollectionPage|Event)$/;

/** Every fact of a page is asked of them, and a page may hold hundreds of nodes. */
const sorted = new WeakMap<JsonLd, readonly JsonNode[]>();

/** Nodes that may describe the page's work, the surest first. */
export function worksIn(data: JsonLd): readonly JsonNode[] {
	const known = sorted.get(data);
	if (known !== undefined) return known;
	const ranked = data.nodes.map((node) => ({ node, rank: rankOf(node) }));
	const works = [0, 1].flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ node }) => node));
	sorted.set(data, works);
	return works;
}

function rankOf(node: JsonNode): 0 | 1 | 2 {
	const types = typesOf(node).map((type) => type.replace(/^https?:\/\/schema\.org\//, ""));
	if (types.some((type) => /Article$|Posting$|^Report$|^Question$|^VideoObject$|^Review$|^HowTo$|^Recipe$|^Chapter$|^Thesis$/.test(type))) return 0;
	return types.some((type) => WORKS.test(type)) ? 1 : 2;
}
