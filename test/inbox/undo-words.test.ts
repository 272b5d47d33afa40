import { undoWords } from "../../src/inbox/act-words";
import { createMemoryStore } from "../../src/vault/device-store-memory";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { createUndoLog } from "../../src/vault/undo-log-store";
import { MemoryFiles, vaultParts } from "../vault/memory-files";

/** A note that was clipped with these pictures. */
function clipped(pictures: readonly string[]) {
	const files = new MemoryFiles({ "N.md": "note", ...Object.fromEntries(pictures.map((path) => [path, "aa"])) });
	const onStoreError = (error: unknown): never => {
		throw error;
	};
	const store = createMemoryStore();
	const started = () => createUndoLog({ store, vault: createSafeVaultOn(vaultParts(files)), newId: () => "1", onStoreError });
	let log = started();
	log.record({
		label: "Clipped 1 source",
		at: "2026-05-03T10:00:00Z",
		steps: [...pictures.map((path) => ({ kind: "saved", path, bytes: 2 }) as const), { kind: "created", path: "N.md", text: "note" }],
	});
	const words = async (direction: "undo" | "redo"): Promise<string> => {
		const outcome = await log[direction]();
		return outcome === null ? "" : undoWords(outcome, direction);
	};
	const restart = async (): Promise<void> => {
		await log.settled();
		log = started();
	};
	return { files, words, restart };
}

describe("a clip that is taken back and done again", () => {
	it("brings its pictures back", async () => {
		const { files, words } = clipped(["a.png", "b.png"]);
		await words("undo");
		expect(files.files.has("a.png")).toBe(false);
		expect(await words("redo")).not.toContain("picture");
		expect(["N.md", "a.png", "b.png"].every((path) => files.files.has(path))).toBe(true);
	});

	it("after a restart says that its pictures stay in the trash", async () => {
		const { files, words, restart } = clipped(["a.png", "b.png"]);
		expect(await words("undo")).not.toContain("picture");
		await restart();
		const again = await words("redo");
		expect(files.files.has("N.md")).toBe(true);
		expect(again).toContain("2 pictures do not come back. Put them back from your trash.");
		expect(again).not.toContain("changed since");
	});

	it("says nothing of pictures that were put back before", async () => {
		const { files, words } = clipped(["a.png"]);
		await words("undo");
		files.files.set("a.png", "aa");
		expect(await words("redo")).not.toContain("picture");
	});
});
