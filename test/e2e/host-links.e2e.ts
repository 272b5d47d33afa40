import { openHost, type Host } from "../host/open-host";

const LINK = "[Clip this](obsidian://winnow?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&title=x)";

describe("a link of the app's own kind in a note", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault: { "Link.md": `${LINK}\n` } });
		await host.page.evaluate(async () => {
			const { workspace } = window.__host.app;
			await workspace.getLeaf(false).setViewState({ type: "markdown", active: true, state: { file: "Link.md", mode: "preview" } });
		});
	});
	const sheetHolds = (address: string) =>
		host.page.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>(".modal-container textarea")?.value.includes(wanted), {}, address);
	const press = () => host.page.locator("a::-p-text(Clip this)").click();

	it("does nothing before the person says so", async () => {
		await press();
		await host.see("A link wants to run “winnow”.");
		await host.button("Cancel").click();
		await host.seeNot("A link wants to run");
		expect(await host.page.$(".winnow-clip")).toBeNull();
	});

	it("opens the plugin's sheet with the address; nothing is clipped unseen", async () => {
		await press();
		await host.page.locator("label::-p-text(Don't ask again)").click();
		await host.button("Open").click();
		await sheetHolds("https://example.org/a?b=1");
		await host.press("Escape");
	});

	it("is not asked about again where the person said so", async () => {
		await host.page.waitForFunction(() => document.querySelector(".modal-container") === null);
		await press();
		await sheetHolds("https://example.org/a?b=1");
	});
});
