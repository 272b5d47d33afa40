import { createTrashedBytes } from "../../src/vault/trashed-bytes";

const bytes = (size: number) => new ArrayBuffer(size);

describe("bytes of what undo put into the trash", () => {
	it("are given back once, and only for a file of their size", () => {
		const trashed = createTrashedBytes(100);
		trashed.keep("a.png", bytes(10));
		expect(trashed.take("a.png", 11)).toBeNull();
		expect(trashed.take("a.png", 10)?.byteLength).toBe(10);
		expect(trashed.take("a.png", 10)).toBeNull();
	});

	it("are kept up to a limit, the oldest going first", () => {
		const trashed = createTrashedBytes(100);
		for (const [path, size] of [["a", 50], ["b", 40], ["c", 30], ["b", 45]] as const) trashed.keep(path, bytes(size));
		expect([trashed.take("a", 50), trashed.take("c", 30)?.byteLength, trashed.take("b", 45)?.byteLength]).toEqual([null, 30, 45]);
		trashed.keep("large", bytes(101));
		expect(trashed.take("large", 101)).toBeNull();
	});
});
