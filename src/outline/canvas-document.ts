import { fail, ok, type Result } from "../result";
import { applyEdits, sortEdits, type Edit } from "../text/edit";
import { objectStyle, styledObject, type ObjectStyle } from "./canvas-style";
import { memberOf, parseJsonSpans, type JsonNode } from "./json-spans";

/** Why a canvas is neither read nor written. */
export type CanvasFault = Readonly<
	| { kind: "broken"; line: number; column: number }
	/** A node without a text id, or two with the same: no edit could say which it means. */
	| { kind: "ids"; id: string }
>;

/** One entry of `nodes` or `edges`: its value and its place in the text. */
export type CanvasEntry = Readonly<{
	id: string;
	value: Readonly<Record<string, unknown>>;
	json: JsonNode;
}>;

/** A canvas file (JSON Canvas 1.0) and where everything in it stands. Entries that are no objects stay in the text only. */
export type CanvasDocument = Readonly<{
	text: string;
	/** Null: an empty file, as the app writes it for a new canvas. */
	root: JsonNode | null;
	nodes: readonly CanvasEntry[];
	edges: readonly CanvasEntry[];
}>;

export function parseCanvas(text: string): Result<CanvasDocument, CanvasFault> {
	if (text.replace(/^\ufeff/, "").trim() === "") return ok({ text, root: null, nodes: [], edges: [] });
	const root = parseJsonSpans(text);
	if (!root.ok) return fail({ kind: "broken", ...root.error });
	if (root.value.kind !== "object") return fail({ kind: "broken", line: 1, column: 1 });
	const nodes = entries(text, root.value, "nodes");
	const seen = new Set<string>();
	for (const { id, value } of nodes) {
		if (typeof value.id !== "string" || seen.has(id)) return fail({ kind: "ids", id });
		seen.add(id);
	}
	return ok({ text, root: root.value, nodes, edges: entries(text, root.value, "edges") });
}

function entries(text: string, root: JsonNode, name: "nodes" | "edges"): readonly CanvasEntry[] {
	const list = memberOf(root, name)?.value;
	if (list?.kind !== "array") return [];
	return list.items.flatMap((json): CanvasEntry[] => {
		if (json.kind !== "object") return [];
		const value = JSON.parse(text.slice(json.from, json.to)) as Record<string, unknown>;
		return [{ id: typeof value.id === "string" ? value.id : "", value, json }];
	});
}

/** Values as they are written: no class instances, no undefined. */
export type CanvasValue = Readonly<Record<string, unknown>>;

/** What to do to a canvas. Everything not named keeps its bytes. */
export type CanvasChange = Readonly<{
	/** New nodes: groups go behind the last group, so that they lie under the cards; others to the end. */
	add?: readonly CanvasValue[];
	/** Members to set, by node id. */
	set?: Readonly<Record<string, CanvasValue>>;
	/** Node ids; their edges go with them. */
	remove?: readonly string[];
}>;

/** The new text. Nothing to do gives the same text. Null: `nodes` is there and is no list. */
export function changeCanvas(canvas: CanvasDocument, change: CanvasChange): string | null {
	const { add = [], set = {}, remove = [] } = change;
	if (add.length === 0 && remove.length === 0 && Object.keys(set).length === 0) return canvas.text;
	if (canvas.root === null) return newCanvas(add, canvas.text.startsWith("\ufeff") ? "\ufeff" : "");
	const list = memberOf(canvas.root, "nodes")?.value ?? null;
	if (list !== null && list.kind !== "array") return null;
	const gone = new Set(remove);
	const goneNodes = new Set(canvas.nodes.filter((node) => gone.has(node.id)).map((node) => node.json));
	const goneEdges = new Set(canvas.edges.filter((edge) => isEdgeOf(edge, gone)).map((edge) => edge.json));
	const edits: Edit[] = [
		...canvas.nodes.filter((node) => !gone.has(node.id)).flatMap((node) => setMembers(canvas.text, node, set[node.id])),
		...removeFrom(list, goneNodes),
		...removeFrom(memberOf(canvas.root, "edges")?.value ?? null, goneEdges),
	];
	const removed = applyEdits(canvas.text, sortEdits(edits));
	if (add.length === 0) return removed;
	// Read again: places have moved, and an emptied list is written differently.
	const parsed = parseCanvas(removed);
	return parsed.ok ? addNodes(parsed.value, add) : null;
}

function isEdgeOf({ value }: CanvasEntry, gone: ReadonlySet<string>): boolean {
	const ends = [value.fromNode, value.toNode];
	return ends.some((end) => typeof end === "string" && gone.has(end));
}

function setMembers(text: string, { json, value: now }: CanvasEntry, values: CanvasValue | undefined): readonly Edit[] {
	if (values === undefined || json.kind !== "object") return [];
	const style = objectStyle(text, json);
	return Object.entries(values).flatMap(([key, value]): Edit[] => {
		const written = JSON.stringify(value);
		const member = memberOf(json, key);
		if (member === null) {
			const end = json.members.at(-1)?.value.to ?? json.from + 1;
			const comma = json.members.length === 0 ? "" : style.comma;
			return [{ from: end, to: end, text: `${comma}${JSON.stringify(key)}${style.colon}${written}` }];
		}
		if (JSON.stringify(now[key]) === written) return [];
		return [{ from: member.value.from, to: member.value.to, text: written }];
	});
}

