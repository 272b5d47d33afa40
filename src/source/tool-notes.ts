import type { TFile } from "obsidian";
import type { Frontmatter } from "./read-source";
import { propertyOf } from "./read-status";
import { readToolNote } from "./tool-note";

/** Notes read at once. More only make the disk jump. */
const LANES = 4;

/** What other tools wrote into the texts of notes, read once and again when a note changes. */
export class ToolNotes {
	private readonly facts = new Map<string, Frontmatter | null>();
	private readonly queue: TFile[] = [];
	private readonly asked = new Set<string>();
	private running = 0;

	/** @param told a note has been read: it may say more now. */
	constructor(
		private readonly read: (file: TFile) => Promise<string>,
		private readonly told: (file: TFile) => void,
	) {}

	/** The frontmatter with what the text says besides. What is not read yet comes later. @param text as just written. */
	over(file: TFile, values: Frontmatter, text: string | undefined): Frontmatter {
		if (text !== undefined) this.facts.set(file.path, readToolNote(text));
		const known = this.facts.get(file.path);
		if (known === undefined) this.ask(file);
		return known === undefined || known === null ? values : joined(values, known);
	}

	/** The note says the same under its new name. */
	moved(from: string, to: string): void {
		const known = this.facts.get(from);
		if (known !== undefined) this.facts.set(to, known);
		this.facts.delete(from);
	}

	forget(path: string): void {
		this.facts.delete(path);
	}

	private ask(file: TFile): void {
		if (this.asked.has(file.path)) return;
		this.asked.add(file.path);
		this.queue.push(file);
		if (this.running < LANES) void this.lane();
	}

	private async lane(): Promise<void> {
		this.running++;
		for (let file = this.queue.shift(); file !== undefined; file = this.queue.shift()) {
			const { path } = file;
			// Gone meanwhile: the vault tells of it.
			const text = await this.read(file).catch(() => null);
			this.asked.delete(path);
			if (text === null || file.path !== path) continue;
			this.facts.set(path, readToolNote(text));
			this.told(file);
		}
		this.running--;
	}
}

/** A property the person filled in wins. */
function joined(values: Frontmatter, facts: Frontmatter): Frontmatter {
	const more = Object.entries(facts).filter(([name]) => {
		const own = propertyOf(values, name);
		return own === undefined || own === null || own === "";
	});
	const kept = Object.entries(values).filter(([, value]) => value !== null && value !== "");
	return { ...Object.fromEntries(kept), ...Object.fromEntries(more) };
}
