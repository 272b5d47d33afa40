import { linkTo } from "../project/project-files";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { ClipChoice } from "./clip-choice";
import type { DeskParts } from "./desk-parts";
import type { ClipOutcome } from "./clip-outcome";
import type { ClipQueue } from "./clip-queue";
import { startClipRun, type ClipItem, type ClipRun } from "./clip-run";
import { projectLink, targetOf } from "./clip-target";
import { explainClipFailure } from "./explain-clip-face";
import { withSavedImages } from "./note-images-face";

/** Starts to clip links as the person chose. A batch is put into the queue first: what stands there outlives the app. */
export function startDeskRun(
	items: readonly ClipItem[],
	choice: ClipChoice,
	parts: DeskParts,
	queue: ClipQueue,
	show: (run: ClipRun) => void,
): ClipRun {
	const projectOf = (item: ClipItem) => (item.project === undefined ? choice.project : item.project);
	const targetFor = (item: ClipItem) => targetOf(parts, { ...choice, project: projectOf(item) });
	const open = items.filter(({ known }) => known === undefined);
	const listed =
		open.length > 1
			? queue.put(
					open.map((item) => {
						const project = projectOf(item);
						return { url: item.url, project: project === null ? null : projectLink(parts, project) };
					}),
				)
			: Promise.resolve();
	// One that waited in the queue and came here by another way waits no more.
	for (const { url, known } of items) if (known !== undefined) guarded(() => queue.settle(url, { kind: "note", link: linkTo(known.path) }));
	return startClipRun(items, {
		tasks: parts.tasks,
		undo: parts.undo,
		now: () => parts.now().toISOString(),
		lanes: parts.settings.clipLanes,
		clip: async (item, signal): Promise<ClipOutcome> => {
			await listed;
			const outcome = await parts.clipper.clip(item, targetFor(item), signal);
			if (outcome.kind !== "clipped" || choice.images !== "save") return outcome;
			return { kind: "clipped", note: await withSavedImages(parts, outcome.note, signal) };
		},
		saveLink: (item) => parts.clipper.saveLink(item, targetFor(item), t("clip.captureNote.link")),
		settled: (item, outcome) => guarded(() => settleQueued(queue, item, outcome)),
		leftOut: (item) => guarded(() => queue.settle(item.url, { kind: "note", link: t("clip.leftOut") })),
		undone: (undone) => guarded(() => queue.reopen(undone.map(({ url }) => url))),
		show,
	});
}

function settleQueued(queue: ClipQueue, item: ClipItem, outcome: ClipOutcome): Promise<void> {
	switch (outcome.kind) {
		case "clipped":
			return queue.settle(item.url, { kind: "note", link: linkTo(outcome.note.path) });
		case "already-here":
			return queue.settle(item.url, { kind: "note", link: linkTo(outcome.source.path) });
		case "failed":
			return queue.settle(item.url, { kind: "failed", reason: explainClipFailure(outcome.failure) });
	}
}
