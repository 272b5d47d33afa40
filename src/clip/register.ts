import { loadPdfJs, requestUrl, type Editor, type Plugin } from "obsidian";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { breathing } from "./breathing";
import { addFileMenu } from "./clip-files-menu";
import { clipAgain } from "./clip-again-face";
import { parseImageChoice } from "./clip-choice";
import { ClipDesk, type ClipStart } from "./clip-desk-face";
import type { PdfDocument } from "./kind-pdf";
import { linkAt, linksIn, readClipLines } from "./clip-lines";
import { SourceClipper } from "./clip-source";
import type { DeskParts } from "./desk-parts";
import { createImageStore } from "./image-store-face";
import { lackWords, missingWords } from "./missing-words-face";
import { chooseImagesOf } from "./note-images-face";
import { ImageSaver } from "./save-images";
import { parseLinkRequest } from "./selection";

/** What clipping needs; `main.ts` hands it over. */
export interface ClipParts extends Omit<DeskParts, "clipper" | "images"> {
	plugin: Plugin;
}

export interface ClipApi {
	/** Opens the start sheet with what was dropped or pasted; nothing is clipped unseen. */
	open(from: ClipStart): Promise<void>;
}

/** Largest page that is fetched, in bytes. */
const MAX_PAGE_BYTES = 30_000_000;

export function registerClip(parts: ClipParts): ClipApi {
	const deskParts: DeskParts = { ...parts, clipper: createClipper(parts), images: createImageSaver(parts) };
	const desk = new ClipDesk(deskParts);
	parts.plugin.register(() => desk.undone.stop());
	addFileMenu(deskParts, parts.plugin, () => desk.project);
	addSourceMenu(parts, deskParts);
	addCommands(parts, desk);
	addMenusAndLinks(parts, desk);
	parts.app.workspace.onLayoutReady(() => guarded(() => desk.offerQueue()));
	return { open: (from) => desk.open(from) };
}

function addSourceMenu({ plugin, app, sources }: ClipParts, desk: DeskParts): void {
	plugin.registerEvent(
		app.workspace.on("file-menu", (menu, file) => {
			const source = sources.get(file.path);
			if (source === null || !/^https?:/i.test(source.url)) return;
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.again"))
					.setIcon("refresh-cw")
					.setSection("winnow")
					.onClick(() => guarded(() => clipAgain(desk, source, "ask"))),
			);
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.images"))
					.setIcon("image-down")
					.setSection("winnow")
					.onClick(() => guarded(() => chooseImagesOf(desk, source.path, source.title, source.url))),
			);
		}),
	);
}

function createImageSaver({ app, settings, vault }: ClipParts): ImageSaver {
	return new ImageSaver({
		request: requestUrl,
		vault,
		store: createImageStore(app),
		limits: () => ({
			timeoutMs: settings.clipTimeoutSeconds * 1000,
			maxBytes: settings.clipImageMegabytes * 1_000_000,
		}),
		digest: (bytes) => window.crypto.subtle.digest("SHA-256", bytes),
		xml: {
			parse: (text) => new DOMParser().parseFromString(text, "image/svg+xml"),
			print: (document) => new XMLSerializer().serializeToString(document),
		},
	});
}

function createClipper({ settings, sources, vault, now }: ClipParts): SourceClipper {
	return new SourceClipper({
		request: requestUrl,
		sources,
		ready: () => whenReady(sources),
		vault,
		limits: () => ({
			timeoutMs: settings.clipTimeoutSeconds * 1000,
			maxBytes: MAX_PAGE_BYTES,
		}),
		rest,
		now: () => localIso(now()),
		readingNotes: t("clip.readingNotes"),
		selectionNote: t("clip.captureNote.selection"),
		tools: {
			parse: (html) => new DOMParser().parseFromString(html, "text/html"),
			openPdf,
			missingWords,
			lackWords,
			pageWord: (page) => t("clip.file.page", { page }),
			pause: breathing(() => performance.now(), rest),
		},
	});
}

function rest(): Promise<void> {
	return new Promise((resolve) => window.setTimeout(resolve, 0));
}

