import { Notice } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { ClipAgainModal } from "./clip-again-modal";
import type { DeskParts } from "./clip-desk-face";
import { targetOf } from "./clip-target";
import { explainClipFailure } from "./explain-clip-face";
import { newBlocks, withBlocks } from "./new-blocks";
import { withoutOwnTitle } from "./own-title";
import type { Work } from "./work";

/** Fetches a source's page once more and asks what to do with what is new. */
export async function clipAgain(parts: DeskParts, source: Source): Promise<void> {
	const { app, vault, clipper } = parts;
	const work = await clipper.fetchWork({ url: source.url, isTyped: true }, new AbortController().signal);
	if (!work.ok) {
		new Notice(explainClipFailure(work.error), 0);
		return;
	}
	const read = await vault.read(source.path);
	if (!read.ok) return;
	const blocks = newBlocks(read.value, withoutOwnTitle(work.value.markdown, work.value.facts.title));
	const open = () => void app.workspace.openLinkText(source.path, "", false);
	new ClipAgainModal(app, source.title, blocks.length, {
		open,
		addNew: () => guarded(() => addBlocks(parts, source, read.value, blocks)),
		keepBoth: () => guarded(() => keepBoth(parts, source, work.value)),
	}).open();
}

async function addBlocks(parts: DeskParts, source: Source, expected: string, blocks: readonly string[]): Promise<void> {
	const written = await parts.vault.editProse(source.path, expected, (text) => withBlocks(text, blocks));
	if (!written.ok) {
		new Notice(written.error.kind === "stale" ? t("clip.again.stale") : t("clip.failed.disk", { detail: written.error.kind }), 0);
		return;
	}
	const { path, before, after } = written.value;
	const label = t("clip.again.added", { title: source.title, count: blocks.length });
	parts.undo.record({ label, at: parts.now().toISOString(), steps: [{ kind: "text", path, before, after }] });
	tellWritten(parts, label, path);
}

async function keepBoth(parts: DeskParts, source: Source, work: Work): Promise<void> {
	const project = parts.projects.of(source.path)?.path ?? null;
	const target = targetOf(parts, { project, category: source.category });
	const outcome = await parts.clipper.writeBeside(work, target);
	if (outcome.kind !== "clipped") {
		if (outcome.kind === "failed") new Notice(explainClipFailure(outcome.failure), 0);
		return;
	}
	const { path, text, title } = outcome.note;
	const label = t("clip.notice.clipped", { title });
	parts.undo.record({ label, at: parts.now().toISOString(), steps: [{ kind: "created", path, text }] });
	tellWritten(parts, label, path);
}

function tellWritten({ app, undo }: DeskParts, label: string, path: string): void {
	showNotice(label, {
		icon: "check",
		tone: "done",
		acts: [
			[t("common.open"), () => void app.workspace.openLinkText(path, "", false)],
			[t("common.undo"), () => guarded(() => undo.undo())],
		],
	});
}
