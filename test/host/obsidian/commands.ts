import type { Command } from "obsidian";
import type { App } from "./app";

export type { Command };

export class CommandRegistry {
	readonly byId = new Map<string, Command>();
	/** Most recent first, for the palette. */
	readonly recent: string[] = [];
	#app: App;

	constructor(app: App) {
		this.#app = app;
	}

	add(command: Command): void {
		this.byId.set(command.id, command);
		for (const { modifiers, key } of command.hotkeys ?? [])
			this.#app.scope.register(modifiers, key, () =>
				this.byId.get(command.id) === command && this.run(command.id) ? false : undefined,
			);
	}

	remove(id: string): void {
		this.byId.delete(id);
	}

	/** What the palette offers now: commands whose check says yes. */
	available(): Command[] {
		return [...this.byId.values()].filter((command) => this.#act(command, true));
	}

	/** @returns whether the command could run here. */
	run(id: string): boolean {
		const command = this.byId.get(id);
		if (command === undefined || !this.#act(command, true)) return false;
		this.recent.splice(0, Infinity, id, ...this.recent.filter((other) => other !== id));
		this.#act(command, false);
		return true;
	}

	#act(command: Command, checking: boolean): boolean {
		const info = this.#app.workspace.activeEditor;
		// Editor commands win over plain ones, and the checking forms over the others ([R] d.ts: Command).
		if (command.editorCheckCallback !== undefined || command.editorCallback !== undefined) {
			const editor = info?.editor;
			if (info === null || editor === undefined) return false;
			if (command.editorCheckCallback !== undefined)
				return command.editorCheckCallback(checking, editor, info) === true || !checking;
			if (!checking) command.editorCallback?.(editor, info);
			return true;
		}
		if (command.checkCallback !== undefined)
			return command.checkCallback(checking) === true || !checking;
		if (!checking) command.callback?.();
		return command.callback !== undefined;
	}
}
