import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { showNotice, showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import type { Act, Step } from "../vault/undo-log";
import { ClipAgainModal } from "./clip-again-modal";
import { parseImageChoice } from "./clip-choice";
import type { DeskParts } from "./desk-parts";
import { targetOf } from "./clip-target";
import { savedSteps } from "./clip-undo";
import { explainClipFailure } from "./explain-clip-face";
import { newBlocks, withBlocks } from "./new-blocks";
import { withSavedImages } from "./note-images-face";
import { withoutOwnTitle } from "./own-title";
import type { Work } from "./work";

/** What the person wants of a page that is here already; `ask`: the sheet says what is new and asks. */
export type AgainWish = "ask" | "add" | "both";

/** Fetches a source's page once more and does what the person wants with what is new. */
export async function clipAgain(parts: DeskParts, source: Source, wish: AgainWish): Promise<void> {
	const { app, vault, clipper } = parts;
	const fetching = showNotice(t("clip.again.fetching", { title: source.title }), { icon: "download", stays: true });
	const work = await clipper.fetchWork({ url: source.url, isTyped: true }, new AbortController().signal);
	fetching.hide();
	if (!work.ok) {
		showTrouble(explainClipFailure(work.error));
		return;
	}
	if (wish === "both") return keepBoth(parts, source, work.value);
	const read = await vault.read(source.path);
	if (!read.ok) return;
	const blocks = newBlocks(read.value, withoutOwnTitle(work.value.markdown, work.value.facts.title));
	const open = () => void app.workspace.openLinkText(source.path, "", false);
	if (wish === "add" && blocks.length > 0) return addBlocks(parts, source, read.value, blocks);
	new ClipAgainModal(app, source.title, blocks.length, {
		open,
		addNew: () => guarded(() => addBlocks(parts, source, read.value, blocks)),
		keepBoth: () => guarded(() => keepBoth(parts, source, work.value)),
	}).open();
}

async function addBlocks(parts: DeskParts, source: Source, expected: string, blocks: readonly string[]): Promise<void> {
	const written = await parts.vault.editProse(source.path, expected, (text) => withBlocks(text, blocks));
	if (!written.ok) {
		showTrouble(written.error.kind === "stale" ? t("clip.again.stale") : t("clip.failed.disk", { detail: written.error.kind }));
		return;
	}
	const { path, before, after } = written.value;
	const label = t("clip.again.added", { title: source.title, count: blocks.length });
	record(parts, path, { label, steps: [{ kind: "text", path, before, after }] });
}

async function keepBoth(parts: DeskParts, source: Source, work: Work): Promise<void> {
	const project = parts.projects.of(source.path)?.path ?? null;
	const target = targetOf(parts, { project, category: source.category, word: "" });
	const outcome = await parts.clipper.writeBeside(work, target);
	if (outcome.kind !== "clipped") {
		if (outcome.kind === "failed") showTrouble(explainClipFailure(outcome.failure));
		return;
	}
	const savesImages = parseImageChoice(parts.settings.clipImages) === "save";
	const note = savesImages ? await withSavedImages(parts, outcome.note, new AbortController().signal) : outcome.note;
	const steps: readonly Step[] = [...savedSteps(note.images?.created ?? []), { kind: "created", path: note.path, text: note.text }];
	record(parts, note.path, { label: t("clip.notice.clipped", { title: note.title }), steps });
}

function record(parts: DeskParts, path: string, act: Pick<Act, "label" | "steps">): void {
	parts.undo.record({ ...act, at: parts.now().toISOString() });
	showNotice(act.label, {
		icon: "check",
		tone: "done",
		acts: [
			[t("common.open"), () => void parts.app.workspace.openLinkText(path, "", false)],
			[t("common.undo"), () => guarded(() => parts.undo.undo())],
		],
	});
}
