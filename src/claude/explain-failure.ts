import { t } from "../ui/i18n";
import type { ClaudeFailure } from "./claude";

/** The one act that would help. */
export type NextStep = "open-settings" | "retry" | "choose-model" | "shorter-range" | "none";

/** What happened and what to do, the same in every feature. Null: the person wanted it, say nothing. */
export function explainFailure(
	failure: ClaudeFailure,
): Readonly<{ message: string; next: NextStep }> | null {
	switch (failure.kind) {
		case "no-key":
			return { message: t("claude.failed.noKey"), next: "open-settings" };
		case "no-key-here":
			return {
				message: t("claude.failed.noKeyHere", { name: failure.name }),
				next: "open-settings",
			};
		case "host-not-confirmed":
			return {
				message: t("claude.failed.hostNotConfirmed", { host: failure.host }),
				next: "retry",
			};
		case "wrong-key":
			return { message: t("claude.failed.wrongKey"), next: "open-settings" };
		case "no-credit":
			return { message: t("claude.failed.noCredit"), next: "retry" };
		case "not-allowed":
			return {
				message: t("claude.failed.notAllowed", { detail: failure.detail }),
				next: "choose-model",
			};
		case "unknown-model":
			return {
				message: t("claude.failed.unknownModel", { model: failure.model }),
				next: "choose-model",
			};
		case "too-large":
			return { message: t("claude.failed.tooLarge"), next: "shorter-range" };
		case "rate-limit":
			return {
				message: t("claude.failed.rateLimit", {
					seconds: Math.ceil(failure.retryAfterMs / 1000),
				}),
				next: "retry",
			};
		case "overloaded":
			return { message: t("claude.failed.overloaded"), next: "retry" };
		case "refused":
			return { message: t("claude.failed.refused"), next: "shorter-range" };
		case "cut-off":
			return {
				message: t(
					failure.received === "" ? "claude.failed.broke" : "claude.failed.cutOff",
				),
				next: "retry",
			};
		case "offline":
			return { message: t("claude.failed.offline"), next: "retry" };
		case "odd-answer":
			return {
				message: t("claude.failed.oddAnswer", { status: String(failure.status) }),
				next: "open-settings",
			};
		case "cancelled":
			return null;
	}
}
