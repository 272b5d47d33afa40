import type { Answers, SyncPlan } from "../outline/heading-sync";
import { applySync, planSync, remember } from "../outline/heading-sync";
import { parseCanvas } from "../outline/canvas-document";
import { pairHeadings } from "../outline/heading-pairs";
import { allSections, readOutline, type Outline } from "../outline/outline";
import type { Projects } from "../project/project";
import { fail, ok, type Result } from "../result";
import { headings } from "../text/headings";
import { t } from "../ui/i18n";
import type { WriteFailure, Written } from "../vault/safe-vault";
import type { Step } from "../vault/undo-log";
import type { DraftParts } from "./draft-parts";
import { scaffoldOf, updateSourceLines, type ScaffoldWords } from "./scaffold";

export type ProjectHead = ReturnType<Projects["all"]>[number];

/** The project of a note, else the only one there is; null: the person has to say. */
export function projectFor(parts: DraftParts, path: string | null): ProjectHead | null {
	const own = path === null ? null : parts.projects.of(path);
	if (own !== null) return own;
	const open = parts.projects.all().filter((project) => !project.isArchived);
	return open.length === 1 ? (open[0] ?? null) : null;
}

/** Outline and draft as they stand, and what differs. */
export type DraftState = Readonly<{
	project: ProjectHead;
	canvasPath: string;
	canvasText: string;
	outline: Outline;
	draftPath: string;
	draft: string;
	plan: SyncPlan;
}>;

export type DraftFailure = WriteFailure | Readonly<{ kind: "no-outline" | "outline-broken" }>;

/** Makes the draft note with the outline's headings and names it in the project note. Resolves to its path and text. */
export async function createDraft(parts: DraftParts, project: ProjectHead): Promise<Result<Readonly<{ path: string; text: string }>, DraftFailure>> {
	const canvasText = project.outline === null ? null : await parts.vault.read(project.outline);
	const canvas = canvasText?.ok === true ? parseCanvas(canvasText.value) : null;
	if (canvasText !== null && canvas?.ok !== true) return fail({ kind: "outline-broken" });
	const sections = canvas?.ok === true ? allSections(readOutline(canvas.value)) : [];
	const path = `${project.folder}/${t("draft.fileName")}.md`;
	const words = scaffoldWords(parts, path);
	const head = `---\nproject: "${linkTo(parts, project.path, path)}"\n---\n\n`;
	const text = head + sections.map((section) => scaffoldOf(section, words, "\n")).join("\n");
	const created = await parts.vault.create(path, text);
	if (!created.ok) return created;
	const steps: Step[] = [{ kind: "created", path, text }];
	const named = await parts.vault.changeProperties(project.path, { draft: linkTo(parts, path, project.path) });
	if (named.ok) steps.push({ kind: "text", ...named.value });
	if (project.outline !== null) {
		const said = await parts.vault.changeText(project.outline, (now) => ok(remember(now, text)));
		if (said.ok && said.value.before !== said.value.after) steps.push({ kind: "text", ...said.value });
	}
	parts.undo.record({ label: t("draft.act.made", { project: project.name }), at: parts.now().toISOString(), steps });
	return ok({ path, text });
}

export async function readDraftState(parts: DraftParts, project: ProjectHead): Promise<Result<DraftState, DraftFailure>> {
	const [draftPath] = project.drafts;
	if (project.outline === null || draftPath === undefined) return fail({ kind: "no-outline" });
	const canvasText = await parts.vault.read(project.outline);
	if (!canvasText.ok) return canvasText;
	const canvas = parseCanvas(canvasText.value);
	if (!canvas.ok) return fail({ kind: "outline-broken" });
	const draft = await parts.vault.read(draftPath);
	if (!draft.ok) return draft;
	const outline = readOutline(canvas.value);
	return ok({
		project,
		canvasPath: project.outline,
		canvasText: canvasText.value,
		outline,
		draftPath,
		draft: draft.value,
		plan: planSync(outline, draft.value, "canvas"),
	});
}

/** Applies chosen differences to both files, and the sources lines. Resolves to the texts written, either may be null. */
export async function applyDraftState(
	parts: DraftParts,
	state: DraftState,
	accepted: ReadonlySet<string>,
	answers: Answers,
): Promise<Result<Readonly<{ canvas: Written | null; draft: Written | null }>, DraftFailure>> {
	const words = scaffoldWords(parts, state.draftPath);
	const eol = state.draft.includes("\r\n") ? "\r\n" : "\n";
	const tools = { newId: randomId, trayLabel: t("outline.tray") };
	const scaffold = (section: Parameters<typeof scaffoldOf>[0]): string => scaffoldOf(section, words, eol);
	const synced = applySync(state.canvasText, state.draft, state.plan, accepted, answers, tools, scaffold);
	const canvas = synced === null ? null : parseCanvas(synced.canvas);
	if (synced === null || canvas?.ok !== true) return fail({ kind: "outline-broken" });
	const pairs = pairHeadings(allSections(readOutline(canvas.value)), headings(synced.draft));
	const draftText = updateSourceLines(synced.draft, pairs, words);
	const canvasText = remember(synced.canvas, draftText);
	const draft = await parts.vault.editProse(state.draftPath, state.draft, () => draftText);
	if (!draft.ok) return draft;
	const written = await parts.vault.changeText(state.canvasPath, (now) =>
		now === state.canvasText ? ok(canvasText) : fail({ kind: "stale" }),
	);
	if (!written.ok) return written;
	const changed = [draft.value, written.value].filter((each) => each.before !== each.after);
	if (changed.length > 0) {
		parts.undo.record({
			label: t("draft.act.updated", { project: state.project.name }),
			at: parts.now().toISOString(),
			steps: changed.map((each): Step => ({ kind: "text", ...each })),
		});
	}
	const orNull = (each: Written): Written | null => (each.before === each.after ? null : each);
	return ok({ canvas: orNull(written.value), draft: orNull(draft.value) });
}

function scaffoldWords(parts: DraftParts, draftPath: string): ScaffoldWords {
	return {
		sources: t("draft.sourcesWord"),
		untitled: t("outline.untitled"),
		linkTo: (path) => linkTo(parts, path, draftPath),
	};
}

/** The shortest link the vault understands; the bare path where the note is gone. */
export function linkTo(parts: DraftParts, path: string, from: string): string {
	const file = parts.app.vault.getFileByPath(path);
	const target = file === null ? path.replace(/\.md$/i, "") : parts.app.metadataCache.fileToLinktext(file, from, true);
	return `[[${target}]]`;
}

function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(8));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function explainDraftFailure(why: DraftFailure): string {
	switch (why.kind) {
		case "no-outline":
			return t("draft.noOutline");
		case "outline-broken":
			return t("draft.outlineBroken");
		case "stale":
		case "gone":
		case "exists":
			return t("draft.failed", { detail: t(`draft.failed.${why.kind}`) });
		case "unreadable":
			return t("draft.failed", { detail: t("draft.failed.unreadable", { line: why.line, detail: why.detail }) });
		case "refused":
		case "disk":
			return t("draft.failed", { detail: why.detail });
	}
}
