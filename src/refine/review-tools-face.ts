import { t } from "../ui/i18n";
import type { ListOrder } from "./review-list-face";
import { EDIT_KINDS, NOTE_KINDS, type EditKind, type NoteKind } from "./suggestion";

/** What the list is narrowed to. Kind null: all that may be decided; `noteKind` null: all questions. */
export type ToolsChoice = Readonly<{
	kind: EditKind | "blocked" | null;
	noteKind: NoteKind | null;
	order: ListOrder;
}>;

/** The line above the list: kinds, order, how many wait. */
export class ReviewTools {
	private readonly kinds: HTMLSelectElement;
	private readonly noteKinds: HTMLSelectElement;
	private readonly order: HTMLSelectElement;
	private readonly open: HTMLElement;
	private isQuestions = false;

	constructor(parent: HTMLElement, choose: (choice: ToolsChoice) => void) {
		const tools = parent.createDiv({ cls: "winnow-refine-tools" });
		this.kinds = select(tools, t("refine.kinds"), [
			["", t("refine.allKinds")],
			...EDIT_KINDS.map((kind) => [kind, t(`refine.kind.${kind}`)] as const),
			["blocked", t("refine.blockedKinds")],
		]);
		this.noteKinds = select(tools, t("refine.kinds"), [
			["", t("refine.allKinds")],
			...NOTE_KINDS.map((kind) => [kind, t(`refine.noteKind.${kind}`)] as const),
		]);
		this.order = select(tools, t("refine.order"), [
			["place", t("refine.inOrder")],
			["certainty", t("refine.byCertainty")],
		]);
		this.open = tools.createSpan({ cls: "winnow-refine-open" });
		const tell = (): void =>
			choose({
				kind:
					this.kinds.value === "blocked"
						? "blocked"
						: (EDIT_KINDS.find((kind) => kind === this.kinds.value) ?? null),
				noteKind: NOTE_KINDS.find((kind) => kind === this.noteKinds.value) ?? null,
				order: this.order.value === "certainty" ? "certainty" : "place",
			});
		for (const element of [this.kinds, this.noteKinds, this.order])
			element.addEventListener("change", tell);
	}

	/** @param open how many of the listed are still to decide */
	show(choice: ToolsChoice, open: number, isQuestions: boolean): void {
		this.isQuestions = isQuestions;
		this.kinds.value = choice.kind ?? "";
		this.noteKinds.value = choice.noteKind ?? "";
		this.order.value = choice.order;
		this.kinds.toggle(!isQuestions);
		this.noteKinds.toggle(isQuestions);
		this.order.toggle(!isQuestions);
		this.open.setText(
			t(isQuestions ? "refine.openQuestions" : "refine.toDecide", { count: open }),
		);
	}

	focus(): void {
		(this.isQuestions ? this.noteKinds : this.kinds).focus();
	}
}

function select(
	parent: HTMLElement,
	label: string,
	options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
	const element = parent.createEl("select", { cls: "dropdown", attr: { "aria-label": label } });
	for (const [value, text] of options) element.createEl("option", { value, text });
	return element;
}
