import { CLAUDE_DEFAULTS, type ClaudeSettings } from "./claude/claude-settings";
import { CLIP_DEFAULTS, type ClipSettings } from "./clip/clip-settings";
import { INBOX_DEFAULTS, type InboxSettings } from "./inbox/inbox-settings";
import { REFINE_DEFAULTS, type RefineSettings } from "./refine/refine-settings";
import { SOURCE_DEFAULTS, type SourceSettings } from "./source/source-settings";

/** All settings of the plugin, flat; each part knows its own. */
export type Settings = SourceSettings & InboxSettings & ClipSettings & ClaudeSettings & RefineSettings;

export const DEFAULTS: Readonly<Settings> = {
	...SOURCE_DEFAULTS,
	...INBOX_DEFAULTS,
	...CLIP_DEFAULTS,
	...CLAUDE_DEFAULTS,
	...REFINE_DEFAULTS,
};

/** Reads what a settings file holds: a value of another type than the default's is not ours and is left out. */
export function readSettings(data: Readonly<Record<string, unknown>>): Settings {
	const read: Record<string, unknown> = { ...DEFAULTS };
	for (const [key, value] of Object.entries(DEFAULTS)) {
		if (typeof data[key] === typeof value) read[key] = data[key];
	}
	return read as Settings; // every key has the type of its default
}
