import { UnderstandActs } from "./understand-acts-face";
import { registerUnderstandCommands } from "./understand-commands";
import { understandFace } from "./understand-face";
import type { UnderstandParts } from "./understand-parts";

export function registerUnderstand(parts: UnderstandParts): void {
	const acts = new UnderstandActs(parts);
	registerUnderstandCommands(parts, acts);
	parts.companion.addFace(understandFace(parts, acts));
	parts.plugin.registerEvent(parts.app.vault.on("rename", (file, oldPath) => acts.desk.renamed(oldPath, file.path)));
	parts.plugin.register(() => acts.stopAll());
}
