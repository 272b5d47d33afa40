import type { App } from "../app";
import { host } from "../private-names";

/** The layout of last time, or the app's first one: files at the left, an empty tab, right side closed. */
export async function restoreOrDefault(app: App): Promise<void> {
	const path = `${app.vault.configDir}/workspace.json`;
	if (await app.vault.adapter.exists(path)) {
		try {
			return await app.workspace.changeLayout(JSON.parse(await app.vault.adapter.read(path)));
		} catch (error) {
			console.warn(
				"The stored layout could not be read; starting with the default one.",
				error,
			);
		}
	}
	const { workspace } = app;
	if (app[host].views.has("file-explorer"))
		await workspace.ensureSideLeaf("file-explorer", "left");
	workspace.rightSplit.collapse();
	const first = workspace.getLeaf(false);
	workspace.setActiveLeaf(first, { focus: true });
}
