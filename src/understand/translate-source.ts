import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import type { AskClaude } from "./ask-claude";
import type { Translation } from "./card";
import type { Desk } from "./desk";
import { translateQuestion } from "./questions";
import { beginTranslation, languageName, partWords, translationNote } from "./translation";
import type { UnderstandParts } from "./understand-parts";

/** A page by paragraphs, resumable; nothing is written before `keep`. */
export class TranslateSource {
	constructor(
		private readonly parts: Pick<UnderstandParts, "app" | "vault" | "undo" | "now" | "language">,
		private readonly claude: AskClaude,
		private readonly desk: Desk,
		private readonly say: (words: string) => void,
	) {}

	/** Lays it out beside the source, without asking anything yet: its price stands there first. */
	async layOut(source: Source): Promise<boolean> {
		const { language } = this.parts;
		if (source.language?.toLowerCase().startsWith(language.toLowerCase()) === true) {
			this.say(t("understand.sameLanguage"));
			return false;
		}
		const note = await this.parts.vault.read(source.path);
		if (!note.ok) {
			this.say(t("understand.gone"));
			return false;
		}
		const before = this.desk.translationOf(source.path);
		const fresh = beginTranslation(source.path, language, note.value);
		// Changed meanwhile: what was translated belongs to another text.
		const isSame = before !== null && before.page === fresh.page && before.language === language;
		if (!isSame) this.desk.putTranslation(carriedOver(before, fresh));
		return true;
	}

	/** US dollars the rest will cost, about; null where not known. */
	price(translation: Translation): number | null {
		let sum = 0;
		for (const part of translation.parts) {
			if (part.text !== null) continue;
			const words = partWords(translation, part);
			const cost = this.claude.price(this.question("", words), Math.ceil(words.length / 2));
			if (cost === null) return null;
			sum += cost;
		}
		return sum;
	}

	/** Translates what is not translated yet. */
	async goOn(source: Source): Promise<void> {
		if (this.claude.isRunning(nameOf(source.path)) || !(await this.layOut(source))) return;
		const begun = this.desk.translationOf(source.path);
		if (begun === null) return;
		for (const [index, part] of begun.parts.entries()) {
			if (part.text !== null) continue;
			const before = this.desk.translationOf(source.path);
			if (before?.page !== begun.page) return; // dropped meanwhile
			this.desk.putTranslation({ ...before, state: "running" });
			const answer = await this.claude.send(nameOf(source.path), this.question(source.title, partWords(begun, part)), () => undefined);
			const current = this.desk.translationOf(source.path);
			if (current?.page !== begun.page) return;
			if (!answer.ok) {
				const isStopped = answer.error.kind === "cancelled";
				this.desk.putTranslation({ ...current, state: isStopped ? "stopped" : { kind: "failed", failure: answer.error } });
				return;
			}
			const text = answer.value.text.trim();
			this.desk.putTranslation({ ...current, parts: current.parts.map((each, at) => (at === index ? { ...each, text } : each)) });
		}
		const done = this.desk.translationOf(source.path);
		if (done !== null) this.desk.putTranslation({ ...done, state: "stopped" });
	}

	stop(path: string): void {
		this.claude.stop(nameOf(path));
	}

	drop(path: string): void {
		this.stop(path);
		this.desk.dropTranslation(path);
	}

	/** Makes a note of it beside the source; the source itself stays as it is. */
	async keep(source: Source): Promise<void> {
		const translation = this.desk.translationOf(source.path);
		if (translation === null || (typeof translation.state === "object" && translation.state.kind === "kept")) return;
		const { app, vault, undo, language } = this.parts;
		const file = app.vault.getFileByPath(source.path);
		if (file === null) return this.say(t("understand.gone"));
		const folder = file.parent?.path ?? "";
		const name = `${file.basename} (${translation.language})`;
		const link = `[[${app.metadataCache.fileToLinktext(file, `${folder}/${name}.md`)}]]`;
		const text = translationNote(translation, `${source.title} (${languageName(translation.language, language)})`, link);
		const made = await vault.createBeside(folder === "/" ? "" : folder, name, text);
		if (!made.ok) return this.say(t("understand.notKept"));
		undo.record({
			label: t("understand.act.translated", { title: source.title }),
			at: this.parts.now().toISOString(),
			steps: [{ kind: "created", path: made.value.path, text: made.value.after }],
		});
		this.desk.putTranslation({ ...translation, state: { kind: "kept", note: made.value.path } });
	}

	/** Its note was taken back: it can be kept again. */
	reopen(notePath: string): void {
		const kept = this.desk.keptAs(notePath);
		if (kept !== null) this.desk.putTranslation({ ...kept, state: "stopped" });
	}

	private question(title: string, words: string) {
		const { model, nonce, language } = this.claude.asking({ title }, "");
		return translateQuestion({ model, nonce, language, title }, words);
	}
}

function nameOf(path: string): string {
	return `translate ${path}`;
}

/** Paragraphs that stand in the changed page word for word keep their translation. */
function carriedOver(before: Translation | null, fresh: Translation): Translation {
	if (before?.language !== fresh.language) return fresh;
	const known = new Map(before.parts.map((part) => [before.page.slice(part.from, part.to), part.text]));
	return { ...fresh, parts: fresh.parts.map((part) => ({ ...part, text: known.get(fresh.page.slice(part.from, part.to)) ?? null })) };
}
