import type { SettingDefinitionPage, TextComponent } from "obsidian";
import { t } from "./i18n";

export type LinesPage = Readonly<{
	name: string;
	desc: string;
	/** Says what the list is when it is empty. */
	empty: string;
	/** Label of the button that adds a line, and of a line's field. */
	add: string;
	field: string;
	/** The stored text, one value a line. */
	text(): string;
	save(text: string): Promise<void>;
	/** Draws the tab again, after a line came or went. */
	redraw(): void;
	/** Completes what is typed. */
	suggest?(field: TextComponent, pick: (value: string) => void): void;
}>;

/** A page on which a setting of several values is a list with a field for each. */
export function linesPage(page: LinesPage): SettingDefinitionPage {
	const lines = () => linesOf(page.text());
	const write = (change: (lines: string[]) => void): Promise<void> => {
		const next = [...lines()];
		change(next);
		return page.save(next.join("\n"));
	};
	const redrawn = (change: (lines: string[]) => void): void => {
		void write(change).then(() => page.redraw());
	};
	return {
		type: "page",
		name: page.name,
		desc: page.desc,
		displayValue: () => summary(lines()),
		items: [
			{
				type: "list",
				heading: page.name,
				emptyState: page.empty,
				addItem: { name: page.add, action: () => redrawn((all) => void all.push(BLANK)) },
				onDelete: (index) => redrawn((all) => void all.splice(index, 1)),
				items: lines().map((line, index) => ({
					name: line,
					searchable: false,
					render: (setting) => {
						setting.setName("");
						setting.addText((field) => {
							const typed = (value: string) =>
								void write(
									(all) => void (all[index] = value.replaceAll("\n", " ")),
								);
							field.setValue(line.trim()).setPlaceholder(page.field).onChange(typed);
							field.inputEl.setAttr("aria-label", page.field);
							page.suggest?.(field, typed);
						});
					},
				})),
			},
		],
	};
}

/** A line that waits for its value. Readers trim lines and leave out empty ones. */
const BLANK = " ";

/** One value a line; an empty text has none. */
function linesOf(text: string): readonly string[] {
	return text === "" ? [] : text.split("\n");
}

const SHOWN = 2;

/** The first values and how many follow. */
function summary(lines: readonly string[]): string {
	const values = lines.map((line) => line.trim()).filter((line) => line !== "");
	if (values.length === 0) return t("common.none");
	const shown = values.slice(0, SHOWN).join(t("common.comma"));
	const count = values.length - SHOWN;
	return count <= 0 ? shown : t("common.andMore", { shown, count });
}
