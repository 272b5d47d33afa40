import { fail, type Result } from "../result";
import { t } from "../ui/i18n";
import type { WriteFailure, Written } from "../vault/safe-vault";
import { addCards, type Added } from "./add-cards";
import { parseCanvas, type CanvasDocument, type CanvasFault } from "./canvas-document";
import { colorSections } from "./color-sections";
import { coverage } from "./coverage";
import { editOutline, type Intent } from "./edit-outline";
import type { EditRefusal } from "./edit-refusal";
import { leaveTray } from "./leave-tray";
import { fillOutline, makeOutline, type OutlineWords } from "./make-outline";
import { readOutline, sectionById, type Outline } from "./outline";
import { keptOf, randomId, type OutlineParts, type ProjectHead } from "./outline-parts";
import { tidyOutline } from "./tidy";

// The acts on an outline's file: each reads what stands there now, changes that, and can be taken back.

export async function loadOutline(
	parts: OutlineParts,
	path: string,
): Promise<Result<Outline, CanvasFault | WriteFailure>> {
	const text = await parts.vault.read(path);
	if (!text.ok) return text;
	const canvas = parseCanvas(text.value);
	return canvas.ok ? { ok: true, value: readOutline(canvas.value) } : canvas;
}

/** Makes the canvas from kept sources and names it in the project note. Resolves to its path. */
export async function createOutline(
	parts: OutlineParts,
	project: ProjectHead,
): Promise<Result<Readonly<{ path: string; count: number }>, WriteFailure>> {
	const kept = keptOf(parts.sources, parts.projects, project);
	const text = makeOutline(kept, outlineWords(), randomId);
	const created = await createFree(parts, project.folder, t("outline.fileName"), text);
	if (!created.ok) return created;
	const { path } = created.value;
	const file = parts.app.vault.getFileByPath(path);
	const link = file === null ? path : parts.app.metadataCache.fileToLinktext(file, project.path, false);
	const named = await parts.vault.changeProperties(project.path, { outline: `[[${link}]]` });
	parts.undo.record({
		label: t("outline.act.made", { project: project.name }),
		at: parts.now().toISOString(),
		steps: [
			{ kind: "created", path, text },
			...(named.ok ? [{ kind: "text", ...named.value } as const] : []),
		],
	});
	return { ok: true, value: { path, count: kept.length } };
}

function outlineWords(): OutlineWords {
	return {
		tray: t("outline.tray"),
		readerShouldUnderstand: t("outline.readerShouldUnderstand"),
		firstSection: t("outline.firstSection"),
	};
}

/** Puts the kept sources on a canvas that is still blank. Resolves to how many; 0: there is something on it, or nothing is kept. */
export async function fillBlankOutline(
	parts: OutlineParts,
	project: ProjectHead,
	path: string,
): Promise<Result<number, EditRefusal | WriteFailure>> {
	const kept = keptOf(parts.sources, parts.projects, project);
	if (kept.length === 0) return { ok: true, value: 0 };
	let refusal: EditRefusal | null = null;
	const written = await parts.vault.changeText(path, (text) => {
		const canvas = parseCanvas(text);
		if (canvas.ok && !readOutline(canvas.value).isBlank) return { ok: true, value: text };
		const filled = canvas.ok ? fillOutline(canvas.value, kept, outlineWords(), randomId) : null;
		if (filled !== null) return { ok: true, value: filled };
		refusal = canvas.ok ? { kind: "odd-file" } : canvas.error;
		return fail({ kind: "refused", detail: refusal.kind });
	});
	if (refusal !== null) return fail(refusal);
	if (!written.ok) return written;
	record(parts, t("outline.act.made", { project: project.name }), written.value);
	return { ok: true, value: written.value.before === written.value.after ? 0 : kept.length };
}

/** Never over an existing file: `Outline.canvas`, `Outline 2.canvas`… */
async function createFree(
	parts: OutlineParts,
	folder: string,
	name: string,
	text: string,
): Promise<Result<Written, WriteFailure>> {
	for (let count = 1; count < 100; count++) {
		const path = `${folder}/${name}${count === 1 ? "" : ` ${count}`}.canvas`;
		const created = await parts.vault.create(path, text);
		if (created.ok || created.error.kind !== "exists") return created;
	}
	return fail({ kind: "exists" });
}

