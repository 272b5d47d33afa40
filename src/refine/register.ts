import { MarkdownView, Notice, type Editor, type TFile } from "obsidian";
import type { Project } from "../project/project";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { countWords } from "../text/words";
import { forgetReview, keepReview, keptReview } from "./kept-review";
import { localPass } from "./local-pass";
import { findingLines } from "./local-map-words";
import { logRun } from "./log-run";
import { meterOf } from "./meter";
import { ownPasses } from "./own-passes";
import { PASSES, type Pass } from "./passes";
import {
	buildRequest,
	expectedOutput,
	requestText,
	type BlockRange,
	type PassOptions,
} from "./prompt";
import { rangeAround, splitRanges, wholeRange } from "./ranges";
import { RefineModal, type RefineWork } from "./refine-modal";
import type { RefineParts } from "./refine-parts";
import type { StartFacts, StartRange } from "./refine-start-face";
import { sectionsOf } from "./sections";
import { RefineSession } from "./session";
import { takeSnapshot, type Snapshot } from "./snapshot";

/** What the active view was asked to refine, as offsets into its note. */
type Target = Readonly<{
	file: TFile;
	text: string;
	cursor: number;
	selection: Readonly<{ from: number; to: number }> | null;
}>;

/** Registers Refine's commands and menus. */
export function registerRefine(
	parts: RefineParts,
): Readonly<{ refine(path: string): Promise<void> }> {
	const { plugin, app } = parts;
	const open = new Set<string>();
	const begin = (range: StartRange["id"], isContinued = false) =>
		guarded(async () => {
			const target = activeTarget(parts);
			if (target === null) return void new Notice(t("refine.notice.noDraft"));
			if (range === "selection" && target.selection === null) {
				return void new Notice(t("refine.notice.noSelection"));
			}
			if (open.has(target.file.path)) return void new Notice(t("refine.notice.busy"));
			await openRefine(parts, target, range, isContinued, open);
		});
	const command = (id: string, name: string, run: () => void) =>
		plugin.addCommand({
			id,
			name,
			checkCallback: (isChecking) => {
				if (app.workspace.getActiveViewOfType(MarkdownView) === null) return false;
				if (!isChecking) run();
				return true;
			},
		});
	command("refine-draft", t("refine.command.draft"), () => begin("draft"));
	command("refine-this-section", t("refine.command.section"), () => begin("section"));
	command("refine-selection", t("refine.command.selection"), () => begin("selection"));
	command("check-draft-without-claude", t("refine.command.check"), () => begin("draft"));
	command("continue-review", t("refine.command.continue"), () => begin("draft", true));
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, editor) => {
			if (!editor.somethingSelected()) return;
			menu.addItem((item) =>
				item
					.setTitle(t("refine.menu.selection"))
					.setIcon("feather")
					.setSection("winnow")
					.onClick(() => begin("selection")),
			);
		}),
	);
	return {
		refine: async (path) => {
			const file = app.vault.getFileByPath(path);
			if (file === null) return;
			await app.workspace.getLeaf(false).openFile(file);
			begin("draft");
		},
	};
}

function activeTarget({ app }: RefineParts): Target | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	if (view === null || view.file === null) return null;
	const { editor } = view;
	const selection = editor.somethingSelected()
		? {
				from: editor.posToOffset(editor.getCursor("from")),
				to: editor.posToOffset(editor.getCursor("to")),
			}
		: null;
	return {
		file: view.file,
		text: editor.getValue(),
		cursor: editor.posToOffset(editor.getCursor()),
		selection,
	};
}

async function openRefine(
	parts: RefineParts,
	target: Target,
	range: StartRange["id"],
	isContinued: boolean,
	open: Set<string>,
): Promise<void> {
	const { path } = target.file;
	const kept = isContinued ? await keptReview(parts.store, path) : null;
	if (isContinued && kept === null) return void new Notice(t("refine.notice.noReview"));
	if (kept !== null && kept.text !== target.text) new Notice(t("refine.notice.changed"));
	const snapshot = takeSnapshot(kept?.text ?? target.text);
	const belongs = parts.projects.of(path);
	const project = belongs === null ? null : await parts.projects.read(belongs.path);
	const options = passOptions(parts, project);
	const session = new RefineSession({
		snapshot,
		claude: parts.claude,
		options,
		nonce: () => parts.nonce(),
		review: kept?.review ?? null,
	});
	const passes = [
		...PASSES,
		...(await ownPasses(parts.app, parts.settings.passFolder, parts.vault)),
	];
	const keep = keeper(parts, path, session);
	session.onChange(keep.soon);
	open.add(path);
	const work: RefineWork = {
		path,
		name: target.file.basename,
		session,
		start:
			kept !== null
				? null
				: {
						facts: startFacts(parts, snapshot, target, range, passes, options, project),
						acts: startActs(parts, snapshot, target, options),
					},
		read: (chosen, where) => session.read(readingsOf(parts, snapshot, target, chosen, where)),
		explain: (failure) => parts.explain(failure),
		sourceTitle: (id) => options.sources.find((source) => source.id === id)?.title ?? null,
		openPlace: (quote, offset) => guarded(() => openPlace(parts, target.file, quote, offset)),
		log: (applied) => logApplied(parts, project, target.file, session, applied.applied.length),
		finish: () => keep.forget(),
		closed: () => {
			open.delete(path);
			session.stop();
			keep.now();
		},
	};
	new RefineModal(parts.app, parts, work).open();
}

