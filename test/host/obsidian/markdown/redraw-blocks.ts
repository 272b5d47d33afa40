import { StateEffect } from "@codemirror/state";

/** Asks an editor to look again which blocks plugins draw. */
export const redrawBlocks = StateEffect.define<null>();
