import { openHost, type Host } from "../host/open-host";

describe("the demo vault of `npm run try`", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault: "../../host/demo-vault", standIn: true });
	});

	it("starts Winnow with its inbox filled", async () => {
		await host.see("A mixture is a menu");
		await host.see("Claude is played by a local stand-in");
	});

	it("shows outline, draft and settings without an error", async () => {
		await host.open("Research/LLM training/Outline.canvas");
		await host.see("Twice is not the same as once");
		await host.open("Research/LLM training/Draft.md");
		await host.see("Reading before renting");
		await host.press("Control+,");
		await host.page.waitForSelector(".vertical-tab-nav-item.is-active");
		await host.see("Winnow");
	});
});