/** Saves the review of this device at most every second, and once more at the end. */
function keeper(
	parts: RefineParts,
	path: string,
	session: RefineSession,
): Readonly<{ soon(): void; now(): void; forget(): void }> {
	const { text } = session.snapshot;
	let timer: number | null = null;
	let isOver = false;
	const now = () => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		if (!isOver) guarded(() => keepReview(parts.store, path, { text, review: session.review }));
	};
	return {
		now,
		soon: () => {
			timer ??= window.setTimeout(now, KEEP_AFTER_MS);
		},
		forget: () => {
			isOver = true;
			guarded(() => forgetReview(parts.store, path));
		},
	};
}

const KEEP_AFTER_MS = 1000;

function passOptions(parts: RefineParts, project: Project | null): Omit<PassOptions, "nonce"> {
	const kept = parts.sources
		.all()
		.filter((source) => source.status === "kept" && belongsTo(parts, source.path, project));
	return {
		model: parts.models().tighten,
		brief: project?.brief ?? [],
		myWords: project?.myWords ?? [],
		protectedPassages: project?.protectedPassages ?? [],
		wishes: "",
		sources: kept.map((source, index) => ({
			id: `S${index + 1}`,
			title: source.title,
			text: source.description,
		})),
	};
}

function belongsTo({ projects }: RefineParts, path: string, project: Project | null): boolean {
	return project !== null && projects.of(path)?.path === project.path;
}

function modelFor(parts: RefineParts, pass: Pass): string {
	const models = parts.models();
	return pass.kinds.length === 0 ? models.questions : models.tighten;
}

function blockRange(snapshot: Snapshot, target: Target, range: StartRange["id"]): BlockRange {
	const whole = wholeRange(snapshot);
	if (range === "selection" && target.selection !== null) {
		return rangeAround(snapshot, target.selection.from, target.selection.to) ?? whole;
	}
	if (range === "draft") return whole;
	const section = sectionsOf(snapshot).find(({ heading, blocks }) => {
		const first = heading ?? blocks[0];
		const last = blocks.at(-1) ?? heading;
		return (
			first !== undefined &&
			last !== null &&
			last !== undefined &&
			first.from <= target.cursor &&
			target.cursor <= last.to
		);
	});
	const first = section?.heading ?? section?.blocks[0];
	const last = section?.blocks.at(-1) ?? first;
	return first === undefined || first === null || last === undefined || last === null
		? whole
		: (rangeAround(snapshot, first.from, last.to) ?? whole);
}

function readingsOf(
	parts: RefineParts,
	snapshot: Snapshot,
	target: Target,
	passes: readonly Pass[],
	range: StartRange["id"],
): readonly Readonly<{ pass: Pass; range: BlockRange; model: string }>[] {
	const within = blockRange(snapshot, target, range);
	return passes.flatMap((pass) => {
		const ranges = pass.reach === "whole" ? [within] : splitRanges(snapshot, within);
		return ranges.map((part) => ({ pass, range: part, model: modelFor(parts, pass) }));
	});
}

function startFacts(
	parts: RefineParts,
	snapshot: Snapshot,
	target: Target,
	range: StartRange["id"],
	passes: readonly Pass[],
	options: Omit<PassOptions, "nonce">,
	project: Project | null,
): StartFacts {
	const words = (id: StartRange["id"]) => {
		const { from, to } = blockRange(snapshot, target, id);
		const inside = snapshot.blocks.filter((block) => block.id >= from && block.id <= to);
		return inside.reduce((sum, block) => sum + countWords(snapshot.textOf(block)), 0);
	};
	const ids: readonly StartRange["id"][] =
		target.selection === null ? ["draft", "section"] : ["draft", "section", "selection"];
	const readiness = parts.claude.readiness();
	const isReady = readiness.kind === "ready";
	const map = localPass(
		snapshot,
		options.brief.map((one) => one.answer),
	);
	return {
		passes,
		ranges: ids.map((id) => ({ id, label: t(`refine.start.${id}`), words: words(id) })),
		range,
		blocked: isReady
			? null
			: readiness.kind === "no-key"
				? { text: t("refine.start.noKey"), button: t("refine.start.addKey") }
				: { text: parts.explain(readiness), button: t("refine.start.openSettings") },
		notes: [
			...(project === null ? [t("refine.start.noProject")] : []),
			...(snapshot.unclosed.length > 0 ? [t("refine.start.unclosed")] : []),
		],
		findings: findingLines(map.findings, snapshot),
		myWords: options.myWords.length,
		passages: options.protectedPassages.length,
		sources: options.sources.length,
		isStandIn: isReady && readiness.isStandIn,
		cost: (pass, id) => costOf(parts, snapshot, target, pass, id, options),
		budget: parts.models().budget,
		model: (pass) => modelFor(parts, pass),
		request: (pass, id) => requestOf(parts, snapshot, target, pass, id, options),
	};
}

