import { ok } from "../result";
import type { Project } from "../project/project";
import { logPass, type LoggedPass } from "../project/refine-log";
import { t } from "../ui/i18n";
import type { SafeVault } from "../vault/safe-vault";
import { meterOf } from "./meter";
import type { RefineSession } from "./session";

/** Writes one row into `Refine log.md` beside the project note. False: it could not be written. */
export async function logRun(
	vault: Pick<SafeVault, "create" | "changeText">,
	project: Pick<Project, "folder">,
	row: LoggedPass,
): Promise<boolean> {
	const path = `${project.folder}/Refine log.md`;
	const words = {
		title: t("refine.log.title"),
		columns: [
			t("refine.log.date"),
			t("refine.log.draft"),
			t("refine.log.pass"),
			t("refine.log.model"),
			t("refine.log.shown"),
			t("refine.log.accepted"),
			t("refine.log.rejected"),
			t("refine.log.own"),
			t("refine.log.share"),
			t("refine.log.newWords"),
			t("refine.log.cost"),
		],
	};
	const created = await vault.create(path, logPass("", row, words));
	if (created.ok) return true;
	if (created.error.kind !== "exists") return false;
	return (await vault.changeText(path, (text) => ok(logPass(text, row, words)))).ok;
}

/** Logs what a session did to its draft. False: no project, or it could not be written. */
export async function logApplied(
	parts: Readonly<{ vault: Pick<SafeVault, "create" | "changeText">; now(): Date }>,
	project: Pick<Project, "folder"> | null,
	draft: string,
	session: Pick<RefineSession, "snapshot" | "review" | "spent" | "readings" | "hasPasted">,
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
		draft: `[[${draft}]]`,
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
