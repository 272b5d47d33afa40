import { reanchor as reanchorIn, type Anchor } from "../../src/text/anchor";
import { applyEdits } from "../../src/text/edit";
import { resolveQuote as resolveIn } from "../../src/text/resolve-quote";
import { judgeEdit } from "../../src/refine/guard";
import { prepareSource, type GuardContext } from "../../src/refine/guard-case";
import { parseEdit, parseNote } from "../../src/refine/protocol";
import { judgeNote } from "../../src/refine/rules-note";
import { ringSection as sectionRing } from "../../src/refine/rings";
import { takeSnapshot, type Snapshot, type SnapshotBlock } from "../../src/refine/snapshot";

// The pure core in the shapes that bench/refine asks for. No logic of its own.

type BenchContext = Readonly<{
	pass: GuardContext["pass"];
	blocks: readonly SnapshotBlock[];
	sources: readonly Readonly<{ id: string; text: string }>[];
	prepared?: Prepared;
}>;
type Prepared = Readonly<{ snapshot: Snapshot; sources: GuardContext["sources"] }>;

export function prepare(draft: string, context: BenchContext): Prepared {
	return {
		snapshot: takeSnapshot(draft, context.blocks),
		sources: context.sources.map(prepareSource),
	};
}

export function guard(draft: string, raw: unknown, context: BenchContext) {
	const { snapshot, sources } = context.prepared ?? prepare(draft, context);
	const parsed = parseEdit(raw);
	if (!parsed.ok) return { verdict: "block", reasons: ["quote"] };
	const own = { pass: context.pass, sources, myWords: [], protectedPassages: [] };
	const { verdict, reasons, place, changes } = judgeEdit(snapshot, parsed.value, own, "1");
	const rules = [...new Set(reasons.map((one) => one.rule))];
	if (!("from" in place)) return { verdict, reasons: rules };
	// A cut may take a blank beside its range along; the bench asks about the range alone.
	const inside = changes.map((edit) => ({
		text: edit.text,
		from: Math.max(edit.from, place.from) - place.from,
		to: Math.min(edit.to, place.to) - place.from,
	}));
	const replacement = applyEdits(draft.slice(place.from, place.to), inside);
	return { verdict, reasons: rules, range: [place.from, place.to], replacement };
}

export function guardNote(draft: string, raw: unknown, context: BenchContext) {
	const { snapshot, sources } = context.prepared ?? prepare(draft, context);
	const parsed = parseNote(raw);
	if (!parsed.ok) return { verdict: "block", reasons: ["note-form"] };
	const own = { pass: context.pass, sources, myWords: [], protectedPassages: [] };
	const { verdict, reasons } = judgeNote(snapshot, parsed.value, own, "1");
	return { verdict, reasons: reasons.map((one) => one.rule) };
}

export function ringSection(before: string, after: string): boolean {
	return sectionRing(before, after).isAccepted;
}

export function resolveQuote(draft: string, block: SnapshotBlock, quote: string) {
	const place = resolveIn(draft.slice(block.from, block.to), quote, "cut");
	if (!("from" in place)) return null;
	return { from: place.from + block.from, to: place.to + block.from, how: place.how };
}

export function reanchor(text: string, anchor: Anchor) {
	return reanchorIn(text, anchor);
}
