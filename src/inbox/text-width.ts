/** Chinese, Japanese and Korean characters of one width: measured once, not each by itself. */
const FULL_WIDTH = /[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/;

/**
 * How wide a text is on one line, summed up from its characters. Letters that join or kern make it a little
 * narrower than that, never wider.
 */
export class TextWidth {
	private readonly known = new Map<string, number>();

	/** @param measure the width of one character in pixels. */
	constructor(private readonly measure: (character: string) => number) {}

	of(text: string): number {
		let width = 0;
		for (const character of text) width += this.ofCharacter(character);
		return width;
	}

	private ofCharacter(character: string): number {
		const known = this.known.get(character);
		if (known !== undefined) return known;
		const alike = FULL_WIDTH.test(character) && character !== "一" ? "一" : null;
		const width = alike === null ? this.measure(character) : this.ofCharacter(alike);
		this.known.set(character, width);
		return width;
	}
}
