import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { finishKey } from "../ui/finish-key";
import type { ClipChoice } from "./clip-choice";
import { mountClipChoices, type ChoiceParts } from "./clip-choices-face";
import { linksIn } from "./clip-lines";
import type { ClipItem } from "./clip-run";
import type { LineState } from "./line-state";
import { linksInFile } from "./links-in-file";
import { lineRow, type LineParts } from "./line-words-face";
import type { Selection } from "./selection";

export type StartParts = LineParts &
	ChoiceParts &
	Readonly<{
		text: string;
		/** False: `text` came from outside, and its addresses on the own network are left out. */
		isTextTrusted: boolean;
		/** What is selected on the page of the one link; null: it was too long to be sent; undefined: nothing is. */
		selection: Selection | null | undefined;
		/** Links that wait in the queue. */
		waiting: readonly string[];
		/** Links that have a project of their own, whatever is chosen. */
		projectOf: ReadonlyMap<string, string | null>;
		/** What will happen to each line of this text. */
		states(text: string): readonly LineState[];
		/** Clips the documents among these files; gives the texts of the others. */
		takeFiles(files: readonly File[]): Promise<readonly string[]>;
		start(items: readonly ClipItem[], choice: ClipChoice): void;
		cancel(): void;
	}>;

/** The start sheet: one field, one line per item, and beside each line what will happen. */
export function mountClipStart(
	container: HTMLElement,
	parts: StartParts,
	component: Component,
): void {
	let takesThrownAway = false;
	let { selection } = parts;

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
	const choose = hint.createEl("button", { cls: "winnow-link-button winnow-clip-choose" });
	setIcon(choose.createSpan(), "paperclip");
	choose.createSpan({ text: t("clip.chooseFiles") });
	const picker = hint.createEl("input", { cls: "winnow-clip-picker", type: "file" });
	picker.multiple = true;
	picker.accept = ".html,.htm,.mhtml,.mht,.pdf,.ipynb,.md,.txt,.opml,.bib,.csv,.json,.xml";
	picker.tabIndex = -1;
	const { waiting } = parts;
	if (waiting.length > 0) {
		const take = hint.createEl("button", { cls: "winnow-link-button", text: t("clip.takeQueue", { count: waiting.length }) });
		take.addEventListener("click", () => {
			take.remove();
			add(waiting.join("\n"));
		}, { once: true });
	}

	const note = container.createDiv({ cls: "winnow-clip-hint", attr: { role: "status" } });
	const choice = mountClipChoices(container, parts, component);

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
	/** What is clipped, and what is here already: the end of the run tells of both. */
	const items = (): readonly ClipItem[] =>
		statesNow().flatMap((state): ClipItem[] => {
			if (state.kind === "here") return [{ url: state.url, isTyped: false, known: state.source }];
			const isWanted =
				state.kind === "new" || (state.kind === "thrown-away" && takesThrownAway);
			if (!isWanted || !("url" in state)) return [];
			const project = parts.projectOf.get(state.url);
			const item = { url: state.url, isTyped: !given.has(state.url) };
			const meant = project === undefined ? item : { ...item, project };
			return [selection !== undefined && selection !== null && given.has(state.url) ? { ...meant, selection } : meant];
		});

	const render = () => {
		const all = statesNow();
		states.empty();
		for (const state of all) lineRow(states, state, parts);
		states.scrollTop = field.scrollTop;
		renderCounts(counts, all, takesThrownAway, () => {
			takesThrownAway = true;
			render();
		});
		const { length } = items().filter(isNew);
		start.setText(t("clip.button", { count: length }));
		finishKey(start);
		start.disabled = length === 0;
	};
	const renderNote = () => {
		note.empty();
		if (selection === null) note.createSpan({ text: t("clip.selection.tooLong") });
		else if (selection !== undefined) {
			note.createSpan({ text: t("clip.selection.only", { title: selection.title }), attr: { dir: "auto" } });
			const whole = note.createEl("button", { cls: "winnow-link-button", text: t("clip.selection.whole") });
			whole.addEventListener("click", () => {
				selection = undefined;
				renderNote();
				field.focus();
			});
		}
		note.toggle(selection !== undefined);
	};
	const add = (text: string) => {
		if (text.trim() === "") return;
		const links = linksIn(text);
		const more = links.length > 0 ? links.join("\n") : text.trim();
		for (const link of links) given.add(link);
		field.value =
			field.value.trim() === "" ? `${more}\n` : `${field.value.trimEnd()}\n${more}\n`;
		render();
	};
	const begin = () => {
		const wanted = items();
		if (wanted.some(isNew)) parts.start(wanted, choice());
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
		void droppedText(event, parts).then(add);
	});
	component.registerDomEvent(choose, "click", () => picker.click());
	component.registerDomEvent(picker, "change", () => {
		void textsOf(picker.files, parts).then(add);
	});
	component.registerDomEvent(cancel, "click", () => parts.cancel());
	component.registerDomEvent(start, "click", begin);
	component.registerDomEvent(container, "keydown", (event) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
		event.preventDefault();
		begin();
	});

	component.registerDomEvent(field, "paste", (event) => {
		// Formatted text hides its links behind words.
		const links = hiddenLinks(event.clipboardData);
		if (links === "") return;
		event.preventDefault();
		add(links);
	});

	field.value = parts.text;
	renderNote();
	render();
	field.focus();
	field.setSelectionRange(field.value.length, field.value.length);
}

function isNew({ known }: ClipItem): boolean {
	return known === undefined;
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

async function droppedText(event: DragEvent, parts: StartParts): Promise<string> {
	const transfer = event.dataTransfer;
	if (transfer === null) return "";
	if (transfer.files.length > 0) return textsOf(transfer.files, parts);
	return transfer.getData("text/uri-list") || hiddenLinks(transfer) || transfer.getData("text/plain");
}

/** Links of formatted text whose words do not show them, one a line; "" where there are none. */
function hiddenLinks(data: DataTransfer | null): string {
	if (data === null || linksIn(data.getData("text/plain")).length > 0) return "";
	return linksInFile(data.getData("text/html")).join("\n");
}

/** Links of the lists among these files; the documents go their own way. */
async function textsOf(files: FileList | null, { takeFiles }: StartParts): Promise<string> {
	const texts = await takeFiles([...(files ?? [])]);
	return texts.flatMap((text) => linksInFile(text)).join("\n");
}
