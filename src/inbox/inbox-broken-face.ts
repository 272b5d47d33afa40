import { setIcon } from "obsidian";
import type { BrokenSource } from "../source/source";
import { t } from "../ui/i18n";

/** Rows shown before the rest is only counted. */
const MOST = 4;

/** Notes whose properties cannot be read: named with the line at fault, never written. */
export function showBroken(
	parent: HTMLElement,
	broken: readonly BrokenSource[],
	open: (path: string) => void,
): void {
	parent.empty();
	parent.toggle(broken.length > 0);
	for (const { path, line, detail } of broken.slice(0, MOST)) {
		const row = parent.createDiv({ cls: "winnow-inbox-broken-row" });
		setIcon(
			row.createDiv({ cls: "winnow-inbox-broken-icon", attr: { "aria-hidden": "true" } }),
			"triangle-alert",
		);
		const words = row.createDiv({ cls: "winnow-inbox-main" });
		words.createDiv({ cls: "winnow-inbox-title", text: nameOf(path), attr: { dir: "auto" } });
		words.createDiv({
			cls: "winnow-inbox-broken-why",
			text: t("inbox.brokenAt", { line }),
			attr: { "aria-label": detail },
		});
		const button = row.createEl("button", { text: t("inbox.openNote") });
		button.addEventListener("click", () => open(path));
	}
	const rest = broken.length - MOST;
	if (rest > 0)
		parent.createDiv({
			cls: "winnow-inbox-broken-rest",
			text: t("inbox.brokenRest", { count: rest }),
		});
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
