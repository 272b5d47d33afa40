import type { TFile } from "../files";
import { setIcon } from "../icons";
import { Menu } from "../ui/menu";
import { TextFileView } from "../view";
import type { WorkspaceLeaf } from "../workspace/leaf";
import {
	boundsOf,
	isEdge,
	isNode,
	newId,
	parseCanvas,
	writeCanvas,
	type CanvasData,
	type CanvasNode,
} from "./canvas-data";
import { addFromDrop } from "./canvas-drop";
import { drawEdges } from "./canvas-edges";
import { followKeys } from "./canvas-keys";
import { CanvasNodeEl } from "./canvas-node-el";
import { followPointer } from "./canvas-pointer";
import { makeControls } from "./canvas-controls";
import { CanvasViewport } from "./canvas-viewport";

const KEPT_STEPS = 100;

/**
 * Shows and edits JSON Canvas. Opening writes nothing; every act of a person is one step of the
 * undo history, and so is a change that comes from the disk.
 */
export class CanvasView extends TextFileView {
	override icon = "lucide-layout-dashboard";
	readonly viewport: CanvasViewport;
	readonly wrapperEl: HTMLElement;
	readonly selection = new Set<string>();
	canvas: CanvasData = { nodes: [], edges: [] };
	/** The text as it was read, until something is changed; also when it is no canvas at all. */
	#text: string | null = "";
	#past: string[] = [];
	#future: string[] = [];
	readonly #canvasEl: HTMLElement;
	readonly #edgesEl: SVGSVGElement;
	readonly #edgeLabelsEl: HTMLElement;
	readonly #errorEl: HTMLElement;
	readonly #nodeEls = new Map<string, CanvasNodeEl>();
	#isFitted = false;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.wrapperEl = this.contentEl.createDiv({
			cls: "canvas-wrapper",
			attr: { tabindex: "-1" },
		});
		this.#canvasEl = this.wrapperEl.createDiv({ cls: "canvas" });
		this.#edgesEl = this.#canvasEl.createSvg("svg", { cls: "canvas-edges" });
		this.#edgeLabelsEl = this.#canvasEl.createDiv({ cls: "canvas-edge-labels" });
		this.#errorEl = this.wrapperEl.createDiv({ cls: "canvas-error" });
		this.#errorEl.hide();
		this.viewport = new CanvasViewport(this.wrapperEl, this.#canvasEl);
		makeControls(this);
	}

	override onload(): void {
		super.onload();
		followPointer(this);
		followKeys(this);
		this.registerDomEvent(this.wrapperEl, "dragover", (evt: DragEvent) => evt.preventDefault());
		this.registerDomEvent(this.wrapperEl, "drop", (evt: DragEvent) => addFromDrop(this, evt));
		const redrawFile = (file: TFile): void => {
			if (this.canvas.nodes.some((node) => isNode(node) && node.file === file.path))
				this.draw();
		};
		for (const name of ["modify", "create", "delete"])
			this.registerEvent(this.app.vault.on(name, redrawFile));
		this.registerEvent(this.app.vault.on("rename", () => this.draw()));
	}

	override onunload(): void {
		this.#removeNodes();
	}

	getViewType(): string {
		return "canvas";
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === "canvas";
	}

	getViewData(): string {
		return this.#text ?? writeCanvas(this.canvas);
	}

	setViewData(data: string, clear: boolean): void {
		if (clear) {
			this.#past = [];
			this.#future = [];
			this.selection.clear();
			this.#removeNodes();
			this.#isFitted = false;
		} else if (data !== this.getViewData()) this.#remember();
		this.#read(data);
		if (clear) this.fit();
	}

	clear(): void {
		this.#removeNodes();
		this.selection.clear();
		this.#text = "";
		this.canvas = { nodes: [], edges: [] };
	}

	override onResize(): void {
		// A tab in the background has no size to fit into.
		if (!this.#isFitted) this.fit();
		else this.viewport.apply();
	}

	/** Runs one act of the person: a step to undo, drawn and saved. */
	change(act: (data: CanvasData) => void): void {
		if (!this.canEdit) return;
		this.#remember();
		act(this.canvas);
		this.#changed();
	}

	/** For a drag: `remember` once at its start, then `moved` as often as wanted. */
	remember(): void {
		this.#remember();
	}

	moved(): void {
		this.#changed();
	}

	get canEdit(): boolean {
		return this.#errorEl.style.display === "none";
	}

	undo(): void {
		this.#step(this.#past, this.#future);
	}

	redo(): void {
		this.#step(this.#future, this.#past);
	}

	select(ids: readonly string[]): void {
		this.selection.clear();
		for (const id of ids) this.selection.add(id);
		this.draw();
	}

	add(node: Omit<CanvasNode, "id">): CanvasNode {
		const whole: CanvasNode = { id: newId(), ...node } as CanvasNode;
		this.change(({ nodes }) => {
			// Groups lie below all else: array order is the order of layers.
			if (whole.type === "group") nodes.unshift(whole);
			else nodes.push(whole);
		});
		this.select([whole.id]);
		return whole;
	}

	removeSelected(): void {
		if (this.selection.size === 0) return;
		const isGone = (id: string): boolean => this.selection.has(id);
		this.change((data) => {
			data.nodes = data.nodes.filter((node) => !isNode(node) || !isGone(node.id));
			data.edges = data.edges.filter(
				(edge) => !isEdge(edge) || ![edge.id, edge.fromNode, edge.toNode].some(isGone),
			);
		});
		this.select([]);
	}

	node(id: string): CanvasNode | null {
		return this.canvas.nodes.find((node) => isNode(node) && node.id === id) ?? null;
	}

	nodeEl(id: string): CanvasNodeEl | null {
		return this.#nodeEls.get(id) ?? null;
	}

	fit(): void {
		this.#isFitted = this.wrapperEl.clientWidth > 0;
		const chosen = this.canvas.nodes.filter(
			(node) => isNode(node) && this.selection.has(node.id),
		);
		const box = boundsOf(chosen.length > 0 ? chosen : this.canvas.nodes.filter(isNode));
		if (box === null) this.viewport.apply();
		else this.viewport.fit(box);
	}

	/** Puts DOM and data in line; what did not change is not drawn again. */
	draw(): void {
		const nodes = this.canvas.nodes.filter(isNode);
		const ids = new Set(nodes.map((node) => node.id));
		for (const [id, nodeEl] of this.#nodeEls) {
			if (ids.has(id)) continue;
			nodeEl.remove();
			this.#nodeEls.delete(id);
		}
		for (const node of nodes) {
			let nodeEl = this.#nodeEls.get(node.id);
			if (nodeEl !== undefined && nodeEl.el.getAttribute("data-node-type") !== node.type) {
				nodeEl.remove();
				nodeEl = undefined;
			}
			nodeEl ??= new CanvasNodeEl(
				this.app,
				this.#canvasEl,
				node,
				() => this.file?.path ?? "",
			);
			this.#nodeEls.set(node.id, nodeEl);
			nodeEl.el.toggleClass("is-focused", this.selection.has(node.id));
			nodeEl.el.style.zIndex = String(nodes.indexOf(node));
			void nodeEl.show(node);
		}
		drawEdges(this.#edgesEl, this.#edgeLabelsEl, this.canvas, this.selection);
	}

	override onPaneMenu(menu: Menu, source: string): void {
		menu.addItem((item) =>
			item
				.setSection("pane")
				.setTitle("Zoom to fit")
				.setIcon("lucide-maximize")
				.onClick(() => this.fit()),
		);
		super.onPaneMenu(menu, source);
	}

	#read(text: string): void {
		const parsed = parseCanvas(text);
		this.#text = text;
		this.canvas = parsed ?? { nodes: [], edges: [] };
		this.#errorEl.toggle(parsed === null);
		if (parsed === null) {
			this.#errorEl.empty();
			setIcon(this.#errorEl, "lucide-triangle-alert");
			this.#errorEl.createSpan({
				text: "This canvas could not be read. The file is left as it is.",
			});
		}
		for (const id of this.selection) if (this.node(id) === null) this.selection.delete(id);
		this.draw();
	}

	#remember(): void {
		this.#past.push(this.getViewData());
		if (this.#past.length > KEPT_STEPS) this.#past.shift();
		this.#future = [];
	}

	#step(from: string[], to: string[]): void {
		const text = from.pop();
		if (text === undefined) return;
		to.push(this.getViewData());
		this.#read(text);
		this.requestSave();
	}

	#changed(): void {
		this.#text = null;
		this.data = this.getViewData();
		this.draw();
		this.requestSave();
	}

	#removeNodes(): void {
		for (const nodeEl of this.#nodeEls.values()) nodeEl.remove();
		this.#nodeEls.clear();
		this.#edgesEl.replaceChildren();
		this.#edgeLabelsEl.replaceChildren();
	}
}
