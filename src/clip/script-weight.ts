/** How much more a character of the text's script says than a Latin one: a Chinese character stands for a word of some letters. */
export function scriptWeight(element: Element): number {
	const text = (element.textContent ?? "").slice(0, 2000);
	return (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length > text.length * 0.3 ? 3 : 1;
}
