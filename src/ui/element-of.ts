/**
 * The element an event began at; of a text its parent. An icon is an SVG element and no HTMLElement:
 * who asks for one of those loses every click on an icon.
 */
export function elementOf(event: Event): Element | null {
	const node = event.target as Node | null;
	if (node === null || !("instanceOf" in node)) return null;
	return node.instanceOf(Element) ? node : node.parentElement;
}
