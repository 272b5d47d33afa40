import { createElement, icons, type IconNode } from "lucide";

const added = new Map<string, string>();
const nodes = icons as unknown as Record<string, IconNode>;
/** `file-text` → the icon's node list; built once, lucide names its exports in PascalCase. */
const byId = new Map(Object.keys(nodes).map((name) => [kebab(name), nodes[name]]));
export function addIcon(iconId: string, svgContent: string): void {
	added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
	added.delete(iconId);
}

export function getIconIds(): string[] {
	return [...[...byId.keys()].map((id) => `lucide-${id}`), ...added.keys()];
}

export function getIcon(iconId: string): SVGSVGElement | null {
	const own = added.get(iconId);
	if (own !== undefined) {
		const drawn = new DOMParser().parseFromString(
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100" class="svg-icon">${own}</svg>`,
			"image/svg+xml",
		).documentElement as unknown as SVGSVGElement;
		drawn.classList.add(iconId);
		return document.importNode(drawn, true);
	}
	const id = iconId.replace(/^lucide-/, "");
	const node = byId.get(id);
	if (node === undefined) return null;
	const svg = createElement(node) as unknown as SVGSVGElement;
	svg.setAttribute("class", `svg-icon lucide-${id}`);
	return svg;
}

export function setIcon(parent: HTMLElement, iconId: string): void {
	const icon = getIcon(iconId);
	parent.querySelectorAll(":scope > svg.svg-icon").forEach((old) => old.remove());
	if (icon !== null) parent.prepend(icon);
}

function kebab(name: string): string {
	return name
		.replace(/([a-z])([A-Z])/g, "$1-$2")
		.replace(/([a-zA-Z])(\d)/g, "$1-$2")
		.replace(/(\d)([A-Z])/g, "$1-$2")
		.replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
		.toLowerCase();
}
