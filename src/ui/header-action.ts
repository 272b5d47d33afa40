import type { App, ItemView, Plugin } from "obsidian";

/** A button in the header of tabs that show something of ours. */
export type HeaderAction<View extends ItemView> = Readonly<{
	/** The views that should have it now. */
	views(): readonly View[];
	icon: string;
	label: string;
	act(view: View): void;
}>;

export type HeaderActionParts = Readonly<{
	plugin: Plugin;
	app: App;
	/** What says which files are ours. */
	projects: Readonly<{ onChange(callback: () => void): () => void }>;
}>;

/** Gives the button to each of the views and takes it from those that show something else by now. */
export function registerHeaderAction<View extends ItemView>(
	{ plugin, app, projects }: HeaderActionParts,
	action: HeaderAction<View>,
): void {
	const icons = new Map<View, HTMLElement>();
	const update = (): void => {
		const views = new Set(action.views());
		for (const [view, icon] of icons) {
			if (views.has(view) && icon.isConnected) continue;
			icon.remove();
			icons.delete(view);
		}
		for (const view of views) {
			if (icons.has(view)) continue;
			icons.set(view, view.addAction(action.icon, action.label, () => action.act(view)));
		}
	};
	app.workspace.onLayoutReady(update);
	plugin.registerEvent(app.workspace.on("layout-change", update));
	plugin.registerEvent(app.workspace.on("file-open", update));
	plugin.register(projects.onChange(update));
	plugin.register(() => icons.forEach((icon) => icon.remove()));
}
