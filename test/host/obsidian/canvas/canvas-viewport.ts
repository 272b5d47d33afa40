/** Where one looks: `x`, `y` is the canvas point in the middle of the wrapper, `scale` pixels a unit. */
import type { Box } from "./canvas-data";

export class CanvasViewport {
	x = 0;
	y = 0;
	scale = 1;
	readonly #wrapper: HTMLElement;
	readonly #canvas: HTMLElement;

	constructor(wrapper: HTMLElement, canvas: HTMLElement) {
		this.#wrapper = wrapper;
		this.#canvas = canvas;
	}

	apply(): void {
		const { clientWidth, clientHeight } = this.#wrapper;
		const left = clientWidth / 2 - this.x * this.scale;
		const top = clientHeight / 2 - this.y * this.scale;
		this.#canvas.style.transform = `translate(${left}px, ${top}px) scale(${this.scale})`;
		this.#wrapper.style.backgroundPosition = `${left}px ${top}px`;
		this.#wrapper.style.backgroundSize = `${20 * this.scale}px ${20 * this.scale}px`;
		this.#wrapper.style.setProperty("--zoom-multiplier", String(1 / Math.max(this.scale, 0.4)));
	}

	pan(dx: number, dy: number): void {
		this.x += dx / this.scale;
		this.y += dy / this.scale;
		this.apply();
	}

	/** Keeps the point under `clientX`, `clientY` where it is; without them the middle. */
	zoom(factor: number, clientX?: number, clientY?: number): void {
		const box = this.#wrapper.getBoundingClientRect();
		const at = this.toCanvas(
			clientX ?? box.left + box.width / 2,
			clientY ?? box.top + box.height / 2,
		);
		const next = Math.min(4, Math.max(0.06, this.scale * factor));
		const ratio = this.scale / next;
		this.x = at.x + (this.x - at.x) * ratio;
		this.y = at.y + (this.y - at.y) * ratio;
		this.scale = next;
		this.apply();
	}

	/** Shows a box whole, with a margin; never larger than life. */
	fit(box: Box): void {
		const { clientWidth, clientHeight } = this.#wrapper;
		this.x = box.x + box.width / 2;
		this.y = box.y + box.height / 2;
		const scale = Math.min(
			(clientWidth - 80) / box.width,
			(clientHeight - 120) / box.height,
			1,
		);
		this.scale = Number.isFinite(scale) && scale > 0 ? Math.max(0.06, scale) : 1;
		this.apply();
	}

	toCanvas(clientX: number, clientY: number): { x: number; y: number } {
		const box = this.#wrapper.getBoundingClientRect();
		return {
			x: this.x + (clientX - box.left - box.width / 2) / this.scale,
			y: this.y + (clientY - box.top - box.height / 2) / this.scale,
		};
	}
}
