import type { SettingDefinitionItem } from "obsidian";
import { claudeSettingDefinitions } from "./claude/claude-group-settings";
import type { ClaudeSettingParts } from "./claude/claude-settings";
import { clipSettingDefinitions, type ClipSettingParts } from "./clip/clip-settings";
import { inboxSettingDefinitions } from "./inbox/inbox-settings";
import { refineSettingDefinitions } from "./refine/refine-settings";
import type { Settings } from "./settings";
import { sourceSettingDefinitions, type SourceSettingParts } from "./source/source-settings";

export type SettingGroupParts = Readonly<{ settings: Settings }> &
	Omit<ClaudeSettingParts, "save" | "settings"> &
	Omit<ClipSettingParts, "save" | "settings"> &
	Omit<SourceSettingParts, "save" | "settings"> &
	Readonly<{ save(key: keyof Settings, value: unknown): Promise<void> }>;

/** The groups of the settings tab, in the order of the workflow. */
export function settingGroups(parts: SettingGroupParts): SettingDefinitionItem[] {
	return [
		...sourceSettingDefinitions(parts),
		...inboxSettingDefinitions(),
		...clipSettingDefinitions(parts),
		...claudeSettingDefinitions(parts, refineSettingDefinitions(parts.settings)),
	];
}
