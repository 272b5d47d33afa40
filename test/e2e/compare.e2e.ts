import { openHost, type Host } from "../host/open-host";

const RESEARCH = "Research/LLM training";
const waitForCards = (host: Host, count: number) =>
	host.page.waitForFunction((wanted) => document.querySelectorAll(".winnow-answer").length === wanted, {}, count);
/** Waits until the card that has the focus offers an act by this key. */
const focusedCard = (host: Host, act: string) =>
	host.page.waitForFunction(
		(key) => document.activeElement?.matches(".winnow-answer") === true && document.activeElement.querySelector(`[data-act=${key}]`) !== null,
		{},
		act,
	);

describe("comparing sources", () => {
	const FIRST = `${RESEARCH}/Sources/Data/Duplicates are not free.md`;
	let host: Host;
	let before: string;
	beforeAll(async () => {
		host = await openHost({ vault: "../../host/demo-vault", standIn: true, size: { width: 1440, height: 900 } });
		before = host.readNote(FIRST);
		await host.open(FIRST);
	});

	it("asks for another source first, then shows both above the field; nothing is sent yet", async () => {
		await host.runCommand("Compare sources…");
		await host.page.waitForSelector(".prompt .suggestion-item");
		await host.page.keyboard.type("mixture");
		await host.press("Enter");
		await host.page.waitForSelector(".winnow-ask-other");
		await host.page.waitForFunction(() => document.activeElement?.matches(".winnow-ask-field") === true);
		expect(JSON.stringify(host.standIn?.state.requests)).not.toContain("tastings");
	});

	it("sends both on Enter, with the usual question where none is typed, and keeps the answer in the note in front by y", async () => {
		await host.press("Enter");
		await waitForCards(host, 1);
		await focusedCard(host, "y");
		const sent = JSON.stringify(host.standIn?.state.requests.at(-1));
		expect(sent).toContain("Where do these sources agree");
		expect(sent).toContain("Small tastings");
		expect(sent).toContain("recited word for word");
		await host.press("y");
		await host.noteSays(FIRST, "> [!question] Where do these sources agree, and where do they differ? (A mixture is a menu)");
		await focusedCard(host, "u");
		await host.press("u");
		await host.page.waitForFunction(() => document.querySelector(".winnow-answer [data-act=y]") !== null);
		expect(host.readNote(FIRST)).toBe(before);
	});

	it("means the source that the inbox shows, whatever tab was used last", async () => {
		await host.page.evaluate(async () => {
			const { workspace, vault } = window.__host.app;
			const plan = await vault.create("All.base", "views: []\n");
			await workspace.getLeaf("tab").openFile(plan);
		});
		await host.runCommand("Open inbox");
		await host.page.locator("[role=tab]::-p-text(Kept)").click();
		await host.page.locator(".winnow-inbox-row::-p-text(Warm up, hold, let go)").click();
		await host.page.waitForSelector('.mod-root .workspace-tab-header.is-active[aria-label="Warm up, hold, let go"]');
		await host.runCommand("Compare sources…");
		await host.page.waitForSelector('.prompt input[placeholder*="Warm up, hold, let go"]');
		await host.press("Escape");
	});

	it("begins from a selection in the inbox's menu as well", async () => {
		await host.runCommand("Open inbox");
		await host.page.locator("[role=tab]::-p-text(Kept)").click();
		await host.page.locator('.winnow-inbox-row::-p-text(What we threw away)').click();
		await host.press("x", "ArrowDown", "x", "Shift+F10");
		await host.page.locator(".menu-item::-p-text(Compare…)").click();
		await host.page.waitForFunction(() => document.activeElement?.matches(".winnow-ask-field") === true);
		await host.page.waitForSelector(".winnow-ask-other");
		await host.page.locator(".winnow-ask-other button").click();
	});

	it("is one question: the next one goes to the source in front alone", async () => {
		await host.page.waitForFunction(() => document.querySelector(".winnow-ask-other") === null);
	});
});
