import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import * as lezerCommon from "@lezer/common";
import * as lezerHighlight from "@lezer/highlight";
import * as obsidian from "./module";

/** The modules a plugin may require. The namespaces are copied: a plugin may patch its copy only. */
export const servedModules: Readonly<Record<string, unknown>> = {
	obsidian: { ...obsidian },
	"@codemirror/commands": commands,
	"@codemirror/language": language,
	"@codemirror/search": search,
	"@codemirror/state": state,
	"@codemirror/view": view,
	"@lezer/common": lezerCommon,
	"@lezer/highlight": lezerHighlight,
};
