/** The bar at the bottom of a phone: back, forward, quick switcher, tabs, menu. */
import type { App } from "./app";
import { setIcon } from "./icons";
import { host } from "./private-names";
import { Menu } from "./ui/menu";

export function drawPhoneNavbar(app: App): void {
	const bar = document.body.createDiv({ cls: "mobile-navbar", attr: { role: "toolbar" } });
	const history = (): { back(): unknown; forward(): unknown } | undefined =>
		app.workspace.getMostRecentLeaf()?.[host].history;
	button(bar, "lucide-arrow-left", "Navigate back", () => history()?.back());
	button(bar, "lucide-arrow-right", "Navigate forward", () => history()?.forward());
	button(bar, "lucide-search", "Open quick switcher", () =>
		app[host].commands.run("switcher:open"),
	);
	button(bar, "lucide-copy", "Tabs", (evt) => tabsMenu(app).showAtMouseEvent(evt));
	button(bar, "lucide-menu", "Menu", (evt) => ribbonMenu(app).showAtMouseEvent(evt));
}

/** The app shows its open tabs as cards; a list does the same here. */
function tabsMenu(app: App): Menu {
	const menu = new Menu();
	app.workspace.iterateRootLeaves((leaf) => {
		menu.addItem((item) =>
			item
				.setTitle(leaf.getDisplayText())
				.setIcon(leaf.getIcon())
				.setChecked(leaf === app.workspace.getMostRecentLeaf())
				.onClick(() => {
					void app.workspace.revealLeaf(leaf);
					app.workspace.setActiveLeaf(leaf, { focus: true });
				}),
		);
	});
	menu.addSeparator();
	menu.addItem((item) =>
		item
			.setTitle("New tab")
			.setIcon("lucide-plus")
			.onClick(() =>
				app.workspace.setActiveLeaf(app.workspace.getLeaf("tab"), { focus: true }),
			),
	);
	return menu;
}

/** A phone has no ribbon: its actions stand here, with the way into both drawers. */
function ribbonMenu(app: App): Menu {
	const menu = new Menu();
	const act = (section: string, title: string, icon: string, run: () => unknown): void => {
		menu.addItem((item) =>
			item
				.setSection(section)
				.setTitle(title)
				.setIcon(icon)
				.onClick(() => void run()),
		);
	};
	act("drawers", "Open left sidebar", "lucide-panel-left", () =>
		app.workspace.leftSplit.expand(),
	);
	act("drawers", "Open right sidebar", "lucide-panel-right", () =>
		app.workspace.rightSplit.expand(),
	);
	for (const ribbonButton of app.workspace[host].ribbonEl.querySelectorAll<HTMLElement>(
		".side-dock-ribbon-action",
	)) {
		const icon = [...(ribbonButton.querySelector("svg")?.classList ?? [])].find((name) =>
			name.startsWith("lucide-"),
		);
		act("ribbon", ribbonButton.getAttribute("aria-label") ?? "", icon ?? "lucide-circle", () =>
			ribbonButton.click(),
		);
	}
	return menu;
}

function button(
	bar: HTMLElement,
	icon: string,
	label: string,
	act: (evt: MouseEvent) => unknown,
): void {
	const el = bar.createEl("button", {
		cls: "clickable-icon mobile-navbar-action",
		attr: { "aria-label": label },
	});
	setIcon(el, icon);
	el.addEventListener("click", (evt) => void act(evt));
}
