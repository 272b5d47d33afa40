import type { Page } from "puppeteer-core";
import type { Host } from "../host/open-host";

/** Moves the inbox into a window of its own; resolves when its rows stand there. */
export async function popOutInbox(host: Host): Promise<Page> {
	const opened = new Promise<Page | null>((resolve) => host.page.once("popup", resolve));
	await host.page.evaluate(() => {
		const { workspace } = window.__host.app;
		const [leaf] = workspace.getLeavesOfType("winnow-inbox");
		if (leaf !== undefined) workspace.moveLeafToPopout(leaf);
	});
	const own = await opened;
	if (own === null) throw new Error("no window opened");
	await own.bringToFront();
	await own.waitForSelector(".winnow-inbox-row");
	return own;
}
