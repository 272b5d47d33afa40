import { openHost, type Host } from "../host/open-host";

describe("the demo vault of `npm run try`", () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ vault: "../../host/demo-vault", standIn: true, demoWeb: true });
	});

	it("starts Winnow with its inbox filled", async () => {
		await host.see("A mixture is a menu");
		await host.see("Claude is played by a local stand-in");
	});

	it("clips what waits in the queue when the person presses the first button they see", async () => {
		await host.see("3 links wait in the queue.");
		await host.button("Continue").click();
		await host.see("3 of 3 clipped");
		await host.noteSays("Research/Queue.md", /- \[x\] https:\/\/www\.example\.com\/essays\/the-cost-of-a-token/);
		await host.press("Escape");
		await host.see("The cost of a token");
	});

	it("marks a weak spot from the draft's editor as one change", async () => {
		await host.open("Research/LLM training/Draft.md");
		await host.select("I did not understand this as a child");
		await host.runCommand("Mark weak spot…");
		await host.page.waitForSelector(".prompt .suggestion-item");
		await host.page.keyboard.type("which year?");
		await host.press("Enter");
		const before = "I think of it now nearly every week.";
		await host.noteSays("Research/LLM training/Draft.md", `${before} %% unclear: which year? %%`);
		await host.press("Control+z");
		await host.noteSays("Research/LLM training/Draft.md", new RegExp(`${before}\n`));
	});

	it("says of the whole draft what it cites while the cursor stands before the first section", async () => {
		await host.select("My grandmother had a bakery");
		await host.runCommand("Open companion");
		await host.see("Whole draft: ");
		await host.see("cited 1×");
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
