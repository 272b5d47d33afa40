/** Words set anew make the browser lay out everything around them, the same words too. */
export function showWords(element: HTMLElement, words: string): void {
	if (element.textContent !== words) element.setText(words);
}
