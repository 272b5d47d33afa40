import type { Project } from "../project/project";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { movedReview, paragraphNow } from "./ask-again";
import { blockRange, readingsOf, withModel, type Target } from "./draft-target-face";
import { DraftFollower } from "./follow-draft";
import { keptReview } from "./kept-review";
import { logApplied } from "./log-run";
import { openPlace } from "./open-place-face";
import { ownPasses } from "./own-passes";
import { PASSES } from "./passes";
import type { PassOptions } from "./prompt";
import { RefineModal } from "./refine-modal";
import type { RefineParts } from "./refine-parts";
import { keeperOf } from "./review-keeper";
import { RefineSession } from "./session";
import { takeSnapshot } from "./snapshot";
import type { StartRange } from "./start-facts";
import { startActs, startFacts } from "./start-sheet";

/** How a command wants the sheet. */
export type Opening = Readonly<{
	range: StartRange["id"];
	isContinued: boolean;
	opensFindings: boolean;
	/** What is found joins an unfinished review of the same text, instead of taking its place. */
	joins: boolean;
}>;

/** Reviews that are open now, by the path of their draft. */
export type OpenReviews = Map<string, Readonly<{ follower: DraftFollower; changed(): void }>>;

/** Opens the start sheet of a draft, or goes on with the review this device keeps of it. */
export async function openRefine(
	parts: RefineParts,
	target: Target,
	opening: Opening,
	open: OpenReviews,
	over: (path: string, wasLeft: boolean) => void,
): Promise<void> {
	const { path } = target.file;
	const stored = await keptReview(parts.store, path);
	const isJoined = opening.joins && stored?.text === target.text;
	const kept = opening.isContinued || isJoined ? stored : null;
	if (opening.isContinued && kept === null) return void showHint(t("refine.notice.noReview"));
	if (kept !== null && kept.text !== target.text) showHint(t("refine.notice.changed"));
	const snapshot = takeSnapshot(kept?.text ?? target.text);
	const belongs = parts.projects.of(path);
	const project = belongs === null ? null : await parts.projects.read(belongs.path);
	const options = passOptions(parts, project);
	const { claude } = parts;
	const nonce = () => parts.nonce();
	const review = kept?.review ?? null;
	const session = new RefineSession({ snapshot, claude, options, nonce, review });
	const own = await ownPasses(parts.app, parts.settings.passFolder, parts.vault);
	const keeper = keeperOf(parts.store, path, session);
	const follower = new DraftFollower(snapshot.text, target.text);
	// A second command may have opened it while this one read from the disk.
	if (open.has(path)) return void showHint(t("refine.notice.busy"));
	let expected: number | null = null;
	const passes = [...PASSES, ...own];
	const draft = {
		snapshot,
		target,
		range: opening.range,
		passes,
		options,
		hasProject: project !== null,
		opensFindings: opening.opensFindings,
		replaces: kept === null && stored !== null,
	};
	const facts = opening.isContinued ? null : startFacts(parts, draft);
	const modal = new RefineModal(parts.app, parts, {
		path,
		name: target.file.basename,
		session,
		follower,
		start: facts === null ? null : { facts, acts: startActs(parts, draft) },
		read: (chosen, range, model) => {
			const models = withModel(parts.models(), model);
			const costs = chosen.map((pass) => facts?.cost(pass, range, model) ?? null);
			expected = costs.includes(null)
				? null
				: costs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
			session.read(readingsOf(snapshot, blockRange(snapshot, target, range), chosen, models));
		},
		expected: () => expected,
		askAgain: (one) => {
			const from = session.snapshot;
			const to = follower.text === from.text ? from : takeSnapshot(follower.text);
			const context = (pass: Parameters<typeof session.context>[0]) => session.context(pass);
			const ground = { from, to, follower, context };
			const pass = passes.find(({ id }) => id === one.pass);
			const block = paragraphNow(one, ground);
			if (session.state === "reading") return "busy";
			if (pass === undefined || block === null) return "gone";
			session.moveTo(to, movedReview(session.review, one.id, ground));
			follower.restart();
			session.read(readingsOf(to, { from: block, to: block }, [pass], parts.models()));
			return "asked";
		},
		explain: (failure) => parts.explain(failure),
		sourceTitle: (id) => options.sources.find((source) => source.id === id)?.title ?? null,
		openPlace: (quote, offset) =>
			guarded(() => openPlace(parts.app, target.file, quote, offset)),
		log: (applied) =>
			logApplied(parts, project, target.file.basename, session, applied.applied.length),
		finish: () => keeper.forget(),
		closed: (wasLeft) => {
			open.delete(path);
			session.stop();
			keeper.now();
			over(path, wasLeft);
		},
	});
	session.onChange(keeper.soon);
	open.set(path, { follower, changed: () => modal.showFollowed() });
	modal.open();
}

function passOptions(parts: RefineParts, project: Project | null): Omit<PassOptions, "nonce"> {
	const kept =
		project === null
			? []
			: parts.sources
					.all()
					.filter(
						(source) =>
							source.status === "kept" &&
							parts.projects.of(source.path)?.path === project.path,
					);
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
