/** The small key cap beside a button's words. */
export function keyHint(parent: HTMLElement, key: string): void {
	parent.createEl("kbd", { text: key });
}
