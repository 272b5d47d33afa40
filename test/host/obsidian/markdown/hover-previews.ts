/**
 * The app's page preview: listens to `hover-link` and shows the note. Sources whose `defaultMod` is
 * true (or that are unknown) need Mod to be held ([R] d.ts: HoverLinkSource).
 */
import type { App } from "../app";
import { Keymap } from "../keymap";
import { parseLinktext } from "../metadata/link-text";
import { host } from "../private-names";
import { handleLinks } from "./link-handlers";
import { HoverPopover } from "./hover-popover";
import { renderMarkdownInto } from "./render-markdown";
import { sectionOf } from "./subpath";

type HoverRequest = {
	event: MouseEvent;
	source: string;
	hoverParent: { hoverPopover: unknown };
	targetEl: HTMLElement | null;
	linktext: string;
	sourcePath?: string;
	state?: { scroll?: number };
};

export function showHoverPreviews(app: App): void {
	let targeted: HTMLElement | null = null;
	app.workspace.on("hover-link", (request: HoverRequest) => {
		const { event, source, hoverParent, targetEl } = request;
		if (
			!(app[host].hoverSources.get(source)?.defaultMod ?? true) ||
			Keymap.isModifier(event, "Mod")
		) {
			if (hoverParent.hoverPopover instanceof HoverPopover && targeted === targetEl) return;
			targeted = targetEl;
			void show(app, request);
			return;
		}
		// Mod may come down while the pointer rests on the link.
		if (targetEl === null) return;
		const doc = targetEl.doc;
		const pressed = (evt: KeyboardEvent): void => {
			if (evt.key !== "Control" && evt.key !== "Meta") return;
			stop();
			void show(app, request);
		};
		const stop = (): void => {
			doc.removeEventListener("keydown", pressed);
			targetEl.removeEventListener("mouseleave", stop);
		};
		doc.addEventListener("keydown", pressed);
		targetEl.addEventListener("mouseleave", stop);
	});
}

async function show(
	app: App,
	{ hoverParent, targetEl, linktext, sourcePath = "" }: HoverRequest,
): Promise<void> {
	const { path, subpath } = parseLinktext(linktext);
	const file = app.metadataCache.getFirstLinkpathDest(
		path === "" ? sourcePath : path,
		sourcePath,
	);
	if (file === null) return;
	const popover = new HoverPopover(hoverParent, targetEl);
	const embed = popover.hoverEl.createDiv({ cls: "markdown-embed is-loaded" });
	const content = embed.createDiv({ cls: "markdown-embed-content" });
	const preview = content.createDiv({ cls: "markdown-preview-view markdown-rendered" });
	handleLinks(preview, {
		app,
		owner: Object.assign(popover, { hoverPopover: null }),
		source: "preview",
		sourcePath: () => file.path,
	});
	if (file.extension !== "md") {
		const isPicture = ["png", "jpg", "jpeg", "gif", "svg", "webp"].includes(file.extension);
		if (isPicture) preview.createEl("img", { attr: { src: app.vault.getResourcePath(file) } });
		else preview.setText(file.name);
		return;
	}
	if (subpath === "") preview.createDiv({ cls: "inline-title", text: file.basename });
	const text = sectionOf(await app.vault.cachedRead(file), subpath.replace(/^#/, "")) ?? "";
	await renderMarkdownInto(preview, {
		app,
		text,
		sourcePath: file.path,
		component: popover,
		depth: 1,
	});
}
