import { t } from "../ui/i18n";
import { shownQuestions } from "./questions-face";
import { PASS_ICONS, type HeadTab } from "./refine-head-face";
import { passName } from "./pass-rows";
import type { RefineSession } from "./session";

/** Id of the tab with the questions of all passes. */
export const QUESTIONS = "questions";

/** Passes that stand behind the questions, as on the start sheet: slips, and what the person wrote. */
const isBehind = (id: string): boolean => id === "typos" || id.startsWith("own:");

/** The tabs of a review: a pass each, and one for the questions of all of them. */
export function reviewTabs({
	readings,
	review,
}: Pick<RefineSession, "readings" | "review">): readonly HeadTab[] {
	const ids: string[] = [];
	for (const { pass } of readings)
		if (pass.kinds.length > 0 && !ids.includes(pass.id)) ids.push(pass.id);
	for (const one of review.suggestions) if (!ids.includes(one.pass)) ids.push(one.pass);
	const stateOf = (isMine: (pass: string) => boolean) => tabState(readings, isMine);
	const tabs = ids.map((id): HeadTab => {
		const reading = readings.find(({ pass }) => pass.id === id);
		return {
			id,
			icon: PASS_ICONS[id] ?? "feather",
			label: reading === undefined ? passLabel(id) : passName(reading.pass),
			state: stateOf((pass) => pass === id),
			count: review.suggestions.filter((one) => one.pass === id && one.verdict !== "block")
				.length,
		};
	});
	const asking = new Set<string>(
		readings.filter(({ pass }) => pass.asksQuestions).map(({ pass }) => pass.id),
	);
	if (asking.size === 0 && review.questions.length === 0) return tabs;
	const questions: HeadTab = {
		id: QUESTIONS,
		icon: "circle-question-mark",
		label: t("refine.questions"),
		state: stateOf((pass) => asking.has(pass)),
		count: shownQuestions(review).length,
	};
	const behind = tabs.filter(({ id }) => isBehind(id));
	return [...tabs.filter(({ id }) => !isBehind(id)), questions, ...behind];
}

function tabState(
	readings: RefineSession["readings"],
	isMine: (pass: string) => boolean,
): HeadTab["state"] {
	const states = readings.filter(({ pass }) => isMine(pass.id)).map(({ state }) => state.kind);
	if (states.includes("reads")) return "reads";
	if (states.includes("failed") || states.includes("stopped")) return "failed";
	return states.includes("waits") ? "waits" : "read";
}

function passLabel(id: string): string {
	switch (id) {
		case "cut":
		case "connect":
		case "logic":
		case "background":
		case "typos":
			return t(`refine.pass.${id}`);
		default:
			return id.replace(/^own:/, "").replace(/^.*\/|\.md$/g, "");
	}
}