function costOf(
	parts: RefineParts,
	snapshot: Snapshot,
	target: Target,
	pass: Pass,
	id: StartRange["id"],
	options: Omit<PassOptions, "nonce">,
): number | null {
	const readings = readingsOf(parts, snapshot, target, [pass], id);
	return readings.reduce<number | null>((sum, { range, model }) => {
		const request = buildRequest(snapshot, pass, range, {
			...options,
			model,
			nonce: parts.nonce(),
		});
		const { cost } = parts.claude.estimate(request, expectedOutput(snapshot, pass, range));
		return sum === null || cost === null ? null : sum + cost;
	}, 0);
}

function requestOf(
	parts: RefineParts,
	snapshot: Snapshot,
	target: Target,
	pass: Pass,
	id: StartRange["id"],
	options: Omit<PassOptions, "nonce">,
): string {
	const [reading] = readingsOf(parts, snapshot, target, [pass], id);
	const range = reading?.range ?? wholeRange(snapshot);
	return requestText(buildRequest(snapshot, pass, range, { ...options, nonce: parts.nonce() }));
}

function startActs(
	parts: RefineParts,
	snapshot: Snapshot,
	target: Target,
	options: Omit<PassOptions, "nonce">,
): NonNullable<RefineWork["start"]>["acts"] {
	return {
		copyRequest: (pass, id) =>
			guarded(() =>
				window.navigator.clipboard.writeText(
					requestOf(parts, snapshot, target, pass, id, options),
				),
			),
		mend: () => parts.openSettings(),
	};
}

/** Opens the note and selects the words, as near to where they stood as they still are. */
async function openPlace(
	{ app }: RefineParts,
	file: TFile,
	quote: string,
	offset: number,
): Promise<void> {
	const open = app.workspace
		.getLeavesOfType("markdown")
		.find(({ view }) => view instanceof MarkdownView && view.file === file);
	const leaf = open ?? app.workspace.getLeaf(false);
	if (open === undefined) await leaf.openFile(file);
	await app.workspace.revealLeaf(leaf);
	if (leaf.view instanceof MarkdownView)
		selectNear(leaf.view.editor, quote.replace(/…$/, ""), offset);
}

function selectNear(editor: Editor, quote: string, offset: number): void {
	const text = editor.getValue();
	const near = text.indexOf(quote, Math.max(0, offset));
	const at = near === -1 ? text.indexOf(quote) : near;
	const from = editor.offsetToPos(at === -1 ? Math.min(offset, text.length) : at);
	const to = at === -1 ? from : editor.offsetToPos(at + quote.length);
	editor.setSelection(from, to);
	editor.scrollIntoView({ from, to }, true);
	editor.focus();
}

async function logApplied(
	parts: RefineParts,
	project: Project | null,
	file: TFile,
	session: RefineSession,
	accepted: number,
): Promise<boolean> {
	if (project === null) return false;
	const { review, spent, readings, hasPasted } = session;
	const meter = meterOf(session.snapshot).read(review);
	const decisions = [...review.decisions.values()];
	const passes = [...new Set(readings.map(({ pass }) => pass.id))];
	const models = [...new Set(readings.map(({ model }) => model))];
	return logRun(parts.vault, project, {
		date: minuteOf(parts.now()),
		draft: `[[${file.basename}]]`,
		pass: [...passes, ...(hasPasted ? ["pasted"] : [])].join(" + "),
		model: models.length === 0 ? "pasted" : models.join(" + "),
		shown: review.suggestions.length + review.questions.length,
		accepted,
		rejected: decisions.filter(({ kind }) => kind === "reject").length,
		ownWording: decisions.filter(({ kind }) => kind === "own").length,
		authorShare: Math.round(meter.share * 1000) / 10,
		newWords: meter.newWords,
		cost: spent.calls === 0 ? 0 : spent.cost,
	});
}

/** Local date and time to the minute, as the log's rows have it. */
function minuteOf(date: Date): string {
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 16).replace("T", " ");
}
