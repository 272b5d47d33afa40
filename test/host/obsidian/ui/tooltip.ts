export type TooltipOptions = {
	placement?: "bottom" | "right" | "left" | "top";
	classes?: string[];
	gap?: number;
	delay?: number;
};

const SHOW_AFTER_MS = 600;
const options = new WeakMap<Element, TooltipOptions>();
let shown: HTMLElement | null = null;
let timer: number | null = null;

/** The words also are the element's accessible name, as in the app: there `aria-label` drives it. */
export function setTooltip(el: HTMLElement, tooltip: string, how: TooltipOptions = {}): void {
	if (tooltip === "") el.removeAttribute("aria-label");
	else el.setAttribute("aria-label", tooltip);
	options.set(el, how);
	if (how.placement !== undefined) el.setAttribute("data-tooltip-position", how.placement);
}

export function displayTooltip(
	target: HTMLElement,
	content: string | DocumentFragment,
	how: TooltipOptions = {},
): void {
	hideTooltip();
	const el = target.doc.body.createDiv({
		cls: ["tooltip", ...(how.classes ?? [])],
		attr: { role: "tooltip" },
	});
	el.createDiv({ cls: "tooltip-arrow" });
	el.append(typeof content === "string" ? target.doc.createTextNode(content) : content);
	shown = el;
	const at = target.getBoundingClientRect();
	const placement = how.placement ?? "bottom";
	const gap = how.gap ?? 8;
	el.addClass(`mod-${placement}`);
	const middleX = at.left + at.width / 2 - el.offsetWidth / 2;
	const middleY = at.top + at.height / 2 - el.offsetHeight / 2;
	const [x, y] = {
		bottom: [middleX, at.bottom + gap],
		top: [middleX, at.top - gap - el.offsetHeight],
		left: [at.left - gap - el.offsetWidth, middleY],
		right: [at.right + gap, middleY],
	}[placement] as [number, number];
	el.style.left = `${Math.max(4, Math.min(x, target.win.innerWidth - el.offsetWidth - 4))}px`;
	el.style.top = `${Math.max(4, y)}px`;
}

export function hideTooltip(): void {
	shown?.remove();
	shown = null;
	if (timer !== null) window.clearTimeout(timer);
	timer = null;
}

/** Everything with an `aria-label` shows it under the mouse ([M]). */
export function watchTooltips(doc: Document): void {
	doc.addEventListener("mouseover", (event) => {
		const target =
			(event.target as Element | null)?.closest<HTMLElement>("[aria-label]") ?? null;
		hideTooltip();
		if (
			target === null ||
			target.closest(".modal[aria-label]") === target ||
			target.matches("input, textarea, [role=dialog]")
		)
			return;
		const how = options.get(target) ?? {};
		const placement = target.getAttribute("data-tooltip-position") as
			TooltipOptions["placement"] | null;
		timer = window.setTimeout(() => {
			const words = target.getAttribute("aria-label");
			if (words !== null && target.isConnected)
				displayTooltip(target, words, placement === null ? how : { ...how, placement });
		}, how.delay ?? SHOW_AFTER_MS);
	});
	doc.addEventListener("pointerdown", hideTooltip, true);
	doc.addEventListener("keydown", hideTooltip, true);
}