/** The app's own pdf.js. It takes the bytes over, so they are copied. */
async function openPdf(bytes: ArrayBuffer): Promise<PdfDocument> {
	const pdfJs = (await loadPdfJs()) as {
		getDocument(source: Readonly<{ data: Uint8Array; isEvalSupported: boolean }>): Readonly<{ promise: Promise<PdfDocument> }>;
	};
	return pdfJs.getDocument({ data: new Uint8Array(bytes.slice(0)), isEvalSupported: false }).promise;
}

function whenReady(sources: ClipParts["sources"]): Promise<void> {
	if (sources.isReady) return Promise.resolve();
	return new Promise((resolve) => {
		const stop = sources.onChange(() => {
			if (!sources.isReady) return;
			stop();
			resolve();
		});
	});
}

function addCommands({ plugin }: ClipParts, desk: ClipDesk): void {
	plugin.addCommand({
		id: "clip-sources",
		name: t("clip.command.clipSources"),
		callback: () => guarded(() => desk.open({ project: desk.project, text: "", files: [] })),
	});
	plugin.addCommand({
		id: "clip-link-from-clipboard",
		name: t("clip.command.clipClipboard"),
		callback: () =>
			guarded(async () => {
				const text = await window.navigator.clipboard.readText();
				const [link] = linksIn(text);
				if (link === undefined) showHint(t("clip.notice.noLink"));
				else await desk.clipOne(link, true);
			}),
	});
	plugin.addCommand({
		id: "clip-link-under-cursor",
		name: t("clip.command.clipUnderCursor"),
		editorCallback: (editor) => {
			const link = linkUnderCursor(editor);
			if (link === null) showHint(t("clip.notice.noLinkUnderCursor"));
			else guarded(() => desk.clipOne(link, true));
		},
	});
	plugin.addCommand({
		id: "clip-queue",
		name: t("clip.command.clipQueue"),
		callback: () => guarded(() => desk.clipQueue(false)),
	});
	plugin.addCommand({
		id: "open-queue",
		name: t("clip.command.openQueue"),
		callback: () => guarded(() => desk.openQueue()),
	});
}

function addMenusAndLinks({ plugin, app }: ClipParts, desk: ClipDesk): void {
	plugin.registerEvent(
		app.workspace.on("url-menu", (menu, url) => {
			if (!/^https?:/i.test(url)) return;
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.clip"))
					.setIcon("wheat")
					.setSection("winnow")
					.onClick(() => guarded(() => desk.clipOne(url, false))),
			);
		}),
	);
	plugin.registerCliHandler(
		"winnow:clip",
		t("clip.cli.clip"),
		{
			url: { value: "<url>", description: t("clip.cli.url"), required: true },
			category: { value: "<name>", description: t("clip.cli.category") },
			images: { value: "<save|remote>", description: t("clip.cli.images") },
		},
		(params) => {
			const [line] = readClipLines(params["url"] ?? "");
			if (line?.kind !== "link") return t("clip.line.notALink");
			const { category = "", images } = params;
			return desk.clipPath(line.url, { category, ...(images === undefined ? {} : { images: parseImageChoice(images) }) });
		},
	);
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, editor) => {
			const link = linkAtCursor(editor);
			if (link === null) return;
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.clip"))
					.setIcon("wheat")
					.setSection("winnow")
					.onClick(() => guarded(() => desk.clipOne(link, false))),
			);
		}),
	);
	// A link from outside shows the sheet and never clips unseen.
	plugin.registerObsidianProtocolHandler("winnow", (params) => {
		const request = parseLinkRequest(params);
		const [line] = readClipLines(request.url);
		const text = line?.kind === "link" ? line.url : "";
		const selection = text === "" || (request.selection === null && !request.isTooLong) ? {} : { selection: request.selection };
		guarded(() => desk.open({ project: desk.project, text, files: [], ...selection }));
	});
}

/** The link the cursor stands in; else the only one of its line. */
function linkUnderCursor(editor: Editor): string | null {
	const links = linksIn(editor.getLine(editor.getCursor().line));
	return linkAtCursor(editor) ?? links[0] ?? null;
}

function linkAtCursor(editor: Editor): string | null {
	const { line, ch } = editor.getCursor();
	return linkAt(editor.getLine(line), ch);
}

/** "2026-11-25T14:03:00" on the person's clock. */
function localIso(date: Date): string {
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 19);
}
