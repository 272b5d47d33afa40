import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { elementOf } from "../ui/element-of";
import { keyHint } from "../ui/key-hint";
import { isCommandKey, letterOf } from "../ui/keys";
import { RovingRows } from "../ui/roving-rows";
import type { FindingLine } from "./local-map-words";

export type FindingsActs = Readonly<{
	/** Goes to the place in the draft. */
	jump(finding: FindingLine): void;
	back(): void;
}>;

/**
 * What the device found, under the headings where it stands. Each line leads to its place; none rewrites.
 * @param cursor where the person writes: the first finding behind it has the focus.
 */
export function mountFindings(
	container: HTMLElement,
	findings: readonly FindingLine[],
	cursor: number,
	acts: FindingsActs,
	component: Component,
): void {
	container.createDiv({ cls: "winnow-refine-lead", text: t("refine.found.hint") });
	const list = container.createDiv({
		cls: "winnow-refine-findings",
		attr: { role: "listbox", "aria-label": t("refine.found.list") },
	});
	let heading: string | null = null;
	findings.forEach((finding, at) => {
		if (finding.heading !== heading) {
			heading = finding.heading;
			const text = heading === "" ? t("refine.opening") : heading;
			list.createDiv({
				cls: "winnow-refine-group",
				text,
				attr: { role: "presentation", dir: "auto" },
			});
		}
		drawFinding(list, finding, at);
	});
	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	const back = foot.createEl("button", { text: t("refine.found.back") });
	component.registerDomEvent(back, "click", () => acts.back());
	const go = foot.createEl("button", { cls: "mod-cta" });
	go.createSpan({ text: t("refine.found.go") });
	keyHint(go, "↵");

	const rows = new RovingRows(list);
	const open = (): void => {
		const finding = findings[Number(rows.focused()?.dataset.row ?? "0")];
		if (finding !== undefined) acts.jump(finding);
	};
	component.registerDomEvent(go, "click", open);
	component.registerDomEvent(list, "click", (event) => {
		const row = elementOf(event)?.closest<HTMLElement>("[data-row]") ?? null;
		if (row === null) return;
		rows.focus(row);
		open();
	});
	component.registerDomEvent(list, "keydown", (event) => {
		if (!isCommandKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
		const letter = letterOf(event);
		if (letter === "Enter" || letter === "o") open();
		else if (!rows.onKey(letter)) return;
		event.preventDefault();
		event.stopPropagation();
	});
	const next = Math.max(
		0,
		findings.findIndex(({ from }) => from > cursor),
	);
	const first = rows.all()[next];
	if (first !== undefined) rows.focus(first);
}

function drawFinding(list: HTMLElement, finding: FindingLine, at: number): void {
	const row = list.createDiv({
		cls: "winnow-refine-finding",
		attr: { role: "option", "data-row": String(at), tabindex: "-1" },
	});
	setIcon(row.createSpan({ cls: "winnow-refine-row-icon" }), finding.icon);
	const words = row.createDiv({ cls: "winnow-refine-pass-words" });
	words.createDiv({ text: finding.text, attr: { dir: "auto" } });
	words.createDiv({ cls: "winnow-refine-hint", text: finding.quote, attr: { dir: "auto" } });
	if (finding.twin === null) return;
	const twin = words.createDiv({ cls: "winnow-refine-hint winnow-refine-finding-twin" });
	twin.createSpan({ text: `${t("refine.found.twin")}: ` });
	twin.createEl("bdi", { text: finding.twin });
}
