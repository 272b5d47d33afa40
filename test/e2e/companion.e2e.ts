import { openHost } from "../host/open-host";

const source = (words: string) => `---\nstatus: new\nsource: https://example.org/${words}\n---\n==Marked ${words}.==\n`;

describe("the companion", () => {
	it("follows the source that the inbox shows, though the focus stays in the list", async () => {
		const host = await openHost({
			vault: {
				"Welcome.md": "Hello.",
				"Research/P/P.md": "---\ntype: research-project\n---\n",
				"Research/P/Sources/One.md": source("one"),
				"Research/P/Sources/Two.md": source("two"),
			},
		});
		await host.open("Welcome.md");
		await host.runCommand("Open companion");
		await host.see("Open a source, an outline or a draft");
		await host.runCommand("Open inbox");
		await host.page.waitForSelector(".winnow-inbox-row");
		const face = (words: string) =>
			host.page.waitForFunction(
				(wanted) => document.querySelector(".winnow-companion-face")?.textContent?.includes(wanted),
				{},
				words,
			);
		await host.press("j");
		await face("Marked two");
		await host.press("k");
		await face("Marked one");
	});
});
