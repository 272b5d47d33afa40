import { Platform, setIcon, type Component } from "obsidian";
import { shortDate } from "../ui/dates";
import { t } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import type { TextKey } from "../ui/i18n";
import { linksIn } from "./clip-lines";
import type { ClipItem } from "./clip-run";
import type { LineState } from "./line-state";

/** What the person chose on the start sheet. `project` is a project note's path; null = unsorted. */
export type ClipChoice = Readonly<{ project: string | null; category: string }>;

export type StartParts = Readonly<{
	text: string;
	/** False: `text` came from outside, and its addresses on the own network are left out. */
	isTextTrusted: boolean;
	choice: ClipChoice;
	/** Links that have a project of their own, whatever is chosen. */
	projectOf: ReadonlyMap<string, string | null>;
	projects: readonly Readonly<{ path: string; name: string }>[];
	categories(project: string | null): readonly string[];
	/** What will happen to each line of this text. */
	states(text: string): readonly LineState[];
	now(): Date;
	language: string;
	start(items: readonly ClipItem[], choice: ClipChoice): void;
	cancel(): void;
}>;

/** The start sheet: one field, one line per item, and beside each line what will happen. */
export function mountClipStart(
	container: HTMLElement,
	parts: StartParts,
	component: Component,
): void {
	let choice = parts.choice;
	let takesThrownAway = false;

	const editor = container.createDiv({ cls: "winnow-clip-editor" });
	const field = editor.createEl("textarea", {
		cls: "winnow-clip-field",
		attr: {
			"aria-label": t("clip.field"),
			rows: "7",
			spellcheck: "false",
			wrap: "off",
			dir: "ltr",
		},
	});
	const states = editor.createDiv({ cls: "winnow-clip-states", attr: { "aria-live": "polite" } });
	const hint = container.createDiv({ cls: "winnow-clip-hint" });
	hint.createSpan({ text: t("clip.fieldHint") });
	const choose = hint.createEl("button", {
		cls: "winnow-link-button",
		text: t("clip.chooseFiles"),
	});
	const picker = hint.createEl("input", { cls: "winnow-clip-picker", type: "file" });
	picker.multiple = true;
	picker.accept = ".html,.htm,.md,.txt,.opml,.bib,.csv,.json,.xml";
	picker.tabIndex = -1;

	const row = container.createDiv({ cls: "winnow-clip-choices" });
	const project = dropdown(row, t("clip.project"), [
		["", t("clip.noProject")],
		...parts.projects.map(({ path, name }): [string, string] => [path, name]),
	]);
	project.value = choice.project ?? "";
	const category = row.createEl("label", { cls: "winnow-clip-choice" });
	category.createSpan({ text: t("clip.category") });
	const shelf = category.createEl("input", {
		type: "text",
		attr: { placeholder: t("clip.noCategory") },
	});
	const shelves = category.createEl("datalist");
	shelves.id = "winnow-clip-categories";
	shelf.setAttr("list", shelves.id);
	shelf.value = choice.category;

	const foot = container.createDiv({ cls: "modal-button-container winnow-clip-foot" });
	const counts = foot.createDiv({ cls: "winnow-clip-counts" });
	const cancel = foot.createEl("button", { text: t("common.cancel") });
	const start = foot.createEl("button", { cls: "mod-cta" });

	/** What was dropped or handed in, until the person changes it. */
	const given = new Set(parts.isTextTrusted ? [] : linksIn(parts.text));
	const statesNow = () =>
		parts.states(field.value).map((state): LineState => {
			const isRefused = state.kind === "new" && state.hasPrivateHost && given.has(state.url);
			return isRefused ? { kind: "refused", url: state.url } : state;
		});
	const items = (): readonly ClipItem[] =>
		statesNow().flatMap((state): ClipItem[] => {
			const isWanted =
				state.kind === "new" || (state.kind === "thrown-away" && takesThrownAway);
			if (!isWanted || !("url" in state)) return [];
			const project = parts.projectOf.get(state.url);
			const item = { url: state.url, isTyped: !given.has(state.url) };
			return [project === undefined ? item : { ...item, project }];
		});

	const render = () => {
		const all = statesNow();
		states.empty();
		for (const state of all) stateRow(states, state, parts);
		states.scrollTop = field.scrollTop;
		renderCounts(counts, all, takesThrownAway, () => {
			takesThrownAway = true;
			render();
		});
		const { length } = items();
		start.setText(t("clip.button", { count: length }));
		if (!Platform.isMobile) keyHint(start, Platform.isMacOS ? "⌘ ↵" : "Ctrl ↵");
		start.querySelector("kbd")?.setAttr("aria-hidden", "true");
		start.disabled = length === 0;
	};
	const renderShelves = () => {
		shelves.empty();
		for (const name of parts.categories(choice.project))
			shelves.createEl("option", { value: name });
	};
	const add = (text: string) => {
		const links = linksIn(text);
		const more = links.length > 0 ? links.join("\n") : text.trim();
		for (const link of links) given.add(link);
		field.value =
			field.value.trim() === "" ? `${more}\n` : `${field.value.trimEnd()}\n${more}\n`;
		render();
	};
	const begin = () => {
		const wanted = items();
		if (wanted.length > 0) parts.start(wanted, { ...choice, category: shelf.value.trim() });
	};

	component.registerDomEvent(field, "input", () => {
		// A link that was taken out and typed anew is the person's own.
		const present = new Set(linksIn(field.value));
		for (const link of given) if (!present.has(link)) given.delete(link);
		render();
	});
	component.registerDomEvent(field, "scroll", () => (states.scrollTop = field.scrollTop));
	component.registerDomEvent(field, "drop", (event) => {
		event.preventDefault();
		void droppedText(event).then(add);
	});
	component.registerDomEvent(choose, "click", () => picker.click());
	component.registerDomEvent(picker, "change", () => {
		void textsOf(picker.files).then(add);
	});
	component.registerDomEvent(project, "change", () => {
		choice = { ...choice, project: project.value === "" ? null : project.value };
		renderShelves();
	});
	component.registerDomEvent(cancel, "click", () => parts.cancel());
	component.registerDomEvent(start, "click", begin);
	component.registerDomEvent(container, "keydown", (event) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
		event.preventDefault();
		begin();
	});

	field.value = parts.text;
	renderShelves();
	render();
	field.focus();
	field.setSelectionRange(field.value.length, field.value.length);
}

