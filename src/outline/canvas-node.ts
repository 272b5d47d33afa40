import { outline as english } from "../ui/i18n/en/outline";
import { outline as chinese } from "../ui/i18n/zh/outline";
import type { CanvasDocument } from "./canvas-document";

/** Canvas pixels; y grows downwards (JSON Canvas 1.0). */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** What both sides said last time: the heading's text and its place among all sections (b6). */
export type Said = Readonly<{ heading: string; seq: number }>;

/** A node with a place. `at`: its index in the file, which is its layer (later = on top). */
export type CanvasNode = Box &
	Readonly<{ id: string; at: number }> &
	Readonly<
		| { kind: "group"; label: string; isTray: boolean; isIgnored: boolean; said: Said | null }
		/** A Markdown note. */
		| { kind: "card"; path: string; subpath: string }
		| { kind: "text"; text: string }
		/** Images, links and kinds we do not know: kept, and in nobody's way. */
		| { kind: "other" }
	>;

export type GroupNode = Extract<CanvasNode, { kind: "group" }>;
export type CardNode = Extract<CanvasNode, { kind: "card" }>;
export type TextNode = Extract<CanvasNode, { kind: "text" }>;

/** Names of the tray in every language we ship: a canvas may be older than the language set now. */
const TRAY_LABELS: ReadonlySet<string> = new Set(
	[english["outline.tray"], chinese["outline.tray"]].map((label) => label.toLowerCase()),
);

/** The nodes that have a place, in file order. Others stay in the file as they are. */
export function canvasNodes(canvas: CanvasDocument): readonly CanvasNode[] {
	return canvas.nodes.flatMap(({ value }, at) => parseNode(value, at) ?? []);
}

/** Null: no finite rectangle. */
function parseNode(raw: Readonly<Record<string, unknown>>, at: number): CanvasNode | null {
	const { id, x, y, width, height } = raw;
	if (typeof id !== "string" || !isFinite(x) || !isFinite(y) || !isFinite(width) || !isFinite(height)) return null;
	// Objects are written out, not spread: a canvas may have thousands of nodes.
	switch (raw.type) {
		case "group": {
			const winnow = isRecord(raw.winnow) ? raw.winnow : {};
			const label = textOf(raw.label).trim();
			const isTray = winnow.tray === true || TRAY_LABELS.has(label.toLowerCase());
			const isIgnored = winnow.ignore === true;
			return { id, at, x, y, width, height, kind: "group", label, isTray, isIgnored, said: parseSaid(winnow) };
		}
		case "text":
			return { id, at, x, y, width, height, kind: "text", text: textOf(raw.text) };
		case "file":
			if (typeof raw.file === "string" && /\.md$/i.test(raw.file)) {
				return { id, at, x, y, width, height, kind: "card", path: raw.file, subpath: textOf(raw.subpath) };
			}
			return { id, at, x, y, width, height, kind: "other" };
		default:
			return { id, at, x, y, width, height, kind: "other" };
	}
}

function parseSaid(winnow: Readonly<Record<string, unknown>>): Said | null {
	const { heading, seq } = winnow;
	return typeof heading === "string" && isFinite(seq) ? { heading, seq } : null;
}

function isFinite(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
