/**
 * Rows of a panel that keys move through: one is in the tab order, and it is found again by its
 * `data-row` after a render, so that nothing jumps.
 */
export class RovingRows {
	private current: string | null = null;

	constructor(
		private readonly container: HTMLElement,
		private readonly onMove: () => void = () => undefined,
	) {
		// Focus comes by Tab and mouse as well: a render must give it back to the row it came to.
		container.addEventListener("focusin", ({ target }) => {
			const node = target as Node | null;
			const row = node?.instanceOf(HTMLElement) ? node.closest<HTMLElement>("[data-row]") : null;
			if (row?.dataset.row !== undefined) this.current = row.dataset.row;
		});
	}

	/** Every row that is shown, in order of the page. */
	all(): readonly HTMLElement[] {
		return [...this.container.querySelectorAll<HTMLElement>("[data-row]")];
	}

	/** The row that has focus, else the one that had it last. */
	focused(): HTMLElement | null {
		const { activeElement } = this.container.doc;
		const rows = this.all();
		return (
			rows.find((row) => row === activeElement || row.contains(activeElement)) ??
			this.byKey(this.current) ??
			null
		);
	}

	move(by: number): void {
		const rows = this.all();
		const row = this.focused();
		const at = row === null ? -1 : rows.indexOf(row);
		const next = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + by))];
		if (next !== undefined) this.focus(next);
	}

	focus(row: HTMLElement): void {
		this.select(row);
		row.focus();
		row.scrollIntoView({ block: "nearest" });
	}

	/** Marks a row as the current one without taking the focus. */
	select(row: HTMLElement): void {
		for (const other of this.all()) {
			other.tabIndex = other === row ? 0 : -1;
			other.toggleClass("is-focused", other === row);
		}
		this.current = row.dataset.row ?? null;
		this.onMove();
	}

	/** After a render: the row of before is current again, and has focus if one had. */
	restore(hadFocus: boolean): void {
		const row = this.byKey(this.current) ?? this.all()[0];
		if (row === undefined) return;
		if (hadFocus) this.focus(row);
		else this.select(row);
	}

	hasFocus(): boolean {
		return this.container.contains(this.container.doc.activeElement);
	}

	/** j, k and the arrows. True: handled. */
	onKey(letter: string): boolean {
		if (letter === "j" || letter === "ArrowDown") this.move(1);
		else if (letter === "k" || letter === "ArrowUp") this.move(-1);
		else return false;
		return true;
	}

	private byKey(key: string | null): HTMLElement | undefined {
		return key === null ? undefined : this.all().find((row) => row.dataset.row === key);
	}
}
