import fc from "fast-check";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { MemoryFiles, vaultParts } from "./memory-files";

const RUNS = Number(process.env.INTERLEAVINGS ?? 1000);

describe("acts at the same moment as another plugin's writes", () => {
	it(`lose no word in any order (${RUNS} orders)`, async () => {
		const law = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
			const files = new MemoryFiles({ "N.md": "---\nstatus: new\n---\nFirst words.\n" });
			let call = 0;
			files.pause = () =>
				scheduler.schedule(Promise.resolve(), `call ${++call}`).then(() => undefined);
			const vault = createSafeVaultOn(vaultParts(files));
			const add = (text: string, words: string): string => `${text}${words}\n`;
			const prose = async (words: string): Promise<boolean> => {
				const read = await vault.read("N.md");
				return (
					read.ok &&
					(await vault.editProse("N.md", read.value, (text) => add(text, words))).ok
				);
			};
			const acts = Promise.all([
				vault.changeProperties("N.md", { status: "kept", decided: "2026-05-03" }),
				prose("An accepted edit."),
				files.process("N.md", (text) => add(text, "Another plugin.")),
				vault.changeText("N.md", (text) => ({
					ok: true,
					value: add(text, "A list's line."),
				})),
				files.process("N.md", (text) => text.replace("First words", "First words, linted")),
			]);
			await scheduler.waitFor(acts);
			const [kept, isEdited, , listed] = await acts;
			const now = files.files.get("N.md") ?? "";
			expect(now).toContain("First words, linted.");
			expect(now).toContain("Another plugin.");
			expect([now.includes("status: kept"), now.includes("decided")]).toEqual([
				kept.ok,
				kept.ok,
			]);
			expect(now.includes("A list's line.")).toBe(listed.ok);
			expect(now.includes("An accepted edit.")).toBe(isEdited);
		});
		await fc.assert(law, { numRuns: RUNS });
	});
});
