import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { editorInfoField } from "obsidian";
import { footnoteAt, readFootnotes } from "../text/footnotes";
import { quotedWords } from "./open-passage";
import { linkTargets } from "./section-sources";

/** Opens the note a footnote links to, at its words. */
export type OpenFootnote = (target: string, words: string, from: string) => void;

/** Mod+click on a footnote opens its source at the passage; a plain click only places the cursor. */
export function footnoteClicks(open: OpenFootnote): Extension {
	return EditorView.domEventHandlers({
		mousedown: (event, view) => {
			if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
			const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
			const path = view.state.field(editorInfoField, false)?.file?.path;
			if (at === null || path === undefined) return false;
			const footnotes = readFootnotes(view.state.doc.toString());
			const key = footnoteAt(footnotes, at);
			const definition = footnotes.definitions.find((each) => each.key === key);
			const target = definition === undefined ? undefined : linkTargets(definition.text)[0];
			if (definition === undefined || target === undefined) return false;
			open(target, quotedWords(definition.text), path);
			return true;
		},
	});
}

/** The same in the reading view, where a footnote's link is a link: it selects the words too. */
export function footnoteLinks(el: HTMLElement, from: string, open: OpenFootnote): void {
	for (const item of el.querySelectorAll<HTMLElement>(".footnotes li")) {
		const link = item.querySelector<HTMLElement>("a.internal-link");
		const target = link?.dataset.href ?? "";
		const words = quotedWords(item.textContent);
		if (link === null || target === "" || words === "") continue;
		link.addEventListener(
			"click",
			(event) => {
				if (event.ctrlKey || event.metaKey || event.button !== 0) return;
				event.preventDefault();
				event.stopPropagation();
				open(target, words, from);
			},
			{ capture: true },
		);
	}
}
