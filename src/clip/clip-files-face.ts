import type { App, TFile } from "obsidian";
import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import type { ItemResult } from "../ui/task";
import type { DeskParts } from "./desk-parts";
import type { ClippedNote, ClipOutcome } from "./clip-outcome";
import { targetOf } from "./clip-target";
import { explainClipFailure } from "./explain-clip-face";
import { formatOf, isDocument, type LocalFile } from "./local-file";

/** Files larger than this are not read. */
const MAX_FILE_BYTES = 100_000_000;

/** Documents, which become notes, and the texts of lists of links. */
export async function sortFiles(files: readonly File[]): Promise<Readonly<{ documents: readonly LocalFile[]; lists: readonly string[] }>> {
	const documents: LocalFile[] = [];
	const lists: string[] = [];
	for (const file of files) {
		if (file.size > MAX_FILE_BYTES) continue;
		const bytes = await file.arrayBuffer();
		const text = formatOf(file.name) === "pdf" ? "" : new TextDecoder().decode(bytes);
		if (isDocument(file.name, text)) documents.push({ name: file.name, vaultPath: null, bytes });
		else lists.push(text);
	}
	return { documents, lists };
}

/** A note of a file in the vault; tells where it is already a source. */
export async function clipVaultFile(parts: DeskParts, file: TFile, project: string | null): Promise<void> {
	const known = sourceOf(parts, file.path);
	if (known !== null) {
		showNotice(t("clip.file.here", { title: known.title }), { icon: "copy-check", acts: [[t("common.open"), openNote(parts.app, known.path)]] });
		return;
	}
	const bytes = await parts.app.vault.readBinary(file);
	await clipFiles(parts, [{ name: file.name, vaultPath: file.path, bytes }], project);
}

/** A living source that names this file. */
function sourceOf({ app, sources }: DeskParts, path: string) {
	const links = app.metadataCache.resolvedLinks;
	return sources.all().find((source) => source.url === "" && source.status !== "deleted" && (links[source.path] ?? {})[path] !== undefined) ?? null;
}

/** Reads files one after the other, as a task that can be stopped; what was written is one act of the undo list. */
export async function clipFiles(parts: DeskParts, files: readonly LocalFile[], project: string | null): Promise<void> {
	const target = targetOf(parts, { project, category: null, word: "" });
	const outcomes: ClipOutcome[] = [];
	const task = parts.tasks.start({
		label: t("clip.file.task"),
		items: files,
		itemLabel: ({ name }) => name,
		lanes: 1,
		timeoutMs: 0, // a large PDF takes its time, and can be stopped
		run: async (file, signal): Promise<ItemResult> => {
			const outcome = await parts.clipper.file(file, target, signal);
			outcomes.push(outcome);
			return outcome.kind === "failed"
				? { kind: "failed", reason: explainClipFailure(outcome.failure), next: null }
				: { kind: "done", note: outcome.kind === "clipped" ? outcome.note.path : outcome.source.path };
		},
	});
	await task.ended;
	tell(parts, outcomes);
}

function tell(parts: DeskParts, outcomes: readonly ClipOutcome[]): void {
	for (const outcome of outcomes) {
		if (outcome.kind === "failed") showNotice(explainClipFailure(outcome.failure), { icon: "triangle-alert", tone: "needs-you" });
		if (outcome.kind === "already-here") showNotice(t("clip.notice.here", { title: outcome.source.title }), { icon: "copy-check", acts: [[t("common.open"), openNote(parts.app, outcome.source.path)]] });
	}
	const notes = outcomes.flatMap((outcome) => (outcome.kind === "clipped" ? [outcome.note] : []));
	const [first] = notes;
	if (first === undefined) return;
	const label = notes.length === 1 ? t("clip.notice.clipped", { title: first.title }) : t("clip.act", { count: notes.length });
	record(parts, label, notes);
	showNotice(label, {
		icon: "check",
		tone: "done",
		acts: [
			...(notes.length === 1 ? ([[t("common.open"), openNote(parts.app, first.path)]] as const) : []),
			[t("common.undo"), () => guarded(() => parts.undo.undo())],
		],
	});
}

function record(parts: DeskParts, label: string, notes: readonly ClippedNote[]): void {
	parts.undo.record({ label, at: parts.now().toISOString(), steps: notes.map(({ path, text }) => ({ kind: "created", path, text })) });
}

function openNote(app: App, path: string): () => void {
	return () => void app.workspace.openLinkText(path, "", false);
}
