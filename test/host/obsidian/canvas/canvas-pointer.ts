/** Mouse and finger on the canvas: pan, zoom, select, move, resize, connect, edit, menu. */
import { showUrlMenu } from "../markdown/link-handlers";
import { isNode, liesInside, newId, type Box, type CanvasNode, type Side } from "./canvas-data";
import { sideTowards } from "./canvas-edges";
import { editGroupLabel, editText } from "./canvas-edit";
import { showBackgroundMenu, showNodeMenu } from "./canvas-menu";
import type { CanvasView } from "./canvas-view";

const SMALLEST = 40;

export function followPointer(view: CanvasView): void {
	const { wrapperEl, viewport } = view;
	view.registerDomEvent(
		wrapperEl,
		"wheel",
		(evt: WheelEvent) => {
			// A card that can scroll and is selected scrolls by itself.
			if (!evt.ctrlKey && !evt.metaKey && scrolls(view, evt)) return;
			evt.preventDefault();
			if (evt.ctrlKey || evt.metaKey)
				viewport.zoom(Math.exp(-evt.deltaY / 400), evt.clientX, evt.clientY);
			else if (evt.shiftKey && evt.deltaX === 0) viewport.pan(evt.deltaY, 0);
			else viewport.pan(evt.deltaX, evt.deltaY);
		},
		{ passive: false },
	);
	view.registerDomEvent(wrapperEl, "pointerdown", (evt: PointerEvent) => begin(view, evt));
	view.registerDomEvent(wrapperEl, "dblclick", (evt: MouseEvent) => {
		const node = nodeAt(view, evt);
		if (!view.canEdit || isControl(evt)) return;
		if (node === null) {
			const at = viewport.toCanvas(evt.clientX, evt.clientY);
			const card = view.add({
				type: "text",
				text: "",
				x: Math.round(at.x - 125),
				y: Math.round(at.y - 30),
				width: 250,
				height: 60,
			});
			editText(view, card);
		} else if (node.type === "group") editGroupLabel(view, node);
		else if (node.type === "text") editText(view, node);
		else if (node.type === "file")
			void view.app.workspace.openLinkText(
				node.file + (node.subpath ?? ""),
				view.file?.path ?? "",
				"tab",
			);
	});
	view.registerDomEvent(wrapperEl, "contextmenu", (evt: MouseEvent) => {
		if (isControl(evt) || isTyping(evt)) return;
		const node = nodeAt(view, evt);
		if (node?.type === "link") return showUrlMenu(view.app, node.url ?? "", evt);
		evt.preventDefault();
		if (node !== null) {
			if (!view.selection.has(node.id)) view.select([node.id]);
			showNodeMenu(view, node, evt);
		} else showBackgroundMenu(view, evt);
	});
	view.registerDomEvent(wrapperEl, "click", (evt: MouseEvent) => {
		const link = evt.target instanceof Element ? evt.target.closest("a.internal-link") : null;
		if (link === null) return;
		evt.preventDefault();
		const node = nodeAt(view, evt);
		const source = node?.type === "file" ? (node.file ?? "") : (view.file?.path ?? "");
		void view.app.workspace.openLinkText(link.getAttribute("data-href") ?? "", source, "tab");
	});
	view.registerDomEvent(wrapperEl, "mouseover", (evt: MouseEvent) => {
		const node = nodeAt(view, evt);
		if (node?.type !== "file" || !(evt.target instanceof HTMLElement)) return;
		view.app.workspace.trigger("hover-link", {
			event: evt,
			source: "canvas",
			hoverParent: view.leaf,
			targetEl: evt.target,
			linktext: node.file ?? "",
			sourcePath: view.file?.path ?? "",
		});
	});
}

function begin(view: CanvasView, evt: PointerEvent): void {
	if (isControl(evt) || isTyping(evt)) return;
	view.wrapperEl.focus({ preventScroll: true });
	const target = evt.target instanceof Element ? evt.target : null;
	const node = nodeAt(view, evt);
	if (evt.button === 1 || (evt.button === 0 && node === null)) {
		const edge = target?.closest("[data-id].canvas-edge")?.getAttribute("data-id");
		if (evt.button === 0) view.select(edge == null ? [] : [edge]);
		view.wrapperEl.addClass("is-dragging");
		drag(
			view,
			evt,
			(dx, dy) => view.viewport.pan(-dx, -dy),
			() => view.wrapperEl.removeClass("is-dragging"),
		);
		return;
	}
	if (evt.button !== 0 || node === null || !view.canEdit) return;
	const side = target?.getAttribute("data-side");
	const corner = target?.getAttribute("data-resize");
	if (side != null) connect(view, evt, node, side as Side);
	else if (corner != null) resize(view, evt, node, corner);
	else move(view, evt, node);
}

