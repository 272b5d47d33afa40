import { Menu } from "../ui/menu";
import { boundsOf, isNode, type CanvasNode } from "./canvas-data";
import { editGroupLabel, editText } from "./canvas-edit";
import type { CanvasView } from "./canvas-view";

const COLORS = ["None", "Red", "Orange", "Yellow", "Green", "Cyan", "Purple"];

export function showNodeMenu(view: CanvasView, node: CanvasNode, evt: MouseEvent): void {
	const menu = new Menu();
	const act = (section: string, title: string, icon: string, run: () => void): void => {
		menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(run));
	};
	if (node.type === "group")
		act("canvas", "Rename group", "lucide-pencil", () => editGroupLabel(view, node));
	if (node.type === "text") act("canvas", "Edit", "lucide-pencil", () => editText(view, node));
	if (node.type === "file")
		act(
			"open",
			"Open in new tab",
			"lucide-file-plus",
			() => void view.app.workspace.openLinkText(node.file ?? "", "", "tab"),
		);
	act("canvas", "Create group", "lucide-box-select", () => groupSelection(view));
	act("canvas", "Zoom to selection", "lucide-maximize", () => view.fit());
	COLORS.forEach((name, index) => {
		act("color", `Color: ${name.toLowerCase()}`, "lucide-palette", () =>
			view.change(({ nodes }) => {
				for (const one of nodes.filter(
					(entry) => isNode(entry) && view.selection.has(entry.id),
				)) {
					if (index === 0) delete one.color;
					else one.color = String(index);
				}
			}),
		);
	});
	const file = node.type === "file" ? view.app.vault.getFileByPath(node.file ?? "") : null;
	if (file !== null)
		view.app.workspace.trigger("file-menu", menu, file, "canvas-menu", view.leaf);
	menu.addItem((item) =>
		item
			.setSection("danger")
			.setTitle("Remove")
			.setIcon("lucide-trash-2")
			.setWarning(true)
			.onClick(() => view.removeSelected()),
	);
	menu.showAtMouseEvent(evt);
}

export function showBackgroundMenu(view: CanvasView, evt: MouseEvent): void {
	const at = view.viewport.toCanvas(evt.clientX, evt.clientY);
	const menu = new Menu();
	menu.addItem((item) =>
		item
			.setTitle("Add card")
			.setIcon("lucide-sticky-note")
			.onClick(() => addCard(view, at)),
	);
	menu.addItem((item) =>
		item
			.setTitle("Create group")
			.setIcon("lucide-box-select")
			.onClick(() => addGroup(view, at)),
	);
	menu.showAtMouseEvent(evt);
}

type Point = Readonly<{ x: number; y: number }>;

export function addCard(view: CanvasView, { x, y }: Point): void {
	editText(
		view,
		view.add({
			type: "text",
			text: "",
			x: Math.round(x - 125),
			y: Math.round(y - 30),
			width: 250,
			height: 60,
		}),
	);
}

export function addNote(view: CanvasView, path: string, { x, y }: Point): void {
	view.add({
		type: "file",
		file: path,
		x: Math.round(x - 200),
		y: Math.round(y - 200),
		width: 400,
		height: 400,
	});
}

export function addGroup(view: CanvasView, { x, y }: Point): void {
	const group = view.add({
		type: "group",
		x: Math.round(x - 200),
		y: Math.round(y - 150),
		width: 400,
		height: 300,
		label: "Untitled group",
	});
	editGroupLabel(view, group);
}

/** A group around what is selected, as the app's selection menu makes it. */
export function groupSelection(view: CanvasView): void {
	const box = boundsOf(
		view.canvas.nodes.filter((node) => isNode(node) && view.selection.has(node.id)),
	);
	if (box === null) return;
	const { x, y, width, height } = box;
	const group = view.add({
		type: "group",
		x: x - 20,
		y: y - 20,
		width: width + 40,
		height: height + 40,
		label: "Untitled group",
	});
	editGroupLabel(view, group);
}