/** Cuts elements with the comma and blanks that belong to them. */
function removeFrom(list: JsonNode | null, gone: ReadonlySet<JsonNode>): readonly Edit[] {
	if (list?.kind !== "array" || gone.size === 0) return [];
	const { items } = list;
	const edits: Edit[] = [];
	for (let start = 0; start < items.length; start++) {
		const first = items[start];
		if (first === undefined || !gone.has(first)) continue;
		let end = start;
		for (let next = items[end + 1]; next !== undefined && gone.has(next); next = items[end + 1]) end++;
		const before = items[start - 1];
		const after = items[end + 1];
		const last = items[end] ?? first;
		if (before !== undefined) edits.push({ from: before.to, to: last.to, text: "" });
		else if (after !== undefined) edits.push({ from: first.from, to: after.from, text: "" });
		else edits.push({ from: list.from + 1, to: list.to - 1, text: "" });
		start = end;
	}
	return edits;
}

function addNodes(canvas: CanvasDocument, add: readonly CanvasValue[]): string | null {
	const { text, root } = canvas;
	if (root?.kind !== "object") return null;
	const list = memberOf(root, "nodes")?.value;
	if (list === undefined) return addList(canvas, add);
	if (list.kind !== "array") return null;
	const style = listStyle(canvas, list);
	const groups = add.filter((node) => node.type === "group").map((node) => styledObject(node, style.object));
	const others = add.filter((node) => node.type !== "group").map((node) => styledObject(node, style.object));
	if (list.items.length === 0) {
		const inner = [...groups, ...others].join(style.comma);
		return applyEdits(text, [{ from: list.from + 1, to: list.to - 1, text: style.open + inner + style.close }]);
	}
	const lastGroup = canvas.nodes.filter((node) => node.value.type === "group").at(-1)?.json;
	const first = list.items[0] ?? list;
	const last = list.items.at(-1) ?? list;
	const edits: Edit[] = [];
	if (groups.length > 0 && lastGroup !== undefined) {
		const at = lastGroup.to;
		edits.push({ from: at, to: at, text: style.comma + groups.join(style.comma) });
	} else if (groups.length > 0) {
		edits.push({ from: first.from, to: first.from, text: groups.join(style.comma) + style.comma });
	}
	if (others.length > 0) edits.push({ from: last.to, to: last.to, text: style.comma + others.join(style.comma) });
	return applyEdits(text, sortEdits(edits));
}

/** The file has no `nodes`: the list becomes its first member, in the manner of the file. */
function addList({ text, root }: CanvasDocument, add: readonly CanvasValue[]): string | null {
	if (root?.kind !== "object") return null;
	const style = objectStyle(text, root);
	const object: ObjectStyle = { open: "", close: "", comma: ",", colon: ":" };
	const items = add.map((node) => styledObject(node, object)).join(",");
	const member = `"nodes"${style.colon}[${items}]`;
	const first = root.members[0];
	if (first === undefined) return applyEdits(text, [{ from: root.from + 1, to: root.from + 1, text: member }]);
	return applyEdits(text, [{ from: first.from, to: first.from, text: member + style.comma }]);
}

type ListStyle = Readonly<{ open: string; comma: string; close: string; object: ObjectStyle }>;

/** How the file writes the elements of a list, taken from its neighbours. */
function listStyle(canvas: CanvasDocument, list: JsonNode & { kind: "array" }): ListStyle {
	const { text } = canvas;
	const edges = canvas.root === null ? null : (memberOf(canvas.root, "edges")?.value ?? null);
	const model = list.items.length > 0 ? list : edges?.kind === "array" && edges.items.length > 0 ? edges : null;
	const last = model?.items.at(-1);
	if (model === null || last === undefined) return emptyListStyle(canvas);
	const before = model.items.at(-2);
	const open = text.slice(model.from + 1, model.items[0]?.from);
	const comma = before === undefined ? `,${open}` : text.slice(before.to, last.from);
	const object = last.kind === "object" ? objectStyle(text, last) : { open: "", close: "", comma: ",", colon: ":" };
	return { open, comma, close: text.slice(last.to, model.to - 1), object };
}

/** No element to learn from: one a line, as the app does, where the file has lines at all. */
function emptyListStyle({ text, root }: CanvasDocument): ListStyle {
	const object: ObjectStyle = { open: "", close: "", comma: ",", colon: ":" };
	const first = root?.kind === "object" ? root.members[0] : undefined;
	const lead = first === undefined || root === null ? "" : text.slice(root.from + 1, first.from);
	if (!lead.includes("\n")) return { open: "", comma: ",", close: "", object };
	const indent = lead.slice(lead.lastIndexOf("\n") + 1);
	return { open: lead + indent, comma: `,${lead}${indent}`, close: lead, object };
}

/** A whole new file, written as the app writes one: tabs, one node a line, no final line end. */
export function newCanvas(nodes: readonly CanvasValue[], lead = ""): string {
	const lines = nodes.map((node) => `\t\t${JSON.stringify(node)}`).join(",\n");
	const list = lines === "" ? "[]" : `[\n${lines}\n\t]`;
	return `${lead}{\n\t"nodes":${list},\n\t"edges":[]\n}`;
}