export async function addToOutline(
	parts: OutlineParts,
	path: string,
	section: string | null,
	paths: readonly string[],
): Promise<Result<Readonly<{ added: Added; section: string }>, EditRefusal | WriteFailure>> {
	let outcome: Readonly<{ added: Added; section: string }> | null = null;
	let refusal: EditRefusal | null = null;
	const refuse = (why: EditRefusal): Result<string, WriteFailure> => {
		refusal = why;
		return fail({ kind: "refused", detail: why.kind });
	};
	const written = await parts.vault.changeText(path, (text) => {
		const canvas = parseCanvas(text);
		if (!canvas.ok) return refuse(canvas.error);
		const outline = readOutline(canvas.value);
		const target = section === null ? null : sectionById(outline, section);
		if (section !== null && target === null) return refuse({ kind: "no-such-node", id: section });
		const added = addCards(canvas.value, outline, target, paths, randomId, t("outline.tray"));
		if (added === null) return refuse({ kind: "odd-file" });
		outcome = { added, section: target === null ? t("outline.tray") : (target.heading || t("outline.untitled")) };
		return { ok: true, value: leaveTray(added.text, target === null ? [] : [...added.placed, ...added.known]) };
	});
	if (refusal !== null) return fail(refusal);
	if (!written.ok) return written;
	if (outcome === null) return fail({ kind: "stale" });
	const { added, section: name } = outcome as Readonly<{ added: Added; section: string }>;
	record(parts, t("outline.act.added", { count: added.placed.length + added.inTray.length, section: name }), written.value);
	return { ok: true, value: { added, section: name } };
}

export async function changeOutline(
	parts: OutlineParts,
	path: string,
	intent: Intent,
): Promise<Result<Written, EditRefusal | WriteFailure>> {
	const tools = { newId: randomId, trayLabel: t("outline.tray") };
	let refusal: EditRefusal | null = null;
	const written = await parts.vault.changeText(path, (text) => {
		const edited = editOutline(text, intent, tools);
		if (edited.ok) return edited;
		refusal = edited.error;
		return fail({ kind: "refused", detail: edited.error.kind });
	});
	if (refusal !== null) return fail(refusal);
	if (written.ok) record(parts, t("outline.act.edited", { project: projectName(parts, path) }), written.value);
	return written;
}

/** Resolves to how many cards moved. */
export async function tidy(parts: OutlineParts, path: string): Promise<Result<number, EditRefusal | WriteFailure>> {
	const label = t("outline.act.tidied", { project: projectName(parts, path) });
	return rearrange(parts, path, label, (canvas) => {
		const tidied = tidyOutline(canvas, readOutline(canvas));
		return tidied === null ? null : { text: tidied.text, count: tidied.moved };
	});
}

/** Resolves to how many sections changed their color. */
export async function colorByCoverage(
	parts: OutlineParts,
	path: string,
): Promise<Result<number, EditRefusal | WriteFailure>> {
	const label = t("outline.act.colored", { project: projectName(parts, path) });
	const find = (note: string) => parts.sources.get(note);
	return rearrange(parts, path, label, (canvas) => colorSections(canvas, coverage(readOutline(canvas), [], find)));
}

/** A change of the whole canvas' look. `change` gives null for an odd file. Resolves to its count. */
async function rearrange(
	parts: OutlineParts,
	path: string,
	label: string,
	change: (canvas: CanvasDocument) => Readonly<{ text: string; count: number }> | null,
): Promise<Result<number, EditRefusal | WriteFailure>> {
	let count = 0;
	let refusal: EditRefusal | null = null;
	const written = await parts.vault.changeText(path, (text) => {
		const canvas = parseCanvas(text);
		const changed = canvas.ok ? change(canvas.value) : null;
		if (changed === null) {
			refusal = canvas.ok ? { kind: "odd-file" } : canvas.error;
			return fail({ kind: "refused", detail: refusal.kind });
		}
		count = changed.count;
		return { ok: true, value: changed.text };
	});
	if (refusal !== null) return fail(refusal);
	if (!written.ok) return written;
	record(parts, label, written.value);
	return { ok: true, value: count };
}

function projectName(parts: OutlineParts, path: string): string {
	return parts.projects.of(path)?.name ?? path;
}

function record(parts: OutlineParts, label: string, written: Written): void {
	if (written.before === written.after) return;
	parts.undo.record({ label, at: parts.now().toISOString(), steps: [{ kind: "text", ...written }] });
}

/** What the person reads when the outline was not changed. */
export function explainRefusal(why: EditRefusal | WriteFailure): string {
	switch (why.kind) {
		case "broken":
			return t("outline.broken", { line: why.line, column: why.column });
		case "ids":
			return t("outline.brokenIds", { id: why.id });
		case "odd-file":
			return t("outline.oddFile");
		case "no-such-node":
			return t("outline.gone");
		case "into-itself":
			return t("outline.intoItself");
		case "stale":
		case "gone":
		case "exists":
			return t("outline.failed", { detail: t(`outline.failed.${why.kind}`) });
		case "unreadable":
			return t("outline.failed", { detail: t("outline.failed.unreadable", { line: why.line, detail: why.detail }) });
		case "refused":
		case "disk":
			return t("outline.failed", { detail: why.detail });
	}
}
