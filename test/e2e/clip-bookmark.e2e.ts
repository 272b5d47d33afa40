import type { Page } from "puppeteer-core";
import { openHost, type Host } from "../host/open-host";
import { until } from "./until";

const PROJECT = "Research/Wind and grain";
const VAULT = { [`${PROJECT}/Wind and grain.md`]: "---\ntype: research-project\n---\n# Wind and grain\n" };
const LONG = "The keeper wrote it down once more. ";
const MILL = "https://mill.example/mill";
const PAGE = `<title>On mills &amp; husks</title><article><h1>On mills</h1><p>Not selected at all.</p><section id="some"><p>Husks &amp; <a href="/oats?a=1&b=2">oats</a>, 谷壳 # 100% + <code>a&lt;b</code>.</p><ul><li>one</li><li>two</li></ul></section><section id="long">${`<p><b>${LONG}</b></p>`.repeat(900)}</section><section id="half">${`<p data-note="${"x".repeat(200)}">${LONG}</p>`.repeat(100)}</section></article>`;

/** What the setting's *Copy* puts on the clipboard. */
async function copiedBookmark(host: Host): Promise<string> {
	await host.page.evaluate(() => {
		const writeText = (text: string) => {
			document.body.dataset["copied"] = text;
			return Promise.resolve();
		};
		Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
	});
	await host.press("Control+,");
	const row = '::-p-xpath(//*[contains(concat(" ", @class, " "), " setting-item ")][.//*[@class="setting-item-name"][text()="Bookmark for your browser"]]//button)';
	await host.page.locator(row).click();
	await host.page.waitForFunction(() => document.body.dataset["copied"] !== undefined);
	await host.press("Escape");
	return host.page.evaluate(() => document.body.dataset["copied"] ?? "");
}

/** Follows the bookmark on a page, as a click in the browser's bar does. Resolves to the address it hands to the system. */
async function follow(page: Page, bookmark: string): Promise<URL> {
	const session = await page.createCDPSession();
	const asked: string[] = [];
	session.on("Page.frameRequestedNavigation", ({ url }) => asked.push(url));
	await session.send("Page.enable");
	await page.evaluate((code) => void (location.href = code), bookmark);
	await until(() => asked.some((url) => url.startsWith("obsidian:")));
	await session.detach();
	return new URL(asked.find((url) => url.startsWith("obsidian:")) ?? "");
}

/** Hands the address to the app, as the system does. */
function hand(host: Host, link: URL): Promise<unknown> {
	return host.page.evaluate((params) => window.__host.openProtocol("winnow", params), Object.fromEntries(link.searchParams));
}

describe("the bookmark for a browser", () => {
	let host: Host;
	let bookmark = "";
	let page: Page;
	const select = (selector: string) =>
		page.evaluate((wanted) => {
			const element = document.querySelector(wanted);
			if (element !== null) getSelection()?.selectAllChildren(element);
		}, selector);
	beforeAll(async () => {
		host = await openHost({ vault: VAULT });
		bookmark = await copiedBookmark(host);
		page = await host.page.browser().newPage();
		// The page is known to this tab alone: whoever else asks for it gets nothing.
		await page.setRequestInterception(true);
		page.on("request", (request) => void (request.url() === MILL ? request.respond({ contentType: "text/html; charset=utf-8", body: PAGE }) : request.continue()));
		await page.goto(MILL);
	});

	it("hands over what is selected; the sheet shows it, and clips it at the person's word", async () => {
		await select("#some");
		const link = await follow(page, bookmark);
		expect([link.protocol, link.host]).toEqual(["obsidian:", "winnow"]);
		await hand(host, link);
		await host.see("Clip 1 source");
		await host.see("Only what you selected on “On mills & husks” will be clipped.");
		expect(await host.page.$eval(".winnow-clip-field", (field) => (field as HTMLTextAreaElement).value.trim())).toBe(MILL);
		await host.settled();
		expect(host.exists(`${PROJECT}/Sources`)).toBe(false);
		await host.button("Clip 1 source").click();
		await host.see("1 of 1 clipped");
		const note = host.readNote(`${PROJECT}/Sources/On mills & husks.md`);
		expect(note).toContain(`Husks & [oats](https://mill.example/oats?a=1&b=2), 谷壳 # 100% + \`a<b\`.\n\n- one\n- two`);
		expect(note).not.toContain("Not selected");
		expect(note).toContain(MILL);
		await host.press("Escape");
	});

	it("sends a selection that is too long with its marks as plain text", async () => {
		await select("#half");
		const link = await follow(page, bookmark);
		expect(link.href.length).toBeLessThan(32_000);
		expect(link.searchParams.get("selection")).not.toContain("data-note");
		expect(link.searchParams.get("selection")?.split("The keeper wrote").length).toBe(101);
	});

	it("says where even the text was too long, and offers the whole page", async () => {
		await select("#long");
		const link = await follow(page, bookmark);
		expect(Object.fromEntries(link.searchParams)).toEqual({ url: MILL, title: "On mills & husks", long: "1" });
		await hand(host, link);
		await host.see("Your selection was too long for a link.");
		await host.press("Escape");
	});

	it("asks for the page alone where nothing is selected", async () => {
		await page.evaluate(() => getSelection()?.removeAllRanges());
		const link = await follow(page, bookmark);
		expect(Object.fromEntries(link.searchParams)).toEqual({ url: MILL, title: "On mills & husks" });
	});
});
