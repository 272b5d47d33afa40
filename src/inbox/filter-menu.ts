import { Menu } from "obsidian";
import { KINDS } from "../source/kind";
import { t } from "../ui/i18n";
import { languageOf } from "./fits";
import { AGES, CLAIMS, isFiltering, LENGTHS, NO_FILTER, type Filter } from "./inbox-question";
import type { ListHost } from "./list-host";
import { showMenu } from "./show-menu-face";

/** Which rows are shown: only values that occur are offered. */
export function showFilterMenu(host: ListHost, event: MouseEvent | null): void {
	const menu = new Menu();
	const { question } = host;
	const { filter } = question;
	const sources = [...host.allInScope].filter(({ status }) => status === question.tab);
	const some = <Name extends keyof Filter>(
		name: Name,
		values: readonly Filter[Name][number][],
		title: (value: Filter[Name][number]) => string,
	): void => {
		if (values.length === 0) return;
		menu.addItem((item) =>
			item
				.setSection(name)
				.setTitle(t(`inbox.filter.${name}`))
				.setIsLabel(true),
		);
		for (const value of values) {
			const chosen: readonly unknown[] = filter[name];
			const isOn = chosen.includes(value);
			menu.addItem((item) =>
				item
					.setSection(name)
					.setTitle(title(value))
					.setChecked(isOn)
					.onClick(() => {
						const next = isOn
							? chosen.filter((each) => each !== value)
							: [...chosen, value];
						host.ask({ ...question, filter: { ...filter, [name]: next } });
					}),
			);
		}
	};
	if (isFiltering(filter)) {
		menu.addItem((item) =>
			item
				.setIcon("x")
				.setTitle(t("inbox.clearFilter"))
				.onClick(() => host.ask({ ...question, filter: NO_FILTER })),
		);
	}
	const kinds = KINDS.filter((kind) => sources.some((source) => source.kind === kind));
	if (kinds.length > 1) some("kinds", kinds, (kind) => t(`inbox.kind.${kind}`));
	some("categories", frequent(sources.map(({ category }) => category)), (name) =>
		name === "" ? t("inbox.noCategory") : name,
	);
	const languages = frequent(sources.map(languageOf));
	if (languages.length > 1) some("languages", languages, languageName);
	some("lengths", LENGTHS, (length) => t(`inbox.length.${length}`));
	some("ages", AGES, (age) => t(`inbox.clipped.${age}`));
	some("claims", CLAIMS, (claim) => t(`inbox.claim.${claim}`));
	showMenu(host, menu, event, host.filterButton);
}

/** What occurs, most often first; a menu longer than a screen helps nobody. */
function frequent(values: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts.entries()]
		.sort((a, b) => b[1] - a[1])
		.slice(0, 12)
		.map(([value]) => value);
}

function languageName(code: string): string {
	if (code === "") return t("inbox.noLanguage");
	try {
		return new Intl.DisplayNames(undefined, { type: "language" }).of(code) ?? code;
	} catch {
		return code; // thrown for what is no language code
	}
}
