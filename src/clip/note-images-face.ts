import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import type { ClippedNote } from "./clip-outcome";
import { savedSteps } from "./clip-undo";
import type { ClipRun } from "./clip-run";
import { ChooseImagesModal } from "./choose-images-modal";
import type { DeskParts } from "./desk-parts";
import { explainImages } from "./explain-image-face";
import { remoteImages } from "./image-links";
import type { SavedImages } from "./save-images";

type ImageDesk = Pick<DeskParts, "app" | "vault" | "undo" | "images" | "now">;

/** The clipped note with its pictures in the vault. What failed stays on the web and is told in its row. */
export async function withSavedImages(parts: ImageDesk, note: ClippedNote, signal: AbortSignal): Promise<ClippedNote> {
	return withResult(note, await parts.images.save(note.path, note.url, null, signal));
}

/** Tries those again that failed. */
export async function retryImages(parts: ImageDesk, run: ClipRun, index: number): Promise<void> {
	const note = noteAt(run, index);
	if (note?.images === null || note === null) return;
	await saveInRun(parts, run, index, note, new Set(note.images.failed.map(({ url }) => url)));
}

/** Lets the person pick among the pictures of a note of a run. */
export function chooseImages(parts: ImageDesk, run: ClipRun, index: number): void {
	const note = noteAt(run, index);
	if (note === null) return;
	const images = remoteImages(note.text);
	new ChooseImagesModal(parts.app, note.title, images, (wanted) => saveInRun(parts, run, index, note, wanted)).open();
}

/** The same for any note, from its menu. */
export async function chooseImagesOf(parts: ImageDesk, path: string, title: string, url: string): Promise<void> {
	const read = await parts.vault.read(path);
	if (!read.ok) return;
	const images = remoteImages(read.value);
	if (images.length === 0) {
		showHint(t("clip.images.none"));
		return;
	}
	new ChooseImagesModal(parts.app, title, images, async (wanted) => {
		const saved = await parts.images.save(path, url, wanted, new AbortController().signal);
		if (saved.saved > 0) parts.undo.record({ ...actOf(path, title, saved), at: parts.now().toISOString() });
		showHint(imagesWords(saved));
	}).open();
}

async function saveInRun(parts: ImageDesk, run: ClipRun, index: number, note: ClippedNote, wanted: ReadonlySet<string>): Promise<void> {
	const saved = await parts.images.save(note.path, note.url, wanted, new AbortController().signal);
	if (saved.saved > 0) run.changed(index, withResult(note, saved), actOf(note.path, note.title, saved));
	showHint(imagesWords(saved));
}

/** Where the person wrote in the note meanwhile, undoing the clip must see that: the text it left stays the mark. */
function withResult(note: ClippedNote, { before, after, saved, created, failed }: SavedImages): ClippedNote {
	const known = note.images;
	return {
		...note,
		text: before === note.text ? after : note.text,
		images: { saved: saved + (known?.saved ?? 0), created: [...(known?.created ?? []), ...created], failed },
	};
}

function actOf(path: string, title: string, { before, after, saved, created }: SavedImages): Parameters<ClipRun["changed"]>[2] {
	return {
		label: t("clip.images.act", { count: saved, title }),
		steps: [...savedSteps(created), { kind: "text", path, before, after }],
	};
}

function imagesWords(saved: SavedImages): string {
	const words = saved.saved > 0 ? [t("clip.images.saved", { count: saved.saved })] : [];
	if (saved.failed.length > 0) words.push(explainImages(saved.failed));
	return words.join(" ");
}

function noteAt(run: ClipRun, index: number): ClippedNote | null {
	const now = run.now(index);
	return now.kind === "clipped" ? now.note : null;
}
