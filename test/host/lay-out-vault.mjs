/** The vault that `npm run try` shows. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const demo = join(dirname(fileURLToPath(import.meta.url)), "demo-vault");

/**
 * An empty or missing folder gets the demo vault, with its first note open; one with content is taken as it is.
 * @param {string} vaultDir
 * @param {string} standInBase Where Claude's stand-in answers: another port each time.
 */
export function layOutVault(vaultDir, standInBase) {
	mkdirSync(vaultDir, { recursive: true });
	if (readdirSync(vaultDir).length === 0) {
		cpSync(demo, vaultDir, { recursive: true });
		mkdirSync(join(vaultDir, ".obsidian"));
		writeFileSync(join(vaultDir, ".obsidian", "workspace.json"), JSON.stringify(FIRST_LAYOUT, null, 2));
	}
	const folder = join(vaultDir, ".obsidian", "plugins", "winnow");
	const data = join(folder, "data.json");
	mkdirSync(folder, { recursive: true });
	const settings = readSettings(data);
	if (settings === null) return;
	const { claudeBaseUrl } = settings;
	// Only an address that was the stand-in's own is replaced; a server the person chose stays.
	if (claudeBaseUrl !== undefined && !/^http:\/\/127\.0\.0\.1:/.test(claudeBaseUrl)) return;
	writeFileSync(data, JSON.stringify({ ...settings, claudeBaseUrl: standInBase }, null, 2));
}

const FIRST_LAYOUT = {
	main: {
		type: "split",
		direction: "vertical",
		children: [
			{
				type: "tabs",
				children: [
					{
						id: "welcome",
						type: "leaf",
						state: { type: "markdown", state: { file: "Welcome.md", mode: "preview" } },
					},
				],
			},
		],
	},
	left: {
		type: "split",
		children: [{ type: "tabs", children: [{ id: "files", type: "leaf", state: { type: "file-explorer", state: {} } }] }],
	},
	right: { type: "split", collapsed: true, children: [] },
	active: "welcome",
};

/** Null: there are settings that cannot be read, which are left as they are. */
function readSettings(file) {
	if (!existsSync(file)) return {};
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return null;
	}
}
