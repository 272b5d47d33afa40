/** Rows of about this many stand in one block: a change costs one block and a walk over the blocks. */
const BLOCK = 512;

type Block = { readonly heights: number[]; sum: number };

/**
 * Heights of rows in their order, in CSS pixels. A row that comes or goes costs about the square root of all rows,
 * where sums over all of them would cost a pass.
 */
export class RowHeights {
	private readonly blocks: Block[] = [];
	private rows = 0;
	private sum = 0;

	constructor(count: number, heightOf: (row: number) => number) {
		for (let from = 0; from < count; from += BLOCK) {
			const heights: number[] = [];
			for (let row = from; row < Math.min(from + BLOCK, count); row += 1)
				heights.push(heightOf(row));
			this.append(heights);
		}
	}

	get count(): number {
		return this.rows;
	}

	/** Of all rows. */
	get total(): number {
		return this.sum;
	}

	/** Before the row that stands there now; at `count` behind the last. */
	insert(row: number, height: number): void {
		if (this.blocks.length === 0) return this.append([height]);
		const { index, from } = this.blockOf(Math.min(row, this.rows - 1));
		const block = this.blocks[index];
		if (block === undefined) return;
		block.heights.splice(row - from, 0, height);
		this.add(block, height, 1);
		if (block.heights.length >= 2 * BLOCK) this.split(index, block);
	}

	remove(row: number): void {
		const { index, from } = this.blockOf(row);
		const block = this.blocks[index];
		const [height] = block?.heights.splice(row - from, 1) ?? [];
		if (block === undefined || height === undefined) return;
		this.add(block, -height, -1);
		if (block.heights.length === 0) this.blocks.splice(index, 1);
	}

	replace(row: number, height: number): void {
		const { index, from } = this.blockOf(row);
		const block = this.blocks[index];
		const before = block?.heights[row - from];
		if (block === undefined || before === undefined) return;
		block.heights[row - from] = height;
		this.add(block, height - before, 0);
	}

	/** The heights of all rows before this one. */
	before(row: number): number {
		let [top, from] = [0, 0];
		for (const { heights, sum } of this.blocks) {
			if (row < from + heights.length) return top + sumOf(heights, row - from);
			top += sum;
			from += heights.length;
		}
		return top;
	}

	/** The last row that begins at or above this height; `count` from the end of the last on. */
	at(y: number): number {
		let [top, from] = [0, 0];
		for (const { heights, sum } of this.blocks) {
			if (y < top + sum) return Math.max(0, from + within(heights, y - top));
			top += sum;
			from += heights.length;
		}
		return this.rows;
	}

	private append(heights: number[]): void {
		const block = { heights, sum: sumOf(heights, heights.length) };
		this.blocks.push(block);
		this.rows += heights.length;
		this.sum += block.sum;
	}

	private split(index: number, block: Block): void {
		const rest = block.heights.splice(BLOCK);
		const sum = sumOf(rest, rest.length);
		block.sum -= sum;
		this.blocks.splice(index + 1, 0, { heights: rest, sum });
	}

	private add(block: Block, height: number, rows: number): void {
		block.sum += height;
		this.sum += height;
		this.rows += rows;
	}

	/** @param row of those there are. `from`: the block's first. */
	private blockOf(row: number): Readonly<{ index: number; from: number }> {
		let from = 0;
		for (let index = 0; index < this.blocks.length; index += 1) {
			const size = this.blocks[index]?.heights.length ?? 0;
			if (row < from + size) return { index, from };
			from += size;
		}
		return { index: -1, from };
	}
}

function sumOf(heights: readonly number[], until: number): number {
	let sum = 0;
	for (let at = 0; at < until; at += 1) sum += heights[at] ?? 0;
	return sum;
}

/** The row of a block that covers this height within it. */
function within(heights: readonly number[], y: number): number {
	let bottom = 0;
	for (let at = 0; at < heights.length; at += 1) {
		bottom += heights[at] ?? 0;
		if (y < bottom) return at;
	}
	return heights.length - 1;
}
