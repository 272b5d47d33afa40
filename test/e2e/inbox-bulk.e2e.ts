import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

async function openInbox(count: number): Promise<Host> {
	const host = await openHost({ vault: projectWith(count), settings: { inboxPreview: false } });
	await host.runCommand("Open inbox");
	await listHasFocus(host);
	return host;
}

async function listHasFocus({ page }: Host): Promise<void> {
	await page.waitForSelector(".winnow-inbox-row");
	await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
}

function written(host: Host, count: number, words: string): number {
	return Array.from({ length: count }, (_, at) => host.readNote(pathOf(at + 1))).filter((text) => text.includes(words)).length;
}

describe("an act on many sources", () => {
	it("is stopped half way, says what was done, and takes that back", async () => {
		const count = 800;
		const host = await openInbox(count);
		await host.press("Control+a");
		await host.see(`${count} selected`);
		await host.press("n");
		await host.button("Stop").click();
		await host.see("Stopped after");
		await host.settled();
		const done = written(host, count, "status: deleted");
		expect(done).toBeGreaterThan(0);
		expect(done).toBeLessThan(count);
		await host.see(`${done} of ${count} read`);
		await host.press("u");
		await host.see("Taken back");
		await host.see(`0 of ${count} read`);
		for (let number = 1; number <= count; number += 1)
			if (host.readNote(pathOf(number)) !== sourceNote(number)) throw new Error(`${pathOf(number)} is not as it was`);
		await host.close();
	});

	it("is stopped by taking it back at once", async () => {
		const count = 400;
		const host = await openInbox(count);
		await host.press("Control+a");
		await host.see(`${count} selected`);
		await host.press("y", "u");
		await host.see("Taken back");
		await host.see(`0 of ${count} read`);
		await host.settled();
		expect(written(host, count, "status: kept")).toBe(0);
		await host.close();
	});

	it("is taken back after the app was started anew", async () => {
		const host = await openInbox(4);
		await host.press("x", "j", "x", "n");
		await host.noteSays(pathOf(2), /^status: deleted/m);
		await host.see("2 of 4 read");
		await host.settled();
		await host.restart();
		await host.runCommand("Open inbox");
		await listHasFocus(host);
		await host.see("2 of 4 read");
		await host.press("u");
		await host.see("0 of 4 read");
		await host.noteSays(pathOf(1), /^status: new/m);
		for (const number of [1, 2]) expect(host.readNote(pathOf(number))).toBe(sourceNote(number));
		await host.close();
	});
});
