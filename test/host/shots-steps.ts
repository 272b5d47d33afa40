import type { Host } from "./open-host";

/** The demo vault's draft, which most scenes begin with. */
export const DRAFT = "Research/LLM training/Draft.md";

export async function typeLinks(host: Host, links: readonly string[]): Promise<void> {
	await foldInbox(host, false);
	await host.open(DRAFT);
	await host.runCommand("Clip sources…");
	await host.page.waitForSelector(".winnow-clip-field");
	await host.page.type(".winnow-clip-field", links.join("\n"));
	await host.page.waitForFunction(
		(count) => document.querySelectorAll(".winnow-clip-state").length >= count,
		{},
		links.length,
	);
}

/** Folds the left sidebar, as the mock-ups have it where the inbox is not the matter. */
export async function foldInbox(host: Host, folded = true): Promise<void> {
	await host.page.evaluate((fold) => {
		const { leftSplit } = window.__host.app.workspace;
		if (fold) leftSplit.collapse();
		else leftSplit.expand();
	}, folded);
}

/** By the palette and Enter: on a phone its rows are under the finger, not under a mouse. */
export async function run(host: Host, name: string): Promise<void> {
	await host.press("Control+p");
	await host.page.waitForSelector(".prompt .prompt-input");
	await host.page.type(".prompt .prompt-input", name);
	await host.page.waitForSelector(".prompt .suggestion-item");
	await host.press("Enter");
}

export async function pathOf(host: Host, words: string): Promise<string> {
	return host.page.evaluate(
		(wanted) =>
			window.__host.app.vault.getMarkdownFiles().find(({ name }) => name.includes(wanted))
				?.path ?? "",
		words,
	);
}

export async function startReview(host: Host, passes: readonly string[]): Promise<void> {
	await foldInbox(host);
	await host.open(DRAFT);
	await run(host, "Refine draft…");
	await host.page.waitForSelector(".winnow-refine-pass");
	await host.page.evaluate((wanted) => {
		for (const row of document.querySelectorAll(".winnow-refine-pass")) {
			const box = row.querySelector("input");
			const name = row.querySelector(".winnow-refine-pass-words > div")?.textContent ?? "";
			if (box !== null && box.checked !== wanted.includes(name)) box.click();
		}
	}, passes);
	await host.page.click(".winnow-refine-foot .mod-cta");
	await host.page.waitForSelector(".winnow-refine-screen");
}

export async function isRead({ page }: Host): Promise<void> {
	await page.waitForSelector(".winnow-refine-list [role=option]");
	await page.waitForFunction(
		() =>
			document.querySelector(".winnow-refine-progress") === null &&
			document.querySelector(".winnow-refine-tab.is-reads") === null,
	);
}

export type Panel = Readonly<{ title: string; picture: string }>;

export async function panelOf({ page }: Host, selector: string): Promise<string> {
	await new Promise((resolve) => setTimeout(resolve, 300));
	const element = await page.waitForSelector(selector);
	return (await element?.screenshot({ encoding: "base64" })) ?? "";
}

/** Several states beside each other, as the mock-up has them: the pictures take the place of the app. */
export async function showPanels(
	{ page }: Host,
	panels: readonly Panel[],
	theme: string,
): Promise<void> {
	await page.evaluate(
		(all, isLight) => {
			const sheet = document.createElement("div");
			sheet.style.cssText = `position:fixed;inset:0;z-index:9999;display:flex;gap:16px;padding:16px;background:${isLight ? "white" : "black"}`;
			for (const { title, picture } of all) {
				const figure = sheet.appendChild(document.createElement("figure"));
				figure.style.cssText = "margin:0;font:12px sans-serif";
				figure.appendChild(document.createElement("figcaption")).textContent = title;
				const image = figure.appendChild(document.createElement("img"));
				image.style.cssText = "max-width:320px;max-height:840px";
				image.src = `data:image/png;base64,${picture}`;
			}
			document.body.appendChild(sheet);
		},
		[...panels],
		theme === "light",
	);
}

export async function openInbox(host: Host): Promise<void> {
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await host.page.waitForFunction(
		() => document.activeElement?.getAttribute("role") === "listbox",
	);
}
