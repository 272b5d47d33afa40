import type { JsonNode } from "./json-spans";

/** The blanks a file writes inside one object: behind `{`, before `}`, between members, around the colon. */
export type ObjectStyle = Readonly<{ open: string; close: string; comma: string; colon: string }>;

/** Reads the manner of an object from its own text. */
export function objectStyle(text: string, node: JsonNode): ObjectStyle {
	const first = node.kind === "object" ? node.members[0] : undefined;
	const last = node.kind === "object" ? node.members.at(-1) : undefined;
	if (node.kind !== "object" || first === undefined || last === undefined) {
		return { open: "", close: "", comma: ",", colon: ":" };
	}
	const open = text.slice(node.from + 1, first.from);
	const before = node.members.at(-2);
	return {
		open,
		close: text.slice(last.value.to, node.to - 1),
		comma: before === undefined ? `,${open}` : text.slice(before.value.to, last.from),
		colon: text.slice(first.to, first.value.from),
	};
}

export function styledObject(value: Readonly<Record<string, unknown>>, style: ObjectStyle): string {
	const members = Object.entries(value).map(([key, each]) => JSON.stringify(key) + style.colon + JSON.stringify(each));
	return `{${style.open}${members.join(style.comma)}${style.close}}`;
}
