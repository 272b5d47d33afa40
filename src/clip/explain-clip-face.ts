import { t } from "../ui/i18n";
import type { ClipFailure } from "./clip-outcome";

/** What happened, what is safe and what is next, in one or two sentences. */
export function explainClipFailure(failure: ClipFailure): string {
	switch (failure.kind) {
		case "offline":
			return t("clip.failed.offline");
		case "timed-out":
			return t("clip.failed.timedOut", { seconds: failure.seconds });
		case "cancelled":
			return t("clip.failed.cancelled");
		case "gone":
			return t("clip.failed.gone", { status: String(failure.status) });
		case "login":
			return t("clip.failed.login", { status: String(failure.status) });
		case "busy":
			return t("clip.failed.busy", { status: String(failure.status) });
		case "server":
			return t("clip.failed.server", { status: String(failure.status) });
		case "too-large":
			return t("clip.failed.tooLarge", { megabytes: failure.megabytes });
		case "too-deep":
			return t("clip.failed.tooDeep");
		case "empty":
			return t("clip.failed.empty");
		case "no-text":
			return t("clip.failed.noText");
		case "not-a-page":
			return t("clip.failed.notAPage", { type: failure.contentType });
		case "pdf":
			return t(`clip.failed.pdf.${failure.fault}`);
		case "private":
			return t("clip.failed.private");
		case "disk":
			return t("clip.failed.disk", { detail: failure.detail });
		case "wall":
			return t(`clip.failed.wall.${failure.wall}`);
		case "broken":
			return t("clip.failed.broken", { detail: failure.detail });
	}
}
