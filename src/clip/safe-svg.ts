/** The browser's XML, handed in. */
export type XmlTools = Readonly<{ parse(xml: string): Document; print(document: Document): string }>;

const SVG = "http://www.w3.org/2000/svg";

/** What runs, loads or leads away. Whatever is not listed only draws. */
const ACTIVE = new Set(["script", "handler", "listener", "iframe", "embed", "object", "audio", "video", "a"]);
/** These can put an address or an event into another element later. */
const ANIMATIONS = new Set(["animate", "set", "animatetransform", "animatemotion", "discard"]);

/**
 * A drawing without anything that runs, loads or leads out of the vault. Null: it is broken, declares entities, or
 * draws its words with HTML, which would be lost without a trace.
 */
export function safeSvg(text: string, xml: XmlTools): string | null {
	if (/<!(?:ENTITY|ATTLIST)/i.test(text)) return null;
	const document = xml.parse(text);
	const root = document.documentElement;
	if (root.localName !== "svg" || document.querySelector("parsererror, foreignObject") !== null) return null;
	const all = [...root.querySelectorAll("*")];
	for (const element of all) {
		if (element.namespaceURI !== SVG || isActive(element)) drop(element);
	}
	for (const element of [root, ...root.querySelectorAll("*")]) {
		for (const { name, value } of [...element.attributes]) if (!isHarmless(name, value)) element.removeAttribute(name);
		if (element.localName === "style" && loads(element.textContent ?? "")) element.remove();
	}
	for (const node of [...document.childNodes]) if (node !== root) node.remove();
	return xml.print(document);
}

function isActive(element: Element): boolean {
	const name = element.localName.toLowerCase();
	if (ACTIVE.has(name)) return true;
	if (!ANIMATIONS.has(name)) return false;
	return /^(?:xlink:)?href$|^on/i.test((element.getAttribute("attributeName") ?? "").trim());
}

/** What a link wraps is drawn all the same. */
function drop(element: Element): void {
	if (element.localName === "a" && element.namespaceURI === SVG) element.replaceWith(...element.childNodes);
	else element.remove();
}

function isHarmless(name: string, value: string): boolean {
	const local = name.toLowerCase().replace(/^.*:/, "");
	if (local.startsWith("on") || local === "base" || local === "target") return false;
	if (local === "href" || local === "src") return /^\s*#/.test(value) || /^\s*data:image\/(?:png|jpe?g|gif|webp);/i.test(value);
	if (/^xmlns(?::|$)/i.test(name)) return true;
	return !loads(value) && !/javascript:/i.test(value.replace(/\s/g, ""));
}

/** Whether CSS fetches something. Escapes could hide it, so they count as fetching. */
function loads(css: string): boolean {
	if (/@import|expression\s*\(|image-set\s*\(|-moz-binding/i.test(css) || css.includes("\\")) return true;
	for (const match of css.matchAll(/url\(\s*["']?\s*([^"')]{0,40})/gi)) {
		if (!/^(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/))/i.test(match[1] ?? "")) return true;
	}
	return false;
}
