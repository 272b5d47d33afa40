import { Component, type App } from "obsidian";
import type { Answer, Claude, ClaudeFailure } from "../../src/claude/claude";
import type { Result } from "../../src/result";
import type { Source } from "../../src/source/source";
import type { CompanionContext } from "../../src/ui/companion";
import { PassageLight } from "../../src/understand/passage-extension";
import { UnderstandActs } from "../../src/understand/understand-acts-face";
import { understandFace } from "../../src/understand/understand-face";
import type { UnderstandParts } from "../../src/understand/understand-parts";
import type { SafeVault } from "../../src/vault/safe-vault";
import type { Step, UndoLog } from "../../src/vault/undo-log";
import { source } from "../outline/sources";

const PATH = "S/Engines.md";
const NOTE = "---\nsource: https://a.example\n---\n\nThe engine ==weaves patterns== of algebra.\n";
const usage = { inputTokens: 1, outputTokens: 1, cacheWriteTokens: 0, cacheReadTokens: 0 };

type Outcome = Result<Answer, ClaudeFailure>;
const said = (text: string): Outcome => ({ ok: true, value: { text, usage, cost: null, isTruncated: false } });

/** One source in a vault of one note, and a Claude that says what it is told to. */
function beside(outcomes: readonly Outcome[], readiness: ReturnType<Claude["readiness"]> = { kind: "ready", host: "h", isStandIn: false }) {
	const notes = new Map([[PATH, NOTE]]);
	const acts: Step[][] = [];
	const waiting = [...outcomes];
	const engines: Source = source(PATH, { title: "On engines" });
	const vault: Partial<SafeVault> = {
		read: (path) => Promise.resolve({ ok: true, value: notes.get(path) ?? "" }),
		editProse: (path, before, edit) => {
			const after = edit(before);
			notes.set(path, after);
			return Promise.resolve({ ok: true, value: { path, before, after } });
		},
	};
	const undo: Partial<UndoLog> = {
		record: (act) => void acts.push([...act.steps]),
		undo: () => {
			const steps = acts.pop();
			const [step] = steps ?? [];
			if (steps === undefined || step?.kind !== "text") return Promise.resolve(null);
			notes.set(step.path, step.before);
			return Promise.resolve({ act: { id: "1", label: "Kept", at: "", steps }, done: 1, skipped: [], changedElsewhere: [], left: 0 });
		},
	};
	const claude: Partial<Claude> = {
		readiness: () => readiness,
		estimate: () => ({ inputTokens: 1, outputTokens: 1, cost: 0.012 }),
		ask: () => Promise.resolve(waiting.shift() ?? said("Nothing more.")),
	};
	const parts = {
		vault,
		undo,
		claude,
		app: { vault: { on: () => ({}) }, workspace: {} } as unknown as App,
		sources: { get: (path: string) => (path === PATH ? engines : null) },
		now: () => new Date(0),
		models: () => ({ questions: "m" }),
		nonce: () => "n",
		explain: ({ kind }: ClaudeFailure) => `failed: ${kind}`,
		openSettings: () => undefined,
		language: "en",
	} as unknown as UnderstandParts;
	const understand = new UnderstandActs(parts);
	const container = document.body.createDiv();
	const context = { file: { path: PATH }, view: null } as unknown as CompanionContext;
	const live = understandFace(parts, understand, new PassageLight()).mount(container, context, new Component());
	return {
		note: () => notes.get(PATH),
		ask: (words: string) => understand.askSource(engines, words, null),
		key: async (key: string) => {
			live.onKey?.(new KeyboardEvent("keydown", { key }));
			await settled();
		},
		shown: async () => {
			await settled();
			return container.textContent ?? "";
		},
		focusFirst: () => container.querySelector<HTMLElement>("[data-row]")?.focus(),
	};
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe("beside a source", () => {
	// jsdom lays nothing out.
	beforeAll(() => Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined }));

	it("an answer writes nothing until it is kept, and undo takes it back byte for byte", async () => {
		const desk = beside([said("It repeats <b>shapes</b>.")]);
		await desk.ask("What does it weave?");
		expect(await desk.shown()).toContain("It repeats <b>shapes</b>.");
		expect(desk.note()).toBe(NOTE);
		desk.focusFirst();
		await desk.key("y");
		expect(desk.note()).toBe(`${NOTE}\n## Reading notes\n\n> [!question] What does it weave?\n> It repeats &lt;b>shapes&lt;/b>.\n`);
		await desk.key("u");
		expect(desk.note()).toBe(NOTE);
		await desk.key("y");
		expect(desk.note()).toContain("Reading notes");
	});

	it("a dropped answer leaves no trace", async () => {
		const desk = beside([said("Gone soon.")]);
		await desk.ask("Why?");
		await desk.shown();
		desk.focusFirst();
		await desk.key("n");
		expect(await desk.shown()).not.toContain("Gone soon.");
		expect(desk.note()).toBe(NOTE);
	});

	it("a failure says what happened, keeps nothing, and can be asked again", async () => {
		const desk = beside([{ ok: false, error: { kind: "overloaded", received: "" } }, said("Better.")]);
		await desk.ask("Why?");
		expect(await desk.shown()).toContain("failed: overloaded");
		desk.focusFirst();
		await desk.key("y");
		expect(desk.note()).toBe(NOTE);
		await desk.key("r");
		expect(await desk.shown()).toContain("Better.");
	});

	it("stand the highlights also without a key, with one line on what a key adds", async () => {
		const text = await beside([], { kind: "no-key" }).shown();
		expect(text).toContain("weaves patterns");
		expect(text).toContain("With an API key");
	});
});
