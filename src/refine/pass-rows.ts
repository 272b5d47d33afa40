import { t } from "../ui/i18n";
import type { Pass } from "./passes";

/** A line of the start sheet: one pass, or the two that only ask, which a writer chooses as one. */
export type PassRow = Readonly<{ id: string; name: string; hint: string; passes: readonly Pass[] }>;

const ASKING: readonly string[] = ["logic", "background"];

export function passRows(passes: readonly Pass[]): readonly PassRow[] {
	const asking = passes.filter(({ id }) => ASKING.includes(id));
	return passes.flatMap((pass): readonly PassRow[] => {
		if (pass === asking[0]) {
			const name = t("refine.passRow.questions");
			return [
				{ id: "questions", name, hint: t("refine.passHint.questions"), passes: asking },
			];
		}
		if (asking.includes(pass)) return [];
		return [{ id: pass.id, name: passName(pass), hint: passHint(pass), passes: [pass] }];
	});
}

export function passName(pass: Pass): string {
	if (pass.name !== null) return pass.name;
	switch (pass.id) {
		case "cut":
		case "connect":
		case "logic":
		case "background":
		case "typos":
			return t(`refine.pass.${pass.id}`);
		default:
			return pass.id.replace(/^own:/, "");
	}
}

function passHint(pass: Pass): string {
	switch (pass.id) {
		case "cut":
		case "connect":
		case "logic":
		case "background":
		case "typos":
			return t(`refine.passHint.${pass.id}`);
		default:
			return pass.task.split("\n")[0] ?? "";
	}
}
