import { Component, ItemView, type App, type WorkspaceLeaf } from "obsidian";
import type { Companion, CompanionContext, Face } from "./companion";
import { frontTab } from "./front-tab";
import { t } from "./i18n";
import { isCommandKey } from "./keys";

export const COMPANION_VIEW = "winnow-companion";

/** The right-hand panel: one leaf whose face follows the most recent tab of the main area. */
export class CompanionView extends ItemView {
	override navigation = false;
	private mounted: Readonly<{
		face: Face;
		component: Component;
		live: ReturnType<Face["mount"]>;
	}> | null = null;
	/** Rest before following a new tab, so that flicking through tabs builds nothing. */
	private static readonly REST_MS = 50;
	private timer: number | null = null;

	constructor(
		leaf: WorkspaceLeaf,
		private readonly faces: readonly Face[],
	) {
		super(leaf);
	}

	getViewType(): string {
		return COMPANION_VIEW;
	}

	getDisplayText(): string {
		return t("common.companion");
	}

	override getIcon(): string {
		return "library-big";
	}

	protected override async onOpen(): Promise<void> {
		this.contentEl.addClass("winnow-companion");
		this.registerEvent(this.app.workspace.on("active-leaf-change", () => this.followSoon()));
		this.registerEvent(this.app.workspace.on("file-open", () => this.followSoon()));
		this.registerEvent(this.app.workspace.on("layout-change", () => this.followSoon()));
		this.registerDomEvent(this.contentEl, "keydown", (event) => {
			if (!isCommandKey(event) || this.mounted?.live.onKey?.(event) !== true) return;
			event.preventDefault();
			event.stopPropagation();
		});
		this.register(() => {
			if (this.timer !== null) this.contentEl.win.clearTimeout(this.timer);
		});
		this.follow();
		return Promise.resolve();
	}

	protected override async onClose(): Promise<void> {
		this.unmount();
		return Promise.resolve();
	}

	private followSoon(): void {
		const { win } = this.contentEl;
		if (this.timer !== null) win.clearTimeout(this.timer);
		this.timer = win.setTimeout(() => {
			this.timer = null;
			this.follow();
		}, CompanionView.REST_MS);
	}

	private follow(): void {
		const context = mainContext(this.app);
		const face = this.faces.find((each) => each.fits(context)) ?? null;
		if (face === null) {
			this.unmount();
			this.showNothing();
		} else if (this.mounted?.face === face) {
			this.mounted.live.update(context);
		} else {
			this.unmount();
			this.mount(face, context);
		}
	}

	private mount(face: Face, context: CompanionContext): void {
		this.contentEl.empty();
		const component = this.addChild(new Component());
		const container = this.contentEl.createDiv({ cls: "winnow-companion-face" });
		container.dataset.face = face.id;
		container.setAttr("aria-label", face.title());
		this.mounted = { face, component, live: face.mount(container, context, component) };
	}

	private unmount(): void {
		if (this.mounted === null) return;
		this.removeChild(this.mounted.component);
		this.mounted = null;
		this.contentEl.empty();
	}

	private showNothing(): void {
		this.contentEl.empty();
		this.contentEl.createDiv({
			cls: "winnow-companion-empty",
			text: t("common.companionEmpty"),
		});
	}
}

/** What stands in front of the person, focus in a side bar or not. */
function mainContext(app: App): CompanionContext {
	const view = frontTab(app)?.view ?? null;
	const file =
		view !== null && "file" in view ? (view as { file: CompanionContext["file"] }).file : null;
	return { file, view };
}

/** Registers the panel's faces and opens it; holds no view. */
export class CompanionPanel implements Companion {
	readonly faces: Face[] = [];

	constructor(private readonly app: App) {}

	addFace(face: Face): void {
		this.faces.push(face);
	}

	async open(): Promise<void> {
		const leaf = await this.app.workspace.ensureSideLeaf(COMPANION_VIEW, "right", {
			active: true,
		});
		await this.app.workspace.revealLeaf(leaf);
	}
}
