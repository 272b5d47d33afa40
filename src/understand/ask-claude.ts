import type { Claude, Question } from "../claude/claude";
import type { Source } from "../source/source";
import { languageName } from "./translation";
import type { UnderstandParts } from "./understand-parts";

/** Expected tokens of an answer of some 120 words. */
const ANSWER_TOKENS = 350;

/** Sends questions, each under a name by which it can be stopped. */
export class AskClaude {
	private readonly running = new Map<string, AbortController>();

	constructor(private readonly parts: Pick<UnderstandParts, "claude" | "models" | "nonce" | "language">) {}

	readiness(): ReturnType<Claude["readiness"]> {
		return this.parts.claude.readiness();
	}

	/** US dollars, about; null where not known. */
	price(question: Question, answerTokens = ANSWER_TOKENS): number | null {
		return this.parts.claude.estimate(question, answerTokens).cost;
	}

	isRunning(name: string): boolean {
		return this.running.has(name);
	}

	stop(name: string): void {
		this.running.get(name)?.abort();
	}

	stopAll(): void {
		for (const abort of this.running.values()) abort.abort();
	}

	async send(name: string, question: Question, onText: (piece: string) => void): ReturnType<Claude["ask"]> {
		const abort = new AbortController();
		this.running.set(name, abort);
		try {
			return await this.parts.claude.ask(question, abort.signal, (event) => event.kind === "text" && onText(event.piece));
		} finally {
			this.running.delete(name);
		}
	}

	/** What every question of a source carries. */
	asking({ title }: Pick<Source, "title">, note: string) {
		const { models, nonce, language } = this.parts;
		return { model: models().questions, nonce: nonce(), language: languageName(language, "en"), title, note };
	}
}
