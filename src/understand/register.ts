import { guarded, reportBug } from "../ui/report-bug";
import { keepDesk, keptDesk } from "./desk-store";
import { PassageLight } from "./passage-extension";
import { registerTranslateAction } from "./translate-action-face";
import { UnderstandActs } from "./understand-acts-face";
import { registerUnderstandCommands } from "./understand-commands";
import { understandFace } from "./understand-face";
import type { UnderstandParts } from "./understand-parts";

/** Between the last change and keeping it: a stream changes the desk many times a second. */
const REST_MS = 400;

/** What other features may ask of understanding. */
export type UnderstandApi = Readonly<{
	/** Opens the first of these sources, with the others beside it for the next question. */
	compare(paths: readonly string[]): void;
}>;

export function registerUnderstand(parts: UnderstandParts): UnderstandApi {
	const { plugin, app, companion } = parts;
	const acts = new UnderstandActs(parts);
	const light = new PassageLight();
	plugin.registerEditorExtension(light.extension());
	registerUnderstandCommands(parts, acts);
	registerTranslateAction(parts, acts);
	companion.addFace(understandFace(parts, acts, light));
	plugin.registerEvent(app.vault.on("rename", (file, oldPath) => acts.renamed(oldPath, file.path)));
	plugin.register(() => acts.claude.stopAll());
	outliveRestarts(parts, acts);
	return { compare: (paths) => guarded(() => acts.compareMany(paths)) };
}

/** Answers were paid for: this device keeps them until they are kept or dropped. */
function outliveRestarts({ plugin, store }: UnderstandParts, { desk }: UnderstandActs): void {
	let timer: number | null = null;
	const keep = (): Promise<void> => {
		timer = null;
		return keepDesk(store, desk.all()).catch(reportBug);
	};
	/** What waits for its time is kept at once. */
	const keepNow = async (): Promise<void> => {
		if (timer === null) return;
		window.clearTimeout(timer);
		await keep();
	};
	const begin = () => {
		const forget = desk.onChange(() => {
			if (timer !== null) window.clearTimeout(timer);
			timer = window.setTimeout(() => void keep(), REST_MS);
		});
		plugin.registerEvent(plugin.app.workspace.on("quit", (tasks) => tasks.add(keepNow)));
		plugin.register(() => {
			forget();
			void keepNow();
		});
	};
	keptDesk(store)
		.then((kept) => desk.restore(kept))
		.then(begin)
		.catch(reportBug);
}
