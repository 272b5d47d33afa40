import type { App } from "obsidian";
import type { ClaudeClient } from "./create-claude";

export type ClaudeSettings = {
	/** Name of the secret that holds the key; the key itself is never here. */
	claudeKeyName: string;
	claudeBaseUrl: string;
	/** Model of the passes that suggest edits. */
	claudeModelTighten: string;
	/** Model of the passes that ask, and of explanations. */
	claudeModelQuestions: string;
	/** US dollars a run may cost at most; "" = no limit. */
	claudeBudget: string;
	/** US dollars a month may cost on a device before Winnow asks; "" = no limit. */
	claudeMonth: string;
};

export const CLAUDE_DEFAULTS: Readonly<ClaudeSettings> = {
	claudeKeyName: "",
	claudeBaseUrl: "https://api.anthropic.com",
	claudeModelTighten: "claude-haiku-5-5",
	claudeModelQuestions: "claude-sonnet-5-5",
	claudeBudget: "1",
	claudeMonth: "10",
};

/** Reads an amount of US dollars as a person types it. Null: no limit. */
export function limitOf(typed: string): number | null {
	const amount = Number(typed.replace(",", ".").replace("$", "").trim());
	return typed.trim() === "" || !Number.isFinite(amount) || amount < 0 ? null : amount;
}

export type ClaudeSettingParts = Readonly<{
	app: App;
	client: ClaudeClient;
	/** What this month's answers cost on this device, in US dollars. */
	spent(): number;
	/** The live object. */
	settings: ClaudeSettings;
	save(key: keyof ClaudeSettings, value: string): Promise<void>;
	/** Draws the tab again. */
	redraw(): void;
	now(): Date;
}>;
