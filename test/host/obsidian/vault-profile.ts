/** The foot of the left side bar: the vault's name and the way into the settings. */
import type { App } from "./app";
import { setIcon } from "./icons";
import { host } from "./private-names";

export function drawVaultProfile(app: App): void {
	const foot = app.workspace.leftSplit[host].el.createDiv({
		cls: "workspace-sidedock-vault-profile",
	});
	const name = foot.createDiv({ cls: "workspace-drawer-vault-switcher" });
	setIcon(
		name.createDiv({ cls: "workspace-drawer-vault-switcher-icon" }),
		"lucide-chevrons-up-down",
	);
	name.createDiv({ cls: "workspace-drawer-vault-name", text: app.vault.getName() });
	const settings = foot.createEl("button", {
		cls: "clickable-icon",
		attr: { "aria-label": "Open settings" },
	});
	setIcon(settings, "lucide-settings");
	settings.addEventListener("click", () => app[host].openSettings());
}
