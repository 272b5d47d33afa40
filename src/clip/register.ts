import { loadPdfJs, Notice, requestUrl, type Editor, type Plugin } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { clipAgain } from "./clip-again-face";
import { ClipDesk, type ClipStart, type DeskParts } from "./clip-desk-face";
import type { PdfDocument } from "./kind-pdf";
import { linksIn, readClipLines } from "./clip-lines";
import { SourceClipper } from "./clip-source";
import { lackWords, missingWords } from "./missing-words-face";

/** What clipping needs; `main.ts` hands it over. */
export interface ClipParts extends Omit<DeskParts, "clipper"> {
	plugin: Plugin;
}

export interface ClipApi {
	/** Opens the start sheet with what was dropped or pasted; nothing is clipped unseen. */
	open(from: ClipStart): Promise<void>;
}

/** Largest page that is fetched, in bytes. */
const MAX_PAGE_BYTES = 30_000_000;

export function registerClip(parts: ClipParts): ClipApi {
	const deskParts: DeskParts = { ...parts, clipper: createClipper(parts) };
	const desk = new ClipDesk(deskParts);
	parts.plugin.registerEvent(
		parts.app.workspace.on("file-menu", (menu, file) => {
			const source = parts.sources.get(file.path);
			if (source === null || !/^https?:/i.test(source.url)) return;
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.again"))
					.setIcon("refresh-cw")
					.setSection("winnow")
					.onClick(() => guarded(() => clipAgain(deskParts, source))),
			);
		}),
	);
	addCommands(parts, desk);
	addMenusAndLinks(parts, desk);
	parts.app.workspace.onLayoutReady(() => guarded(() => desk.offerQueue()));
	return { open: (from) => desk.open(from) };
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
		now: () => localIso(now()),
		tools: {
			parse: (html) => new DOMParser().parseFromString(html, "text/html"),
			openPdf,
			missingWords,
			lackWords,
			pause: () => new Promise((resolve) => window.setTimeout(resolve, 0)),
		},
	});
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
				if (link === undefined) new Notice(t("clip.notice.noLink"));
				else await desk.clipOne(link, true);
			}),
	});
	plugin.addCommand({
		id: "clip-link-under-cursor",
		name: t("clip.command.clipUnderCursor"),
		editorCallback: (editor) => {
			const link = linkUnderCursor(editor);
			if (link === null) new Notice(t("clip.notice.noLinkUnderCursor"));
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
		{ url: { value: "<url>", description: t("clip.cli.url"), required: true } },
		(params) => {
			const [line] = readClipLines(params["url"] ?? "");
			return line?.kind === "link" ? desk.clipPath(line.url) : t("clip.line.notALink");
		},
	);
	// A link from outside shows the sheet and never clips unseen.
	plugin.registerObsidianProtocolHandler("winnow", (params) => {
		const [line] = readClipLines(params["url"] ?? "");
		const text = line?.kind === "link" ? line.url : "";
		guarded(() => desk.open({ project: desk.project, text, files: [] }));
	});
}

function linkUnderCursor(editor: Editor): string | null {
	const { line, ch } = editor.getCursor();
	const text = editor.getLine(line);
	const found = linksIn(text).find((link) => {
		const at = text.indexOf(link.replace(/\/$/, ""));
		return at !== -1 && at <= ch && ch <= at + link.length + 1;
	});
	return found ?? linksIn(text)[0] ?? null;
}

/** "2026-11-25T14:03:00" on the person's clock. */
function localIso(date: Date): string {
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 19);
}