function move(view: CanvasView, evt: PointerEvent, node: CanvasNode): void {
	if (evt.shiftKey) {
		const ids = new Set(view.selection);
		if (!ids.delete(node.id)) ids.add(node.id);
		view.select([...ids]);
		return;
	}
	if (!view.selection.has(node.id)) view.select([node.id]);
	const moving = withContents(view).map((one) => ({ one, x: one.x, y: one.y }));
	let x = 0;
	let y = 0;
	let hasBegun = false;
	drag(view, evt, (dx, dy) => {
		x += dx / view.viewport.scale;
		y += dy / view.viewport.scale;
		if (!hasBegun && Math.hypot(x, y) * view.viewport.scale < 3) return;
		if (!hasBegun) view.remember();
		hasBegun = true;
		for (const start of moving) {
			start.one.x = Math.round(start.x + x);
			start.one.y = Math.round(start.y + y);
		}
		view.moved();
	});
}

/** What is selected, and for each group all that lies wholly inside. */
function withContents(view: CanvasView): CanvasNode[] {
	const nodes = view.canvas.nodes.filter(isNode);
	const chosen = nodes.filter((node) => view.selection.has(node.id));
	const groups = chosen.filter((node) => node.type === "group");
	return nodes.filter(
		(node) => chosen.includes(node) || groups.some((group) => liesInside(node, group)),
	);
}

function resize(view: CanvasView, evt: PointerEvent, node: CanvasNode, corner: string): void {
	const start: Box = { x: node.x, y: node.y, width: node.width, height: node.height };
	let x = 0;
	let y = 0;
	view.remember();
	drag(view, evt, (dx, dy) => {
		x += dx / view.viewport.scale;
		y += dy / view.viewport.scale;
		const width = Math.max(SMALLEST, Math.round(start.width + (corner.endsWith("w") ? -x : x)));
		const height = Math.max(
			SMALLEST,
			Math.round(start.height + (corner.startsWith("n") ? -y : y)),
		);
		if (corner.endsWith("w")) node.x = start.x + start.width - width;
		if (corner.startsWith("n")) node.y = start.y + start.height - height;
		node.width = width;
		node.height = height;
		view.moved();
	});
}

function connect(view: CanvasView, evt: PointerEvent, from: CanvasNode, fromSide: Side): void {
	drag(
		view,
		evt,
		() => undefined,
		(last) => {
			const el = view.wrapperEl.doc.elementFromPoint(last.clientX, last.clientY);
			const to = view.node(el?.closest(".canvas-node")?.getAttribute("data-id") ?? "");
			if (to === null || to.id === from.id) return;
			const toSide = sideTowards(to, from);
			view.change(({ edges }) =>
				edges.push({ id: newId(), fromNode: from.id, fromSide, toNode: to.id, toSide }),
			);
		},
	);
}

function drag(
	view: CanvasView,
	start: PointerEvent,
	step: (dx: number, dy: number) => void,
	end?: (evt: PointerEvent) => void,
): void {
	const { win } = view.wrapperEl;
	let { clientX, clientY } = start;
	const moved = (evt: PointerEvent): void => {
		step(evt.clientX - clientX, evt.clientY - clientY);
		({ clientX, clientY } = evt);
	};
	const finished = (evt: PointerEvent): void => {
		win.removeEventListener("pointermove", moved);
		win.removeEventListener("pointerup", finished);
		win.removeEventListener("pointercancel", finished);
		end?.(evt);
	};
	win.addEventListener("pointermove", moved);
	win.addEventListener("pointerup", finished);
	win.addEventListener("pointercancel", finished);
}

function nodeAt(view: CanvasView, evt: Event): CanvasNode | null {
	const el = evt.target instanceof Element ? evt.target.closest(".canvas-node") : null;
	return el === null ? null : view.node(el.getAttribute("data-id") ?? "");
}

function isControl(evt: Event): boolean {
	return (
		evt.target instanceof Element &&
		evt.target.closest(".canvas-controls, .canvas-card-menu") !== null
	);
}

function isTyping(evt: Event): boolean {
	return (
		evt.target instanceof HTMLElement &&
		(evt.target.isContentEditable || evt.target.tagName === "TEXTAREA")
	);
}

function scrolls(view: CanvasView, evt: WheelEvent): boolean {
	const el =
		evt.target instanceof Element
			? evt.target.closest<HTMLElement>(".canvas-node.is-focused .canvas-node-content")
			: null;
	return el !== null && el.scrollHeight > el.clientHeight + 1 && view.selection.size === 1;
}
