import { arrayBufferToBase64, type TFile } from "obsidian";
import type { Source } from "../source/source";
import { hashText } from "../text/hash";
import { t } from "../ui/i18n";
import { ok, type Result } from "../result";
import { pathIn } from "../vault/path-in";
import type { WriteFailure } from "../vault/safe-vault";
import type { Step } from "../vault/undo-log";
import { embedImages } from "./embed-images";
import { exportDraft, type Exported } from "./export-draft";
import { slugOf, type Target } from "./export-target";
import { readMarks } from "../text/marks";
import { pastReadings } from "./past-readings";
import type { PublishParts } from "./publish-parts";

/** The draft, read once when the sheet opens, and what is known of it. */
export type DraftToPublish = Readonly<{
	file: TFile;
	text: string;
	title: string;
	slug: string;
	folder: string;
	description: string;
	tags: readonly string[];
	/** Offsets of the weak spots, in order. */
	marks: readonly number[];
	readings: number;
}>;

export async function readDraft(parts: PublishParts, file: TFile): Promise<DraftToPublish> {
	const project = parts.projects.of(file.path);
	const read = await parts.vault.read(file.path);
	const text = read.ok ? read.value : "";
	const frontmatter: Readonly<Record<string, unknown>> = parts.app.metadataCache.getFileCache(file)?.frontmatter ?? {};
	// The article's name: its own property, its first heading of level 1, the project, the file.
	const heading = /^#[ \t]+(.+)$/m.exec(text)?.[1]?.trim() ?? "";
	const title = textOf(frontmatter.title) || heading || (project?.name ?? file.basename);
	const folder = project?.folder ?? file.parent?.path ?? "";
	const past = project === null ? { count: 0 } : await pastReadings(parts, project.folder, file.path);
	const slug = slugOf(title);
	return {
		file,
		text,
		title,
		slug,
		folder: pathIn(folder, `Publish/${slug}`),
		description: textOf(frontmatter.description),
		tags: Array.isArray(frontmatter.tags) ? frontmatter.tags.map(textOf).filter((tag) => tag !== "") : [],
		marks: readMarks(text).map((mark) => mark.span.from),
		readings: past.count,
	};
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}

export function exportOf(parts: PublishParts, draft: DraftToPublish, target: Target, language: string): Exported {
	const { app, sources } = parts;
	const source = (link: string): Source | null => {
		const file = app.metadataCache.getFirstLinkpathDest(link, draft.file.path);
		return file === null ? null : sources.get(file.path);
	};
	const { title, description, tags } = draft;
	return exportDraft({
		markdown: draft.text,
		target,
		meta: { title, description, tags, language },
		day: parts.now().toISOString().slice(0, 10),
		source,
		referencesHeading: t("publish.references"),
	});
}

/** Images of the draft that are in the vault, with their names beside the article; `missing` are not. */
export function imagesOf(
	parts: PublishParts,
	draft: DraftToPublish,
	exported: Exported,
): Readonly<{ files: readonly TFile[]; missing: readonly string[] }> {
	const found = exported.images.map((target) => ({
		target,
		file: parts.app.metadataCache.getFirstLinkpathDest(target, draft.file.path),
	}));
	return {
		files: found.flatMap(({ file }) => file ?? []),
		missing: found.filter(({ file }) => file === null).map(({ target }) => target),
	};
}

/** The export with its images inside the page; `beside`: those that were too large, which stay files. */
export async function withImages(
	parts: PublishParts,
	draft: DraftToPublish,
	exported: Exported,
): Promise<Readonly<{ exported: Exported; beside: readonly TFile[] }>> {
	const { files: images } = imagesOf(parts, draft, exported);
	const read = images.map(async (image) => {
		return { name: image.name, base64: arrayBufferToBase64(await parts.app.vault.readBinary(image)) };
	});
	const bytes = await Promise.all(read);
	const beside = new Set<string>();
	const embedded = Object.entries(exported.files).map(([path, text]) => {
		const page = embedImages(text, bytes);
		for (const name of page.beside) beside.add(name);
		return [path, page.html] as const;
	});
	const files: Readonly<Record<string, string>> = Object.fromEntries(embedded);
	return { exported: { ...exported, files }, beside: images.filter((image) => beside.has(image.name)) };
}

export type ExportFailure = WriteFailure | Readonly<{ kind: "foreign"; path: string }>;

/** Where we remember what we wrote: only a file that still says it is ours to replace. */
const KEPT = "winnow-exports";
const MAX_KEPT = 500;

/** Writes all files or, where a foreign one is in the way, none. Resolves to how many. */
export async function writeExport(
	parts: PublishParts,
	exported: Exported,
	images: readonly TFile[],
	folder: string,
): Promise<Result<number, ExportFailure>> {
	const files = Object.entries(exported.files).map(([name, text]) => ({ path: `${folder}/${name}`, text }));
	const kept = keptHashes(parts);
	for (const { path } of files) {
		const now = await parts.vault.read(path);
		if (now.ok && kept[path] !== hashText(now.value)) return { ok: false, error: { kind: "foreign", path } };
	}
	const steps: Step[] = [];
	for (const { path, text } of files) {
		const created = await parts.vault.create(path, text);
		if (created.ok) steps.push({ kind: "created", path, text });
		else if (created.error.kind !== "exists") return created;
		else {
			const replaced = await parts.vault.changeText(path, () => ok(text));
			if (!replaced.ok) return replaced;
			if (replaced.value.before !== text) steps.push({ kind: "text", ...replaced.value });
		}
		kept[path] = hashText(text);
	}
	const copied = await copyImages(parts, images, folder);
	if (!copied.ok) return copied;
	parts.app.saveLocalStorage(KEPT, Object.fromEntries(Object.entries(kept).slice(-MAX_KEPT)));
	if (steps.length > 0) {
		const label = t("publish.act.export", { count: steps.length });
		parts.undo.record({ label, at: parts.now().toISOString(), steps });
	}
	return ok(files.length + copied.value);
}

/** An image that is there with the same size is the same. Another one of its name stays as it is. */
async function copyImages(
	parts: PublishParts,
	images: readonly TFile[],
	folder: string,
): Promise<Result<number, WriteFailure>> {
	let count = 0;
	for (const image of images) {
		if (parts.app.vault.getFileByPath(`${folder}/${image.name}`) !== null) continue;
		const bytes = await parts.app.vault.readBinary(image);
		const saved = await parts.vault.createBinary(folder, image.name, bytes);
		if (!saved.ok) return saved;
		count++;
	}
	return ok(count);
}

function keptHashes(parts: PublishParts): Record<string, string> {
	const kept: unknown = parts.app.loadLocalStorage(KEPT);
	if (typeof kept !== "object" || kept === null) return {};
	return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
