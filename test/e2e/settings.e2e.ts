import { openHost, type Host } from "../host/open-host";

const settingsOf = (host: Host) =>
	JSON.parse(host.readNote(".obsidian/plugins/winnow/data.json")) as Record<string, unknown>;
const DATA = ".obsidian/plugins/winnow/data.json";
const row = (host: Host, name: string) =>
	host.page.locator(
		`::-p-xpath(//*[contains(concat(" ", @class, " "), " setting-item ")][.//*[@class="setting-item-name"][text()="${name}"]])`,
	);
const back = (host: Host) => host.button("Back").click();

describe("settings", () => {
	it("watch a folder that was typed or picked, and forget one", async () => {
		const host = await openHost({
			vault: {
				"Research/A.md": "A",
				"Web/Grain.md": "---\nsource: https://example.org/grain\n---\nGrain.",
			},
		});
		await host.press("Control+,");
		await row(host, "Watched folders").click();
		await host.button("Watch a folder").click();
		await host.page.waitForFunction(
			() => document.querySelectorAll('[aria-label="Folder"]').length === 2,
		);
		const fields = await host.page.$$('[aria-label="Folder"]');
		await fields[1]?.type("We");
		await host.page.locator(".suggestion-container .suggestion-item").click();
		await host.noteSays(DATA, /"watchedFolders": "Clippings\\nWeb"/);
		await back(host);
		await host.see("Clippings, Web");
		await host.press("Escape");
		await host.runCommand("Open inbox");
		await host.see("Grain");

		await host.press("Control+,");
		await row(host, "Watched folders").click();
		await host.page.locator('::-p-aria([name="Delete"][role="button"])').click();
		await host.noteSays(DATA, /"watchedFolders": "Web"/);
	});

	it("choose a model from the host's own list, or any other by its id", async () => {
		const host = await openHost({ vault: { "A.md": "A" }, standIn: true });
		await host.press("Control+,");
		await row(host, "Model for each pass").click();
		await host.see("Stand-in (no Claude), middle");
		await host.see("No known price · reads 200,000 tokens · writes 32,000");
		const [edits] = await host.page.$$(".setting-item select");
		await edits?.select("claude-sonnet-5-5");
		await host.noteSays(DATA, /"claudeModelTighten": "claude-sonnet-5-5"/);
		await edits?.select("\0other");
		await host.page.locator('[aria-label="Id of the model"]').fill("local-model");
		await host.noteSays(DATA, /"claudeModelTighten": "local-model"/);
		await back(host);
		await host.see("local-model, questions");
	});

	it("know models and prices before a host was asked", async () => {
		const host = await openHost({ vault: { "A.md": "A" } });
		await host.press("Control+,");
		await host.see("Haiku 5.5, questions Sonnet 5.5");
		await row(host, "Model for each pass").click();
		await host.see("$0.10 per million tokens in, $0.50 out (2026-10)");
		await host.see("From Winnow's own table");
	});

	it("test the line, and say so when it is known", async () => {
		const host = await openHost({ vault: { "A.md": "A" }, standIn: true });
		await host.press("Control+,");
		await host.button("Test").click();
		await host.see("Reached; answers stream. 2 models may be used.");
		await host.button("Test again").wait();
	});

	it.each([true, false])(
		"go to the next source after deciding, or stay: %s",
		async (inboxNext) => {
			const source = (words: string) =>
				`---\nstatus: new\nsource: https://example.org/${words}\n---\nText of ${words}.\n`;
			const host = await openHost({
				vault: {
					"Research/P/P.md": "---\ntype: research-project\n---\n",
					"Research/P/Sources/One.md": source("one"),
					"Research/P/Sources/Two.md": source("two"),
				},
				settings: { inboxNext },
			});
			await host.runCommand("Open inbox");
			await host.page.waitForSelector(".winnow-inbox-row");
			await host.press("j", "k");
			await host.see("Text of one.");
			await host.press("y");
			await host.noteSays("Research/P/Sources/One.md", /^status: kept$/m);
			if (!inboxNext) {
				await host.see("Text of one.");
				await host.press("j");
			}
			await host.see("Text of two.");
		},
	);

	it("refuse what makes no sense", async () => {
		const host = await openHost({ vault: { "A.md": "A" } });
		await host.press("Control+,");
		const month = await host.page.waitForSelector('[placeholder="No limit"]');
		await month?.type("x");
		await host.see("An amount in US dollars");
		expect(host.exists(DATA) ? settingsOf(host)["claudeMonth"] : "10").not.toBe("10x");
	});

	it("live in a window of their own, as in the app", async () => {
		const host = await openHost({
			vault: { "A.md": "A" },
			standIn: true,
			secrets: { "claude-api-key": "sk-test" },
			settings: { claudeKeyName: "claude-api-key" },
			settingsWindow: true,
		});
		const opened = new Promise<typeof host.page | null>((resolve) =>
			host.page.once("popup", resolve),
		);
		await host.press("Control+,");
		const win = await opened;
		if (win === null) throw new Error("no window");
		await win.locator("::-p-text(Model for each pass)").click();
		// The list asks whether the key may go to this host: over the settings, not behind them.
		await win.locator("::-p-text(List again)").click();
		await win.locator("::-p-text(Allow 127.0.0.1)").click();
		await win.locator("::-p-text(As 127.0.0.1)").wait();
	});
});
