/** Things that belong together, by and by. */
export class Groups<Item> {
	private readonly of = new Map<Item, Set<Item>>();

	join(a: Item, b: Item): void {
		const [one, other] = [this.of.get(a) ?? new Set([a]), this.of.get(b) ?? new Set([b])];
		if (one === other) return;
		const [large, small] = one.size >= other.size ? [one, other] : [other, one];
		for (const item of small) large.add(item);
		this.of.set(a, large);
		this.of.set(b, large);
		for (const item of small) this.of.set(item, large);
	}

	/** Groups of two and more, and what is in them, in the order given. */
	inOrder(items: readonly Item[]): readonly (readonly Item[])[] {
		const groups = new Map<Set<Item>, Item[]>();
		for (const item of items) {
			const group = this.of.get(item);
			if (group === undefined) continue;
			const known = groups.get(group);
			if (known === undefined) groups.set(group, [item]);
			else known.push(item);
		}
		return [...groups.values()].filter(({ length }) => length > 1);
	}
}
