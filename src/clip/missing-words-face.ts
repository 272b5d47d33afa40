import { t } from "../ui/i18n";
import type { Missing } from "./completeness";

/** What is missing in a clip, in the person's words; "" for nothing. */
export function missingWords(missing: readonly Missing[]): string {
	return missing.map((one) => missingWord(one)).join(" ");
}

function missingWord(one: Missing): string {
	switch (one.kind) {
		case "headings":
			return t("clip.missing.headings", { titles: one.titles.slice(0, 3).join(", ") });
		case "text":
			return t("clip.missing.text", { percent: Math.round(one.share * 100) });
		case "second-opinion":
			return t("clip.missing.secondOpinion");
		case "paywall":
			return t("clip.missing.paywall");
		case "scripts":
			return t("clip.missing.scripts");
	}
}
