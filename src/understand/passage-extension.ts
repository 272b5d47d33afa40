import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from "@codemirror/view";
import { editorInfoField } from "obsidian";
import type { Anchor } from "../text/anchor";
import { passagePlace } from "./passage-place";

/** The passage of the card that has the focus. */
export type LitPassage = Readonly<{ path: string; passage: string; anchor: Anchor | null }>;

const lit = StateEffect.define<LitPassage | null>();
const mark = Decoration.mark({ class: "winnow-lit-passage" });

/** Tints one passage in every editor that shows its note. Nothing of it is in the text. */
export class PassageLight {
	private readonly views = new Set<EditorView>();
	private current: LitPassage | null = null;

	show(passage: LitPassage | null): void {
		if (passage?.path === this.current?.path && passage?.passage === this.current?.passage && passage?.anchor === this.current?.anchor) return;
		this.current = passage;
		for (const view of this.views) view.dispatch({ effects: lit.of(passage) });
	}

	extension(): Extension {
		const { views } = this;
		const field = StateField.define<DecorationSet>({
			create: (state) => decorations(state, this.current),
			update: (marks, { effects, state, changes }) => {
				const effect = effects.find((each) => each.is(lit));
				return effect?.is(lit) === true ? decorations(state, effect.value) : marks.map(changes);
			},
			provide: (self) => EditorView.decorations.from(self),
		});
		const register = ViewPlugin.define((view) => {
			views.add(view);
			return { destroy: () => void views.delete(view) };
		});
		return [field, register];
	}
}

function decorations(state: EditorState, passage: LitPassage | null): DecorationSet {
	const path = state.field(editorInfoField, false)?.file?.path;
	if (passage === null || path !== passage.path) return Decoration.none;
	const place = passagePlace(state.doc.toString(), passage.passage, passage.anchor);
	return place === null || place.from === place.to ? Decoration.none : Decoration.set([mark.range(place.from, place.to)]);
}
