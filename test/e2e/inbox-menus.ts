import type { Host } from "../host/open-host";

/** Chooses from a menu of the list's head; the same word may stand below two of its headings. */
export async function choose(
	host: Host,
	button: string,
	heading: string,
	entry: string,
): Promise<void> {
	await host.page.locator(`.winnow-inbox-header [aria-label^="${button}"]`).click();
	await host.page.waitForSelector(".menu");
	await host.page.evaluate(
		(below, wanted) => {
			const items = [...document.querySelectorAll<HTMLElement>(".menu .menu-item")];
			const from = items.findIndex((item) => item.textContent === below);
			const item = items.slice(from).find((each) => each.textContent === wanted);
			if (item === undefined) throw new Error(`${below} offers no ${wanted}`);
			item.click();
		},
		heading,
		entry,
	);
	await host.page.waitForFunction(() => document.querySelector(".menu") === null);
}
