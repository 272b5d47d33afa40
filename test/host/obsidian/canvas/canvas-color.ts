/** JSON Canvas colours: "1" to "6" name the theme's palette, all else is a CSS colour. */
export function setCanvasColor(el: HTMLElement | SVGElement, color: unknown): void {
	for (let preset = 1; preset <= 6; preset++)
		el.classList.toggle(`mod-canvas-color-${preset}`, color === String(preset));
	const isOwn = typeof color === "string" && /^#[0-9a-f]{3,8}$/i.test(color);
	el.classList.toggle("mod-canvas-color-custom", isOwn);
	if (isOwn) el.style.setProperty("--canvas-color", color);
	else el.style.removeProperty("--canvas-color");
	el.classList.toggle("is-themed", isOwn || /^[1-6]$/.test(String(color)));
}
