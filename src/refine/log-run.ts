import { ok } from "../result";
import type { Project } from "../project/project";
import { logPass, type LoggedPass } from "../project/refine-log";
import { t } from "../ui/i18n";
import type { SafeVault } from "../vault/safe-vault";

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
