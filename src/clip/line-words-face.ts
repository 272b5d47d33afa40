import { Menu, setIcon } from "obsidian";
import { shortDate } from "../ui/dates";
import { t, type TextKey } from "../ui/i18n";
import type { AgainWish } from "./clip-again-face";
import type { LineState } from "./line-state";

export type LineParts = Readonly<{
	openNote(path: string): void;
	/** Clips a source's page once more, as the person wishes. */
	again(path: string, wish: AgainWish): void;
	now(): Date;
	language: string;
}>;

const STATE_ICONS: Readonly<Record<LineState["kind"], string>> = {
	blank: "",
	new: "plus",
	here: "copy-check",
	"thrown-away": "trash-2",
	"not-a-link": "circle-alert",
	twice: "copy-check",
	refused: "circle-alert",
};

/** What will happen to a line, beside it. What is here already has its acts behind a button. */
export function lineRow(list: HTMLElement, state: LineState, parts: LineParts): void {
	const row = list.createDiv({ cls: `winnow-clip-state is-${state.kind}` });
	if (state.kind === "blank") return;
	setIcon(row.createSpan({ cls: "winnow-clip-state-icon" }), STATE_ICONS[state.kind]);
	const words = lineWords(state, parts);
	const label = row.createSpan({ text: words });
	if (words.length > 30) label.setAttr("title", words);
	if (state.kind !== "here") return;
	const { path } = state.source;
	const more = row.createEl("button", { cls: "winnow-clip-state-more clickable-icon", attr: { "aria-label": t("clip.line.more") } });
	setIcon(more, "more-horizontal");
	more.addEventListener("click", (event) => {
		const menu = new Menu();
		menu.addItem((item) => item.setTitle(t("common.open")).setIcon("file-text").onClick(() => parts.openNote(path)));
		menu.addItem((item) => item.setTitle(t("clip.addNew")).setIcon("list-plus").onClick(() => parts.again(path, "add")));
		menu.addItem((item) => item.setTitle(t("clip.again.keepBoth")).setIcon("copy-plus").onClick(() => parts.again(path, "both")));
		menu.showAtMouseEvent(event);
	});
}

function lineWords(state: LineState, { now, language }: LineParts): string {
	switch (state.kind) {
		case "blank":
			return "";
		case "not-a-link":
			return t("clip.line.notALink");
		case "twice":
			return t("clip.line.twice");
		case "refused":
			return t("clip.line.refused");
		case "new": {
			if (state.hasPrivateHost) return t("clip.line.private");
			const kind: TextKey = `clip.kind.${state.guess}`;
			return state.guess === "article" ? t("clip.line.new") : t("clip.line.newKind", { kind: t(kind) });
		}
		case "here": {
			const status = t(`clip.status.${state.source.status}`);
			const date = shortDate(state.source.decided ?? state.source.created ?? "", now(), language);
			return date === "" ? t("clip.line.hereUndated", { status }) : t("clip.line.here", { status, date });
		}
		case "thrown-away": {
			const date = shortDate(state.date, now(), language);
			return state.reason === "" ? t("clip.line.thrownAwayNoReason", { date }) : t("clip.line.thrownAway", { date, reason: state.reason });
		}
	}
}
