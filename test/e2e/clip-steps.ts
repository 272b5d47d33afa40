import type { Host } from "../host/open-host";

/** Opens the clip sheet by its command. */
export async function startClip(host: Host): Promise<void> {
	await host.runCommand("Clip sources…");
	await host.page.waitForSelector(".winnow-clip-field");
}

export async function typeLinks(host: Host, links: readonly string[]): Promise<void> {
	await host.page.type(".winnow-clip-field", links.join("\n"));
}

/** What stands beside the lines, in their order. */
export function lineWords(host: Host): Promise<readonly string[]> {
	return host.page.$$eval(".winnow-clip-state", (rows) => rows.map((row) => row.textContent ?? ""));
}

/** Waits until the rows of the progress list say what is asked for. */
export async function rowSays(host: Host, title: string, words: string): Promise<void> {
	await host.page.waitForFunction(
		(wantedTitle, wantedWords) =>
			[...document.querySelectorAll<HTMLElement>(".winnow-clip-row")].some(
				({ innerText }) => innerText.includes(wantedTitle) && innerText.includes(wantedWords),
			),
		{},
		title,
		words,
	);
}

/** Clicks an act in the row of a link. */
export async function rowAct(host: Host, title: string, act: string): Promise<void> {
	// Found and clicked in one go: the list is drawn anew as pages come in.
	await host.page.waitForFunction(
		(wanted, label) => {
			const row = [...document.querySelectorAll<HTMLElement>(".winnow-clip-row")].find(({ innerText }) => innerText.includes(wanted));
			const button = [...(row?.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === label);
			button?.click();
			return button !== undefined;
		},
		{},
		title,
		act,
	);
}
