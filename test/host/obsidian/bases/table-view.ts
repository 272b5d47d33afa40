import { Keymap } from "../keymap";
import { BasesView, type QueryController } from "./bases-view";

/** The app's own table: a row a note, the columns the base orders, groups under their value. */
export class TableView extends BasesView {
	type = "table";

	constructor(
		controller: QueryController,
		private readonly containerEl: HTMLElement,
	) {
		super(controller);
	}

	onDataUpdated(): void {
		const { containerEl, config, data } = this;
		const columns = config.getOrder();
		containerEl.empty();
		const table = containerEl.createEl("table", { cls: "bases-table" });
		const head = table.createEl("thead").createEl("tr");
		for (const id of columns) head.createEl("th", { text: config.getDisplayName(id) });
		for (const group of data.groupedData) {
			const body = table.createEl("tbody");
			if (group.key !== undefined)
				body.createEl("tr", { cls: "bases-group-heading" }).createEl("th", { text: group.key.toString() || "None", attr: { colspan: String(columns.length) } });
			for (const entry of group.entries) {
				const row = body.createEl("tr");
				for (const id of columns) {
					const cell = row.createEl("td", { attr: { dir: "auto" } });
					const value = entry.getValue(id);
					if (id !== "file.name") value?.renderTo(cell, null);
					else {
						const link = cell.createEl("a", { cls: "internal-link", text: entry.file.basename, href: entry.file.path });
						link.addEventListener("click", (event) => {
							event.preventDefault();
							void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(entry.file);
						});
					}
				}
			}
		}
	}
}