function dropdown(
	row: HTMLElement,
	label: string,
	options: readonly [string, string][],
): HTMLSelectElement {
	const choice = row.createEl("label", { cls: "winnow-clip-choice" });
	choice.createSpan({ text: label });
	const select = choice.createEl("select", { cls: "dropdown" });
	for (const [value, text] of options) select.createEl("option", { value, text });
	return select;
}

const STATE_ICONS: Readonly<Record<LineState["kind"], string>> = {
	blank: "",
	new: "plus",
	here: "copy-check",
	"thrown-away": "trash-2",
	"not-a-link": "circle-alert",
	twice: "copy-check",
	refused: "circle-alert",
};

function stateRow(list: HTMLElement, state: LineState, parts: StartParts): void {
	const row = list.createDiv({ cls: `winnow-clip-state is-${state.kind}` });
	if (state.kind === "blank") return;
	setIcon(row.createSpan({ cls: "winnow-clip-state-icon" }), STATE_ICONS[state.kind]);
	row.createSpan({ text: stateWords(state, parts) });
}

function stateWords(state: LineState, { now, language }: StartParts): string {
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
			return state.guess === "article"
				? t("clip.line.new")
				: t("clip.line.newKind", { kind: t(kind) });
		}
		case "here": {
			const status = t(`clip.status.${state.source.status}`);
			const date = shortDate(
				state.source.decided ?? state.source.created ?? "",
				now(),
				language,
			);
			return date === ""
				? t("clip.line.hereUndated", { status })
				: t("clip.line.here", { status, date });
		}
		case "thrown-away": {
			const date = shortDate(state.date, now(), language);
			return state.reason === ""
				? t("clip.line.thrownAwayNoReason", { date })
				: t("clip.line.thrownAway", { date, reason: state.reason });
		}
	}
}

function renderCounts(
	counts: HTMLElement,
	states: readonly LineState[],
	takesThrownAway: boolean,
	takeThrownAway: () => void,
): void {
	const of = (kind: LineState["kind"]) => states.filter((state) => state.kind === kind).length;
	const parts: string[] = [];
	if (of("new") > 0) parts.push(t("clip.count.new", { count: of("new") }));
	if (of("here") > 0) parts.push(t("clip.count.here", { count: of("here") }));
	const thrown = of("thrown-away");
	if (thrown > 0 && !takesThrownAway) parts.push(t("clip.count.thrownAway", { count: thrown }));
	counts.empty();
	counts.createSpan({ text: parts.join(" · ") });
	if (thrown === 0 || takesThrownAway) return;
	const anyway = counts.createEl("button", {
		cls: "winnow-link-button",
		text: t("clip.clipAnyway"),
	});
	anyway.addEventListener("click", takeThrownAway, { once: true });
}

async function droppedText(event: DragEvent): Promise<string> {
	const transfer = event.dataTransfer;
	if (transfer === null) return "";
	if (transfer.files.length > 0) return textsOf(transfer.files);
	return transfer.getData("text/uri-list") || transfer.getData("text/plain");
}

/** Files larger than this are no lists of links. */
const MAX_LIST_BYTES = 20_000_000;

async function textsOf(files: FileList | null): Promise<string> {
	const lists = [...(files ?? [])].filter((file) => file.size <= MAX_LIST_BYTES);
	const texts = await Promise.all(lists.map((file) => file.text()));
	return texts.flatMap((text) => linksIn(text)).join("\n");
}
