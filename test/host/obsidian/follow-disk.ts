import type { DiskChange } from "./adapter";
import type { App } from "./app";
import { host } from "./private-names";

/** Hears of what other programs do in the vault's folder. Our own writes are not told again. */
export function followDisk(app: App, pluginDataChanged: () => void): void {
	const events = new EventSource("/api/changes");
	events.onmessage = (event: MessageEvent<string>) => {
		const change = JSON.parse(event.data) as DiskChange;
		if (
			change.path.startsWith(`${app.vault.configDir}/plugins/`) &&
			change.path.endsWith("/data.json")
		)
			pluginDataChanged();
		else app.vault[host].apply(change);
	};
	window.addEventListener("pagehide", () => events.close());
}
