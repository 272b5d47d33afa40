/** The views that come with the app: notes, canvases, pictures, the file explorer, hover previews. */
import type { App } from "./app";
import { BaseFileView } from "./bases/base-file-view";
import { CanvasView } from "./canvas/canvas-view";
import { FileExplorerView } from "./file-explorer/file-explorer-view";
import { ImageView } from "./file-explorer/image-view";
import { showHoverPreviews } from "./markdown/hover-previews";
import { LinkSuggest } from "./markdown/link-suggest";
import { useAppForRendering } from "./markdown/markdown-renderer";
import { MarkdownView } from "./markdown/markdown-view";
import { drawPhoneNavbar } from "./phone-navbar";
import { host } from "./private-names";
import { drawVaultProfile } from "./vault-profile";

/** App start calls it once, before any plugin loads. */
export function registerCoreViews(app: App): void {
	const { views, hoverSources } = app[host];
	useAppForRendering(app);
	views.register("markdown", (leaf) => new MarkdownView(leaf));
	views.registerExtensions(["md"], "markdown");
	views.register("canvas", (leaf) => new CanvasView(leaf));
	views.registerExtensions(["canvas"], "canvas");
	views.register("bases", (leaf) => new BaseFileView(leaf));
	views.registerExtensions(["base"], "bases");
	views.register("image", (leaf) => new ImageView(leaf));
	views.registerExtensions(["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"], "image");
	views.register("file-explorer", (leaf) => new FileExplorerView(leaf));
	hoverSources.set("preview", { display: "Reading view", defaultMod: false });
	hoverSources.set("editor", { display: "Editing view", defaultMod: true });
	hoverSources.set("file-explorer", { display: "File explorer", defaultMod: true });
	hoverSources.set("canvas", { display: "Canvas", defaultMod: true });
	app[host].editorSuggests.push(new LinkSuggest(app));
	showHoverPreviews(app);
	drawVaultProfile(app);
	if (app[host].options.phone) drawPhoneNavbar(app);
}
