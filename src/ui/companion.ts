import type { Component, TFile, View } from "obsidian";

/** What the person is working on: the most recent tab of the main area. */
export type CompanionContext = Readonly<{ file: TFile | null; view: View | null }>;

/** One face of the right-hand panel. A feature registers it; the panel shows the first that fits. */
export interface Face {
	readonly id: string;
	/** Lucide icon name. */
	readonly icon: string;
	title(): string;
	fits(context: CompanionContext): boolean;
	/**
	 * Fills an empty container; called when the face appears. What it registers on `component` ends when the face goes.
	 * @returns what is called when the context changes but the face stays.
	 */
	mount(
		container: HTMLElement,
		context: CompanionContext,
		component: Component,
	): Readonly<{
		update(context: CompanionContext): void;
		/** A key while the panel has focus and nobody types. True: handled. */
		onKey?(event: KeyboardEvent): boolean;
	}>;
}

export interface Companion {
	/** Faces registered first are asked first. */
	addFace(face: Face): void;
	open(): Promise<void>;
}
