import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { SITES, type Site, type Target } from "./export-target";

/** What the sheet offers: sites are one card, since they differ in their front matter alone. */
const CHOICES = ["site", "plain", "html", "rich", "pandoc"] as const;

type Choice = (typeof CHOICES)[number];

export type Choices = Readonly<{
	/** The chosen target, as the export knows it. */
	target(): Target;
}>;

/** The cards of the sheet, a group of radio buttons; below them, for a site, its kind. */
export function choicesFace(parent: HTMLElement, first: Target, onChange: () => void): Choices {
	let site: Site = SITES.find((each) => each === first) ?? "hugo";
	let choice: Choice = CHOICES.find((each) => each === first) ?? "site";
	const cards = parent.createDiv({
		cls: "winnow-publish-targets",
		attr: { role: "radiogroup", "aria-label": t("publish.target") },
	});
	const kind = siteKind(parent, site, (next) => {
		site = next;
		onChange();
	});
	const show = () => {
		const hadFocus = cards.contains(cards.doc.activeElement);
		cards.empty();
		for (const each of CHOICES) {
			const card = cardOf(cards, each, each === choice);
			if (each === choice && hadFocus) card.focus();
		}
		kind.toggleClass("is-hidden", choice !== "site");
	};
	const choose = (next: Choice) => {
		choice = next;
		show();
		onChange();
	};
	cards.addEventListener("click", (event) => {
		const name = elementOf(event)?.closest<HTMLElement>("[data-choice]")?.dataset.choice;
		const next = CHOICES.find((each) => each === name);
		if (next !== undefined) choose(next);
	});
	cards.addEventListener("keydown", (event) => {
		const by = stepOf(event.key);
		if (by === 0) return;
		event.preventDefault();
		choose(CHOICES[(CHOICES.indexOf(choice) + by + CHOICES.length) % CHOICES.length] ?? "site");
	});
	show();
	return { target: () => (choice === "site" ? site : choice) };
}

/** Arrows move the choice, as in any group of radio buttons. */
function stepOf(key: string): number {
	if (/^Arrow(?:Down|Right)$/.test(key)) return 1;
	return /^Arrow(?:Up|Left)$/.test(key) ? -1 : 0;
}

function cardOf(parent: HTMLElement, choice: Choice, isSelected: boolean): HTMLElement {
	const card = parent.createDiv({
		cls: ["winnow-publish-target", `is-${choice}`],
		attr: {
			role: "radio",
			"aria-checked": String(isSelected),
			tabindex: isSelected ? "0" : "-1",
			"data-choice": choice,
		},
	});
	card.toggleClass("is-selected", isSelected);
	card.createDiv({ cls: "winnow-publish-name", text: t(`publish.target.${choice}`) });
	card.createDiv({ cls: "winnow-panel-muted", text: t(`publish.target.${choice}Desc`) });
	return card;
}

function siteKind(parent: HTMLElement, first: Site, onChange: (site: Site) => void): HTMLElement {
	const line = parent.createEl("label", { cls: "winnow-publish-line" });
	line.createSpan({ text: t("publish.siteKind") });
	const select = line.createEl("select", { cls: "dropdown" });
	for (const site of SITES) select.createEl("option", { value: site, text: t(`publish.target.${site}`) });
	select.value = first;
	select.addEventListener("change", () => {
		const next = SITES.find((each) => each === select.value);
		if (next !== undefined) onChange(next);
	});
	return line;
}
