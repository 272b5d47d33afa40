import { ValueComponent } from "./components";

type RGB = { r: number; g: number; b: number };
type HSL = { h: number; s: number; l: number };

export class ColorComponent extends ValueComponent<string> {
	#inputEl: HTMLInputElement;
	#callback: ((value: string) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.#inputEl = containerEl.createEl("input", { type: "color" });
		this.#inputEl.addEventListener("change", () => this.#callback?.(this.getValue()));
	}

	override setDisabled(disabled: boolean): this {
		this.#inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.#inputEl.value;
	}

	getValueRgb(): RGB {
		const digits = this.getValue().slice(1);
		const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) =>
			Number.parseInt(digits.slice(at, at + 2), 16),
		);
		return { r, g, b };
	}

	getValueHsl(): HSL {
		const { r, g, b } = this.getValueRgb();
		const [max, min] = [Math.max(r, g, b) / 255, Math.min(r, g, b) / 255];
		const l = (max + min) / 2;
		const range = max - min;
		if (range === 0) return { h: 0, s: 0, l: Math.round(l * 100) };
		const s = range / (1 - Math.abs(2 * l - 1));
		const [red, green, blue] = [r / 255, g / 255, b / 255];
		const turn =
			max === red
				? ((green - blue) / range) % 6
				: max === green
					? (blue - red) / range + 2
					: (red - green) / range + 4;
		return {
			h: Math.round((turn * 60 + 360) % 360),
			s: Math.round(s * 100),
			l: Math.round(l * 100),
		};
	}

	setValue(value: string): this {
		this.#inputEl.value = value;
		return this;
	}

	setValueRgb({ r, g, b }: RGB): this {
		return this.setValue(
			`#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`,
		);
	}

	setValueHsl({ h, s, l }: HSL): this {
		const reach = (s / 100) * Math.min(l / 100, 1 - l / 100);
		const part = (n: number): number => {
			const k = (n + h / 30) % 12;
			return 255 * (l / 100 - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
		};
		return this.setValueRgb({ r: part(0), g: part(8), b: part(4) });
	}

	onChange(callback: (value: string) => unknown): this {
		this.#callback = callback;
		return this;
	}
}
