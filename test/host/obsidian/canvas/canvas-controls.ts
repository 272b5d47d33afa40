/** The buttons at the edge: zoom, fit, undo; and at the bottom: card, note, group. */
import { setIcon } from "../icons";
import { FuzzySuggestModal } from "../suggest-modal";
import type { TFile } from "../files";
import { addCard, addGroup, addNote } from "./canvas-menu";
import type { CanvasView } from "./canvas-view";

export function makeControls(view: CanvasView): void {
	const controls = view.wrapperEl.createDiv({ cls: "canvas-controls" });
	const zoom = controls.createDiv({ cls: "canvas-control-group mod-raised" });
	button(zoom, "canvas-control-item", "lucide-plus", "Zoom in", () => view.viewport.zoom(1.25));
	button(zoom, "canvas-control-item", "lucide-maximize", "Zoom to fit", () => view.fit());
	button(zoom, "canvas-control-item", "lucide-minus", "Zoom out", () => view.viewport.zoom(0.8));
	const history = controls.createDiv({ cls: "canvas-control-group mod-raised" });
	button(history, "canvas-control-item", "lucide-undo-2", "Undo", () => view.undo());
	button(history, "canvas-control-item", "lucide-redo-2", "Redo", () => view.redo());

	const middle = (): { x: number; y: number } => ({ x: view.viewport.x, y: view.viewport.y });
	const menu = view.wrapperEl.createDiv({ cls: "canvas-card-menu" });
	button(menu, "canvas-card-menu-button", "lucide-sticky-note", "Add card", () =>
		addCard(view, middle()),
	);
	button(menu, "canvas-card-menu-button", "lucide-file-text", "Add note from vault", () =>
		new NotePicker(view, (file) => addNote(view, file.path, middle())).open(),
	);
	button(menu, "canvas-card-menu-button", "lucide-box-select", "Add group", () =>
		addGroup(view, middle()),
	);
}

class NotePicker extends FuzzySuggestModal<TFile> {
	constructor(
		private readonly canvasView: CanvasView,
		private readonly onPick: (file: TFile) => void,
	) {
		super(canvasView.app);
		this.setPlaceholder("Type the name of a note");
	}

	getItems(): TFile[] {
		return this.canvasView.app.vault.getFiles().filter((file) => file !== this.canvasView.file);
	}

	getItemText(file: TFile): string {
		return file.path;
	}

	onChooseItem(file: TFile): void {
		this.onPick(file);
	}
}

function button(
	parent: HTMLElement,
	cls: string,
	icon: string,
	label: string,
	act: () => void,
): void {
	const el = parent.createDiv({
		cls,
		attr: { "aria-label": label, role: "button", tabindex: "0" },
	});
	setIcon(el, icon);
	el.addEventListener("click", act);
	el.addEventListener("keydown", (evt) => {
		if (evt.key !== "Enter" && evt.key !== " ") return;
		evt.preventDefault();
		evt.stopPropagation();
		act();
	});
}
