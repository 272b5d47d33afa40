import { t } from "../ui/i18n";
import type { Missing } from "./completeness";
import type { Lack } from "./work";

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

/** What a note of a special kind does not hold, in the person's words. */
export function lackWords(lack: Lack): string {
	switch (lack.kind) {
		case "abstract-only":
			return t("clip.lack.abstractOnly");
		case "one-post":
			return t("clip.lack.onePost");
		case "thread-end":
			return t("clip.lack.threadEnd");
		case "post-cut":
			return t("clip.lack.postCut");
		case "posts":
			return t("clip.lack.posts", { count: lack.count, total: lack.total });
		case "no-transcript":
			return t("clip.lack.noTranscript");
		case "pdf-figures":
			return t("clip.lack.pdfFigures");
		case "base-unknown":
			return t("clip.lack.baseUnknown");
		case "broken-letters":
			return t("clip.lack.brokenLetters");
		case "answers":
			return t("clip.lack.answers", { count: lack.count });
		case "pictures":
			return t("clip.lack.pictures", { count: lack.count });
		case "pages":
			return t("clip.lack.pages", { count: lack.count });
	}
}
